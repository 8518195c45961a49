import type { FirstMessages, LaterMessages, Messages } from './messages.js';

/*
 * The sentences of forms in a browser come in two parts: those of the first page, of which a script may bring one
 * language with it, and all others beside it. Whoever says one of the others has seen to it that they are here: `laterMessages`.
 */

const arabic = async () => (await import('./ar-first.js')).arFirst;

const firsts: Readonly<Record<string, () => Promise<FirstMessages>>> = {
  ar: arabic,
  en: async () => (await import('./en-first.js')).enFirst,
};

const laters: Readonly<Record<string, () => Promise<LaterMessages>>> = {
  ar: async () => (await import('./ar-later.js')).arLater,
  en: async () => (await import('./en-later.js')).enLater,
};

/** What is here, by language. The others are put in as they come, so that whoever holds the first has them too. */
const here = new Map<string, Messages>();
/** What came before the sentences it belongs to. */
const early = new Map<string, Partial<Messages>>();
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
  if (messages === undefined) early.set(language, { ...early.get(language), ...added });
  else Object.assign(messages, added);
}

/** Puts in the sentences of the first page; where they are already, those stay. */
export function addFirst(language: string, first: FirstMessages): Messages {
  const messages = here.get(language) ?? ({ ...first, ...early.get(language) } as Messages);
  here.set(language, messages);
  return messages;
}

async function loadFirst(language: string): Promise<Messages> {
  return addFirst(language, await (firsts[language] ?? arabic)());
}
