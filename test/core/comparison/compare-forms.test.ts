import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareForms } from '../../../src/core/comparison/compare-forms.js';
import { versionStep } from '../../../src/core/comparison/version-step.js';
import { catalog } from '../../../src/core/index.js';
import { changeSentence } from '../../../src/locale/change-sentences.js';
import { filesBelow, textOf } from '../../source-files.js';
import type { Json } from '../trial-form.js';
import { context, field, form, list, options, parsed, step } from '../trial-form.js';

/** What is told between two forms, as `effect code place`. */
function told(before: Json, after: Json): string[] {
  const changes = compareForms(parsed(before), parsed(after), catalog, context);
  for (const change of changes) {
    for (const language of ['ar', 'en'] as const) {
      const sentence = changeSentence(change, language);
      assert.doesNotMatch(sentence, /\{\w+\}|undefined/, sentence);
      assert.match(sentence, language === 'ar' ? /\p{Script=Arabic}{3}/u : /^[^\u0600-\u06ff]*$/);
    }
  }
  return changes.map(({ effect, code, place }) => `${effect} ${code} ${place}`.trim());
}

/** The same between two kinds of one field. */
function ofField(type: string, before: Json, after: Json, more: Json = {}): string[] {
  return told(form([field('asked', type, before)], more), form([field('asked', type, after)], more));
}

