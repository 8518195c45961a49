import type { CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';

/** Languages that the command speaks. */
export type Language = 'ar' | 'en';

/**
 * The language of what a command says: that of `--language`, or else the one the terminal is set to (POSIX: `LC_ALL`
 * goes before `LC_MESSAGES`, and that before `LANG`); English where that is neither of the two.
 */
export function languageOf({ language }: CommandLine['values'], { environment }: Terminal): Language {
  if (language === 'ar' || language === 'en') return language;
  if (language !== undefined) throw new UsageError('--language must be ar or en.');
  const { LC_ALL: all, LC_MESSAGES: messages, LANG: usual = '' } = environment;
  return /^ar(?![a-z])/i.test(all || messages || usual) ? 'ar' : 'en';
}
