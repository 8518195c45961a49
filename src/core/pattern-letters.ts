/*
 * Sets of characters as sets of bits. The characters of Unicode fall into few groups that a given pattern
 * cannot tell apart, so one character stands for each group: where a class of the pattern begins, and where
 * one ends. Whether it belongs to a class is asked of the engine's own RegExp, which knows every escape.
 */

/**
 * Where `\d`, `\w`, `\s`, `.` and their opposites begin and end; all up to the space, because of `\t` and
 * `\cA`.
 */
const LANDMARKS = [
  ...Array(34).keys(),
  ...[
    48, 58, 65, 91, 95, 96, 97, 123, 160, 161, 0x1680, 0x1681, 0x2000, 0x200b, 0x2028, 0x202a, 0x202f, 0x2030,
  ],
  ...[0x205f, 0x2060, 0x3000, 0x3001, 0xfeff, 0xff00],
];

const ESCAPED = /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/gi;

/**
 * The sets of the classes, escapes and single characters of a pattern that compiles with the flag u: two sets
 * share a bit if some character is in both. For `\p{…}` a group of more than 64 characters counts as
 * belonging to the set, so there the answer may err, towards sharing. Bit 0 is never set.
 */
export function letterSets(pattern: string): (source: string) => bigint {
  const characters = pattern.replace(ESCAPED, (_, braced, four, two) => {
    return String.fromCodePoint(Number.parseInt(braced ?? four ?? two, 16));
  });
  const borders = new Set(LANDMARKS);
  // Both as written and with escapes resolved: in `\\u0041` the second backslash begins no escape.
  for (const character of pattern + characters) {
    const code = character.codePointAt(0) ?? 0;
    borders.add(code);
    if (code < 0x10ffff) borders.add(code + 1);
  }
  const groups = [...borders].sort((one, other) => one - other);
  const known = new Map<string, bigint>();

  function ask(source: string): bigint {
    const matcher = new RegExp(`^${source}$`, 'u');
    const vague = /\\p/i.test(source);
    const bits = groups.map((from, index) => {
      return matches(matcher, from, vague ? (groups[index + 1] ?? 0x110000) : from + 1) ? '1' : '0';
    });
    return BigInt(`0b${bits.join('')}0`);
  }

  return (source) => {
    const code = source.codePointAt(0) ?? 0;
    // A character that stands for itself is a group of its own: there is nothing to ask.
    const plain = source !== '.' && source === String.fromCodePoint(code);
    const set =
      known.get(source) ?? (plain ? 1n << BigInt(groups.length - groups.indexOf(code)) : ask(source));
    known.set(source, set);
    return set;
  };
}

function matches(matcher: RegExp, from: number, to: number): boolean {
  if (to - from > 64) return true;
  for (let code = from; code < to; code++) if (matcher.test(String.fromCodePoint(code))) return true;
  return false;
}