describe('what changes about a question', () => {
  it('is nothing where nothing has changed, in every form there is', () => {
    const files = filesBelow('src/packs').concat('test/fixtures/every-type.json');
    for (const path of files) {
      const json = JSON.parse(textOf(path)) as Json;
      if (Object.hasOwn(json, 'steps')) assert.deepEqual(told(json, structuredClone(json)), [], path);
    }
  });

  it('is that it is new or gone', () => {
    const one = form([field('a', 'text')]);
    const two = form([field('a', 'text'), field('b', 'text', { required: true }), field('c', 'date')]);
    assert.deepEqual(told(one, two), ['asked question-added b', 'asked question-added-optional c']);
    assert.deepEqual(told(two, one), ['invalid question-removed b', 'invalid question-removed c']);
    const withList = form([field('a', 'text'), list('l', [field('x', 'text')], { minItems: 1 })]);
    assert.deepEqual(told(one, withList), ['asked question-added l']);
    const longer = form([
      field('a', 'text'),
      list('l', [field('x', 'text'), field('y', 'text')], { minItems: 1 }),
    ]);
    assert.deepEqual(told(withList, longer), ['asked question-added-optional l.y']);
    const label = { ar: 'حقل a', en: 'Field a' };
    assert.deepEqual(told(one, form([field('z', 'text', { label })])), ['invalid question-renamed z']);
    const note = form([field('a', 'text'), field('n', 'note')]);
    assert.deepEqual(told(one, note), ['wording text-added n']);
    assert.deepEqual(told(note, one), ['wording text-removed n']);
  });

  it('is its type, or that it has to be answered', () => {
    assert.deepEqual(told(form([field('a', 'text')]), form([field('a', 'number')])), [
      'invalid type-changed a',
    ]);
    assert.deepEqual(ofField('text', {}, { required: true }), ['asked now-required asked']);
    assert.deepEqual(ofField('text', { required: true }, { required: false }), [
      'other no-longer-required asked',
    ]);
    for (const type of ['matrix', 'ranking']) {
      const more = {
        points: ['1', '2'],
        rows: [
          { id: 'r', label: '1' },
          { id: 's', label: '2' },
        ],
      };
      const keys = type === 'matrix' ? more : { options: options('a', 'b', 'c') };
      const seen = ofField(type, keys, { ...keys, required: true });
      assert.deepEqual(seen, ['asked now-required asked']);
    }
  });

  it('is an option', () => {
    const before = { options: options('a', 'b', 'c') };
    const [, b = {}, c = {}] = before.options;
    assert.deepEqual(ofField('choice', before, { options: [c, b, ...options('d')] }), [
      'invalid option-removed asked',
      'other option-added asked',
      'other option-moved asked',
    ]);
    const [first, ...rest] = before.options;
    assert.deepEqual(
      ofField('choices', before, { options: [{ ...first, ar: 'غيره', en: 'Another' }, ...rest] }),
      ['wording option-words asked'],
    );
  });

  it('is found among as many options as there can be', () => {
    const values = Array.from({ length: 2_000 }, (_, index) => `v${index}`);
    const moved = [...values.slice(1, 1_000), 'v0', ...values.slice(1_000).reverse()];
    const seen = ofField('select', { options: options(...values) }, { options: options(...moved) });
    assert.deepEqual(seen, ['other options-moved asked']);
    const fewer = ofField(
      'select',
      { options: options(...values) },
      { options: options(...values.slice(50)) },
    );
    assert.deepEqual(fewer, ['invalid options-removed asked']);
  });

  it('is a rule that is narrower or wider, whatever the type', () => {
    const cases: [type: string, narrow: Json, wide: Json, narrower: string, wider: string][] = [
      ['text', { maxLength: 20 }, { maxLength: 40 }, 'most-lowered', 'most-raised'],
      ['text', { minLength: 4 }, {}, 'least-raised', 'least-lowered'],
      ['text', { pattern: '^[A-Z]{4}$' }, { pattern: '^[A-Z0-9]{4,6}$' }, 'rule-narrower', 'rule-wider'],
      ['text', { characters: 'code' }, {}, 'rule-narrower', 'rule-wider'],
      ['number', { minimum: 5 }, { minimum: 1 }, 'least-raised', 'least-lowered'],
      ['number', { maximum: 5 }, {}, 'rule-narrower', 'rule-wider'],
      ['date', { max: '2000-01-01' }, { max: '2020-01-01' }, 'most-lowered', 'most-raised'],
      ['date', { calendars: ['gregory'] }, {}, 'rule-narrower', 'rule-wider'],
      ['phone', {}, { kind: 'any' }, 'rule-narrower', 'rule-wider'],
      [
        'date',
        { min: '2026-01-01', workingDays: true },
        { min: '2026-01-01' },
        'rule-narrower',
        'rule-wider',
      ],
      ['date-range', { longest: 3 }, { longest: 9 }, 'most-lowered', 'most-raised'],
      ['time', { max: '10:00' }, { max: '12:00' }, 'most-lowered', 'most-raised'],
      ['money', { maximum: 500 }, {}, 'most-lowered', 'most-raised'],
      ['person-name', { letters: 'arabic' }, {}, 'rule-narrower', 'rule-wider'],
      ['national-address', { ways: ['full'] }, {}, 'rule-narrower', 'rule-wider'],
      ['file', { accept: ['pdf'] }, {}, 'rule-narrower', 'rule-wider'],
      ['file', { maxSize: 1_000 }, { maxSize: 2_000 }, 'most-lowered', 'most-raised'],
      ['scale', { most: 5 }, { most: 10 }, 'rule-narrower', 'rule-wider'],
      [
        'rating',
        { points: ['1', '2'] },
        { points: ['1', '2'], notApplicable: true },
        'rule-narrower',
        'rule-wider',
      ],
    ];
    for (const [type, narrow, wide, narrower, wider] of cases) {
      const codes = (changes: string[]) =>
        changes
          .filter((change) => !change.startsWith('wording'))
          .map((change) => change.replace(' asked', ''));
      assert.deepEqual(codes(ofField(type, wide, narrow)), [`invalid ${narrower}`], `${type} ${narrower}`);
      assert.deepEqual(codes(ofField(type, narrow, wide)), [`other ${wider}`], `${type} ${wider}`);
    }
  });

  it('is a rule about an answer beside others', () => {
    const phones = (more: Json) => form([field('a', 'phone'), field('b', 'phone', more)]);
    assert.deepEqual(told(phones({}), phones({ notEqual: 'a' })), ['invalid rule-narrower b']);
    assert.deepEqual(told(phones({ notEqual: 'a' }), phones({})), ['other rule-wider b']);
    const days = (more: Json) => form([field('a', 'date'), field('b', 'date'), field('c', 'date', more)]);
    assert.deepEqual(told(days({ after: 'a' }), days({ after: 'b' })), ['invalid rule-changed c']);
  });

  it('is a rule of which only the type knows what it means', () => {
    assert.deepEqual(ofField('text', {}, { direction: 'ltr' }), ['other detail-changed asked']);
    assert.deepEqual(ofField('computed', { value: 1 }, { value: 2 }), ['other value-changed asked']);
    // No sample is a day far ahead: that its type states another rule is enough.
    assert.deepEqual(ofField('date', { min: '2100-01-01' }, { min: '2100-01-01', max: '2174-01-01' }), [
      'invalid rule-changed asked',
    ]);
  });

  it('is what is done with the answer', () => {
    const more = { purposes: { one: { ar: 'غرض أول', en: 'One' }, two: { ar: 'غرض ثان', en: 'Two' } } };
    assert.deepEqual(ofField('text', { purpose: 'one' }, { purpose: 'two' }, more), [
      'asked purpose-changed asked',
    ]);
    assert.deepEqual(ofField('text', {}, { purpose: 'two' }, more), ['asked purpose-added asked']);
    assert.deepEqual(ofField('text', { purpose: 'two' }, {}, more), ['asked purpose-dropped asked']);
    assert.deepEqual(ofField('text', {}, { sensitive: true }), ['other sensitive-now asked']);
    assert.deepEqual(ofField('text', { sensitive: true }, {}), ['other sensitive-no-longer asked']);
  });

  it('is only words', () => {
    assert.deepEqual(ofField('text', {}, { label: { ar: 'غيره', en: 'Another' } }), [
      'wording label-changed asked',
    ]);
    assert.deepEqual(ofField('number', { unit: 'x' }, { unit: 'y', hint: 'z' }), [
      'wording words-changed asked',
      'wording words-changed asked',
    ]);
    assert.deepEqual(ofField('statement', { text: 'x' }, { text: 'y' }), ['asked statement-changed asked']);
    assert.deepEqual(ofField('statement', {}, { label: { ar: 'غيره', en: 'Another' } }), [
      'asked statement-changed asked',
    ]);
  });
});

