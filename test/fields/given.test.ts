import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { GivenAnswer } from '../../src/fields/given/given.type.js';
import { given } from '../../src/fields/given/given.type.js';
import { definitionProblems, keepsOneForm, TrialField } from './trial-field.js';

const field = new TrialField(given);
const data: GivenAnswer = {
  lines: [{ label: 'السكن' }, { label: 'المدينة', value: 'أبها' }],
  signer: 'مريم المثالية',
};

describe('given', () => {
  it('is given by the page alone, never beforehand', () => {
    assert.equal(field.type.empty, undefined);
    assert.deepEqual(definitionProblems({ type: 'given' }, { prefill: { host: ['trial'] } }), {
      '/prefill/host/0': 'never-prefilled',
    });
  });

  it('is lines with words in them', () => {
    assert.deepEqual(field.read(data), { answer: data });
    assert.deepEqual(field.read({ lines: [] }), {});
    assert.equal(field.problem(data), undefined);
    assert.ok(field.schemaAccepts(data));
  });

  it('refuses what nobody could read', () => {
    const line = { label: 'a', value: 'b' };
    const wrong: readonly [unknown, string][] = [
      [{ lines: [] }, 'type'],
      [{ lines: [{ label: ' ', value: 'b' }] }, 'type'],
      [{ lines: [{ label: 'a', value: '' }] }, 'type'],
      [{ lines: [{ label: 'a\u0000' }] }, 'type'],
      [{ lines: [{ value: 'b' }] }, 'type'],
      [{ lines: [{ ...line, html: '<b>' }] }, 'type'],
      [{ lines: [line], signer: '' }, 'type'],
      [{ lines: 'a' }, 'type'],
      [{ lines: Array.from({ length: 1_001 }, () => line) }, 'type'],
      [{ lines: [{ label: 'a'.repeat(501) }] }, 'type'],
    ];
    for (const [answer, code] of wrong) {
      assert.equal(field.problem(answer as GivenAnswer), code, JSON.stringify(answer).slice(0, 80));
    }
  });

  const text = fc.string({ minLength: 1 }).filter((value) => value.trim() !== '');
  const lines = fc.array(fc.record({ label: text, value: text }), { minLength: 1, maxLength: 8 });
  const stored = lines.map((found): GivenAnswer => ({ lines: found }));
  keepsOneForm(field, { typed: stored, stored });
});
