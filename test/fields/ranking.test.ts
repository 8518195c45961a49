import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { freePlace, without, withPlace } from '../../src/fields/ranking/places.js';
import { ranking } from '../../src/fields/ranking/ranking.type.js';
import { definitionProblems, keepsOneForm, TrialField } from './trial-field.js';

const options = ['rent', 'food', 'work', 'study'].map((value) => ({
  value,
  ar: `ر ${value}`,
  en: `the ${value}`,
}));
const values = options.map(({ value }) => value);
const field = new TrialField(ranking, { options });
const all = new TrialField(ranking, { options, required: true });
const two = new TrialField(ranking, { options, most: 2, required: true });

const order = fc.shuffledSubarray(values, { minLength: 1 });
const anyhow = fc.array(fc.constantFrom(...values, 'gone', '__proto__', ''), { maxLength: 6 });

describe('ranking', () => {
  it('stores what has a place, the first in front', () => {
    assert.deepEqual(field.read(['work', 'rent']), { answer: ['work', 'rent'] });
    assert.deepEqual(field.read(['work', '', '', '']), { answer: ['work'] });
    assert.deepEqual(field.read(['', '']), {});
  });

  it('leaves out of a draft what is no longer offered', () => {
    assert.deepEqual(field.write(['gone', 'work']), ['work']);
  });

  it('tells of a place that was left free', () => {
    assert.deepEqual(field.read(['', 'work']), { problem: 'gap' });
    assert.equal(field.sentence('gap', 'ar'), 'لا تترك فراغًا بين المراتب: الاسم');
  });

  it('wants every place filled where it is required', () => {
    assert.equal(field.problem(['work']), undefined);
    assert.equal(all.problem(['work']), 'incomplete');
    assert.equal(all.problem(['work', 'rent', 'study', 'food']), undefined);
    assert.equal(two.problem(['work', 'rent']), undefined);
    assert.equal(two.sentence('incomplete', 'en'), 'Fill the places from 1 to 2: Name');
    assert.equal(all.sentence('required', 'ar'), 'أكمل المراتب من 1 إلى 4: الاسم');
  });

  it('refuses what is not stored so', () => {
    assert.equal(field.problem(['work', 'work']), 'type');
    assert.equal(two.problem(['work', 'rent', 'food']), 'type');
    assert.equal(field.problem(['gone']), 'not-an-option');
    assert.equal(field.problem(['__proto__']), 'not-an-option');
    assert.equal(field.problem([]), 'incomplete');
    for (const sent of ['work', null, 5, {}]) assert.equal(field.problem(sent), 'type');
  });

  it('is shown with its places', () => {
    assert.equal(field.show(['work', 'rent'], 'en'), '1. the work\n2. the rent');
  });

  it('wants two to eight options, and no more places than these', () => {
    const problems = (more: object) => definitionProblems({ type: 'ranking', options, ...more });
    assert.deepEqual(problems({ options: options.slice(0, 1) }), { '/options': 'too-small' });
    const many = Array.from({ length: 9 }, (_, index) => ({ value: `o${index}`, ar: 'خ', en: 'o' }));
    assert.deepEqual(problems({ options: many }), { '/options': 'too-big' });
    assert.deepEqual(problems({ most: 5 }), { '/most': 'too-big' });
    assert.deepEqual(problems({ options: 'none' }), { '/options': 'unknown-options' });
  });

  describe('any number of places', () => keepsOneForm(field, { typed: anyhow, stored: order, sent: anyhow }));
  describe('all places', () =>
    keepsOneForm(all, {
      typed: anyhow,
      stored: fc.shuffledSubarray(values, { minLength: 4 }),
      sent: anyhow,
    }));
  describe('two places', () =>
    keepsOneForm(two, {
      typed: anyhow,
      stored: fc.shuffledSubarray(values, { minLength: 2, maxLength: 2 }),
      sent: anyhow,
    }));
});

describe('the places of a ranking', () => {
  it('move those who stand in the way to the nearest free place', () => {
    assert.deepEqual(withPlace([], 'a', 2, 3), ['', '', 'a']);
    assert.deepEqual(withPlace(['a', 'b', ''], 'c', 0, 3), ['c', 'a', 'b']);
    assert.deepEqual(withPlace(['a', 'b', 'c'], 'c', 0, 3), ['c', 'a', 'b']);
    assert.deepEqual(withPlace(['a', 'b', 'c'], 'a', 2, 3), ['b', 'c', 'a']);
    assert.deepEqual(withPlace(['', 'b', 'c'], 'a', 2, 3), ['b', 'c', 'a']);
    assert.deepEqual(withPlace(['a', '', 'c'], 'b', 0, 3), ['b', 'a', 'c']);
  });

  it('let the last fall out where none is free', () => {
    assert.deepEqual(withPlace(['a', 'b'], 'c', 0, 2), ['c', 'a']);
    assert.deepEqual(withPlace(['a', 'b'], 'c', 1, 2), ['a', 'c']);
  });

  it('close up behind whoever is taken out', () => {
    assert.deepEqual(without(['a', 'b', 'c'], 'a'), ['b', 'c']);
    assert.equal(freePlace(['b', 'c'], 3), 2);
    assert.equal(freePlace(['b', 'c', 'd'], 3), undefined);
  });

  it('hold each option once and the moved one where it was put, whatever came before', () => {
    const move = fc.tuple(fc.constantFrom(...values), fc.nat(2));
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 12 }), (moves) => {
        let input: readonly string[] = [];
        for (const [value, place] of moves) {
          const before = input.filter(Boolean);
          input = withPlace(input, value, place, 3);
          const now = input.filter(Boolean);
          assert.equal(input.length, 3);
          assert.equal(input[place], value);
          assert.equal(new Set(now).size, now.length);
          if (before.length < 3) for (const other of before) assert.ok(now.includes(other));
        }
      }),
    );
  });
});
