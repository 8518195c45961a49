import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { automaticMove, movesFrom, tryMove } from '../../../src/core/process/moves.js';
import type { MoveInput, Progress } from '../../../src/core/process/process.js';
import { wayOf } from '../../../src/core/process/way.js';
import { textOf } from '../../source-files.js';
import type { Condition } from './policy-table.js';
import { everybody, moveIds, policy, referredFrom } from './policy-table.js';
import { parsed } from './small-process.js';

const process = parsed(JSON.parse(textOf('src/packs/taafi/process.json')));

/** Most moves of a sequence. */
const LONGEST = 6;

/** What is there when a move is tried: everything, nothing, or all but one thing. */
interface World {
  readonly holds: ReadonlySet<Condition>;
  readonly request: Pick<Progress, 'toVerify' | 'found' | 'open' | 'since'>;
  readonly input: MoveInput;
  readonly today: string;
}

function world(holds: ReadonlySet<Condition>): World {
  return {
    holds,
    request: {
      toVerify: ['nationalId', 'lease'],
      found: { nationalId: 'matched', lease: holds.has('verified') ? 'matched' : 'mismatch' },
      open: holds.has('complete') ? 0 : 2,
      since: { submitted: '2026-11-22' },
    },
    input: {
      missing: holds.has('list') ? 1 : 0,
      ...(holds.has('reason') && { reason: { ar: 'سبب', en: 'A reason' } }),
      ...(holds.has('service') && { service: { type: 'دعم', on: '2026-12-01' } }),
    },
    today: holds.has('twoWeeks') ? '2026-12-06' : '2026-12-05',
  };
}

const conditions: readonly Condition[] = ['verified', 'complete', 'list', 'reason', 'service', 'twoWeeks'];
const all = new Set(conditions);
const worlds = [
  all,
  new Set<Condition>(),
  ...conditions.map((lacking) => new Set(conditions.filter((one) => one !== lacking))),
].map(world);
const [complete] = worlds as [World, ...World[]];

/** Where the policy lets somebody lead a request, if anywhere. */
function allowed(way: readonly string[], move: string, actor: string, { holds }: World): string | undefined {
  const row = policy[way.at(-1) ?? '']?.find(([id]) => id === move);
  if (row === undefined) return undefined;
  const [, to, by, needed = []] = row;
  if (!by.includes(actor) || !needed.every((condition) => holds.has(condition))) return undefined;
  return to === 'where it was' ? way.at(-2) : to;
}

function onward(way: readonly string[], move: string, to: string): readonly string[] {
  if (move === 'endReferral') return way.slice(0, -1);
  return to === way.at(-1) ? way : [...way, to];
}

/** A state, and the way to it where that makes a difference. */
const beginnings = Object.keys(policy).flatMap((state) =>
  state === 'referred' ? referredFrom.map((before) => [before, state]) : [[state]],
);

describe('every sequence of moves', () => {
  it('has the same states and moves as the policy', () => {
    assert.deepEqual(process.states.map(({ id }) => id).sort(), Object.keys(policy).sort());
    assert.deepEqual([...process.moves.map(({ id }) => id), 'approve'].sort(), [...moveIds].sort());
  });

  it(`of up to ${LONGEST} from every state leads where the policy leads, and nowhere else`, (test) => {
    let [sequences, tries, refused] = [0, 0, 0];

    /** Tries every move by everybody in every world, and goes on from each that was made. */
    const from = (way: readonly string[], made: readonly string[]): void => {
      sequences += 1;
      const state = way.at(-1) ?? '';
      const before = way.at(-2);
      assert.ok(Object.hasOwn(policy, state), `${made.join(' ')} ends in ${state}`);
      const next: { move: string; actor: string; to: string }[] = [];
      for (const move of moveIds) {
        for (const actor of everybody) {
          let led: string | undefined;
          for (const each of worlds) {
            const progress: Progress = { state, before, ...each.request };
            const result = tryMove(process, progress, move, [actor], each.input, each.today);
            const to = 'to' in result ? result.to : undefined;
            const expected = allowed(way, move, actor, each);
            tries += 1;
            if (to !== expected)
              assert.fail(`${made.join(' ')}: ${move} by ${actor} leads to ${to}, not to ${expected}`);
            if (to === undefined) refused += 1;
            led ??= to;
          }
          if (led !== undefined) next.push({ move, actor, to: led });
        }
      }
      for (const { holds, request } of worlds) {
        const own = automaticMove(process, { state, before, ...request });
        assert.equal(own?.id, state === 'returned' && holds.has('complete') ? 'completed' : undefined);
        tries += 1;
      }
      // As soon as the applicant has brought everything: nobody makes that move.
      if (state === 'returned') next.push({ move: 'completed', actor: 'itself', to: 'dataVerification' });
      if (made.length === LONGEST) return;
      for (const { move, actor, to } of next) from(onward(way, move, to), [...made, `${move} by ${actor}`]);
    };

    const start = performance.now();
    for (const way of beginnings) from(way, []);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    test.diagnostic(`${sequences} sequences, ${tries} moves tried, ${refused} refused, ${seconds} s`);
    assert.ok(sequences > 10_000, String(sequences));
  });

  it('has the same way, and offers the same moves, as the policy', () => {
    let sequences = 0;
    const from = (way: readonly string[], made: readonly { move: string; to: string }[]): void => {
      sequences += 1;
      assert.deepEqual(wayOf(process, made), way);
      const state = way.at(-1) ?? '';
      const place = { state, before: way.at(-2) };
      for (const actor of everybody) {
        const offered = movesFrom(process, place, [actor]).map(({ id }) => id);
        const mine = (policy[state] ?? []).filter(([, , by]) => by.includes(actor)).map(([move]) => move);
        assert.deepEqual(offered.sort(), mine.sort());
      }
      if (made.length === LONGEST - 1) return;
      for (const [move] of policy[state] ?? []) {
        for (const actor of everybody) {
          const to = allowed(way, move, actor, complete);
          if (to !== undefined) {
            from(onward(way, move, to), [...made, { move, to }]);
            break;
          }
        }
      }
    };
    from(['submitted'], []);
    assert.ok(sequences > 100, String(sequences));
  });
});
