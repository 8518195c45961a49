/**
 * The one way to write a JSON value, after RFC 8785 (JCS): no spaces, names in the order of their UTF-16 code
 * units, numbers and texts as ECMAScript writes them. Two equal values give the same text, so the hash of the
 * text is a hash of the value; browser and receiver must agree on it to the byte.
 *
 * @throws TypeError for what JSON cannot say: `undefined` (also as a member or an item), NaN, infinities, big
 * integers, functions, symbols, lone surrogates, objects that are not plain (a Date would lose its value),
 * and values nested more than 1,000 deep, which a cycle is.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > 1000) throw new TypeError('This value is nested too deep or contains itself.');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  // With the flag u, \p{Cs} matches only surrogates that stand alone.
  if (typeof value === 'string' && !/\p{Cs}/u.test(value)) return JSON.stringify(value);
  // Array.from gives the holes of a sparse array as undefined; map would pass over them.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join()}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${write(name, depth)}:${write(value[name], depth + 1)}`).join()}}`;
  }
  throw new TypeError(`This ${typeof value} has no JSON form.`);
}

/** Plain objects of this or another realm: a value from an iframe has another `Object.prototype`. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
