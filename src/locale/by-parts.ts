import { arFirst } from './ar-first.js';
import type { FirstMessages, LaterMessages, Messages } from './messages.js';

/*
 * The sentences of forms in a browser come in two parts: those of the first page, of which the Arabic ones are always
 * here, and all others beside it. Whoever says one of the others has seen to it that they are here: `laterMessages`.
 */

const firsts: Readonly<Record<string, () => Promise<FirstMessages>>> = {
  en: async () => (await import('./en-first.js')).enFirst,
};

const laters: Readonly<Record<string, () => Promise<LaterMessages>>> = {
  ar: async () => (await import('./ar-later.js')).arLater,
  en: async () => (await import('./en-later.js')).enLater,
};

/** What is here, by language. The others are put in as they come, so that whoever holds the first has them too. */
const here = new Map<string, Messages>([['ar', { ...arFirst } as Messages]]);
const complete = new Set<string>();

/** The sentences of the first page in a spoken language, at once where they are already here. */
export function firstMessages(language: string): Messages | Promise<Messages> {
  return here.get(language) ?? loadFirst(language);
}

/** The same, and all others with them. Throws where they cannot be brought; asked again, it tries again. */
export async function laterMessages(language: string): Promise<Messages> {
  const [messages, later] = await Promise.all([
    firstMessages(language),
    complete.has(language) ? undefined : laters[language]?.(),
  ]);
  if (later !== undefined) addMessages(language, later);
  complete.add(language);
  return messages;
}

/** Whether all sentences of a language are here. */
export function hasLaterMessages(language: string): boolean {
  return complete.has(language);
}

/** Puts in what some types of field bring themselves. */
export function addMessages(language: string, added: Partial<Messages>): void {
  const messages = here.get(language);
  if (messages !== undefined) Object.assign(messages, added);
}

async function loadFirst(language: string): Promise<Messages> {
  const first = await firsts[language]?.();
  // Asked for twice at once, they are put where they are already.
  const messages = here.get(language) ?? ({ ...(first ?? arFirst) } as Messages);
  here.set(language, messages);
  return messages;
}
