/** Chance that can be had again: the same seed throws the same numbers. Nothing that is secret may come of it. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to 1, without 1 (mulberry32, by Tommy Ettinger). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Yes in so many of all cases, from 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @throws TypeError where there is nothing to pick from */
  pick<Item>(from: readonly Item[]): Item {
    if (from.length === 0) throw new TypeError('nothing to pick from');
    return from[this.whole(0, from.length - 1)] as Item;
  }

  /** Some of the items in another order. */
  some<Item>(from: readonly Item[], count: number): Item[] {
    const rest = [...from];
    return Array.from({ length: Math.min(count, rest.length) }, () =>
      rest.splice(this.whole(0, rest.length - 1), 1),
    ).flat();
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 9)).join('');
  }
}
