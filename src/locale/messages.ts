import type { CalendarName } from '../core/calendar.js';
import type { FieldDefinition } from '../core/field-type.js';
import type { FieldNode } from '../core/nodes.js';
import type { FieldSentences, Sentence } from '../core/sentence.js';
import type { Text } from '../core/text.js';
import type { Calendars, DateWords } from './dates.js';

export type { ProblemSubject, Sentence } from '../core/sentence.js';

/** The limits of a field as its type tells them, for the sentences about problems. */
export interface Limits {
  readonly least?: number | string;
  readonly most?: number | string;
}

/**
 * A problem to be told: of which field, its code, the limits of the field, the sentences that its type brings itself, and
 * the field as it is filled in, for a sentence that speaks of another's answer.
 */
export type ToldProblem = readonly [
  field: FieldDefinition,
  code: string,
  limits?: Limits,
  ofType?: FieldSentences | undefined,
  node?: FieldNode,
];

/** What the sentence about a problem needs of the locale it is said in. */
export interface ProblemTeller {
  readonly language: string;
  readonly messages: Messages;
  readonly shown: { readonly calendar?: string | undefined };
  text(text: Text): string;
  number(value: number): string;
}

/** What a form says on its first page: it comes with the form. */
export interface FirstMessages {
  readonly direction: 'ltr' | 'rtl';
  /** The language's name in itself, for the switch. */
  readonly languageName: string;
  readonly yes: string;
  readonly no: string;
  /** Beside the points of a question: no point of it fits, or none is to be told. */
  readonly notApplicable: string;
  readonly optional: string;
  readonly clear: (name: string) => string;
  readonly clearShort: string;
  readonly continue: string;
  /** The main button where answers are sent without looking them through. */
  readonly sendAnswers: string;
  readonly back: string;
  readonly start: string;
  readonly cancel: string;
  readonly close: string;
  readonly tryAgain: string;
  readonly loading: string;
  readonly unavailable: string;
  readonly forAdministrator: string;
  readonly step: (current: number, total: number) => string;
  readonly progress: string;
  readonly errorPrefix: string;
  readonly errorSummary: string;
  readonly exit: {
    readonly button: string;
    readonly hint: string;
    readonly leaving: string;
  };
  readonly notice: Readonly<
    Record<
      | 'controller'
      | 'contact'
      | 'basis'
      | 'purposes'
      | 'mandatory'
      | 'sharing'
      | 'retention'
      | 'rights'
      | 'withdrawal',
      string
    >
  >;
  readonly language: string;
  /** Where nothing more can be brought, this must be here. */
  readonly unsent: {
    readonly failed: string;
    readonly nothingLost: string;
    readonly unreachable: string;
  };
}

/** What only lists say: it comes with them. */
export interface ListMessages {
  readonly list: {
    readonly add: string;
    readonly addAnother: string;
    readonly remove: (item: string) => string;
    readonly removeShort: string;
    readonly moveUp: (item: string) => string;
    readonly moveDown: (item: string) => string;
    readonly added: (item: string) => string;
    readonly removed: (item: string, left: number) => string;
    readonly moved: (item: string, position: number, total: number) => string;
    readonly undo: string;
    readonly none: string;
    readonly full: (most: number) => string;
    /** What is wrong inside an item, where the item is not in sight. */
    readonly inItem: (item: string, sentence: string) => string;
  };
}

/** What only fields for files say. */
export interface FileMessages {
  readonly file: {
    readonly choose: string;
    readonly chooseMore: string;
    /** `photos` and `pdf` say which kinds are taken. */
    readonly rules: (kinds: 'photos' | 'pdf' | 'both', size: string, most: number) => string;
    readonly remove: (name: string) => string;
    readonly removeShort: string;
    readonly added: (name: string) => string;
    readonly removed: (name: string) => string;
    readonly size: (bytes: number) => string;
  };
  /** What is done to photos before they are sent. */
  readonly photos: {
    readonly smaller: string;
    readonly original: string;
    readonly pending: string;
    /** Said of one file. */
    readonly uncleaned: string;
  };
}

/** Dates, and what only fields for them say. */
export interface DateMessages extends DateWords {
  readonly calendars: Calendars;
  readonly date: {
    readonly day: string;
    readonly month: string;
    readonly year: string;
    readonly chooseMonth: string;
    readonly calendar: string;
    readonly calendars: Readonly<Record<CalendarName, string>>;
    readonly equals: (date: string) => string;
  };
}

/** What boxes for long texts say. */
export interface LengthMessages {
  readonly charactersLeft: (count: number) => string;
  readonly charactersOver: (count: number) => string;
}

/** What is said once the first page is there: it comes beside it, with all that only some types of field say. */
export interface LaterMessages extends DateMessages, ListMessages, FileMessages, LengthMessages {
  /** How often Shift is still to be pressed to leave the page. */
  readonly shiftPressed: (left: number) => string;
  /** Stands for a signature that was drawn. */
  readonly drawn: string;
  readonly problems: Readonly<Record<string, Sentence>>;
  readonly problemSentence: (teller: ProblemTeller, ...problem: ToldProblem) => string;
  readonly statement: { readonly given: string };
  readonly review: {
    readonly title: string;
    readonly intro: string;
    readonly change: string;
    readonly notGiven: string;
    readonly send: string;
    readonly returnTo: string;
  };
  readonly notBefore: (date: string) => string;
  readonly sending: {
    readonly title: string;
    readonly files: (sent: string, total: string) => string;
    readonly request: string;
    readonly waiting: (seconds: number) => string;
    readonly cancel: string;
    readonly failures: Readonly<Record<string, string>>;
    readonly answersRefused: string;
  };
  readonly leaveWarning: string;
}

/** Every sentence the kit says in one language. */
export interface Messages extends FirstMessages, LaterMessages {}
