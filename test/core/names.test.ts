import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isSameName } from '../../src/core/names.js';

describe('two names', () => {
  it('are the same however people write them', () => {
    for (const [one, other] of [
      ['أحمد إبراهيم آل سعد', 'احمد ابراهيم ال سعد'],
      ['فاطمة', 'فاطمه'],
      ['مصطفى', 'مصطفي'],
      ['مُحَمَّد', 'محمد'],
      ['محـــمد', 'محمد'],
      ['عبد الله بن سعيد', 'عبدالله بن  سعيد '],
      ['\u200fسالم', 'سالم'],
      ['کریم', 'كريم'],
      ['Salem Al-Harbi', 'salem al-harbi'],
      ['José', 'Jose'],
    ] as const) {
      assert.equal(isSameName(one, other), true, `${one} ${other}`);
      assert.equal(isSameName(other, one), true);
    }
  });

  it('are others where a letter is', () => {
    for (const [one, other] of [
      ['سالم', 'سليم'],
      ['سالم سعيد', 'سعيد سالم'],
      ['سالم سعيد', 'سالم'],
      ['سالم', ''],
      ['Salem', 'Salim'],
    ] as const) {
      assert.equal(isSameName(one, other), false, `${one} ${other}`);
    }
  });

  it('are the same to themselves, with marks and tatweel between any two letters', () => {
    const letters = fc.array(fc.constantFrom(...'ابتثجحدرسصطعفقكلمنهوي'), { minLength: 1, maxLength: 20 });
    const marks = fc.array(fc.constantFrom('', '\u064e', '\u0651', '\u0640', ' '), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(letters, marks, (name, between) => {
        const marked = name.map((letter, index) => letter + between[index]).join('');
        assert.equal(isSameName(name.join(''), marked), true);
      }),
    );
  });
});
