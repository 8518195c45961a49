import type * as z from 'zod/mini';
import type { Text } from '../text.js';
import type { processSchema } from './process-shape.js';

/** A process that has been parsed: every name in it leads somewhere, and every request comes to an end. */
export type ProcessDefinition = z.infer<typeof processSchema>;

export type StateDefinition = ProcessDefinition['states'][number];
export type MoveDefinition = ProcessDefinition['moves'][number];
export type Need = NonNullable<MoveDefinition['needs']>[number];

/** Who acts beside the roles of a process. */
export const APPLICANT = 'applicant';

/** What an officer found when he compared an answer or a document with its source. */
export const findings = ['matched', 'mismatch', 'expired', 'unreadable'] as const;
export type Finding = (typeof findings)[number];

/** Where a request stands: all that the rules look at. */
export interface Progress {
  readonly state: string;
  /** Where a move with `back` leads: the last but one of `wayOf`. Undefined in the first state. */
  readonly before: string | undefined;
  /** The day (ISO, in Riyadh) on which each state was first entered. */
  readonly since: Readonly<Record<string, string>>;
  /** Fields of `verify` that were answered and are to be found matched before anybody decides. */
  readonly toVerify: readonly string[];
  readonly found: Readonly<Record<string, Finding>>;
  /** How many things that were asked for have not come. */
  readonly open: number;
}

/** What comes with a move. */
export interface MoveInput {
  readonly reason?: Text | undefined;
  /** How many things are asked for. */
  readonly missing?: number | undefined;
  readonly service?: { readonly type: Text; readonly on: string } | undefined;
  /** Why it is done before its time. */
  readonly override?: string | undefined;
}

/** Why a move cannot be made. */
export type MoveRefusal =
  | { readonly code: 'unknown-move' }
  /** Not from the state the request is in. */
  | { readonly code: 'not-now' }
  | { readonly code: 'not-yours' }
  /** What the request lacks; `fields` are those not yet found matched. */
  | {
      readonly code: 'not-ready';
      readonly need: 'verified' | 'nothingMissing';
      readonly fields: readonly string[];
    }
  /** What the move lacks. */
  | { readonly code: 'incomplete'; readonly need: 'missing' | 'reason' | 'service' }
  /** Not before a day; `mayOverride` where a reason would do. */
  | { readonly code: 'too-early'; readonly notBefore: string; readonly mayOverride: boolean };

/** What comes of a move: the state it leads to, and whether it was made before its time. */
export type MoveResult =
  | { readonly to: string; readonly isEarly: boolean; readonly refusal?: undefined }
  | { readonly refusal: MoveRefusal };
