import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Expression } from '../../src/core/compute.js';
import { eachReference, evaluate } from '../../src/core/compute.js';

const items = [
  { income: 1000, relation: 'child', name: 'نورة' },
  { income: 0.1, relation: 'spouse', name: 'خالد' },
  { income: 0.2, relation: 'child' },
  { relation: 'child' },
];
const answers: Readonly<Record<string, unknown>> = {
  born: '1990-11-23',
  bornToday: '2000-11-22',
  unborn: '2026-11-23',
  rent: 24_000,
  months: 12,
  zero: 0,
  first: 'سالم',
  family: 'المثالي',
  wants: ['rent', 'study'],
  married: true,
  dependants: items,
};

function value(expression: Expression): string | number | undefined {
  return evaluate(expression, {
    context: { today: '2026-11-22' },
    named: { rich: { field: 'rent', gt: 1_000_000 } },
    lookup: (field) => answers[field],
    items: (list) => {
      const found = answers[list];
      return Array.isArray(found)
        ? found.map((item: Record<string, unknown>) => (field: string) => item[field] ?? answers[field])
        : [];
    },
  });
}

describe('evaluate', () => {
  it('takes numbers, texts and fields as they are', () => {
    assert.equal(value(5), 5);
    assert.equal(value({ text: 'rent' }), 'rent');
    assert.equal(value('rent'), 24_000);
    assert.equal(value('first'), 'سالم');
    assert.equal(value('zero'), 0);
  });

  it('has no value where a field has none, or one that is no single value', () => {
    for (const field of ['nobody', 'married', 'wants', 'dependants', 'toString']) {
      assert.equal(value(field), undefined, field);
    }
  });

  it('counts years that are full', () => {
    assert.equal(value({ age: 'born' }), 35);
    assert.equal(value({ age: 'bornToday' }), 26);
    for (const field of ['unborn', 'nobody', 'rent', 'first']) assert.equal(value({ age: field }), undefined);
  });

  it('counts items, those that a condition holds for, and options', () => {
    assert.equal(value({ count: 'dependants' }), 4);
    assert.equal(value({ count: 'dependants', where: { field: 'relation', is: 'child' } }), 3);
    assert.equal(value({ count: 'dependants', where: { field: 'income', empty: true } }), 1);
    assert.equal(value({ count: 'dependants', where: { field: 'rent', gt: 0 } }), 4);
    assert.equal(value({ count: 'wants' }), 2);
    assert.equal(value({ count: 'nobody' }), 0);
  });

  it('adds up what is there', () => {
    assert.equal(value({ sum: 'dependants.income' }), 1000.3);
    assert.equal(value({ sum: ['rent', 'nobody', 6000] }), 30_000);
    assert.equal(value({ sum: 'rent' }), 24_000);
    assert.equal(value({ sum: 'nobody.income' }), 0);
    assert.equal(value({ sum: ['nobody'] }), 0);
  });

  it('finds the least and the most', () => {
    assert.equal(value({ min: 'dependants.income' }), 0.1);
    assert.equal(value({ max: 'dependants.income' }), 1000);
    assert.equal(value({ min: ['rent', 100, 'nobody'] }), 100);
    assert.equal(value({ max: 'nobody.income' }), undefined);
    assert.equal(value({ min: ['nobody'] }), undefined);
  });

  it('reckons only with numbers that are all there', () => {
    assert.equal(value({ add: ['rent', 1, 'zero'] }), 24_001);
    assert.equal(value({ subtract: ['rent', 4000] }), 20_000);
    assert.equal(value({ multiply: [0.1, 3] }), 0.3);
    assert.equal(value({ divide: ['rent', 'months'] }), 2000);
    assert.equal(value({ divide: ['rent', 'zero'] }), undefined);
    assert.equal(value({ divide: [0, 0] }), undefined);
    assert.equal(value({ add: ['rent', 'nobody'] }), undefined);
    assert.equal(value({ add: ['rent', 'first'] }), undefined);
  });

  it('gives nothing where a number would be too large', () => {
    assert.equal(value({ multiply: [1e300, 1e300] }), undefined);
    assert.equal(value({ sum: [1e308, 1e308] }), undefined);
    assert.equal(value({ add: [-1e308, -1e308] }), undefined);
  });

  it('joins what is there', () => {
    assert.equal(value({ concat: ['first', 'family'] }), 'سالم المثالي');
    assert.equal(value({ concat: ['first', 'nobody', 'family'], separator: '-' }), 'سالم-المثالي');
    assert.equal(value({ concat: ['first', { text: '، ' }, 5], separator: '' }), 'سالم، 5');
    assert.equal(value({ concat: ['nobody'] }), undefined);
  });

  it('decides', () => {
    assert.equal(value({ if: { field: 'married', is: true }, then: 'rent', else: 0 }), 24_000);
    assert.equal(value({ if: 'rich', then: { text: 'a' }, else: { text: 'b' } }), 'b');
    assert.equal(value({ if: 'rich', then: 1 }), undefined);
    assert.equal(value({ if: 'nobody', then: 1, else: 2 }), 2);
  });

  it('keeps binary fractions out of sight', () => {
    assert.equal(value({ add: [0.1, 0.2] }), 0.3);
    assert.equal(value({ subtract: [4350.5, 3570.4] }), 780.1);
  });
});

const name = fc.constantFrom('rent', 'months', 'zero', 'first', 'nobody', 'wants', 'dependants', 'born');
const column = fc.constantFrom('dependants.income', 'dependants.name', 'nobody.income', 'rent');
const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const many = fc.array(tie('expression'), { minLength: 1, maxLength: 3 });
  const two = fc.tuple(tie('expression'), tie('expression'));
  return {
    expression: fc.oneof(
      { maxDepth: 4 },
      name,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.record({ text: fc.string() }),
      fc.record({ age: name }),
      fc.record({ count: name }),
      fc.record({ sum: fc.oneof(column, many) }),
      fc.record({ min: fc.oneof(column, many) }),
      fc.record({ max: fc.oneof(column, many) }),
      fc.record({ concat: many }),
      fc.record({ add: many }),
      fc.record({ subtract: two }),
      fc.record({ multiply: many }),
      fc.record({ divide: two }),
      fc.record(
        {
          if: fc.record({ field: name, empty: fc.boolean() }),
          then: tie('expression'),
          else: tie('expression'),
        },
        { requiredKeys: ['if', 'then'] },
      ),
    ),
  };
});

describe('an expression', () => {
  it('gives a text, a number that JSON can say, or nothing', () => {
    fc.assert(
      fc.property(expression, (made) => {
        const result = value(made);
        assert.ok(['string', 'number', 'undefined'].includes(typeof result));
        if (typeof result === 'number') assert.ok(Number.isFinite(result));
      }),
      { numRuns: 1000 },
    );
  });

  it('looks only at what it refers to', () => {
    fc.assert(
      fc.property(expression, (made) => {
        const referred = new Set<string>();
        eachReference(
          made,
          (reference) => referred.add(reference.split('.')[0] ?? ''),
          (condition) => referred.add((condition as { field: string }).field),
        );
        evaluate(made, {
          context: { today: '2026-11-22' },
          named: {},
          lookup: (field) => {
            assert.ok(referred.has(field), field);
            return answers[field];
          },
          items: (list) => {
            assert.ok(referred.has(list), list);
            return [];
          },
        });
      }),
      { numRuns: 500 },
    );
  });
});
