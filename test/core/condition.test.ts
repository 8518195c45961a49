import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Condition } from '../../src/core/condition.js';
import { eachTest, holds, operatorOf } from '../../src/core/condition.js';

const answers: Readonly<Record<string, unknown>> = {
  city: 'الرياض',
  age: 40,
  rent: 0,
  married: true,
  working: false,
  born: '1990-05-03',
  wants: ['rent', 'study'],
  items: [{}],
  none: [],
};

function check(condition: Condition, named: Readonly<Record<string, Condition>> = {}): boolean {
  return holds(condition, named, (field) => answers[field]);
}

describe('holds', () => {
  it('compares', () => {
    const right: Condition[] = [
      { field: 'city', is: 'الرياض' },
      { field: 'married', is: true },
      { field: 'working', is: false },
      { field: 'rent', is: 0 },
      { field: 'born', is: '1990-05-03' },
      { field: 'city', isNot: 'جدة' },
      { field: 'city', in: ['جدة', 'الرياض'] },
      { field: 'age', in: [39, 40] },
      { field: 'wants', includes: 'study' },
      { field: 'age', gt: 39 },
      { field: 'age', gte: 40 },
      { field: 'age', lt: 41 },
      { field: 'age', lte: 40 },
      { field: 'born', gt: '1990-05-02' },
      { field: 'born', lte: '1990-05-03' },
    ];
    for (const condition of right) assert.ok(check(condition), JSON.stringify(condition));
  });

  it('does not hold where the comparison does not', () => {
    const wrong: Condition[] = [
      { field: 'city', is: 'جدة' },
      { field: 'married', is: false },
      { field: 'city', isNot: 'الرياض' },
      { field: 'city', in: ['جدة'] },
      { field: 'wants', includes: 'food' },
      { field: 'city', includes: 'الرياض' },
      { field: 'age', gt: 40 },
      { field: 'age', lt: 40 },
      { field: 'born', lt: '1990-05-03' },
    ];
    for (const condition of wrong) assert.ok(!check(condition), JSON.stringify(condition));
  });

  it('never takes one kind for another', () => {
    const wrong: Condition[] = [
      { field: 'age', is: '40' },
      { field: 'rent', is: false },
      { field: 'married', is: 'true' },
      { field: 'age', gt: '3' },
      { field: 'born', gt: 3 },
      { field: 'married', gte: 1 },
      { field: 'wants', is: 'rent' },
    ];
    for (const condition of wrong) assert.ok(!check(condition), JSON.stringify(condition));
  });

  it('knows what is empty: no answer and an empty list, not zero and not no', () => {
    for (const field of ['nobody', 'none']) {
      assert.ok(check({ field, empty: true }));
      assert.ok(!check({ field, empty: false }));
    }
    for (const field of ['rent', 'working', 'city', 'wants', 'items']) {
      assert.ok(!check({ field, empty: true }), field);
      assert.ok(check({ field, empty: false }), field);
    }
  });

  it('compares with nothing: only what is not, is', () => {
    for (const test of [{ is: 'x' }, { in: ['x'] }, { includes: 'x' }, { gt: 0 }, { lte: '9' }]) {
      assert.ok(!check({ field: 'nobody', ...test }));
      assert.ok(check({ not: { field: 'nobody', ...test } }));
    }
    assert.ok(check({ field: 'nobody', isNot: 'x' }));
  });

  it('combines', () => {
    const yes: Condition = { field: 'age', is: 40 };
    const no: Condition = { field: 'age', is: 41 };
    assert.ok(check({ all: [yes, yes] }) && !check({ all: [yes, no] }));
    assert.ok(check({ any: [no, yes] }) && !check({ any: [no, no] }));
    assert.ok(check({ not: no }) && !check({ not: yes }));
    assert.ok(check({ all: [{ any: [no, { not: no }] }, { not: { all: [yes, no] } }] }));
  });

  it('finds conditions by name, and only those that are there', () => {
    const named = {
      grown: { field: 'age', gte: 18 },
      both: { all: ['grown', { field: 'married', is: true }] },
    };
    assert.ok(check('grown', named) && check('both', named) && check({ not: 'missing' }, named));
    for (const name of ['missing', 'constructor', 'toString', '__proto__']) assert.ok(!check(name, named));
  });
});

describe('condition algebra', () => {
  const test = fc.constantFrom<Condition>(
    { field: 'age', gt: 39 },
    { field: 'city', is: 'جدة' },
    { field: 'nobody', empty: true },
    { field: 'wants', includes: 'rent' },
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      test,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }));

  it('holds or does not, whatever it is made of', () => {
    fc.assert(
      fc.property(condition, condition, (one, other) => {
        assert.equal(check({ not: one }), !check(one));
        assert.equal(check({ all: [one, other] }), check(one) && check(other));
        assert.equal(check({ any: [one, other] }), check(one) || check(other));
        assert.equal(check({ not: { all: [one, other] } }), check({ any: [{ not: one }, { not: other }] }));
        assert.equal(check('name', { name: one }), check(one));
      }),
      { numRuns: 500 },
    );
  });

  it('is made of the tests that are visited', () => {
    fc.assert(
      fc.property(condition, (one) => {
        const seen: string[] = [];
        eachTest({ all: [one, 'name'] }, { name: one }, ({ field }) => seen.push(field));
        const written = JSON.stringify(one).match(/"field"/g)?.length ?? 0;
        assert.equal(seen.length, 2 * written);
      }),
    );
  });
});

describe('eachTest', () => {
  it('looks at each named condition once, however often it is named', () => {
    const named: Record<string, Condition> = { c0: { field: 'age', is: 1 } };
    for (let n = 1; n <= 60; n++) named[`c${n}`] = { all: [`c${n - 1}`, `c${n - 1}`] };
    let visits = 0;
    eachTest('c60', named, () => visits++);
    assert.equal(visits, 1);
  });

  it('comes to an end in a circle', () => {
    const named: Record<string, Condition> = { a: { any: ['b', { field: 'age', is: 1 }] }, b: { not: 'a' } };
    const seen: string[] = [];
    eachTest('a', named, ({ field }) => seen.push(field));
    assert.deepEqual(seen, ['age']);
  });
});

describe('operatorOf', () => {
  it('gives the operator and its operand', () => {
    assert.deepEqual(operatorOf({ field: 'a', is: false }), ['is', false]);
    assert.deepEqual(operatorOf({ field: 'a', empty: false }), ['empty', false]);
    assert.deepEqual(operatorOf({ field: 'a', lte: 0 }), ['lte', 0]);
  });
});
