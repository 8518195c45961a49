import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Progress } from '../../../src/core/process/process.js';
import { stateOf, timelineOf } from '../../../src/core/process/timeline.js';
import { wayOf } from '../../../src/core/process/way.js';
import { textOf } from '../../source-files.js';
import { draft, move, parsed, state } from './small-process.js';
import { walk } from './walk.js';

const process = parsed(JSON.parse(textOf('src/packs/taafi/process.json')));

function lines(progress: Pick<Progress, 'state' | 'before' | 'since'>): string[] {
  return timelineOf(process, progress).map(({ id, status, on }) =>
    [id, status, on].filter(Boolean).join(' '),
  );
}

const since = {
  submitted: '2026-11-22',
  dataVerification: '2026-11-23',
  underCommittee: '2026-11-29',
  returned: '2026-12-01',
};

describe('timelineOf', () => {
  it('tells what has been, what is, and what is to come', () => {
    assert.deepEqual(
      lines({
        state: 'dataVerification',
        before: 'submitted',
        since: { submitted: '2026-11-22', dataVerification: '2026-11-23' },
      }),
      [
        'received done 2026-11-22',
        'checking now 2026-11-23',
        'study next',
        'answer next',
        'registration next',
        'service next',
      ],
    );
  });

  it('does not call done what comes again', () => {
    assert.deepEqual(lines({ state: 'returned', before: 'underCommittee', since }).slice(0, 3), [
      'received done 2026-11-22',
      'checking now 2026-11-23',
      'study next',
    ]);
  });

  it('stays where a request was referred', () => {
    assert.deepEqual(
      lines({
        state: 'referred',
        before: 'underCommittee',
        since: { ...since, referred: '2026-12-02' },
      }).slice(1, 4),
      ['checking done 2026-11-23', 'study now 2026-11-29', 'answer next'],
    );
  });

  it('ends where a request ended, and promises nothing after it', () => {
    assert.deepEqual(
      lines({ state: 'rejected', before: 'underCommittee', since: { ...since, rejected: '2026-12-06' } }),
      [
        'received done 2026-11-22',
        'checking done 2026-11-23',
        'study done 2026-11-29',
        'answer now 2026-12-06',
      ],
    );
    assert.deepEqual(
      lines({ state: 'withdrawn', before: 'returned', since: { ...since, withdrawn: '2026-12-03' } }).slice(
        -2,
      ),
      ['study done 2026-11-29', 'withdrawn now 2026-12-03'],
    );
  });

  it('promises nothing to somebody who objects to a rejection, until the request is studied again', () => {
    const objected = { ...since, rejected: '2026-12-06', grievance: '2026-12-07' };
    assert.deepEqual(lines({ state: 'grievance', before: 'rejected', since: objected }), [
      'received done 2026-11-22',
      'checking done 2026-11-23',
      'study done 2026-11-29',
      'answer now 2026-12-06',
    ]);
    assert.deepEqual(lines({ state: 'underCommittee', before: 'grievance', since: objected }).slice(2, 4), [
      'study now 2026-11-29',
      'answer next',
    ]);
  });

  it('promises nothing either where an objection goes from one state without a stage to another', () => {
    const trial = parsed(
      draft((p) => {
        p.stages.push({ id: 'answer', title: 'x' }, { id: 'service', title: 'x' });
        p.states.push(
          state('no', { stage: 'answer', end: true }),
          state('given', { stage: 'service', end: true }),
        );
        p.states.push(state('objection'), state('asked'));
        p.moves.push(
          move('refuse', ['studied'], { to: 'no' }),
          move('give', ['studied', 'asked'], { to: 'given' }),
          move('object', ['no'], { to: 'objection' }),
          move('ask', ['objection'], { to: 'asked' }),
        );
      }),
    );
    const days = { sent: '2026-11-22', studied: '2026-11-23', no: '2026-11-24' };
    const shown = (progress: Pick<Progress, 'state' | 'before' | 'since'>) =>
      timelineOf(trial, progress).map(({ id, status }) => `${id} ${status}`);
    assert.deepEqual(shown({ state: 'studied', before: 'sent', since: days }).slice(1), [
      'answer next',
      'service next',
    ]);
    assert.deepEqual(
      shown({
        state: 'asked',
        before: 'objection',
        since: { ...days, objection: '2026-11-25', asked: '2026-11-26' },
      }),
      ['come done', 'answer now'],
    );
  });

  it('shows the last stage that was entered where neither the state nor the one before has one', () => {
    const trial = parsed(
      draft((p) => {
        p.stages.push({ id: 'look', title: 'x' });
        Object.assign(p.states[1] ?? {}, { stage: 'look' });
        p.states.push(state('asked'), state('held'));
        p.moves.push(
          move('ask', ['studied'], { to: 'asked' }),
          move('hold', ['asked'], { to: 'held' }),
          move('back', ['asked', 'held'], { back: true }),
        );
      }),
    );
    const [, now] = timelineOf(trial, {
      state: 'held',
      before: 'asked',
      since: { sent: '2026-11-22', studied: '2026-11-22', asked: '2026-11-23', held: '2026-11-24' },
    });
    assert.deepEqual([now?.id, now?.status], ['look', 'now']);
  });

  it('has one present, on every way, days in order, and nothing to come after an end', () => {
    fc.assert(
      fc.property(walk(process, 12), (steps) => {
        const way = wayOf(process, steps);
        const progress = steps.at(-1)?.progress ?? {
          state: process.start,
          before: undefined,
          since: { submitted: '2026-11-22' },
        };
        assert.equal(way.at(-1), progress.state);
        const entries = timelineOf(process, progress);
        assert.equal(entries.filter(({ status }) => status === 'now').length, 1);
        assert.ok(entries.every(({ status, on }) => (status === 'next') === (on === undefined)));
        const ids = entries.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        const { end, stage } = stateOf(process, progress.state);
        const isAfterEnd =
          stage === undefined && process.states.find(({ id }) => id === progress.before)?.end;
        if (end || isAfterEnd) assert.ok(entries.every(({ status }) => status !== 'next'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('stateOf', () => {
  it('throws where there is none', () => {
    assert.throws(() => stateOf(process, 'nowhere'), RangeError);
  });
});
