import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { earliestAnswer } from '../../../src/core/process/answer-date.js';
import { textOf } from '../../source-files.js';
import type { Draft, Json } from './small-process.js';
import { draft, move, parsed, state } from './small-process.js';
import { walk } from './walk.js';

const pack = parsed(JSON.parse(textOf('src/packs/taafi/process.json')));
const sent = { submitted: '2026-11-22' };

function deadline(days: number, from: string): Json {
  return { notBefore: { notBefore: `P${days}D`, from, mode: 'warn' } };
}

/** sent → studied → done, with a state aside, and deadlines on the way. */
function trial(change: (p: Draft) => void) {
  return parsed(
    draft((p) => {
      p.states.push(state('asked'));
      p.moves.push(
        move('ask', ['sent', 'studied'], { to: 'asked' }),
        move('back', ['asked'], { back: true }),
      );
      change(p);
    }),
  );
}

describe('earliestAnswer', () => {
  it('is two weeks after a request was sent, wherever it stands before the answer', () => {
    const places: [state: string, before: string | undefined][] = [
      ['submitted', undefined],
      ['dataVerification', 'submitted'],
      ['returned', 'dataVerification'],
      ['referred', 'submitted'],
      ['referred', 'underCommittee'],
      ['underCommittee', 'dataVerification'],
    ];
    for (const [at, before] of places) {
      const since = { ...sent, [at]: sent[at as 'submitted'] ?? '2026-11-24' };
      assert.equal(earliestAnswer(pack, { state: at, before, since }), '2026-12-06', at);
    }
  });

  it('is none once the answer has been given, or none follows', () => {
    for (const at of [
      'accepted',
      'rejected',
      'registrationCompleted',
      'serviceDelivered',
      'withdrawn',
      'closed',
    ])
      assert.equal(earliestAnswer(pack, { state: at, before: 'underCommittee', since: sent }), undefined, at);
  });

  it('is there again while an objection is considered', () => {
    const since = { ...sent, rejected: '2026-11-25', grievance: '2026-11-26' };
    assert.equal(earliestAnswer(pack, { state: 'grievance', before: 'rejected', since }), '2026-12-06');
  });

  it('counts from today’s step on as long as the state it counts from lies ahead', () => {
    const process = trial((p) => Object.assign(p.moves[1] ?? {}, deadline(14, 'studied')));
    const at = (place: string, before: string | undefined, since: Record<string, string>) =>
      earliestAnswer(process, { state: place, before, since });
    assert.equal(at('sent', undefined, { sent: '2026-11-22' }), '2026-12-06');
    assert.equal(at('asked', 'sent', { sent: '2026-11-22', asked: '2026-11-24' }), '2026-12-08');
    assert.equal(at('studied', 'sent', { sent: '2026-11-22', studied: '2026-11-25' }), '2026-12-09');
  });

  it('is that of the next such move, and of several the first', () => {
    const process = trial((p) => {
      Object.assign(p.moves[0] ?? {}, deadline(7, 'sent'));
      Object.assign(p.moves[1] ?? {}, deadline(1, 'studied'));
      p.moves.push(move('drop', ['studied'], { to: 'stopped', ...deadline(30, 'sent') }));
    });
    assert.equal(
      earliestAnswer(process, { state: 'sent', before: undefined, since: { sent: '2026-11-22' } }),
      '2026-11-29',
    );
    const since = { sent: '2026-11-22', studied: '2026-11-30' };
    assert.equal(earliestAnswer(process, { state: 'studied', before: 'sent', since }), '2026-12-01');
  });

  it('promises nothing where a move may have no day to wait for', () => {
    const json = draft((p) => {
      p.states.push(state('asked'));
      p.moves.push(move('ask', ['sent'], { to: 'asked' }), move('back', ['asked'], { back: true }));
      Object.assign(p.moves[1] ?? {}, deadline(14, 'asked'));
    });
    // It parses with a warning.
    assert.throws(() => parsed(json));
    const process = trial(() => {});
    const odd = { ...process, moves: structuredClone(process.moves) };
    Object.assign(odd.moves[1] ?? {}, deadline(14, 'asked'));
    assert.equal(
      earliestAnswer(odd, { state: 'sent', before: undefined, since: { sent: '2026-11-22' } }),
      undefined,
    );
  });

  const moveId = fc.constantFrom('begin', 'finish', 'stop', 'ask', 'back');
  const counted = fc.constantFrom('sent', 'studied', 'asked');

  it('only moves later, until such a move was made', () => {
    let shown = 0;
    const deadlines = fc.array(fc.tuple(moveId, fc.nat(40), counted), { minLength: 1, maxLength: 3 });
    const processes = deadlines.map((list) => {
      const process = structuredClone(trial(() => {}));
      for (const [id, days, from] of list)
        Object.assign(process.moves.find((one) => one.id === id) ?? {}, deadline(days, from));
      return process;
    });
    fc.assert(
      fc.property(
        fc
          .oneof(fc.constant(pack), processes)
          .chain((process) => fc.tuple(fc.constant(process), walk(process, 8))),
        ([process, steps]) => {
          const start = { state: process.start, before: undefined, since: { [process.start]: '2026-11-22' } };
          let last = earliestAnswer(process, start);
          for (const { move: id, progress } of steps) {
            const held = process.moves.find((one) => one.id === id)?.notBefore !== undefined;
            const day = earliestAnswer(process, progress);
            if (day !== undefined && last !== undefined && !held) assert.ok(day >= last, `${last} ${day}`);
            if (day !== undefined) shown += 1;
            if (held) last = day;
            else last = day ?? last;
          }
        },
      ),
      { numRuns: 1500 },
    );
    assert.ok(shown > 1000, String(shown));
  });
});
