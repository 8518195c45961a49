import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalog, validateAnswers } from '../../../src/core/index.js';
import { Dice } from '../../../src/core/sample/dice.js';
import { sampleAnswers } from '../../../src/core/sample/sample-answers.js';
import { sampleOfPattern } from '../../../src/core/sample/sample-pattern.js';
import { newPair } from '../../sealing/key-pair.js';
import { filesBelow, textOf } from '../../source-files.js';
import type { Json } from '../trial-form.js';
import { context, field, form, list, options, parsed, step } from '../trial-form.js';

const choices = (seed: number, isResident = false) => ({ seed, isResident, language: 'ar' as const });

const filled = (json: unknown, seed = 1, isResident = false): Json => {
  const { answers, problems } = sampleAnswers(parsed(json), catalog, context, choices(seed, isResident));
  assert.deepEqual(problems, undefined, `seed ${seed}`);
  return answers as Json;
};

const read = (path: string) => JSON.parse(textOf(path)) as Json;
const forms = filesBelow('src/packs').filter(
  (path) => path.endsWith('.json') && Object.hasOwn(read(path), 'steps'),
);

describe('answers that nobody has given', () => {
  for (const path of [...forms, 'test/fixtures/every-type.json']) {
    it(`are right in ${path}, whatever the seed`, () => {
      const definition = parsed(read(path));
      for (let seed = 0; seed < (forms.includes(path) ? 200 : 60); seed += 1) {
        const { answers, problems } = sampleAnswers(
          definition,
          catalog,
          context,
          choices(seed, seed % 2 === 1),
        );
        assert.deepEqual(problems, undefined, `seed ${seed}`);
        // The rules have been asked already: that they were is seen in some.
        if (seed % 20 === 0)
          assert.deepEqual(validateAnswers(definition, answers, catalog, context).answers, answers);
      }
    });
  }

  it('are the same for the same seed, and others for another', () => {
    const request = read('src/packs/taafi/support-request.json');
    assert.deepEqual(filled(request, 7), filled(request, 7));
    assert.notDeepEqual(filled(request, 7), filled(request, 8));
  });

  it('answer what each type asks', () => {
    const key = { id: 'x', publicKey: newPair().written };
    const more: Readonly<Record<string, Json>> = {
      choice: { options: options('a', 'b') },
      choices: { options: options('a', 'b', 'c'), minItems: 2 },
      select: { options: options('a', 'b', 'c') },
      ranking: { options: options('a', 'b', 'c') },
      rating: { points: ['1', '2', '3'] },
      matrix: { points: ['1', '2', '3'], rows: [{ id: 'one', label: '1' }] },
      list: { itemLabel: 'x', fields: [field('inner', 'text', { required: true })] },
      section: { fields: [field('inside', 'text', { required: true })] },
      sealed: { key, fields: [field('inside', 'text', { required: true })] },
      computed: { value: 1 },
    };
    for (const type of catalog.keys()) {
      // A page of nothing but what nobody sees would be no page.
      const json = form([field('asked', type, { ...more[type] }), field('beside', 'note')], {
        ...(type === 'hidden' && { prefill: { host: ['asked'] } }),
      });
      const isAnswered = Array.from({ length: 8 }, (_, seed) => filled(json, seed)).some(
        ({ asked, inside }) => asked !== undefined || inside !== undefined,
      );
      assert.equal(isAnswered, type !== 'note', type);
    }
  });

  it('keep to the limits of a field', () => {
    const json = form([
      field('a', 'text', { required: true, minLength: 30, maxLength: 31 }),
      field('b', 'text', { required: true, maxLength: 2 }),
      field('c', 'text', { required: true, pattern: '^(AB|CD)-\\d{3,5}[\\p{Lu}x]?$' }),
      field('d', 'text', { required: true, characters: 'digits', minLength: 4, maxLength: 4 }),
      field('e', 'number', { required: true, minimum: 0.1, maximum: 0.2 }),
      field('f', 'number', { required: true, minimum: -9, maximum: -9 }),
      field('g', 'date', { required: true, min: 'today', max: '2026-11-23' }),
      field('h', 'date', { required: true, max: '1900-01-01', calendars: ['gregory'] }),
      list('i', [field('j', 'national-id', { required: true })], { minItems: 3, maxItems: 3 }),
    ]);
    for (let seed = 0; seed < 50; seed += 1) filled(json, seed);
  });

  it('agree with one another', () => {
    const day = (id: string, more: Json = {}) => field(id, 'date', { required: true, ...more });
    const parts = [
      field('isSaudi', 'yes-no', { required: true }),
      field('nationalId', 'national-id', { required: true, matches: { field: 'isSaudi', citizen: true } }),
      field('name', 'person-name', { required: true, resident: { field: 'isSaudi', is: false } }),
      field('latin', 'person-name', { required: true, parts: 3, letters: 'latin' }),
      day('start', { min: 'today', workingDays: true, closedDays: ['2026-11-24'] }),
      day('end', { after: 'start', workingDays: true }),
      field('stay', 'date-range', { required: true, after: 'end', longest: 3 }),
      field('from', 'time', { required: true, min: '09:00', max: '10:00' }),
      field('to', 'time', { required: true, after: 'from' }),
      field('mobile', 'phone', { required: true }),
      field('other', 'phone', { required: true, notEqual: 'mobile' }),
      list('people', [field('kind', 'choice', { required: true, options: options('a', 'b', 'c') })], {
        minItems: 3,
        maxItems: 3,
        unique: ['kind'],
      }),
      field('signature', 'signature', { required: true, signer: ['name'] }),
    ];
    for (let seed = 0; seed < 50; seed += 1) {
      const { nationalId } = filled(form(parts), seed, seed % 2 === 1);
      assert.match(String(nationalId), seed % 2 === 1 ? /^2/ : /^1/);
    }
  });

  it('are those of one person, a citizen or a resident', () => {
    const request = read('src/packs/taafi/support-request.json');
    for (let seed = 0; seed < 5; seed += 1) {
      const citizen = filled(request, seed);
      assert.match(String(citizen.nationalId), /^1/);
      assert.equal(citizen.nationality, 'saudi');
      assert.match(String(citizen.firstName), /^[\u0621-\u064a]+$/);
      const resident = filled(request, seed, true);
      assert.match(String(resident.nationalId), /^2/);
      assert.notEqual(resident.nationality, 'saudi');
    }
  });

  it('answer what is only shown because of what stands after it', () => {
    const json = form([
      step('one', [field('early', 'text', { required: true, when: { field: 'late', is: true } })]),
      step('two', [field('late', 'statement', { required: true })]),
    ]);
    assert.equal(typeof filled(json).early, 'string');
  });

  it('are not made up where no answer can be right', () => {
    const json = form([field('a', 'date', { required: true, min: '2030-01-01', max: 'today' })]);
    const { answers, problems } = sampleAnswers(parsed(json), catalog, context, choices(1));
    assert.equal(answers, undefined);
    assert.deepEqual(problems, [{ pointer: '/a', code: 'required' }]);
  });
});

describe('a text for a pattern', () => {
  it('is one that the pattern takes', () => {
    const patterns = [
      '^[A-Z]{4}\\d{4}$',
      '^\\+9665\\d{8}$',
      '^(a|b(c|d){2})*x+y?$',
      '^[^\\s]{3,}$',
      '\\bab\\b',
      '^(?:[ء-ي]+ ?)+$',
    ];
    for (const pattern of patterns) {
      for (let seed = 0; seed < 30; seed += 1)
        assert.match(sampleOfPattern(pattern, new Dice(seed)) ?? '', new RegExp(pattern, 'u'));
    }
  });
});
