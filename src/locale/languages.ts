import { ar } from './ar.js';
import type { Messages } from './messages.js';

export { languageNames, spokenLanguage } from './spoken.js';

/** Languages that are loaded when they are first wanted; Arabic, the source, is always there. */
const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  en: async () => (await import('./en.js')).en,
};

const loaded = new Map<string, Messages>([['ar', ar]]);

/** The sentences of a spoken language, at once where they are already here. */
export function messagesOf(language: string): Messages | Promise<Messages> {
  return loaded.get(language) ?? load(language);
}

async function load(language: string): Promise<Messages> {
  const messages = (await loaders[language]?.()) ?? ar;
  loaded.set(language, messages);
  return messages;
}
