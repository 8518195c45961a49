import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { Answers } from '../../src/core/index.js';
import { answersSchema, catalog, validateAnswers } from '../../src/core/index.js';
import { pathOf } from '../../src/core/pointer.js';
import { textOf } from '../source-files.js';
import { mutated } from './mutation.js';
import type { Json } from './trial-form.js';
import { context, engineFor, field, form, list, parsed } from './trial-form.js';

const json = JSON.parse(textOf('test/fixtures/every-type.json')) as Json;
const everyType = parsed(json);

const child = {
  name: 'نورة',
  relation: 'child',
  birthDate: { date: '2015-01-01', calendar: 'gregory' },
  income: 10.5,
  inSchool: true,
  school: 'الأولى',
};
const complete: Json = {
  fullName: 'سالم المثالي',
  nationalId: '1000000008',
  mobile: '+966501234567',
  otherPhone: '+201001234567',
  birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' },
  marital: 'married',
  story: 'سطر\n\nآخر',
  dependants: [child, { name: 'هند', relation: 'spouse' }],
  home: 'rented',
  rent: 24_000,
  postcode: '12345',
  shortAddress: 'RRRD2929',
  wants: ['rent', 'study'],
  studyFees: 500,
  visits: 2,
  visitDate: { date: '2026-12-01', calendar: 'gregory' },
  papers: [{ id: 'AAAAAAAAAAAAAAAAAAAAAA', name: 'a.pdf', type: 'application/pdf', size: 5 }],
  consent: true,
};

/** The problems of complete answers with some changed, as `pointer: code`; undefined takes an answer out. */
function told(changes: Json = {}): string[] {
  const answers = JSON.parse(JSON.stringify({ ...complete, ...changes })) as unknown;
  const { problems = [] } = validateAnswers(everyType, answers, catalog, context);
  return problems.map(({ pointer, code }) => `${pointer}: ${code}`);
}

