import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { patternCost, patternProblem } from '../../src/core/pattern.js';
import { letterSets } from '../../src/core/pattern-letters.js';
import { comesToAnEnd } from './comes-to-an-end.js';

/** The patterns every list of denial-of-service expressions begins with, and some of their relatives. */
const CATASTROPHIC = [
  '(a+)+$',
  '(a|aa)+$',
  '(a|a)*$',
  '(.*a){20}',
  '^(.*a){20}',
  '^(\\w+\\s?)*$',
  '(x+x+)+y',
  '([a-zA-Z]+)*$',
  '\\d+\\d+\\d+$',
  '^(a+)+$',
  '^(a?){30}a{30}$',
  '^(a*)*b',
  '^(a*?)*?b',
  '^([^,]*,?)*$',
  '^(\\d+|\\w+)*!$',
  '^((ab)*)*$',
  '^(a|b|ab)*c$',
  '^(?:a|\\x61)*$',
  '^(?:(?:a?|b)b)*$',
  '^(?:(?:|b)b)*$',
  `^${'(?:a|)'.repeat(30)}a{30}$`,
  '^(?<word>\\S+\\s*)+$',
  '^.*.*.*x$',
  '^\\s*(.*)\\s*$',
  '^a*a*a*$',
  '.*=.*;.*',
  `^.*.*${'a'.repeat(400)}`,
  '[^@\\s]+@[^@\\s]+\\.[a-z]{2,}',
  '^(.*?,){11}P',
  '^(a{1,2}){40}$',
  '^a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a{24}$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
  '^(?:[\\u{61}-c]+[abc]*)*$',
  '^(\\p{L}|\\p{Lu})*$',
  '^(\\u0627|[\\u0621-\\u064A])+$',
  '^([\\ud83d\\ude00-\\ud83d\\ude4f]+)+$',
];

const SAFE = [
  '',
  '^[A-Z]{4}\\d{4}$',
  '^\\d{10}$',
  '^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$',
  '^(SA)?\\d{22}$',
  '^(red|green|blue)$',
  '^[\\u0621-\\u064A ]+$',
  '^[1-8]\\d{4}$',
  '^(\\+966|00966|0)?5\\d{8}$',
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  '^(\\d{1,3}\\.){3}\\d{1,3}$',
  '^https?://[^\\s/]+(/\\S*)?$',
  '^\\p{L}+ \\p{L}+ \\p{L}+$',
  "^[\\p{L}\\p{M}' -]+$",
  '^\\p{L}+(?: \\p{L}+)*$',
  '^\\w+(-\\w+)*$',
  '^(?:\\d{3},)*\\d{3}$',
  '^(a|b)*$',
  '^#[\\da-f]{6}$',
  '^\\S+\\s+\\S+$',
  '^.+$',
  '^.*foo.*$',
  '\\d',
  '[A-Z]{4}\\d{4}',
  '\\d+$',
  '^(?<year>\\d{4})/(?<number>\\d+)$',
  '^\\u{1F600}+\\x20\\cA*\\0?$',
  '^\\/\\.[\\-]?$',
  '^[^\\]\\\\[]+[\\]]$',
  '^(?:)$',
  '\\bword\\b',
  '^a{3}$|^b+$',
];

const LOOKING = ['^(a)\\1$', '(?<x>a)\\k<x>', '^(?=.*\\d).+$', 'a(?!b)', '(?<=a)b', '(?<!a)b'];

const BROKEN = [
  '(',
  ')',
  '[',
  'a{',
  '*',
  '+a',
  '\\',
  'a**',
  '(?<x',
  '\\p{Foo}',
  '\\_',
  '{1}',
  '[b-a]',
  'a{2,1}',
  '\\1',
];

