import type { Text } from '../text.js';
import type { Finding, ProcessDefinition, Progress } from './process.js';
import { APPLICANT } from './process.js';
import { wayOf } from './way.js';

/** Something that was asked of the applicant: a document, or a text. `field` is the one of his form that it is about. */
export interface MissingItem {
  readonly id: string;
  readonly kind: 'file' | 'text';
  readonly field?: string;
  /** What it is, and what to mind about it, in the officer's words. */
  readonly title: Text;
  readonly note?: Text;
  /** Only those may read it, and what comes for it, who may read every field. */
  readonly isConfined?: true;
}

export type Right = 'copy' | 'deletion';

/** A file of a request as it was uploaded. */
export interface ProvidedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** What can happen to a request. All that is known of one is what has happened to it. */
export type Happening =
  | { readonly kind: 'received' }
  | {
      readonly kind: 'moved';
      readonly move: string;
      readonly from: string;
      readonly to: string;
      readonly reason?: Text;
      readonly missing?: readonly MissingItem[];
      readonly service?: { readonly type: Text; readonly on: string };
      readonly override?: string;
    }
  | {
      readonly kind: 'found';
      readonly field: string;
      readonly finding: Finding;
      readonly method: string;
      readonly note?: string;
    }
  | {
      readonly kind: 'provided';
      readonly item: string;
      readonly files?: readonly ProvidedFile[];
      readonly text?: string;
    }
  /** An officer has what was asked for, or wants it again. */
  | { readonly kind: 'settled'; readonly item: string; readonly isOpen: boolean }
  | {
      readonly kind: 'asked';
      readonly id: string;
      readonly about: 'question' | 'suggestion';
      readonly text: string;
      readonly language: string;
    }
  | { readonly kind: 'answered'; readonly question: string; readonly text: Text }
  /** The scanner has found something harmful in a file. */
  | { readonly kind: 'infected'; readonly file: string }
  | { readonly kind: 'rightAsked'; readonly id: string; readonly right: Right }
  | { readonly kind: 'rightDone'; readonly id: string; readonly note?: Text };

/** One change of a request: the number of the version it made, when (ISO, UTC), on which day in Riyadh, and who did it. */
export interface RequestEvent {
  readonly version: number;
  readonly at: string;
  readonly day: string;
  /** Id of a member of staff, `applicant`, or `receiver`. */
  readonly by: string;
  readonly happening: Happening;
}

export interface ItemState extends MissingItem {
  readonly isOpen: boolean;
  readonly askedOn: string;
  readonly files: readonly ProvidedFile[];
  readonly texts: readonly string[];
}

export interface QuestionState {
  readonly id: string;
  readonly about: 'question' | 'suggestion';
  readonly text: string;
  readonly language: string;
  readonly askedOn: string;
  readonly answer?: Text;
  readonly answeredOn?: string;
}

export interface RightState {
  readonly id: string;
  readonly right: Right;
  readonly askedOn: string;
  readonly doneOn?: string;
  readonly note?: Text;
}

/** A request as it is after all that has happened to it. */
export interface Handled {
  readonly version: number;
  readonly progress: Progress;
  /** The reason the last move was made for; what the applicant wrote himself is not said back to him. */
  readonly reason: Text | undefined;
  /** The day the present state was entered. */
  readonly since: string;
  readonly items: readonly ItemState[];
  readonly questions: readonly QuestionState[];
  readonly rights: readonly RightState[];
}

/**
 * Works out what a request is from what has happened to it, oldest first.
 * @param answered the fields of the request that have an answer.
 */
export function handledBy(
  process: ProcessDefinition,
  events: readonly RequestEvent[],
  answered: ReadonlySet<string>,
): Handled {
  const toVerify = (process.verify ?? []).map(({ field }) => field).filter((field) => answered.has(field));
  const first = events[0]?.day ?? '';
  const start: Handled = {
    version: 0,
    progress: {
      state: process.start,
      before: undefined,
      since: { [process.start]: first },
      toVerify,
      found: {},
      open: 0,
    },
    reason: undefined,
    since: first,
    items: [],
    questions: [],
    rights: [],
  };
  const handled = events.reduce(after, start);
  const made = events.flatMap(({ happening }) => (happening.kind === 'moved' ? [happening] : []));
  const before = wayOf(process, made).at(-2);
  const open = handled.items.filter(({ isOpen }) => isOpen).length;
  return { ...handled, progress: { ...handled.progress, before, open } };
}

function after(earlier: Handled, event: RequestEvent): Handled {
  return { ...earlier, ...changeBy(event, earlier), version: event.version };
}

function changeBy({ happening, day, by }: RequestEvent, earlier: Handled): Partial<Handled> {
  const { progress, items, questions, rights } = earlier;
  switch (happening.kind) {
    case 'received':
    case 'infected':
      return {};
    case 'moved': {
      const { to, reason, missing = [] } = happening;
      const asked = missing.map((item) => ({ ...item, isOpen: true, askedOn: day, files: [], texts: [] }));
      return {
        progress: { ...progress, state: to, since: { [to]: day, ...progress.since } },
        reason: by === APPLICANT ? undefined : reason,
        since: day,
        items: [...items, ...asked],
      };
    }
    case 'found':
      return {
        progress: { ...progress, found: { ...progress.found, [happening.field]: happening.finding } },
      };
    case 'provided': {
      const { item: id, files = [], text } = happening;
      return {
        items: withOne(items, id, (item) => ({
          isOpen: false,
          files: [...item.files, ...files],
          texts: text === undefined ? item.texts : [...item.texts, text],
        })),
      };
    }
    case 'settled':
      return { items: withOne(items, happening.item, () => ({ isOpen: happening.isOpen })) };
    case 'asked': {
      const { id, about, text, language } = happening;
      return { questions: [...questions, { id, about, text, language, askedOn: day }] };
    }
    case 'answered':
      return {
        questions: withOne(questions, happening.question, () => ({
          answer: happening.text,
          answeredOn: day,
        })),
      };
    case 'rightAsked':
      return { rights: [...rights, { id: happening.id, right: happening.right, askedOn: day }] };
    case 'rightDone': {
      const { note } = happening;
      return {
        rights: withOne(rights, happening.id, () => ({ doneOn: day, ...(note !== undefined && { note }) })),
      };
    }
  }
}

function withOne<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  id: string,
  change: (entry: Entry) => Partial<Entry>,
): readonly Entry[] {
  return entries.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry));
}
