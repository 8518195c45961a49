import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { handledBy } from '../../../src/core/process/handled.js';
import { wayOf } from '../../../src/core/process/way.js';
import { textOf } from '../../source-files.js';
import type { Draft } from './small-process.js';
import { draft, move, parsed, state } from './small-process.js';

const pack = parsed(JSON.parse(textOf('src/packs/taafi/process.json')));

function wayAfter(process: typeof pack, ...made: readonly [move: string, to: string][]): string {
  return wayOf(
    process,
    made.map(([id, to]) => ({ move: id, to })),
  ).join(' ');
}

describe('wayOf', () => {
  it('begins at the start and goes on move by move', () => {
    assert.equal(wayAfter(pack), 'submitted');
    assert.equal(wayAfter(pack, ['beginVerification', 'dataVerification']), 'submitted dataVerification');
  });

  it('leaves out what was left again, so that two referrals in a row lead back', () => {
    assert.equal(
      wayAfter(
        pack,
        ['beginVerification', 'dataVerification'],
        ['returnForCompletion', 'returned'],
        ['refer', 'referred'],
        ['endReferral', 'returned'],
        ['refer', 'referred'],
      ),
      'submitted dataVerification returned referred',
    );
  });

  it('goes no step where a move stays', () => {
    const made: [string, string][] = [
      ['beginVerification', 'dataVerification'],
      ['raiseToCommittee', 'underCommittee'],
      ['accept', 'accepted'],
      ['askForRegistration', 'accepted'],
      ['askForRegistration', 'accepted'],
    ];
    assert.equal(wayAfter(pack, ...made), 'submitted dataVerification underCommittee accepted');
  });

  it('leads out of one aside inside another, one by one', () => {
    const nested = parsed(
      draft((p: Draft) => {
        p.states.push(state('asked', { stage: 'come' }), state('held', { stage: 'come' }));
        p.moves.push(
          move('ask', ['sent', 'studied'], { to: 'asked' }),
          move('hold', ['sent', 'asked'], { to: 'held' }),
          move('back', ['asked', 'held'], { back: true }),
        );
      }),
    );
    const made: [string, string][] = [
      ['begin', 'studied'],
      ['ask', 'asked'],
      ['hold', 'held'],
    ];
    assert.equal(wayAfter(nested, ...made), 'sent studied asked held');
    assert.equal(wayAfter(nested, ...made, ['back', 'asked']), 'sent studied asked');
    assert.equal(wayAfter(nested, ...made, ['back', 'asked'], ['back', 'studied']), 'sent studied');
  });

  it('is where a request that was handled stands', () => {
    const events = [
      ['refer', 'submitted', 'referred'],
      ['endReferral', 'referred', 'submitted'],
      ['beginVerification', 'submitted', 'dataVerification'],
      ['refer', 'dataVerification', 'referred'],
    ].map(([id = '', from = '', to = ''], version) => ({
      version,
      at: '2026-11-22T09:00:00.000Z',
      day: '2026-11-22',
      by: 'someone',
      happening: { kind: 'moved', move: id, from, to } as const,
    }));
    const placeAfter = (count: number) => {
      const { progress } = handledBy(pack, events.slice(0, count), new Set());
      return [progress.state, progress.before];
    };
    assert.deepEqual([0, 1, 2, 3, 4].map(placeAfter), [
      ['submitted', undefined],
      ['referred', 'submitted'],
      ['submitted', undefined],
      ['dataVerification', 'submitted'],
      ['referred', 'dataVerification'],
    ]);
  });
});