describe('patternProblem', () => {
  it('refuses what could take for ever', () => {
    for (const pattern of CATASTROPHIC)
      assert.match(patternProblem(pattern)?.code ?? '', /^pattern-(?:endless|slow)$/, pattern);
  });

  it('takes what an admin needs', () => {
    for (const pattern of SAFE) assert.equal(patternProblem(pattern), undefined, pattern);
  });

  it('refuses what looks around or back, and what is no expression', () => {
    for (const pattern of LOOKING) assert.equal(patternProblem(pattern)?.code, 'pattern-reference', pattern);
    for (const pattern of BROKEN) assert.equal(patternProblem(pattern)?.code, 'pattern-syntax', pattern);
    assert.deepEqual(patternProblem('a'.repeat(501)), { code: 'pattern-length', params: { most: 500 } });
    // Inline flags are younger than some engines.
    assert.match(patternProblem('^(?i:a+)$')?.code ?? '', /^pattern-(?:syntax|reference)$/);
  });

  it('reckons with the longest answer', () => {
    assert.equal(patternProblem('^\\d+\\d+\\d+$', 100), undefined);
    assert.notEqual(patternProblem('^\\d+\\d+\\d+$', 1000), undefined);
  });

  it('takes nothing that the engine itself is slow with', () => {
    const words = ['a', '1', ' ', 'a ', '1.', 'a@', '@a.', 'ء', 'ء ', '-', 'a-', '111,', 'foo', '/', 'x=;'];
    const texts = words.flatMap((word) =>
      ['', '!', '\n'].map((end) => word.repeat(1000).slice(0, 999) + end),
    );
    comesToAnEnd(() => {
      for (const pattern of SAFE) for (const text of texts) new RegExp(pattern, 'u').test(text);
    });
  });

  it('allows two open repetitions for the same characters, and no third', () => {
    assert.equal(patternProblem('^\\w+\\d+$'), undefined);
    assert.notEqual(patternProblem('^\\w+\\d+\\w+$'), undefined);
    assert.equal(patternProblem('^\\w+-\\d+-\\w+-\\w+$'), undefined);
    // Without ^ the search for the beginning is the third.
    assert.notEqual(patternProblem('\\w+\\d+$'), undefined);
  });

  it('judges any text within a moment, and never throws', () => {
    const pieces = [
      'a',
      'b',
      '.',
      '\\d',
      '\\p{L}',
      '[a-z]',
      '[^a]',
      '(',
      '(?:',
      ')',
      '|',
      '*',
      '+',
      '?',
      '{2}',
      '{1,}',
    ];
    pieces.push(
      '{0,3}',
      '^',
      '$',
      '\\b',
      '\\',
      '[',
      ']',
      '-',
      '\\1',
      '(?=',
      '\\u0041',
      '\\u{1F600}',
      '\\ud83d\\ude00',
      'ء',
    );
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (pattern) => {
        const problem = patternProblem(pattern);
        assert.ok(problem === undefined || /^pattern-[a-z]+$/.test(problem.code));
      }),
      { numRuns: 5000 },
    );
    const characters = Array.from({ length: 165 }, (_, index) => String.fromCodePoint(0x4e00 + 2 * index));
    const hostile = [
      characters.map((character) => `${character}?`).join(''),
      `(${characters.join('|')})*`,
      characters.map((character) => `[${character}]`).join(''),
      '\\p{L}'.repeat(100),
      characters
        .slice(0, 60)
        .map((character) => `[\\p{L}${character}]`)
        .join(''),
      '('.repeat(250) + ')'.repeat(250),
      '(a?'.repeat(100) + ')*'.repeat(100),
      'a?'.repeat(250),
    ];
    comesToAnEnd(() => {
      for (const pattern of hostile) patternProblem(pattern);
    });
  });
});

describe('letterSets', () => {
  it('shares a bit between two sets exactly where a character is in both', () => {
    const sets = [
      'a',
      '[a-z]',
      '[^a-z]',
      '\\d',
      '\\D',
      '\\w',
      '\\W',
      '\\s',
      '\\S',
      '.',
      '[\\s\\S]',
      '[^]',
      '[]',
      'é',
      '\\n',
    ];
    sets.push(
      '[\\u0621-\\u064A]',
      '[^\\s@]',
      '\\u{1F600}',
      '[\\ud83d\\ude00-\\ud83d\\ude02]',
      '[^0-8]',
      '\\x41',
      '\\cA',
      '\\0',
      '_',
      '\\.',
    );
    const of = letterSets(sets.join(''));
    const codes = [
      ...Array(0x3002).keys(),
      0xfeff,
      0xff00,
      0xd800,
      0x1f5ff,
      0x1f600,
      0x1f601,
      0x1f602,
      0x10ffff,
    ];
    for (const one of sets) {
      for (const other of sets) {
        const [first, second] = [new RegExp(`^${one}$`, 'u'), new RegExp(`^${other}$`, 'u')];
        const met = codes.some((code) => {
          const character = String.fromCodePoint(code);
          return first.test(character) && second.test(character);
        });
        assert.equal((of(one) & of(other)) !== 0n, met, `${one} ${other}`);
      }
    }
  });

  it('errs towards sharing where a property is asked for', () => {
    const of = letterSets('[\\p{L}][\\u0621-\\u064A] -\\d\\P{L}[^a]');
    for (const apart of [' ', '-', '\\d']) assert.equal(of('\\p{L}') & of(apart), 0n, apart);
    for (const met of ['[\\u0621-\\u064A]', '[^a]', '\\p{L}'])
      assert.notEqual(of('\\p{L}') & of(met), 0n, met);
  });
});

/**
 * A pattern as a tree, and its source: enough to match it by the rules of backtracking and count the steps.
 */
type Node =
  | { kind: 'set'; source: string; letters: string }
  | { kind: 'start' | 'end' }
  | { kind: 'all' | 'any'; nodes: Node[] }
  | { kind: 'repeat'; node: Node; min: number; max: number; lazy: boolean };