describe('validateAnswers', () => {
  it('takes complete answers, and puts in what is computed', () => {
    const { answers, problems } = validateAnswers(everyType, complete, catalog, context);
    assert.equal(problems, undefined);
    const computed = { age: 46, children: 1, familyIncome: 10.5, rentMonthly: 2000 };
    assert.deepEqual(answers, { ...complete, ...computed });
  });

  it('gives answers in the order of the form, whatever the order they came in', () => {
    const turned = Object.fromEntries(Object.entries(complete).reverse());
    const { answers } = validateAnswers(everyType, turned, catalog, context);
    assert.deepEqual(Object.keys(answers ?? {}).slice(0, 3), ['fullName', 'nationalId', 'mobile']);
  });

  it('gives the same as the form that the person filled in', () => {
    const { answers } = validateAnswers(everyType, complete, catalog, context);
    assert.deepEqual(answers, engineFor(json, complete).answers());
  });

  it('takes what it has given', () => {
    const { answers } = validateAnswers(everyType, complete, catalog, context);
    assert.deepEqual(validateAnswers(everyType, answers, catalog, context).answers, answers);
  });

  it('changes nothing of what it was given', () => {
    const before = structuredClone(complete);
    validateAnswers(everyType, complete, catalog, context);
    assert.deepEqual(complete, before);
  });

  it('refuses what is no answers, and asks for nothing then', () => {
    for (const answers of [null, undefined, 5, 'x', true, [], [complete]]) {
      assert.deepEqual(validateAnswers(everyType, answers, catalog, context).problems, [
        { pointer: '', code: 'type' },
      ]);
    }
  });

  it('asks for what is required and shown, in the order of the form', () => {
    const { problems = [] } = validateAnswers(everyType, {}, catalog, context);
    assert.deepEqual(
      problems.map(({ pointer, code }) => `${pointer}: ${code}`),
      ['fullName', 'nationalId', 'mobile', 'birthDate', 'marital', 'home', 'wants', 'consent'].map(
        (id) => `/${id}: required`,
      ),
    );
  });

  it('refuses what it does not know, wherever it stands', () => {
    assert.deepEqual(told({ nobody: 1 }), ['/nobody: unknown']);
    assert.deepEqual(told({ housing: {} }), ['/housing: unknown']);
    assert.deepEqual(told({ welcome: 'x' }), ['/welcome: unknown']);
    assert.deepEqual(told({ dependants: [{ ...child, age: 5 }] }), ['/dependants/0/age: unknown']);
    assert.deepEqual(told({ dependants: [{ ...child, study: {} }] }), ['/dependants/0/study: unknown']);
    for (const key of ['constructor', 'toString', 'a/b', 'a~b', '']) {
      const at = key.replaceAll('~', '~0').replaceAll('/', '~1');
      assert.deepEqual(told({ [key]: 1 }), [`/${at}: unknown`], key);
    }
    const hostile = JSON.parse(
      `{"__proto__": {"fullName": "x"}, ${JSON.stringify(complete).slice(1)}`,
    ) as unknown;
    assert.deepEqual(validateAnswers(everyType, hostile, catalog, context).problems, [
      { pointer: '/__proto__', code: 'unknown' },
    ]);
  });

  it('refuses what is hidden, at every level', () => {
    assert.deepEqual(told({ guardianName: 'هند' }), ['/guardianName: hidden']);
    assert.deepEqual(told({ home: 'owned' }), ['/rent: hidden']);
    assert.deepEqual(told({ wants: ['rent'] }), ['/studyFees: hidden']);
    assert.deepEqual(told({ dependants: [{ ...child, inSchool: false }] }), ['/dependants/0/school: hidden']);
    assert.deepEqual(told({ dependants: [{ ...child, relation: 'spouse' }] }), [
      '/dependants/0/birthDate: hidden',
      '/dependants/0/inSchool: hidden',
      '/dependants/0/school: hidden',
    ]);
    assert.deepEqual(told({ marital: 'single' }), ['/dependants: hidden']);
    assert.deepEqual(told({ marital: 'single', dependants: undefined, children: 5 }), ['/children: hidden']);
  });

  it('works out what is computed, whatever was sent', () => {
    const changed = { ...complete, age: 5, familyIncome: 'much', rentMonthly: -1, children: 99 };
    const { answers } = validateAnswers(everyType, changed, catalog, context);
    assert.deepEqual(answers, validateAnswers(everyType, complete, catalog, context).answers);
    assert.deepEqual(told({ age: null }), ['/age: type']);
    assert.deepEqual(told({ age: [5] }), ['/age: type']);
  });

  it('lets nobody into a condition by what he sends for a computed value', () => {
    assert.deepEqual(told({ age: 5, guardianName: 'هند' }), ['/guardianName: hidden']);
    const minor = { birthDate: { date: '2015-01-01', calendar: 'gregory' }, age: 40 };
    assert.deepEqual(told(minor), ['/guardianName: required']);
  });

  it('takes empty lists and null for no answer at all', () => {
    for (const id of ['papers', 'wants', 'dependants', 'story', 'visits']) {
      assert.deepEqual(told({ [id]: [] })[0], `/${id}: unnormalised`);
      assert.match(told({ [id]: null })[0] ?? '', new RegExp(`^/${id}: (type|not-an-option)$`));
    }
  });

  it('tells one thing of one place', () => {
    assert.deepEqual(told({ dependants: [] }), ['/dependants: unnormalised']);
    assert.deepEqual(told({ dependants: 'x' }), ['/dependants: type']);
    assert.deepEqual(told({ dependants: ['x'] }), ['/dependants/0: type']);
  });

  it('refuses wrong kinds, at every level', () => {
    for (const value of [null, 5, true, {}, 'x', [1]]) {
      for (const id of Object.keys(complete)) {
        const lines = told({ [id]: value });
        const isFine = (id === 'rent' || id === 'visits' || id === 'studyFees') && value === 5;
        const isText = (id === 'story' || id === 'consent') && (value === 'x' || value === true);
        if (!isFine && !isText)
          assert.ok(
            lines.some((line) => line.startsWith(`/${id}`)),
            `${id} ${JSON.stringify(value)}`,
          );
      }
      assert.ok(told({ dependants: [{ ...child, name: value === 'x' ? 5 : value }] }).length > 0);
    }
  });

  it('holds to today as it is told', () => {
    const born = { birthDate: { date: '2026-11-23', calendar: 'gregory' }, guardianName: 'هند' };
    const on = (today: string) =>
      validateAnswers(everyType, { ...complete, ...born }, catalog, { today }).problems;
    assert.deepEqual(on('2026-11-22'), [
      { pointer: '/birthDate', code: 'too-late' },
      { pointer: '/guardianName', code: 'hidden' },
    ]);
    assert.equal(on('2026-11-23'), undefined);
  });
});

