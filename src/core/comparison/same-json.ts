import { canonicalJson } from '../canonical-json.js';

/** Whether two values are the same as JSON, in whatever order the keys stand; what is undefined is not there. */
export function isSame(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify([value])));
}
