import type { FormDefinition } from '../../core/definition.js';
import { bringFields, canDraw, sayMore } from '../../fields/at-hand.js';
import { firstMessages, hasLaterMessages, laterMessages } from '../../locale/by-parts.js';
import type { Messages } from '../../locale/messages.js';

/** What a form is made of could not be brought: nothing is wrong with its definition. */
export class NotBrought extends Error {}

type Prefill = typeof import('./prefill.js').prefill;

let prefillHere: Prefill | undefined;

/** Has what it takes to begin a form with answers in a script from the beginning. */
export function addPrefill(prefill: Prefill): void {
  prefillHere = prefill;
}

/** The same, at once where it is here. Rejects with {@link NotBrought}. */
export function bringPrefill(): Prefill | Promise<Prefill> {
  return prefillHere ?? loadPrefill();
}

async function loadPrefill(): Promise<Prefill> {
  try {
    const { prefill } = await import('./prefill.js');
    prefillHere = prefill;
    return prefill;
  } catch (cause) {
    throw new NotBrought('The form could not be brought.', { cause });
  }
}

/** Has the sentences of a language on their way. Where they cannot be brought, {@link bringFor} says so. */
export async function expectLanguage(language: string): Promise<void> {
  await Promise.resolve(firstMessages(language)).catch(() => undefined);
}

/**
 * Brings what the first page of a definition needs to be drawn in a language, types of field and their sentences, and
 * gives the sentences: at once where all is here, as for the usual types in Arabic. Rejects with {@link NotBrought}.
 */
export function bringFor({ steps }: FormDefinition, language: string): Messages | Promise<Messages> {
  const first = steps.slice(0, 1);
  const fields = bringFields(steps, first);
  const messages = firstMessages(language);
  return fields === undefined && !(messages instanceof Promise) && !needsLater(first, language)
    ? messages
    : brought(first, language, fields);
}

/** Whether all is here that some steps are drawn with in a language: their fields, and what those say. */
export function canShow(steps: FormDefinition['steps'], language: string): boolean {
  return canDraw(steps) && !needsLater(steps, language);
}

async function brought(first: FormDefinition['steps'], language: string, fields: unknown): Promise<Messages> {
  try {
    // All at once, as far as it is known what is needed; what the types need besides is known when they are here.
    const early = needsLater(first, language) ? laterMessages(language) : firstMessages(language);
    const [messages] = await Promise.all([early, fields]);
    return needsLater(first, language) ? await laterMessages(language) : messages;
  } catch (cause) {
    throw new NotBrought('The form could not be brought.', { cause });
  }
}

function needsLater(steps: FormDefinition['steps'], language: string): boolean {
  return !hasLaterMessages(language) && sayMore(steps, language);
}