describe('answersSchema', () => {
  const schema = answersSchema(everyType, catalog, context);

  it('gives what validateAnswers gives', () => {
    assert.deepEqual(schema.parse(complete), validateAnswers(everyType, complete, catalog, context).answers);
  });

  it('has an issue with path and code for each problem', () => {
    const result = schema.safeParse({ ...complete, mobile: '5', 'a/b': 1, dependants: [{ name: 'x' }] });
    assert.deepEqual(
      result.error?.issues.map(({ path, message }) => [path.join(' '), message]),
      [
        ['a/b', 'unknown'],
        ['mobile', 'format'],
        ['dependants 0 relation', 'required'],
      ],
    );
  });
});

describe('whatever is sent', () => {
  const sent = fc.oneof(mutated(complete), mutated(complete, 4), fc.jsonValue());

  it('is taken or refused by pointers into it, and what is taken is clean', () => {
    fc.assert(
      fc.property(sent, (answers) => {
        const result = validateAnswers(everyType, answers, catalog, context);
        for (const { pointer, code } of result.problems ?? []) {
          assert.match(code, /^[a-z]+(-[a-z]+)*$/);
          assert.ok(isPlace(answers, pointer), pointer);
        }
        assert.notEqual(result.problems === undefined, result.answers === undefined);
        if (result.answers === undefined) return;
        assert.doesNotThrow(() => canonicalJson(result.answers));
        const again = validateAnswers(everyType, result.answers, catalog, context);
        assert.deepEqual(again.answers, result.answers);
        assert.deepEqual(engineFor(json, result.answers).answers(), result.answers);
      }),
      { numRuns: 500 },
    );
  });

  it('is judged however large or deep it is', () => {
    const items = Array.from({ length: 20_000 }, () => ({ name: 'x'.repeat(10), relation: 'child' }));
    const deep: unknown[] = [];
    for (let n = 0, at = deep; n < 5000; n++) {
      const inner: unknown[] = [];
      at.push(inner);
      at = inner;
    }
    assert.equal(told({ dependants: items })[0], '/dependants: too-many');
    assert.equal(told({ story: 'a '.repeat(200_000) })[0], '/story: unnormalised');
    for (const id of Object.keys(complete)) {
      const { problems = [] } = validateAnswers(everyType, { ...complete, [id]: deep }, catalog, context);
      assert.ok(problems.length > 0, id);
    }
  });

  it('is judged by itself where lists are in lists', () => {
    const nested = parsed(
      form([list('a', [list('b', [list('c', [field('d', 'number', { required: true })])])])]),
    );
    const answers = { a: [{ b: [{ c: [{ d: 1 }, {}] }] }, { b: [{}, { c: [{ d: '1' }] }] }] };
    const { problems } = validateAnswers(nested, answers, catalog, context);
    assert.deepEqual(problems, [
      { pointer: '/a/0/b/0/c/1/d', code: 'required' },
      { pointer: '/a/1/b/1/c/0/d', code: 'type' },
    ]);
  });
});

/** Whether there is a place of this pointer, or at least one that something is missing from. */
function isPlace(answers: unknown, pointer: string): boolean {
  let value = answers;
  for (const [index, key] of pathOf(pointer).entries()) {
    if (typeof value !== 'object' || value === null) return false;
    if (!Object.hasOwn(value, key)) return index === pathOf(pointer).length - 1;
    value = (value as Answers)[key];
  }
  return true;
}
