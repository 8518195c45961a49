import type { ProcessDefinition } from './process.js';

/** A move that was made, and the state it led to. */
export interface MadeMove {
  readonly move: string;
  readonly to: string;
}

/**
 * The states that a request came through to where it stands: the first is the start, the last the present one, and the one
 * before that is where a move with `back` leads. What was left by such a move is no part of the way any more, and staying
 * where it is no step of it: so two referrals in a row, or one inside another, lead back out again one by one.
 */
export function wayOf(process: ProcessDefinition, made: readonly MadeMove[]): readonly string[] {
  const leadsBack = new Set(process.moves.filter(({ back }) => back === true).map(({ id }) => id));
  const way = [process.start];
  for (const { move, to } of made) {
    if (leadsBack.has(move) && way.at(-2) === to) way.pop();
    else if (way.at(-1) !== to) way.push(to);
  }
  return way;
}
