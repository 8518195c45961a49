import type { Text } from '../text.js';
import type { ProcessDefinition, Progress, StateDefinition } from './process.js';

/** One line of the timeline. `on` is the day (ISO) it began. */
export interface TimelineEntry {
  readonly id: string;
  readonly title: Text;
  readonly status: 'done' | 'now' | 'next';
  readonly on?: string;
}

/**
 * The way of a request through the stages: those it has been in, the one it is in, and those that follow where the way
 * goes on. What it left out is not told. To somebody who objects to a rejection nothing is promised.
 */
export function timelineOf(
  process: ProcessDefinition,
  progress: Pick<Progress, 'state' | 'before' | 'since'>,
): readonly TimelineEntry[] {
  const state = stateOf(process, progress.state);
  const own = state.stage ?? (state.end ? undefined : stageBefore(process, progress));
  const place = process.stages.findIndex(({ id }) => id === own);
  const goesOn = !state.end && (state.stage !== undefined || !endedBefore(process, progress));
  const entries: TimelineEntry[] = [];
  for (const [index, { id, title }] of process.stages.entries()) {
    const on = firstDayOf(process, id, progress.since);
    if (index === place) entries.push({ id, title, status: 'now', ...(on !== undefined && { on }) });
    else if (on !== undefined && (index < place || place < 0))
      entries.push({ id, title, status: 'done', on });
    else if (index > place && place >= 0 && goesOn) entries.push({ id, title, status: 'next' });
  }
  if (place >= 0) return entries;
  const on = progress.since[state.id];
  return [...entries, { id: state.id, title: state.title, status: 'now', ...(on !== undefined && { on }) }];
}

/** @throws RangeError where the process has no such state. */
export function stateOf(process: ProcessDefinition, id: string): StateDefinition {
  const state = process.states.find((candidate) => candidate.id === id);
  if (state === undefined) throw new RangeError('This process has no such state.');
  return state;
}

/**
 * Whether a state without a stage follows an end: that it was entered from, or, where the one before has no stage either,
 * the last that was entered before both.
 */
function endedBefore(
  process: ProcessDefinition,
  { state, before, since }: Pick<Progress, 'state' | 'before' | 'since'>,
): boolean {
  const previous = process.states.find(({ id }) => id === before);
  if (previous?.end || previous?.stage !== undefined) return previous.end === true;
  const others = process.states.filter(({ id }) => id !== state && id !== before);
  const last = others.reduce<StateDefinition | undefined>(
    (latest, other) => ((since[other.id] ?? '') > (since[latest?.id ?? ''] ?? '') ? other : latest),
    undefined,
  );
  return last?.end === true;
}

/** The stage of the state before or, where that has none either, the last one that was entered. */
function stageBefore(
  process: ProcessDefinition,
  { before, since }: Pick<Progress, 'before' | 'since'>,
): string | undefined {
  const own = process.states.find(({ id }) => id === before)?.stage;
  if (own !== undefined) return own;
  const entered = process.stages.map(({ id }) => ({ id, on: firstDayOf(process, id, since) ?? '' }));
  const last = entered.reduce((latest, stage) => (stage.on >= latest.on ? stage : latest), {
    id: '',
    on: '0',
  });
  return last.id || undefined;
}

function firstDayOf(process: ProcessDefinition, stage: string, since: Progress['since']): string | undefined {
  const days = process.states.filter((state) => state.stage === stage).map(({ id }) => since[id]);
  return days.filter((day) => day !== undefined).sort()[0];
}
