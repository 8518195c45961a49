import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalog, parseDefinition, validateAnswers } from '../../src/core/index.js';
import { list, mostItemsOf } from '../../src/fields/list/list.type.js';
import { context, definitionProblems, formWith, TrialField } from './trial-field.js';

const inside = {
  itemLabel: { ar: 'المعال {n}', en: 'Dependant {n}' },
  fields: [{ id: 'name', type: 'text', required: true, label: { ar: 'الاسم', en: 'Name' } }],
};
const plain = new TrialField(list, inside);
const few = new TrialField(list, { ...inside, minItems: 2, maxItems: 3 });

function problemsOf(particulars: object, answers: unknown) {
  const { definition } = parseDefinition(formWith({ type: 'list', ...inside, ...particulars }), catalog);
  assert.ok(definition);
  const { problems = [] } = validateAnswers(definition, answers, catalog, context);
  return Object.fromEntries(problems.map(({ pointer, code }) => [pointer, code]));
}

const item = { name: 'نورة' };

describe('list', () => {
  it('leaves reading to its items', () => {
    assert.deepEqual(plain.read(undefined), {});
    assert.equal(plain.type.empty, undefined);
  });

  it('counts its items', () => {
    assert.equal(few.problem([item]), 'too-few');
    assert.equal(few.problem([item, item]), undefined);
    assert.equal(few.problem([item, item, item, item]), 'too-many');
    assert.equal(plain.problem(Array(50).fill(item)), undefined);
    assert.equal(plain.problem(Array(51).fill(item)), 'too-many');
    assert.equal(mostItemsOf(plain.definition), 50);
    assert.equal(mostItemsOf(few.definition), 3);
  });

  it('takes nothing but a list of items', () => {
    for (const sent of [null, 'نورة', 2, {}, { 0: item }]) {
      assert.deepEqual(problemsOf({}, { trial: sent }), { '/trial': 'type' });
    }
    assert.deepEqual(problemsOf({}, { trial: [item, 'نورة', null, [item]] }), {
      '/trial/1': 'type',
      '/trial/2': 'type',
      '/trial/3': 'type',
    });
  });

  it('is absent where it is empty', () => {
    assert.deepEqual(problemsOf({}, {}), {});
    assert.deepEqual(problemsOf({}, { trial: [] }), { '/trial': 'unnormalised' });
    assert.deepEqual(problemsOf({ required: true }, {}), { '/trial': 'required' });
    assert.deepEqual(problemsOf({ minItems: 1 }, {}), { '/trial': 'too-few' });
  });

  it('judges each item by itself', () => {
    assert.deepEqual(problemsOf({}, { trial: [item, {}, { name: ' ' }, { name: 'x', age: 5 }] }), {
      '/trial/1/name': 'required',
      '/trial/2/name': 'unnormalised',
      '/trial/3/age': 'unknown',
    });
  });

  it('looks at no more items than are enough to refuse', () => {
    const many = Array.from({ length: 100_000 }, () => ({ name: 5 }));
    assert.equal(Object.keys(problemsOf({ maxItems: 2 }, { trial: many })).length, 4);
    assert.equal(Object.keys(problemsOf({}, { trial: many })).length, 52);
  });

  it('tells its limits', () => {
    assert.equal(few.sentence('too-few', 'ar'), 'أضف المزيد حتى يكتمل العدد 2: الاسم');
    assert.equal(few.sentence('too-many', 'en'), 'Remove what is over 3: Name');
    assert.equal(few.sentence('required', 'ar'), 'أضف عنصرًا واحدًا على الأقل: الاسم');
  });

  it('is shown as a count', () => {
    assert.equal(few.show([item, item], 'ar'), '2');
  });

  it('has its counts in the JSON Schema', () => {
    assert.deepEqual(few.type.jsonSchema(few.definition), { type: 'array', minItems: 2, maxItems: 3 });
    assert.deepEqual(plain.type.jsonSchema(plain.definition), { type: 'array', minItems: 1, maxItems: 50 });
  });

  it('refuses definitions that nothing can meet', () => {
    const problems = (more: object) => definitionProblems({ type: 'list', ...inside, ...more });
    assert.deepEqual(problems({ minItems: 4, maxItems: 3 }), { '/minItems': 'empty-range' });
    assert.deepEqual(problems({ minItems: 51 }), { '/minItems': 'empty-range' });
    assert.deepEqual(problems({ maxItems: 0 }), { '/maxItems': 'too-small' });
    assert.deepEqual(problems({ maxItems: 201 }), { '/maxItems': 'too-big' });
    assert.deepEqual(problems({ fields: [] }), { '/fields': 'too-small' });
    assert.deepEqual(problems({ itemLabel: undefined }), { '/itemLabel': 'missing' });
    assert.deepEqual(problems({ itemLabel: { ar: 'المعال {n}', en: 'Dependant' } }), {
      '/itemLabel': 'placeholders-differ',
    });
  });

  it('has a scope of its own for names', () => {
    const [name] = inside.fields;
    const problems = (fields: unknown) => definitionProblems({ type: 'list', ...inside, fields });
    assert.deepEqual(problems([{ ...name, id: 'trial' }]), {});
    assert.deepEqual(problems([name, name]), { '/fields/1/id': 'duplicate' });
  });
});
