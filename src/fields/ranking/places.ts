import type { RankingInput } from './ranking.type.js';

/**
 * The order once an option has been given a place, counted from 0. Who stands there moves on to the nearest free place;
 * where there is none, the last falls out.
 */
export function withPlace(input: RankingInput, value: string, place: number, places: number): RankingInput {
  const order = Array.from({ length: places }, (_, index) => input[index] ?? '').map((other) =>
    other === value ? '' : other,
  );
  const after = order.indexOf('', place);
  const free = after < 0 ? order.lastIndexOf('', place) : after;
  order.splice(free < 0 ? places - 1 : free, 1);
  order.splice(place, 0, value);
  return order;
}

/** The order without an option: those behind it move up. */
export function without(input: RankingInput, value: string): RankingInput {
  return input.filter((other) => other !== value);
}

/** The first free place; undefined where there is none. */
export function freePlace(input: RankingInput, places: number): number | undefined {
  const place = Array.from({ length: places }, (_, index) => input[index] ?? '').indexOf('');
  return place < 0 ? undefined : place;
}
