import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { catalog, Engine, parseDefinition, validateAnswers } from '../../src/core/index.js';
import { hidden } from '../../src/fields/hidden/hidden.type.js';
import { context, definitionProblems, formWith, keepsOneForm, TrialField, typedText } from './trial-field.js';

const given = { prefill: { host: ['trial'] } };
const campaign = new TrialField(hidden, {}, given);
const count = new TrialField(hidden, { value: 'number' }, given);
const flag = new TrialField(hidden, { value: 'boolean' }, given);

describe('hidden', () => {
  it('takes what the page gives, of its kind', () => {
    assert.deepEqual(campaign.read(' spring  2026 '), { answer: 'spring 2026' });
    assert.deepEqual(count.read(5), { answer: 5 });
    assert.deepEqual(count.read('5'), { answer: 5 });
    assert.deepEqual(flag.read(false), { answer: false });
    assert.deepEqual(flag.read('true'), { answer: true });
    for (const field of [campaign, count, flag]) assert.deepEqual(field.read(''), {});
  });

  it('is checked as all that is sent', () => {
    assert.equal(campaign.problem('spring'), undefined);
    assert.equal(count.problem(2.5), undefined);
    assert.equal(flag.problem(false), undefined);
    for (const sent of [5, null, '', ' a', 'a\n', 'a'.repeat(201), {}])
      assert.equal(campaign.problem(sent), 'type');
    for (const sent of ['5', null, 0.1 + 0.2, Number.NaN, true]) assert.equal(count.problem(sent), 'type');
    for (const sent of ['true', 1, null]) assert.equal(flag.problem(sent), 'type');
  });

  it('has a condition look at it as at its kind', () => {
    const form = (test: object) => ({
      ...formWith({ type: 'hidden', value: 'number' }, given),
      steps: [
        {
          id: 'only',
          title: 'Step',
          fields: [
            { id: 'trial', type: 'hidden', value: 'number', label: 'Trial' },
            { id: 'more', type: 'text', label: 'More', when: { field: 'trial', ...test } },
          ],
        },
      ],
    });
    assert.deepEqual(parseDefinition(form({ gt: 3 }), catalog).problems, []);
    assert.deepEqual(
      parseDefinition(form({ is: 'three' }), catalog).problems.map(({ code }) => code),
      ['operand'],
    );
    const { definition } = parseDefinition(form({ gt: 3 }), catalog);
    assert.ok(definition);
    const engine = new Engine(definition, catalog, context);
    engine.restore({ trial: 4 });
    assert.equal(engine.find('more')?.visible, true);
    assert.deepEqual(validateAnswers(definition, { trial: 2, more: 'x' }, catalog, context).problems, [
      { pointer: '/more', code: 'hidden' },
    ]);
  });

  it('must be given where it is required', () => {
    assert.deepEqual(definitionProblems({ type: 'hidden' }), { '': 'never-given' });
    assert.deepEqual(definitionProblems({ type: 'hidden', required: true }), { '': 'never-given' });
    assert.deepEqual(definitionProblems({ type: 'hidden', required: true }, given), {});
    const steps = [{ id: 'only', title: 'Step', fields: [{ id: 'trial', type: 'hidden', label: 'Trial' }] }];
    assert.deepEqual(
      parseDefinition({ ...formWith({}), ...given, steps }, catalog).problems.map(({ pointer, code }) => [
        pointer,
        code,
      ]),
      [['/steps/0/fields', 'all-hidden']],
    );
    assert.deepEqual(definitionProblems({ type: 'hidden', value: 'date' }), { '/value': 'invalid-value' });
    const json = formWith({ type: 'hidden', required: true });
    assert.deepEqual(
      parseDefinition(json, catalog).problems.map(({ severity }) => severity),
      ['error'],
    );
    const { definition } = parseDefinition({ ...json, ...given }, catalog);
    assert.ok(definition);
    assert.deepEqual(validateAnswers(definition, {}, catalog, context).problems, [
      { pointer: '/trial', code: 'required' },
    ]);
  });

  it('tells whoever cannot go on whom to tell', () => {
    assert.match(campaign.sentence('required', 'ar'), /أبلغ الجمعية: الاسم$/);
    assert.match(campaign.sentence('required', 'en'), /Tell the association: Name$/);
  });

  it('is read by those who work with it', () => {
    assert.equal(campaign.show('spring', 'ar'), 'spring');
    assert.equal(count.show(12_500, 'ar'), '12,500');
    assert.equal(flag.show(true, 'en'), 'Yes');
  });

  const text = typedText.map((typed) => campaign.read(typed).answer ?? 'a');
  describe('a text', () => keepsOneForm(campaign, { typed: typedText, stored: text }));
  describe('a number', () =>
    keepsOneForm(count, { typed: typedText, stored: fc.integer(), sent: fc.double() }));
  describe('a boolean', () => keepsOneForm(flag, { typed: typedText, stored: fc.boolean() }));
});
