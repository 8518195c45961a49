/** How much work is asked for: so many puzzles, each of which takes some 2^bits tries. Many small ones take more nearly the same time than one large one. */
export interface Work {
  readonly puzzles: number;
  readonly bits: number;
}

/** What is hashed (SHA-256, UTF-8) when a number is tried as the solution of a puzzle of a challenge. */
export function workText(challenge: string, puzzle: number, number: number): string {
  return `${challenge}:${puzzle}:${number}`;
}

/** Whether a digest, in hexadecimal, begins with so many zero bits. */
export function beginsWithZeros(digest: string, bits: number): boolean {
  const whole = Math.floor(bits / 4);
  if (!/^0*$/.test(digest.slice(0, whole))) return false;
  return Number.parseInt(digest.charAt(whole), 16) < 2 ** (4 - (bits % 4));
}
