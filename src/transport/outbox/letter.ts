import type { Text } from '../../core/text.js';
import type { Fate } from '../delivery.js';
import { httpTransport } from '../http-transport.js';
import { surveyTransport } from '../survey-transport.js';
import type { Transport } from '../transport.js';

/** What a person has submitted and no receipt has come for, with all that is needed to send it on another day. */
export interface Letter extends Fate {
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  /** Absolute address of the receiver. */
  readonly receiver: string;
  /** Where it is answers to a survey; `invitation` where one is needed. */
  readonly survey?: { readonly invitation?: string };
  /** Name of the form in its languages, to say which it is where the form is not at hand. */
  readonly title: Text;
  readonly languages: readonly string[];
  /** ISO 8601, UTC. */
  readonly submittedAt: string;
}

/** Its values in the vault, one by one: what is shown of it, the definition it answers, and each of its files. */
export const LETTER = 'letter';
export const STATE = 'state';
export const DEFINITION = 'definition';
export const fileValue = (id: string): string => `file:${id}`;

/** The way it was meant to be sent. */
export function transportFor(letter: Letter): Transport {
  return letter.survey === undefined
    ? httpTransport(letter.receiver)
    : surveyTransport(letter.receiver, letter.survey.invitation, {}, {}, letter);
}
