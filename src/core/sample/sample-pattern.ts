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

/** How often something is repeated that may be repeated for ever. */
const OFTEN = 4;

/**
 * A text that a pattern takes, of those without look-around and back-references; undefined where chance found none. What
 * the pattern does not anchor is left without anything around it.
 */
export function sampleOfPattern(pattern: string, dice: Dice): string | undefined {
  const tokens = tokensOf(pattern);
  const matcher = new RegExp(pattern, 'u');
  for (let tries = 0; tries < 20; tries += 1) {
    const text = new PatternWriter(tokens, dice).alternatives();
    if (matcher.test(text)) return text;
  }
  return undefined;
}

/** Reads the tokens of a pattern once and writes what they would match. */
class PatternWriter {
  readonly #tokens: readonly string[];
  readonly #dice: Dice;
  #at = 0;

  constructor(tokens: readonly string[], dice: Dice) {
    this.#tokens = tokens;
    this.#dice = dice;
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
      return text;
    }
    if (/^([$^]|\\[bB])$/.test(token)) return '';
    if (/^[^\\[.]$/u.test(token)) return token;
    const one = new RegExp(`^${token}$`, 'u');
    const fitting = candidates.filter((character) => one.test(character));
    return fitting.length === 0 ? '' : this.#dice.pick(fitting);
  }

  #times(): number {
    const [whole, sign, from, comma, to] =
      /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??$/.exec(this.#tokens[this.#at] ?? '') ?? [];
    if (whole === undefined) return 1;
    this.#at += 1;
    if (sign === '?') return this.#dice.whole(0, 1);
    if (sign !== undefined) return this.#dice.whole(sign === '+' ? 1 : 0, OFTEN);
    const least = Number(from);
    return comma === '' ? least : this.#dice.whole(least, to ? Number(to) : least + OFTEN);
  }
}
