import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { catalog, validateAnswers } from '../../src/core/index.js';
import type { NameParts } from '../../src/core/names.js';
import type { PersonNameInput } from '../../src/fields/person-name/person-name.type.js';
import { personName } from '../../src/fields/person-name/person-name.type.js';
import type { Json } from '../core/trial-form.js';
import { field, form, options, parsed } from '../core/trial-form.js';
import { context, definitionProblems, keepsOneForm, TrialField, typedText } from './trial-field.js';

const any = new TrialField(personName);
const arabic = new TrialField(personName, { letters: 'arabic' });
const latin = new TrialField(personName, { letters: 'latin' });
const three = new TrialField(personName, { parts: 3 });

const salem = { first: 'سالم', father: 'عبد الله', grandfather: 'محمد', family: 'المثالي' };

/** A form in which residents are known by their nationality. */
const asking = parsed(
  form([
    field('nationality', 'choice', { options: options('saudi', 'other') }),
    field('name', 'person-name', { required: true, resident: { field: 'nationality', is: 'other' } }),
  ]),
);
const told = (answers: Json): string[] =>
  (validateAnswers(asking, answers, catalog, context).problems ?? []).map(
    ({ pointer, code }) => `${pointer}: ${code}`,
  );

const word = fc.constantFrom('سالم', 'عبد الله', 'أبو-بكر', 'مُحمَّد', "O'Neil", 'José', 'Anne Marie');
const part = fc.oneof(word, typedText, fc.constant(''));

describe('person-name', () => {
  it('is stored part by part, tidy and without tatweel', () => {
    const typed = { first: ' سالـــم ', father: 'عبد  الله', grandfather: 'محمد\u200f', family: 'المثالي' };
    assert.deepEqual(any.read(typed), { answer: salem });
    assert.equal(any.show(salem, 'ar'), 'سالم عبد الله محمد المثالي');
  });

  it('wants the first and the family name of everybody', () => {
    assert.deepEqual(any.read({ first: '', family: ' ' }), {});
    assert.deepEqual(any.read({ family: 'المثالي' }), { problem: 'first-missing' });
    assert.deepEqual(any.read({ first: 'سالم' }), { problem: 'family-missing' });
    assert.equal(any.sentence('family-missing', 'ar'), 'أدخل اسم العائلة: الاسم');
    assert.equal(any.sentence('father-missing', 'en'), 'Enter the father’s name: Name');
  });

  it('wants those of the father and the grandfather of all but residents', () => {
    const { first, family, father } = salem;
    assert.deepEqual(told({ nationality: 'saudi', name: { first, family } }), ['/name: father-missing']);
    assert.deepEqual(told({ nationality: 'saudi', name: { first, father, family } }), [
      '/name: grandfather-missing',
    ]);
    assert.deepEqual(told({ name: { first, family } }), ['/name: father-missing']);
    assert.deepEqual(told({ nationality: 'other', name: { first, family } }), []);
    assert.deepEqual(told({ nationality: 'saudi', name: salem }), []);
  });

  it('asks only for the parts it is told to', () => {
    assert.deepEqual(three.read({ ...salem }), {
      answer: { first: 'سالم', father: 'عبد الله', family: 'المثالي' },
    });
    assert.equal(three.problem(salem), 'type');
  });

  it('has letters only', () => {
    for (const first of ['سالم2', '٢سالم', 'Sal@em', '<b>', '-سالم', 'سالم.'])
      assert.deepEqual(any.read({ ...salem, first }), { problem: 'first-letters' }, first);
    for (const first of ['أبو-بكر', "O'Neil", 'O’Neil', 'مُحمَّد', 'می‌لاد'])
      assert.equal(any.read({ ...salem, first }).problem, undefined, first);
  });

  it('is in the script that is asked for', () => {
    assert.deepEqual(arabic.read({ ...salem, family: 'Smith' }), { problem: 'family-arabic' });
    assert.deepEqual(latin.read({ first: 'Salem', family: 'المثالي' }), { problem: 'family-latin' });
    assert.deepEqual(latin.read({ first: 'José', family: 'Nuñez' }).answer, {
      first: 'José',
      family: 'Nuñez',
    });
    assert.equal(arabic.read(salem).problem, undefined);
  });

  it('has parts of at most sixty characters', () => {
    assert.equal(any.read({ ...salem, family: 'م'.repeat(60) }).problem, undefined);
    assert.deepEqual(any.read({ ...salem, family: 'م'.repeat(61) }), { problem: 'family-too-long' });
  });

  it('tells a web admin what is wrong with its definition', () => {
    const problems = (more: object) => definitionProblems({ type: 'person-name', ...more });
    assert.deepEqual(problems({ parts: 5 }), { '/parts': 'too-big' });
    assert.deepEqual(problems({ resident: { field: 'nation', is: 'other' } }), {
      '/resident/field': 'unknown-field',
    });
    assert.deepEqual(problems({ resident: { field: 'trial', is: 'other' } }), { '/resident/is': 'operator' });
  });

  keepsOneForm<typeof any.definition, PersonNameInput, NameParts>(any, {
    typed: fc.record({ first: part, father: part, grandfather: part, family: part }),
    stored: fc.record(
      { first: word, father: word, grandfather: word, family: word },
      { requiredKeys: ['first', 'family'] },
    ) as fc.Arbitrary<NameParts>,
    sent: fc.dictionary(
      fc.constantFrom('first', 'father', 'grandfather', 'family', 'last', '__proto__'),
      part,
    ),
  });
});
