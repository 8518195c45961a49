import type { Participation, SurveyResponse } from '../../../src/core/survey/survey.js';

/** Numbers from 0 up to but not 1 that are the same each time (Mulberry32). */
export function diceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MONTHS = ['2026-08', '2026-09', '2026-11', '2026-12', '2027-01'];
const STEPS = ['decision', 'delivery', ''];
const CHANNELS = ['phone', 'visit', 'site', 'gone', undefined];

/** Responses to the survey of survey-form.ts: of every size up to `most`, with gaps and with slices of very different sizes. */
export function randomResponses(dice: () => number, most: number): SurveyResponse[] {
  const count = Math.floor(dice() ** 2 * (most + 1));
  const mood = dice();
  const skew = 0.5 + 3 * dice();
  const one = <Value>(values: readonly Value[]) =>
    values[Math.floor(dice() ** skew * values.length)] as Value;
  const point = (highest: number): number | string | undefined => {
    if (dice() < 0.1) return dice() < 0.5 ? undefined : 'notApplicable';
    return 1 + Math.floor(dice() ** (2 * mood + 0.2) * highest);
  };
  return Array.from({ length: count }, (_, index) => ({
    step: one(STEPS),
    month: one(MONTHS),
    answers: compact({
      satisfied: point(5),
      service: dice() < 0.1 ? undefined : compact({ respect: point(5), clear: point(5) }),
      easy: point(7),
      recommend: dice() < 0.1 ? 'notApplicable' : Math.floor(dice() ** mood * 11),
      obstacles: listOf(dice, ['papers', 'waiting', 'words']),
      again: dice() < 0.2 ? undefined : dice() < mood,
      order: dice() < 0.3 ? undefined : shuffled(dice, ['speed', 'respect', 'place']),
      channel: one(CHANNELS),
      comment: dice() < 0.3 ? `تعليق ${index}` : undefined,
    }),
  }));
}

export function randomParticipation(dice: () => number): Participation[] {
  return STEPS.slice(0, 2).flatMap((step) =>
    MONTHS.map((month) => {
      const invited = Math.floor(dice() ** 3 * 60);
      const started = Math.floor(dice() * (invited + 1));
      const completed = Math.floor(dice() * (started + 1));
      const first = Math.floor(dice() * (started - completed + 1));
      return {
        step,
        month,
        invited,
        started,
        completed,
        brokeOff: { one: first, two: started - completed - first },
      };
    }),
  );
}

function compact(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function listOf(dice: () => number, values: readonly string[]): string[] | undefined {
  const chosen = values.filter(() => dice() < 0.4);
  return chosen.length === 0 ? undefined : chosen;
}

function shuffled(dice: () => number, values: readonly string[]): string[] {
  const rest = [...values];
  return values.map(() => rest.splice(Math.floor(dice() * rest.length), 1)[0] ?? '');
}
