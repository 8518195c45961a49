import { tokensOf } from '../pattern.js';
import type { Dice } from './dice.js';

/** What a class of characters is tried with: digits and letters of both scripts before all that is seldom meant. */
const candidates = [
  ...'0123456789',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...'abcdefghijklmnopqrstuvwxyz',
  ...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  ..."-_.@/:+ ,;#()[]{}!?&%*='~",
];

/** How much more often than it must something is repeated. */
const OFTEN = 4;

/** Texts that are written before a pattern is given up. */
const TRIES = 20;

/**
 * A text that a pattern takes; undefined where chance found none, as it may where the pattern looks ahead or back. What
 * the pattern does not anchor is left without anything around it.
 */
export function sampleOfPattern(pattern: string, dice: Dice): string | undefined {
  const tokens = tokensOf(pattern);
  const matcher = new RegExp(pattern, 'u');
  const known = new Map<string, readonly string[]>();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const text = new PatternWriter(tokens, dice, known).alternatives();
    if (matcher.test(text)) return text;
  }
  return undefined;
}

/** Reads the tokens of a pattern once and writes what they would match. */
class PatternWriter {
  readonly #tokens: readonly string[];
  readonly #dice: Dice;
  /** The characters that a class or an escape takes. */
  readonly #known: Map<string, readonly string[]>;
  #at = 0;

  constructor(tokens: readonly string[], dice: Dice, known: Map<string, readonly string[]>) {
    this.#tokens = tokens;
    this.#dice = dice;
    this.#known = known;
  }

  alternatives(): string {
    const texts = [this.#sequence()];
    while (this.#tokens[this.#at] === '|') {
      this.#at += 1;
      texts.push(this.#sequence());
    }
    return this.#dice.pick(texts);
  }

  #sequence(): string {
    let text = '';
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token === '|' || token === ')') return text;
      const start = this.#at;
      const one = this.#atom();
      const after = this.#at;
      const times = this.#times();
      const end = this.#at;
      if (times > 0) text += one;
      // What is repeated is written anew each time.
      for (let count = 1; count < times; count += 1) {
        this.#at = start;
        text += this.#atom();
      }
      this.#at = Math.max(after, end);
    }
  }

  #atom(): string {
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (token.startsWith('(')) {
      const text = this.alternatives();
      this.#at += 1;
      // What is only looked at is written by what stands behind it, or not at all.
      return /^\(\?<?[=!]/.test(token) ? '' : text;
    }
    if (/^([$^]|\\[bB])$/.test(token)) return '';
    if (/^[^\\[.]$/u.test(token)) return token;
    const fitting = this.#fitting(token);
    return fitting.length === 0 ? '' : this.#dice.pick(fitting);
  }

  #fitting(token: string): readonly string[] {
    const known = this.#known.get(token);
    if (known !== undefined) return known;
    const one = new RegExp(`^${token}$`, 'u');
    const fitting = candidates.filter((character) => one.test(character));
    this.#known.set(token, fitting);
    return fitting;
  }

  #times(): number {
    const [whole, sign, from, comma, to] =
      /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??$/.exec(this.#tokens[this.#at] ?? '') ?? [];
    if (whole === undefined) return 1;
    this.#at += 1;
    if (sign === '?') return this.#dice.whole(0, 1);
    if (sign !== undefined) return this.#dice.whole(sign === '+' ? 1 : 0, OFTEN);
    const least = Number(from);
    return comma === ''
      ? least
      : this.#dice.whole(least, Math.min(to ? Number(to) : Number.POSITIVE_INFINITY, least + OFTEN));
  }
}
