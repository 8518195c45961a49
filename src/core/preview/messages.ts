import type { Answers } from '../engine.js';

/** A text in both languages of the kit. */
export type Both = Readonly<Record<'ar' | 'en', string>>;

/** One fault of the file, with the line it stands in. */
export interface PreviewFault {
  readonly severity: 'error' | 'warning';
  readonly sentence: Both;
  readonly line: number;
  readonly column: number;
  /** RFC 6901; empty where it is about the file as a whole. */
  readonly pointer: string;
  /** The line at fault, parted where the fault begins; undefined where there is none. */
  readonly excerpt?: readonly [before: string, from: string];
}

/** What the command tells the page each time the file has been saved. */
export interface PreviewState {
  /** Counts what has been told. */
  readonly turn: number;
  readonly title: Both;
  /** The last definition that could be shown; undefined while there has been none. */
  readonly definition?: object;
  readonly association?: object;
  /** Whether that is what the file says now. */
  readonly isCurrent: boolean;
  readonly languages: readonly string[];
  /** The fields whose answers can be put into the form again. */
  readonly keepable: readonly string[];
  /** Made-up data for a form in which somebody else's are declared; undefined for any other. */
  readonly given?: Readonly<
    Record<'ar' | 'en', readonly { readonly label: string; readonly value: string }[]>
  >;
  readonly faults: readonly PreviewFault[];
}

/** How the form is to be shown. */
export interface PreviewLook {
  readonly language: string;
  readonly numerals: 'latn' | 'arab';
  readonly scheme: 'light' | 'dark';
  /** Name of a theme of the kit; empty for none. */
  readonly theme: string;
}

/** What the page says to its frames. */
export type ToFrame =
  | { readonly kind: 'look'; readonly look: PreviewLook }
  | { readonly kind: 'state'; readonly state: PreviewState };

/** What a frame says to the page. */
export type FromFrame =
  | { readonly kind: 'ready' }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'sent'; readonly answers: Answers };
