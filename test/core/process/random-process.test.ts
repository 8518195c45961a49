import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseProcess } from '../../../src/core/process/parse-process.js';
import type { Draft } from './small-process.js';
import { draft, move, state } from './small-process.js';

const names = ['s0', 's1', 's2', 's3', 's4', 's5'];

const arrow = fc.record({
  from: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }),
  to: fc.option(fc.constantFrom(...names), { freq: 4 }),
});

/** Processes of a few states with moves between any of them, every fifth of which leads back. */
const process = fc
  .record({
    ends: fc.subarray(names, { minLength: 0, maxLength: 3 }),
    arrows: fc.array(arrow, { minLength: 3, maxLength: 9 }),
  })
  .map(({ ends, arrows }): Draft => {
    // Only states that something is said about, so that not all of them are unreachable.
    const used = names.filter((id) => id === 's0' || arrows.some(({ to }) => to === id));
    return draft((p) => {
      p.start = 's0';
      p.states = used.map((id) => state(id, { stage: 'come', ...(ends.includes(id) && { end: true }) }));
      p.moves = arrows
        .map(({ from, to }, index) =>
          move(
            `m${index}`,
            from.filter((id) => used.includes(id)),
            to === null ? { back: true } : { to },
          ),
        )
        .filter(({ from }) => (from as string[]).length > 0);
    });
  });

interface Arrow {
  readonly from: readonly string[];
  readonly to?: string;
}

/** Where a request goes on from a way it has come: step by step, with nothing of the parser's. */
function steps(way: readonly string[], moves: readonly Arrow[]): (readonly string[])[] {
  const here = way.at(-1) ?? '';
  return moves
    .filter(({ from }) => from.includes(here))
    .flatMap(({ to }) => {
      if (to === here) return [way];
      if (to !== undefined) return [[...way, to]];
      return way.length > 1 ? [way.slice(0, -1)] : [];
    });
}

/** All ways of at most so many states, from some way on, each as soon as it is found. */
function* waysFrom(
  first: readonly string[],
  moves: readonly Arrow[],
  longest: number,
): Generator<readonly string[]> {
  const found = new Map([[first.join(), first]]);
  for (const way of found.values()) {
    yield way;
    for (const next of steps(way, moves)) {
      if (next.length <= longest && !found.has(next.join())) found.set(next.join(), next);
    }
  }
}

/** The states that no way comes to, and a way from which none comes to an end, found by walking. */
function faultsOf({ states, moves }: Draft): { unreached: string[]; caught: string | undefined } {
  const arrows = moves as unknown as readonly Arrow[];
  const ids = states.map(({ id }) => String(id));
  const ends = states.filter(({ end }) => end === true).map(({ id }) => id);
  const canEnd = (way: readonly string[]): boolean => {
    for (const later of waysFrom(way, arrows, way.length + ids.length - 1))
      if (ends.includes(later.at(-1))) return true;
    return false;
  };
  // No way to a state needs to come through another twice.
  const ways = [...waysFrom(['s0'], arrows, ids.length)];
  const seen = new Set(ways.flat());
  return {
    unreached: ids.filter((id) => !seen.has(id)),
    caught: ways.find((way) => !canEnd(way))?.join(' '),
  };
}

describe('any process', () => {
  it('that is taken has no state that cannot be reached, and no way that cannot come to an end', (test) => {
    let [taken, refused] = [0, 0];
    fc.assert(
      fc.property(process, (json) => {
        const { process: found, problems } = parseProcess(json);
        const codes = problems.map(({ code }) => code);
        const { unreached, caught } = faultsOf(json);
        if (found !== undefined) {
          taken += 1;
          assert.deepEqual({ unreached, caught }, { unreached: [], caught: undefined });
        } else if (!codes.some((code) => /nothing-before|unknown|duplicate|identifier/.test(code))) {
          refused += 1;
          assert.equal(codes.includes('unreachable'), unreached.length > 0, codes.join());
          assert.equal(
            codes.some((code) => /dead-end|never-ends/.test(code)),
            caught !== undefined,
            codes.join(),
          );
        }
      }),
      { numRuns: 800 },
    );
    test.diagnostic(`${taken} taken, ${refused} refused for what the walk found too`);
    assert.ok(taken > 20 && refused > 100, `${taken} ${refused}`);
  });
});
