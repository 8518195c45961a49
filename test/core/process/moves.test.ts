import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { automaticMove, moveNotBefore, movesFrom, tryMove } from '../../../src/core/process/moves.js';
import type { MoveInput, Progress } from '../../../src/core/process/process.js';
import { textOf } from '../../source-files.js';
import { parsed } from './small-process.js';

const process = parsed(JSON.parse(textOf('src/packs/taafi/process.json')));

/** A request that was sent on a Sunday and is with the committee since the next day. */
const before: Progress = {
  state: 'underCommittee',
  before: 'dataVerification',
  since: { submitted: '2026-11-22', dataVerification: '2026-11-22', underCommittee: '2026-11-23' },
  toVerify: ['nationalId', 'identityCopy'],
  found: {},
  open: 0,
};

function refusalOf(
  id: string,
  roles: readonly string[],
  input: MoveInput = {},
  more: Partial<Progress> = {},
  today = '2026-12-06',
) {
  return tryMove(process, { ...before, ...more }, id, roles, input, today).refusal;
}

describe('tryMove', () => {
  it('leads on where everything is as it must be', () => {
    const accepted = tryMove(process, before, 'accept', ['researchCommittee'], {}, '2026-12-06');
    assert.deepEqual(accepted, { to: 'accepted', isEarly: false });
  });

  it('tells apart what there is not, not now, and not for you', () => {
    assert.deepEqual(refusalOf('aprove', ['researchCommittee']), { code: 'unknown-move' });
    assert.deepEqual(refusalOf('recordService', ['relationsOfficer']), { code: 'not-now' });
    assert.deepEqual(refusalOf('accept', ['relationsOfficer', 'applicant']), { code: 'not-yours' });
    assert.deepEqual(refusalOf('accept', []), { code: 'not-yours' });
  });

  it('wants every field that was answered found matched', () => {
    const raise = (found: Progress['found'], open = 0) =>
      refusalOf('raiseToCommittee', ['relationsOfficer'], {}, { state: 'dataVerification', found, open });
    assert.deepEqual(raise({ nationalId: 'matched', identityCopy: 'expired' }), {
      code: 'not-ready',
      need: 'verified',
      fields: ['identityCopy'],
    });
    const matched = { nationalId: 'matched', identityCopy: 'matched' } as const;
    assert.deepEqual(raise(matched, 1), { code: 'not-ready', need: 'nothingMissing', fields: [] });
    assert.equal(raise(matched), undefined);
  });

  it('takes no reason that says nothing', () => {
    const reject = (reason: MoveInput['reason']) => refusalOf('reject', ['researchCommittee'], { reason });
    for (const empty of [undefined, '', ' \n', '\u200b\u200f', {}, { ar: 'سبب', en: ' ' }])
      assert.deepEqual(reject(empty), { code: 'incomplete', need: 'reason' }, JSON.stringify(empty));
    for (const reason of ['سبب', { ar: 'سبب', en: 'reason' }]) assert.equal(reject(reason), undefined);
  });

  it('takes a list only with something on it', () => {
    const back = (missing?: number) => refusalOf('returnForCompletion', ['relationsOfficer'], { missing });
    for (const missing of [undefined, 0, -1, Number.NaN])
      assert.deepEqual(back(missing), { code: 'incomplete', need: 'missing' });
    assert.equal(back(1), undefined);
  });

  it('takes a service only with what it was, and the day', () => {
    const record = (service: MoveInput['service']) =>
      refusalOf('recordService', ['relationsOfficer'], { service }, { state: 'registrationCompleted' });
    const lacking = { code: 'incomplete', need: 'service' };
    assert.deepEqual(record(undefined), lacking);
    assert.deepEqual(record({ type: ' ', on: '2026-12-06' }), lacking);
    assert.deepEqual(record({ type: 'كسوة', on: '2026-02-30' }), lacking);
    assert.equal(record({ type: 'كسوة', on: '2026-12-06' }), undefined);
  });

  it('waits for its day, or for whoever says why not', () => {
    const early = { code: 'too-early', notBefore: '2026-12-06', mayOverride: true };
    assert.deepEqual(refusalOf('accept', ['researchCommittee'], {}, {}, '2026-12-05'), early);
    assert.deepEqual(
      refusalOf('accept', ['researchCommittee'], { override: ' \u200f' }, {}, '2026-12-05'),
      early,
    );
    const why = tryMove(
      process,
      before,
      'accept',
      ['researchCommittee'],
      { override: 'حالة عاجلة' },
      '2026-12-05',
    );
    assert.deepEqual(why, { to: 'accepted', isEarly: true });
    const blocked = structuredClone(process);
    for (const { notBefore } of blocked.moves) if (notBefore !== undefined) notBefore.mode = 'block';
    const input = { override: 'حالة عاجلة' };
    assert.deepEqual(tryMove(blocked, before, 'accept', ['researchCommittee'], input, '2026-12-05').refusal, {
      ...early,
      mayOverride: false,
    });
  });

  it('leads back to where the state was entered from, and nowhere from the first', () => {
    const aside = { ...before, state: 'referred', before: 'returned' };
    assert.deepEqual(tryMove(process, aside, 'endReferral', ['socialResearcher'], {}, '2026-11-24'), {
      to: 'returned',
      isEarly: false,
    });
    assert.deepEqual(
      refusalOf('endReferral', ['socialResearcher'], {}, { state: 'referred', before: undefined }),
      {
        code: 'not-now',
      },
    );
  });
});

describe('movesFrom', () => {
  const ids = (roles: readonly string[], more: Partial<Progress> = {}) =>
    movesFrom(process, { ...before, ...more }, roles).map(({ id }) => id);

  it('gives what each role can make, whether or not it has all it needs', () => {
    assert.deepEqual(ids(['researchCommittee']), ['accept', 'reject']);
    assert.deepEqual(ids(['applicant']), ['withdraw']);
    assert.deepEqual(ids(['socialResearcher']), ['returnForCompletion', 'refer']);
    assert.deepEqual(ids(['administrator']), []);
    assert.deepEqual(ids([]), []);
    assert.deepEqual(ids(['applicant'], { state: 'serviceDelivered' }), []);
  });
});

describe('automaticMove', () => {
  it('is made as soon as nothing is missing any more', () => {
    assert.equal(automaticMove(process, { ...before, state: 'returned', open: 0 })?.id, 'completed');
    assert.equal(automaticMove(process, { ...before, state: 'returned', open: 1 }), undefined);
    assert.equal(automaticMove(process, before), undefined);
  });

  it('is none that the applicant makes', () => {
    const returned = { state: 'returned', before: 'dataVerification' };
    assert.deepEqual(refusalOf('completed', ['applicant'], {}, returned), { code: 'not-yours' });
    assert.equal(refusalOf('completed', ['relationsOfficer'], {}, returned), undefined);
  });
});

describe('moveNotBefore', () => {
  it('counts from the day a state was first entered', () => {
    const accept = process.moves.find(({ id }) => id === 'accept');
    assert.ok(accept);
    assert.equal(moveNotBefore(process, accept, before), '2026-12-06');
    assert.equal(moveNotBefore(process, accept, { since: {} }), undefined);
    const counting = {
      ...accept,
      notBefore: { notBefore: 'P10D', from: 'submitted', mode: 'warn', count: 'working' } as const,
    };
    assert.equal(moveNotBefore(process, counting, { since: { submitted: '2026-09-10' } }), '2026-09-27');
  });
});
