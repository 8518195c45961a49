/** Numbers below a limit, the same ones for the same seed (mulberry32). */
export function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** A copy of some bytes in which one, between two places, is another one. */
export function withOneByteChanged(
  bytes: Uint8Array,
  number: (limit: number) => number,
  [from, to]: readonly [number, number] = [0, bytes.length],
): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const at = from + number(to - from);
  changed[at] = ((changed[at] ?? 0) + 1 + number(255)) % 256;
  return changed;
}