describe('what changes about when and where it is asked', () => {
  const yes = field('yes', 'yes-no');
  const asked = (when?: unknown) => field('x', 'text', when === undefined ? {} : { when });

  it('is its condition, by what it says and not by its name', () => {
    const is = { field: 'yes', is: true };
    const conditions = { said: is };
    assert.deepEqual(told(form([yes, asked(is)]), form([yes, asked('said')], { conditions })), []);
    assert.deepEqual(told(form([yes, asked()]), form([yes, asked(is)])), ['other condition-added x']);
    assert.deepEqual(told(form([yes, asked(is)]), form([yes, asked()])), ['asked condition-dropped x']);
    const other = { conditions: { said: { field: 'yes', is: false } } };
    assert.deepEqual(told(form([yes, asked('said')], { conditions }), form([yes, asked('said')], other)), [
      'asked condition-changed x',
    ]);
  });

  it('is its place among the others, told of as few as can be', () => {
    const fields = ['a', 'b', 'c', 'd'].map((id) => field(id, 'text'));
    const [a = {}, b = {}, c = {}, d = {}] = fields;
    assert.deepEqual(told(form(fields), form([d, a, b, c])), ['other question-moved d']);
    assert.deepEqual(
      told(
        form([step('one', [a, b]), step('two', [c, d])]),
        form([step('one', [a]), step('two', [b, c, d])]),
      ),
      ['other question-to-step b'],
    );
  });

  it('is its step', () => {
    const [one, two] = [step('one', [field('a', 'text')]), step('two', [field('b', 'text')])];
    assert.deepEqual(told(form([one, two]), form([two, one])), ['other step-moved two']);
    assert.deepEqual(told(form([one]), form([one, two])), [
      'asked question-added-optional b',
      'other step-added two',
    ]);
    assert.deepEqual(told(form([one, two]), form([one])), [
      'invalid question-removed b',
      'other step-removed two',
    ]);
    const renamed = { ...two, title: 'x', when: { field: 'a', empty: false } };
    assert.deepEqual(told(form([one, two]), form([one, renamed])), [
      'other condition-added two',
      'wording step-words two',
    ]);
  });
});

describe('what changes about the form', () => {
  it('is told by its parts', () => {
    const before = form([field('a', 'text')], { purposes: { p: 'x' }, answer: { notBefore: 'P14D' } });
    const after = form([field('a', 'text')], {
      title: { ar: 'عنوان آخر', en: 'Another title' },
      languages: ['ar'],
      purposes: { p: 'y' },
      retention: 'z',
      answer: { notBefore: 'P10D' },
      prefill: { host: ['a'] },
      receipt: { text: 'w' },
    });
    assert.deepEqual(told(before, after), [
      'asked purpose-words',
      'other language-removed',
      'other retention-added',
      'other answer-time',
      'other prefill-changed',
      'wording title-changed',
      'wording form-words',
    ]);
  });

  it('is how long its data are kept', () => {
    const kept = (retention?: string) =>
      form([field('a', 'text')], retention === undefined ? {} : { retention });
    assert.deepEqual(told(kept('x'), kept('y')), ['asked retention-changed']);
    assert.deepEqual(told(kept('x'), kept()), ['asked retention-dropped']);
  });

  it('decides how far its version has to go on', () => {
    const steps = (before: Json, after: Json, version: string) => {
      const changes = compareForms(
        parsed(form([field('a', 'text', before)])),
        parsed(form([field('a', 'text', after)])),
        catalog,
        context,
      );
      return versionStep('1.2.3', version, changes);
    };
    assert.deepEqual(steps({}, {}, '1.2.3'), { mustRise: false, hasRisen: false, suggested: '1.2.3' });
    assert.deepEqual(steps({}, { hint: 'x' }, '1.2.3'), {
      mustRise: false,
      hasRisen: false,
      suggested: '1.2.4',
    });
    assert.deepEqual(steps({}, { required: true }, '1.2.2'), {
      mustRise: true,
      hasRisen: false,
      suggested: '1.3.0',
    });
    assert.deepEqual(steps({}, { maxLength: 5 }, '1.10.0'), {
      mustRise: true,
      hasRisen: true,
      suggested: '2.0.0',
    });
  });
});
