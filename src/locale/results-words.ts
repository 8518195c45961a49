import type { DateWords } from './dates.js';
import type { Wait } from './waits.js';

/** Which of several is ahead of all others, and that none surely is. */
export interface LeaderWords {
  readonly sure: (label: string, value: string) => string;
  readonly unsure: string;
}

/** What `<taafi-survey-results>` says in one language. Numbers come as they are printed. */
export interface ResultsWords {
  readonly language: 'ar' | 'en';
  readonly direction: 'ltr' | 'rtl';
  readonly dates: DateWords;
  readonly languageLabel: string;
  readonly audience: Readonly<Record<'external' | 'internal', string>>;
  readonly loading: string;
  readonly percent: (number: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly responses: (count: number) => string;
  readonly answers: (count: number) => string;
  readonly people: (count: number) => string;
  readonly hidden: string;
  readonly nothing: string;
  readonly few: string;
  readonly secure: string;
  readonly access: {
    readonly title: string;
    readonly intro: string;
    readonly token: string;
    readonly hint: string;
    readonly open: string;
    readonly opening: string;
    readonly missing: string;
    readonly lock: string;
    readonly lockHint: string;
    readonly locked: string;
    readonly troubleTitle: string;
    readonly tryAgain: string;
  };
  readonly troubles: {
    readonly offline: string;
    readonly unreachable: string;
    readonly busy: string;
    readonly tooMany: (wait: Wait | undefined) => string;
    readonly token: string;
    readonly role: string;
    readonly unknown: string;
    readonly refused: string;
    readonly unexpected: string;
  };
  readonly filter: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly step: string;
    readonly all: string;
    readonly firstMonth: string;
    readonly lastMonth: string;
    readonly apply: string;
    readonly clear: string;
    readonly applied: (responses: string) => string;
  };
  readonly export: {
    readonly csv: string;
    readonly png: string;
    readonly pngOf: (title: string) => string;
    readonly pngFailed: string;
    readonly print: string;
  };
  readonly sections: Readonly<
    Record<
      | 'headline'
      | 'participation'
      | 'items'
      | 'distributions'
      | 'shares'
      | 'rankings'
      | 'compare'
      | 'comments',
      string
    >
  >;
  readonly kinds: Readonly<Record<'csat' | 'ces' | 'nps', string>>;
  readonly clause: (clause: string) => string;
  readonly formula: string;
  readonly mean: (mean: string) => string;
  readonly notApplicable: (count: number) => string;
  readonly participation: {
    readonly counts: (invited: string, started: string, completed: string) => string;
    readonly fewer: string;
    /** As those of answers, of people. */
    readonly hidden: string;
    readonly few: string;
    readonly response: string;
    readonly completion: string;
    readonly rates: string;
    readonly brokeOff: string;
    readonly brokeOffHint: string;
    readonly place: (title: string) => string;
  };
  readonly charts: {
    readonly items: string;
    readonly distribution: (title: string) => string;
    readonly trend: (title: string) => string;
    readonly bySlice: (title: string, kind: string) => string;
    readonly byStep: string;
    readonly chosen: string;
    readonly meanPlace: (place: string) => string;
    readonly meanPlaceColumn: string;
    readonly rankHint: string;
    readonly table: string;
    readonly what: string;
    readonly month: string;
    readonly value: string;
    readonly count: string;
    readonly legend: string;
    readonly fewLegend: string;
  };
  /** Sentences that say what a chart shows. */
  readonly findings: {
    readonly one: (label: string, value: string) => string;
    readonly ends: (highest: string, most: string, lowest: string, least: string) => string;
    /** What was chosen most, what was put first most, and the page at which most stopped. */
    readonly most: LeaderWords;
    readonly first: LeaderWords;
    readonly left: LeaderWords;
    readonly last: (month: string, value: string) => string;
    readonly up: (month: string) => string;
    readonly down: (month: string) => string;
    readonly noChange: string;
    /** Where the intervals of the highest and the lowest overlap. */
    readonly noDifference: string;
    readonly none: string;
  };
  readonly comments: {
    readonly intro: string;
    readonly none: string;
    readonly count: (count: number) => string;
    readonly more: (count: number) => string;
  };
}
