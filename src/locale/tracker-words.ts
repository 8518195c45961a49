import type { DateWords } from './dates.js';
import type { Wait } from './waits.js';

/** One of the groups in which a reference number is written: which it is (1 to 4), and what stands in it. */
export interface GroupOfDigits {
  readonly group: number;
  readonly digits: string;
}

/** What `<taafi-status-tracker>` says in one language. Nothing here names a person, a kind of help or an illness. */
export interface TrackerWords {
  readonly language: 'ar' | 'en';
  readonly direction: 'ltr' | 'rtl';
  readonly dates: DateWords;
  readonly fileSize: (bytes: number) => string;
  readonly languageLabel: string;
  readonly exit: {
    readonly button: string;
    readonly hint: string;
    readonly pressed: (left: number) => string;
  };
  readonly lookUp: {
    readonly title: string;
    readonly intro: string;
    readonly reference: string;
    readonly referenceHint: string;
    readonly factor: string;
    readonly factorHint: string;
    readonly open: string;
    readonly opening: string;
    readonly lost: string;
    readonly lostText: string;
    readonly newRequest: string;
    /** Said after the person has closed his request. */
    readonly closed: string;
    readonly problemsTitle: string;
    readonly troubleTitle: string;
    readonly referenceMissing: string;
    readonly referenceLetters: string;
    /** `wrong` is the one group that has too few digits or too many, where it was typed in groups. */
    readonly referenceLength: (count: number, wrong: GroupOfDigits | undefined) => string;
    /** `suspects` are one or two groups to look at; none where it may be any. */
    readonly referenceWrong: (suspects: readonly GroupOfDigits[]) => string;
    readonly factorMissing: string;
    readonly factorLength: string;
    /** For a process that asks for something else. */
    readonly factorOther: (label: string, digits: number) => string;
  };
  readonly troubles: {
    readonly offline: string;
    readonly unreachable: string;
    readonly busy: string;
    /** After how long it makes sense to try again, where that is known. */
    readonly tooMany: (wait: Wait | undefined) => string;
    readonly unknown: string;
    readonly unknownLink: string;
    readonly brokenLink: string;
    readonly expired: string;
    readonly session: string;
    readonly moved: string;
    readonly notArrived: string;
    readonly refused: string;
    readonly unexpected: string;
    readonly unreadable: string;
    readonly fileType: string;
    readonly fileTooLarge: string;
    readonly tryAgain: string;
    /** Something could not be brought up to date; what is shown is as it was then. */
    readonly notUpToDate: (time: string) => string;
  };
  readonly view: {
    readonly yourTurn: string;
    readonly actor: string;
    readonly you: string;
    readonly next: string;
    readonly notBefore: string;
    readonly notBeforeHint: string;
    readonly received: string;
    readonly since: string;
    readonly reason: string;
    readonly timeline: string;
    readonly statuses: Readonly<Record<'done' | 'now' | 'next', string>>;
    readonly print: string;
    readonly close: string;
    readonly closeHint: string;
    readonly upToDate: (time: string) => string;
  };
  readonly news: {
    readonly state: (title: string) => string;
    readonly answer: string;
    readonly missing: string;
    readonly right: string;
    readonly other: string;
  };
  readonly missing: {
    readonly title: string;
    /** The title where nothing is asked for any more. */
    readonly given: string;
    readonly received: string;
    readonly rules: (size: string, most: number) => string;
    readonly choose: string;
    readonly chooseMore: string;
    readonly added: (names: string) => string;
    readonly remove: (name: string) => string;
    readonly removeShort: string;
    readonly removed: (name: string) => string;
    readonly answer: string;
    readonly send: string;
    readonly sending: (sent: string, total: string) => string;
    readonly stop: string;
    readonly stopped: string;
    readonly sent: (title: string) => string;
    readonly noFile: string;
    readonly noText: string;
    readonly tooMany: (most: number) => string;
    readonly fileProblems: Readonly<
      Record<'file-empty' | 'file-too-large' | 'file-type' | 'file-pending' | 'file-damaged', string>
    >;
    /** What is done to photos before they are sent. */
    readonly photos: string;
    /** Said of one file. */
    readonly uncleaned: string;
  };
  readonly questions: {
    readonly title: string;
    readonly asked: Readonly<Record<'question' | 'suggestion', (date: string) => string>>;
    readonly answered: (date: string) => string;
    readonly waiting: string;
    readonly ask: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<'question' | 'suggestion', string>>;
    readonly text: string;
    readonly textHint: string;
    readonly send: string;
    readonly sending: string;
    readonly sent: Readonly<Record<'question' | 'suggestion', string>>;
    readonly nothing: string;
  };
  readonly moves: {
    readonly title: string;
    readonly reason: string;
    readonly noReason: string;
    readonly back: string;
    readonly sending: string;
    readonly done: string;
  };
  readonly sharing: {
    readonly title: string;
    /** The partner that referred him, and what it is told. */
    readonly told: Readonly<Record<'received' | 'decided', (partner: string) => string>>;
    readonly stop: string;
    readonly confirm: string;
    readonly stopped: string;
  };
  readonly rights: {
    readonly title: string;
    readonly intro: string;
    readonly ask: Readonly<Record<'copy' | 'deletion', string>>;
    readonly confirm: Readonly<Record<'copy' | 'deletion', string>>;
    readonly asked: Readonly<Record<'copy' | 'deletion', (date: string) => string>>;
    readonly done: (date: string) => string;
    readonly waiting: string;
    readonly sent: string;
  };
}
