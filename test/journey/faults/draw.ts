/** What is drawn for one run: the same numbers in the same order for the same words. */
export class Draw {
  #state: number;

  /** @param words the seed, the fault and the number of the run. */
  constructor(...words: readonly (string | number)[]) {
    // FNV-1a over the words.
    let hash = 0x811c9dc5;
    for (const letter of words.join(' ')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    this.#state = hash >>> 0;
  }

  /** A number from 0 up to but not 1 (mulberry32). */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  from(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  oneOf<T>(...choices: readonly [T, ...T[]]): T {
    return choices[this.from(0, choices.length - 1)] as T;
  }

  /** So many hexadecimal digits. */
  digits(count: number): string {
    return Array.from({ length: count }, () => this.from(0, 15).toString(16)).join('');
  }
}