function sourceOf(node: Node): string {
  switch (node.kind) {
    case 'set':
      return node.source;
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'all':
      return node.nodes.map(sourceOf).join('');
    case 'any':
      return `(?:${node.nodes.map(sourceOf).join('|')})`;
    case 'repeat': {
      const { min, max, lazy } = node;
      const times = max === Infinity ? (min === 0 ? '*' : min === 1 ? '+' : `{${min},}`) : `{${min},${max}}`;
      return `(?:${sourceOf(node.node)})${times}${lazy ? '?' : ''}`;
    }
  }
}

class TooManySteps extends Error {}

/** Searches as an engine does, from each place, and says whether it found; throws after `most` steps. */
function found(pattern: Node, text: string, most: number): boolean {
  let steps = 0;
  function match(node: Node, at: number, then: (at: number) => boolean): boolean {
    if (!('node' in node) && !('nodes' in node)) steps += 1;
    if (steps > most) throw new TooManySteps();
    switch (node.kind) {
      case 'set':
        return at < text.length && node.letters.includes(text[at]!) && then(at + 1);
      case 'start':
        return at === 0 && then(at);
      case 'end':
        return at === text.length && then(at);
      case 'all':
        return inOrder(node.nodes, 0, at, then);
      case 'any':
        return node.nodes.some((inner) => match(inner, at, then));
      case 'repeat':
        return again(node, 0, at, then);
    }
  }
  function inOrder(nodes: Node[], index: number, at: number, then: (at: number) => boolean): boolean {
    const node = nodes[index];
    return node === undefined ? then(at) : match(node, at, (next) => inOrder(nodes, index + 1, next, then));
  }
  function again(
    node: Node & { kind: 'repeat' },
    times: number,
    at: number,
    then: (at: number) => boolean,
  ): boolean {
    const more = () =>
      times < node.max &&
      match(node.node, at, (next) => (next > at || times < node.min) && again(node, times + 1, next, then));
    const enough = () => times >= node.min && then(at);
    return node.lazy ? enough() || more() : more() || enough();
  }
  for (let at = 0; at <= text.length; at++) if (match(pattern, at, () => true)) return true;
  return false;
}

const set = fc.constantFrom<Node>(
  { kind: 'set', source: 'a', letters: 'a' },
  { kind: 'set', source: 'b', letters: 'b' },
  { kind: 'set', source: '[ab]', letters: 'ab' },
  { kind: 'set', source: '[^a]', letters: 'bc!' },
  { kind: 'set', source: '.', letters: 'abc!' },
  { kind: 'set', source: '\\w', letters: 'abc' },
  { kind: 'set', source: 'c', letters: 'c' },
);

const { tree } = fc.letrec<{ tree: Node; all: Node; any: Node; repeat: Node }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    set,
    tie('all'),
    tie('repeat'),
    tie('any'),
    tie('repeat'),
  ),
  all: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((nodes) => ({ kind: 'all', nodes })),
  any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((nodes) => ({ kind: 'any', nodes })),
  repeat: fc
    .tuple(
      tie('tree'),
      fc.constantFrom([0, Infinity], [1, Infinity], [0, 1], [2, 4], [3, 3], [2, Infinity]),
      fc.boolean(),
    )
    .map(([node, [min, max], lazy]) => ({ kind: 'repeat', node, min: min!, max: max!, lazy })),
}));

const pattern = fc
  .tuple(fc.boolean(), fc.array(tree, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([start, nodes, end]): Node => {
    return {
      kind: 'all',
      nodes: [
        ...(start ? [{ kind: 'start' } as const] : []),
        ...nodes,
        ...(end ? [{ kind: 'end' } as const] : []),
      ],
    };
  });

/** Texts that make matchers try again: one piece over and over, then a character that fits nowhere. */
const nasty = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', 'c', 'ab', 'aab', 'abc', 'aaaa'), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '!', 'c', 'b'),
    fc.integer({ min: 1, max: 40 }),
  )
  .map(([pieces, end, length]) => pieces.join('').repeat(length).slice(0, length) + end);

describe('patternCost', () => {
  it('is an upper bound for the steps of a backtracking matcher, whatever the pattern and the text', () => {
    let judged = 0;
    fc.assert(
      fc.property(pattern, fc.array(nasty, { minLength: 6, maxLength: 6 }), (tree, texts) => {
        const source = sourceOf(tree);
        for (const text of texts) {
          const bound = patternCost(source, text.length) * 4;
          if (bound > 2_000_000) continue;
          judged += 1;
          try {
            // The counted search comes first: the engine cannot be stopped.
            const expected = found(tree, text, bound);
            assert.equal(new RegExp(source, 'u').test(text), expected, `${source} ${text}`);
          } catch (error) {
            if (!(error instanceof TooManySteps)) throw error;
            assert.fail(`${source} takes more than ${bound} steps for ${text}`);
          }
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(judged > 1000, `only ${judged} were small enough to be judged`);
  });

  it('is infinite for the exponential ones', () => {
    for (const source of ['(a+)+$', '(a|aa)+$', '(a|a)*$', '^(\\w+\\s?)*$', '(x+x+)+y']) {
      assert.equal(patternCost(source, 30), Infinity, source);
    }
  });
});
