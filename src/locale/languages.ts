import { ar } from './ar.js';
import type { Messages } from './messages.js';

/** Languages that are loaded when they are first wanted; Arabic, the source, is always there. */
const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  en: async () => (await import('./en.js')).en,
};

const loaded = new Map<string, Messages>([['ar', ar]]);

/** The languages the kit speaks, the source first, each with its own name for itself. */
export const languageNames: Readonly<Record<string, string>> = { ar: ar.languageName, en: 'English' };

/** The nearest language the kit speaks to a BCP 47 code: `en` for `en-GB`; Arabic where there is none. */
export function spokenLanguage(code: string): string {
  const base = code.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(languageNames, base) ? base : 'ar';
}

/** The sentences of a spoken language, at once where they are already here. */
export function messagesOf(language: string): Messages | Promise<Messages> {
  return loaded.get(language) ?? load(language);
}

async function load(language: string): Promise<Messages> {
  const messages = (await loaders[language]?.()) ?? ar;
  loaded.set(language, messages);
  return messages;
}
