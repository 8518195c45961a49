import { letterSets } from './pattern-letters.js';

/** A pattern a person writes has a tenth of this; the bound keeps a hostile one from costing time. */
const LONGEST_PATTERN = 500;

/** Steps of a backtracking matcher: measured, at most 60 ms on a computer. Twenty times 1,000 squared. */
const MOST_STEPS = 20_000_000;

/** Why a pattern is refused: `locale/` has the sentence of the code. */
export interface PatternProblem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * Why a `pattern` that a web admin wrote is refused; `undefined` where it may be used. The browser and the
 * receiver run it on what anybody types, so its time must be bounded by its form (OWASP ASVS 5.0, 1.3.12); see
 * `patternCost` for the rule. An answer longer than `longest` characters must be refused before the pattern is
 * tried.
 */
export function patternProblem(pattern: string, longest = 1000): PatternProblem | undefined {
  if (pattern.length > LONGEST_PATTERN) return { code: 'pattern-length', params: { most: LONGEST_PATTERN } };
  try {
    new RegExp(pattern, 'u');
  } catch {
    return { code: 'pattern-syntax' };
  }
  const cost = patternCost(pattern, longest);
  if (Number.isNaN(cost)) return { code: 'pattern-reference' };
  if (cost === Number.POSITIVE_INFINITY) return { code: 'pattern-endless' };
  return cost > MOST_STEPS ? { code: 'pattern-slow' } : undefined;
}

/**
 * An upper bound for the characters a backtracking matcher compares to search a text of `longest` characters,
 * give or take a small factor. Infinite where it is exponential, NaN where the pattern holds what is not
 * reckoned with: back-references, look-around, inline flags. Expects a pattern that compiles with the flag u.
 *
 * The rule. A backtracking matcher tries every way in which the pattern can match the beginning of a text.
 * Read from the left, each part multiplies the number of ways:
 * - a repetition or an optional part multiplies by the number of its possible counts, `longest` + 1 where it
 *   has no upper bound, but by 1 where the next character decides whether it goes on: in `\d+-` no digit is a
 *   dash;
 * - alternatives add up, unless their first characters decide;
 * - a bounded repetition of something with several ways raises them to a power;
 * - an unbounded repetition of something with several ways is exponential: `(a+)+`, `(a|aa)*`, `(\w+\s?)*`;
 * - a pattern that does not begin with `^` is tried at each place of the text: times `longest` + 1. The cost
 *   is the sum, over the parts, of the ways that lead to a part and its own length. With the default length
 *   two unbounded repetitions that can match the same characters are allowed, three are not.
 */
export function patternCost(pattern: string, longest: number): number {
  const tokens = tokensOf(pattern);
  if (tokens.some((token) => FOREIGN.test(token))) return Number.NaN;
  const places = longest + 1;
  const whole = readPattern(tokens, letterSets(pattern), places);
  const { steps } = whole.count(END);
  return whole.anchored ? steps + places : steps * places;
}

const CLASS = /\[(?:\\.|[^\]\\])*\]/;
const ESCAPE = /\\(?:[pu]\{[^}]*\}|ud[89ab]..\\ud[c-f]..|u.{4}|x..|c.|.)/;
const GROUP = /\((?:\?(?:<?[=!]|<[^>]*>|[^:]*:))?/;
const REPETITION = /(?:[*+?]|\{[^}]*\})\??/;

