import type { CalendarName } from '../core/calendar.js';

/** How a number, an amount or a day compares with another. */
export type Comparison = 'gt' | 'gte' | 'lt' | 'lte';

/** What only a form on paper says. Questions are named by their numbers, `5` or `12.3`. */
export interface PaperWords {
  readonly page: readonly [before: string, between: string];
  readonly reference: string;
  readonly office: string;
  readonly received: string;
  readonly part: (number: string) => string;
  readonly how: { readonly title: string; readonly lines: readonly string[] };
  readonly optional: string;
  readonly anyOf: string;
  readonly atMost: (most: string) => string;
  readonly quoted: (text: string) => string;
  readonly questions: (numbers: readonly (readonly [first: string, last: string])[]) => string;
  /** An instruction: what to answer under a condition, and where to go on otherwise. */
  readonly rule: (condition: string, questions: string, next?: string) => string;
  readonly onlyIf: (condition: string) => string;
  readonly all: (conditions: readonly string[]) => string;
  readonly any: (conditions: readonly string[]) => string;
  readonly or: (values: readonly string[]) => string;
  readonly nor: (values: readonly string[]) => string;
  /** What a condition speaks of: the answer to a question, or a value by its name. */
  readonly answerTo: (question: string) => string;
  readonly is: (what: string, values: string, isNot: boolean) => string;
  readonly isYes: (question: string, isYes: boolean, isNot: boolean) => string;
  readonly isTicked: (question: string, isNot: boolean) => string;
  readonly chose: (values: string, question: string, isNot: boolean) => string;
  /** `question` is undefined for a value that is worked out. */
  readonly isFilled: (question: string | undefined, name: string, isFilled: boolean) => string;
  readonly compares: (what: string, how: Comparison, than: string, isDay: boolean, isNot: boolean) => string;
  readonly date: {
    readonly either: string;
    readonly calendars: Readonly<Record<CalendarName, string>>;
    readonly day: string;
    readonly month: string;
    readonly year: string;
  };
  readonly attach: string;
  readonly attached: string;
  readonly place: (most: string) => string;
  readonly given: { readonly what: string; readonly value: string; readonly empty: string };
  readonly signature: { readonly name: string; readonly sign: string; readonly date: string };
  readonly another: (question: string) => string;
  readonly noticeBelow: string;
  readonly notice: string;
  readonly why: string;
  readonly retention: string;
  readonly next: string;
  readonly notBefore: (days: number) => string;
  readonly contact: string;
}