/** Back-references, look-around and inline flags; `\0` is the character NUL. */
const FOREIGN = /^(?:\\[1-9k]|\(\?(?:<?[=!]|[^<:]))/;

/** Classes, escapes, openings of groups and repetitions, and every other character by itself. */
export function tokensOf(pattern: string): readonly string[] {
  const kinds = [CLASS, ESCAPE, GROUP, REPETITION, /./].map(({ source }) => source);
  return pattern.match(new RegExp(kinds.join('|'), 'gisu')) ?? [];
}

/** The bit that stands for the end of the text in sets of characters. */
const END = 1n;

/** How many ways lead through a part of the pattern, and what it takes to try them all. */
interface Count {
  readonly ways: number;
  readonly steps: number;
}

interface Part {
  /** The characters it can begin with. */
  readonly first: bigint;
  /** Whether it can match nothing. */
  readonly empty: boolean;
  /** Whether it can match at the beginning of the text only. */
  readonly anchored: boolean;
  /** How many characters and classes it compares, a repetition with no upper bound counted once. */
  readonly size: number;
  /** The ways through it, given the characters that can come after it. */
  count(follow: bigint): Count;
}

function single(first: bigint, empty = false, anchored = false): Part {
  return { first, empty, anchored, size: 1, count: () => ({ ways: 1, steps: 1 }) };
}

function readPattern(tokens: readonly string[], lettersOf: (source: string) => bigint, places: number): Part {
  let at = 0;

  function alternatives(): Part {
    const parts = [sequence()];
    while (tokens[at] === '|') {
      at++;
      parts.push(sequence());
    }
    return alternation(parts);
  }

  function sequence(): Part {
    const parts: Part[] = [];
    for (let token = tokens[at]; token !== undefined && token !== '|' && token !== ')'; token = tokens[at]) {
      at++;
      parts.push(repeated(atom(token)));
    }
    return parts.reduceRight((rest, part) => inSequence(part, rest), single(0n, true));
  }

  function atom(token: string): Part {
    if (token === '^') return single(0n, true, true);
    if (token === '$') return single(END);
    if (token === '\\b' || token === '\\B') return single(0n, true);
    if (!token.startsWith('(')) return single(lettersOf(token));
    const group = alternatives();
    at++;
    return group;
  }

  function repeated(part: Part): Part {
    const [, sign, from, comma, to] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??$/.exec(tokens[at] ?? '') ?? [];
    if (!sign && !from) return part;
    at++;
    const open = sign === '*' || sign === '+' || (comma && !to);
    const min = from ? Number(from) : sign === '+' ? 1 : 0;
    return repetition(part, min, open ? Number.POSITIVE_INFINITY : Number(to || from || 1), places);
  }

  return alternatives();
}

function inSequence(part: Part, rest: Part): Part {
  return {
    first: part.empty ? part.first | rest.first : part.first,
    empty: part.empty && rest.empty,
    anchored: part.anchored,
    size: part.size + rest.size,
    count(follow) {
      const before = part.count(rest.empty ? rest.first | follow : rest.first);
      const after = rest.count(follow);
      return { ways: before.ways * after.ways, steps: before.steps + before.ways * after.steps };
    },
  };
}

function alternation(parts: readonly Part[]): Part {
  return {
    first: parts.reduce((first, part) => first | part.first, 0n),
    empty: parts.some((part) => part.empty),
    anchored: parts.every((part) => part.anchored),
    size: sum(parts.map((part) => part.size)),
    count(follow) {
      let seen = 0n;
      let decided = true;
      const counts = parts.map((part) => {
        const start = part.empty ? part.first | follow : part.first;
        if (seen & start) decided = false;
        seen |= start;
        return part.count(follow);
      });
      const ways = counts.map((count) => count.ways);
      return {
        ways: decided ? Math.max(...ways) : sum(ways),
        steps: sum(counts.map((count) => count.steps)),
      };
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function repetition(part: Part, min: number, max: number, places: number): Part {
  const times = Math.min(max, places);
  return {
    first: max ? part.first : 0n,
    empty: part.empty || min === 0,
    anchored: part.anchored && min > 0,
    size: part.size * (max === Number.POSITIVE_INFINITY ? 1 : times),
    count(follow) {
      if (max === 0) return { ways: 1, steps: 1 };
      const inner = part.count(max > 1 ? follow | part.first : follow);
      const decided = !(part.first & follow);
      const choices = decided ? 1 : Math.min(max - min + 1, places);
      if (max === Number.POSITIVE_INFINITY) {
        return inner.ways > 1 ? { ways: max, steps: max } : { ways: choices, steps: part.size * places };
      }
      return { ways: inner.ways ** max * choices, steps: inner.steps * inner.ways ** (max - 1) * times };
    },
  };
}
