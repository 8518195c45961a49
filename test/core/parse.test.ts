import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DefinitionProblem } from '../../src/core/definition.js';
import { catalog, Engine, parseDefinition, toJsonSchema, validateAnswers } from '../../src/core/index.js';
import { pathOf } from '../../src/core/pointer.js';
import { textOf } from '../source-files.js';
import { mutated } from './mutation.js';
import type { Json } from './trial-form.js';
import { context, field, form, list, options, parsed, step } from './trial-form.js';

const everyType = JSON.parse(textOf('test/fixtures/every-type.json')) as Json;

function problemsOf(json: unknown): readonly DefinitionProblem[] {
  return parseDefinition(json, catalog).problems;
}

/** The problems of a document as `pointer: code`, in the order they are told. */
function told(json: unknown): string[] {
  return problemsOf(json).map(({ pointer, code }) => `${pointer}: ${code}`);
}

/** The problems of a form of one step, with pointers from its fields on. */
function toldOf(fields: readonly Json[], document: Json = {}): string[] {
  return told(form(fields, document)).map((line) => line.replace('/steps/0/fields', ''));
}

function paramsOf(json: unknown): Json | undefined {
  return problemsOf(json)[0]?.params;
}

/** Whether the value at a pointer is there, or at least what it should be in. */
function isPlace(json: unknown, pointer: string): boolean {
  const path = pathOf(pointer);
  let value: unknown = json;
  for (const [index, key] of path.entries()) {
    if (typeof value !== 'object' || value === null) return false;
    if (!Object.hasOwn(value, key)) return index === path.length - 1;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}

describe('parseDefinition', () => {
  it('takes a form with every type, without a word', () => {
    assert.deepEqual(told(everyType), []);
    const { definition } = parseDefinition(everyType, catalog);
    assert.equal(definition?.id, 'every-type');
  });

  it('puts options in their places', () => {
    const { steps } = parsed(everyType);
    const [first] = steps[0]?.fields[8]?.options ?? [];
    assert.deepEqual(first, {
      value: 'single',
      label: { ar: 'أعزب / عزباء', en: 'Single' },
      hint: undefined,
    });
  });

  it('changes nothing of the document', () => {
    const before = structuredClone(everyType);
    parseDefinition(everyType, catalog);
    assert.deepEqual(everyType, before);
  });

  it('takes the most there may be', () => {
    const fields = Array.from({ length: 4999 }, (_, index) => field(`f${index}`, 'note'));
    assert.deepEqual(told(form([...fields, field('last', 'note')])), []);
  });
});

describe('what is no document', () => {
  it('is refused at its root', () => {
    for (const json of [null, undefined, 5, 'form', true, []]) {
      assert.deepEqual(told(json), [json === undefined ? ': missing' : ': wrong-kind'], JSON.stringify(json));
    }
  });

  it('is told what is missing', () => {
    assert.deepEqual(told({}), [
      '/id: missing',
      '/version: missing',
      '/languages: missing',
      '/title: missing',
      '/steps: missing',
    ]);
  });

  it('is told what is wrong in each place', () => {
    const wrong: [Json, string][] = [
      [{ id: 'Trial' }, '/id: form-id'],
      [{ id: 5 }, '/id: wrong-kind'],
      [{ version: '1.0' }, '/version: version'],
      [{ languages: [] }, '/languages: too-small'],
      [{ languages: ['arabic'] }, '/languages/0: language'],
      [{ title: '' }, '/title: too-small'],
      [{ title: {} }, '/title: empty-text'],
      [{ title: { ar: 5 } }, '/title/ar: wrong-kind'],
      [{ title: { Arabic: 'x' } }, '/title/Arabic: language'],
      [{ title: 'x'.repeat(20_001) }, '/title: too-big'],
      [{ titel: 'x' }, '/titel: unknown-key'],
      [{ steps: [] }, '/steps: too-small'],
      [{ steps: {} }, '/steps: wrong-kind'],
      [{ steps: [5] }, '/steps/0: wrong-kind'],
      [{ steps: [{ id: 'a', title: 'A' }] }, '/steps/0/fields: missing'],
      [{ steps: [{ id: 'a b', title: 'A', fields: [] }] }, '/steps/0/id: identifier'],
      [{ steps: Array.from({ length: 101 }, (_, n) => step(`s${n}`, [])) }, '/steps: too-big'],
      [{ start: { intro: 5 } }, '/start/intro: wrong-kind'],
      [{ start: { sections: [{ title: 'a' }] } }, '/start/sections/0/text: missing'],
      [{ notice: { controller: 'us' } }, '/notice/contact: missing'],
      [{ answer: { notBefore: '14 days' } }, '/answer/notBefore: duration'],
      [{ exit: { url: 'http://example.org' } }, '/exit/url: https'],
      [{ exit: { url: 'javascript:alert(1)' } }, '/exit/url: https'],
      [{ purposes: { 'to help': 'x' } }, '/purposes/to help: identifier'],
      [{ options: { marital: [] } }, '/options/marital: too-small'],
      [{ options: { marital: { a: 'b' } } }, '/options/marital: wrong-kind'],
      [{ conditions: { 'is-old': { field: 'a', is: 'b' } } }, '/conditions/is-old: identifier'],
      [{ prefill: { url: 'fullName' } }, '/prefill/url: wrong-kind'],
      [{ prefill: { query: [] } }, '/prefill/query: unknown-key'],
    ];
    for (const [more, line] of wrong) {
      assert.equal(
        told({ ...form([field('a', 'text')]), ...more })[0],
        line,
        JSON.stringify(more).slice(0, 80),
      );
    }
  });
});

describe('a field', () => {
  it('needs a type that there is', () => {
    assert.deepEqual(toldOf([{ id: 'a', label: 'A' }]), ['/0: field-type-missing']);
    assert.deepEqual(toldOf([{ id: 'a', label: 'A', type: 5 }]), ['/0: field-type-missing']);
    for (const json of [null, 5, 'text', ['text'], []]) {
      assert.deepEqual(told(form([{ title: 1 }], { steps: [{ id: 's', title: 'S', fields: [json] }] })), [
        '/steps/0/fields/0: field-type-missing',
      ]);
    }
    assert.deepEqual(toldOf([field('a', 'txet')]), ['/0/type: unknown-type']);
    assert.deepEqual(paramsOf(form([field('a', 'txet')])), { value: 'txet', suggestion: 'text' });
    assert.deepEqual(paramsOf(form([field('a', 'nationalId')])), {
      value: 'nationalId',
      suggestion: 'national-id',
    });
    assert.deepEqual(paramsOf(form([field('a', 'dropdown')])), { value: 'dropdown' });
    for (const type of ['constructor', '__proto__', 'toString']) {
      assert.deepEqual(toldOf([field('a', type)]), ['/0/type: unknown-type']);
    }
  });

  it('needs a name that is safe everywhere', () => {
    for (const id of ['A', '1a', 'a-b', 'a.b', 'اسم', '', 'a b', '__proto__', 'a'.repeat(65)]) {
      assert.deepEqual(toldOf([field(id, 'text')]), ['/0/id: identifier'], id);
    }
    for (const id of ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf']) {
      assert.deepEqual(toldOf([field(id, 'text')]), ['/0/id: reserved'], id);
    }
  });

  it('is told which key was probably meant', () => {
    assert.deepEqual(toldOf([field('a', 'text', { requird: true })]), ['/0/requird: unknown-key']);
    assert.deepEqual(paramsOf(form([field('a', 'text', { requird: true })])), {
      value: 'requird',
      suggestion: 'required',
    });
    assert.deepEqual(paramsOf(form([field('a', 'text')], { tilte: 'x' })), {
      value: 'tilte',
      suggestion: 'title',
    });
  });

  it('may not hold what a form has no place for', () => {
    for (const key of ['html', 'onclick', 'style', 'script', 'fields', 'options', 'constructor']) {
      assert.deepEqual(toldOf([field('a', 'text', { [key]: 'x' })]), [`/0/${key}: unknown-key`]);
    }
  });

  it('stands in the pointer of what is wrong with it, however deep', () => {
    const deep = list('l', [
      field('s', 'section', { fields: [field('x', 'text'), field('y', 'number', { maximum: 'a' })] }),
    ]);
    assert.deepEqual(toldOf([field('a', 'text'), deep]), ['/1/fields/0/fields/1/maximum: wrong-kind']);
  });
});

describe('the key __proto__', () => {
  it('is refused wherever it stands', () => {
    const hostile = [
      '{"__proto__": {}}',
      '{"id": "a", "steps": [{"__proto__": null}]}',
      '{"options": {"__proto__": [{"value": "a", "ar": "x"}]}}',
      '{"conditions": {"__proto__": 5}}',
      '{"title": {"__proto__": "x"}}',
    ];
    for (const text of hostile) {
      const [problem, ...others] = problemsOf({ ...form([field('a', 'text')]), ...JSON.parse(text) });
      const own = problemsOf(JSON.parse(text));
      assert.equal((problem?.code === 'prototype' ? problem : own[0])?.code, 'prototype', text);
      assert.deepEqual(others, []);
    }
    const json = { ...form([field('a', 'text')]), conditions: JSON.parse('{"a": {"__proto__": 1}}') };
    assert.deepEqual(told(json), ['/conditions/a/__proto__: prototype']);
  });
});

describe('bounds', () => {
  it('are set to nesting of any kind', () => {
    let condition: unknown = { field: 'a', is: 'x' };
    for (let n = 0; n < 100; n++) condition = { not: condition };
    const [line, ...others] = toldOf([field('a', 'text', { when: condition })]);
    assert.match(line ?? '', /^\/0\/when(\/not)+: too-deep$/);
    assert.deepEqual(others, []);
    const arrays = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    assert.match(told(arrays)[0] ?? '', /^(\/0){64}: too-deep$/);
  });

  it('are set to objects that contain themselves', () => {
    const json: Record<string, unknown> = { ...form([field('a', 'text')]) };
    json.title = json;
    assert.match(told(json)[0] ?? '', /: too-deep$/);
  });

  it('are set to lists and sections inside one another', () => {
    const nested = (levels: number): Json =>
      levels === 0 ? field('a', 'text') : list(`l${levels}`, [nested(levels - 1)]);
    assert.deepEqual(toldOf([nested(4)]), []);
    assert.deepEqual(toldOf([nested(5)]), ['/0/fields/0/fields/0/fields/0/fields/0/fields: too-deep']);
  });

  it('are set to fields, told once', () => {
    const fields = Array.from({ length: 5100 }, (_, index) => field(`f${index}`, 'note'));
    assert.deepEqual(toldOf(fields), ['/5000: too-many-fields']);
  });

  it('are set to options', () => {
    const many = options(...Array.from({ length: 2001 }, (_, index) => `o${index}`));
    assert.deepEqual(toldOf([field('a', 'choice', { options: many })]), ['/0/options: too-big']);
  });

  it('are set to the list of problems', () => {
    const fields = Array.from({ length: 200 }, (_, index) => field(`f${index}`, 'nothing'));
    assert.equal(told(form(fields)).length, 50);
  });

  it('are set to what named conditions come to', () => {
    const conditions: Record<string, unknown> = { c0: { field: 'a', empty: true } };
    for (let n = 1; n <= 60; n++) conditions[`c${n}`] = { all: [`c${n - 1}`, `c${n - 1}`] };
    const lines = toldOf([field('a', 'text'), field('b', 'text', { when: 'c60' })], { conditions });
    assert.equal(lines[0], '/conditions/c9: too-many-tests');
    assert.ok(lines.every((line) => line.endsWith(': too-many-tests')));
    const tests = Array.from({ length: 501 }, () => ({ field: 'a', empty: true }));
    assert.deepEqual(toldOf([field('a', 'text'), field('b', 'text', { when: { any: tests } })]), [
      '/1/when: too-many-tests',
    ]);
  });
});

describe('names', () => {
  it('stand once in each scope', () => {
    const a = field('a', 'text');
    const inSection = field('s', 'section', { fields: [a] });
    assert.deepEqual(toldOf([a, a]), ['/1/id: duplicate']);
    assert.deepEqual(toldOf([a, inSection]), ['/1/fields/0/id: duplicate']);
    assert.deepEqual(toldOf([inSection, field('t', 'section', { fields: [a] })]), [
      '/1/fields/0/id: duplicate',
    ]);
    assert.deepEqual(told(form([step('one', [a]), step('two', [a])])), ['/steps/1/fields/0/id: duplicate']);
    assert.deepEqual(told(form([step('one', [a]), step('one', [])])), ['/steps/1/id: duplicate']);
    assert.deepEqual(toldOf([list('l', [a, inSection])]), ['/0/fields/1/fields/0/id: duplicate']);
    assert.deepEqual(paramsOf(form([a, a])), { value: 'a' });
  });

  it('may stand again in the items of lists', () => {
    const a = field('a', 'text');
    assert.deepEqual(toldOf([a, list('l', [a, list('m', [a])]), list('n', [a])]), []);
    assert.deepEqual(told(form([step('a', [a])])), []);
  });
});

describe('conditions', () => {
  const known = [
    field('name', 'text'),
    field('age', 'number'),
    field('born', 'date'),
    field('kind', 'choice', { options: options('one', 'two') }),
    field('wants', 'choices', { options: options('rent', 'work') }),
    field('agrees', 'yes-no'),
    list('people', [field('nick', 'text'), field('role', 'choice', { options: options('child') })]),
    field('papers', 'file'),
    field('note', 'note'),
    field('total', 'computed', { value: { sum: ['age'] } }),
  ];
  const when = (condition: unknown, document: Json = {}) =>
    toldOf([...known, field('last', 'text', { when: condition })], document).map((line) =>
      line.replace('/10', ''),
    );

  it('may ask of each kind of answer what can be asked of it', () => {
    const right = [
      { field: 'name', is: 'x' },
      { field: 'name', in: ['x', 'y'] },
      { field: 'age', gte: 18 },
      { field: 'age', isNot: 3 },
      { field: 'born', lt: '2008-01-01' },
      { field: 'born', is: '2008-01-01' },
      { field: 'kind', is: 'one' },
      { field: 'wants', includes: 'rent' },
      { field: 'agrees', is: false },
      { field: 'people', empty: false },
      { field: 'papers', empty: true },
      { field: 'total', gt: 5 },
      { field: 'total', is: 'x' },
    ];
    for (const test of right) assert.deepEqual(when(test), [], JSON.stringify(test));
  });

  it('may not ask what cannot be', () => {
    const wrong: [Json, string][] = [
      [{ field: 'name', gt: 'a' }, '/when/gt: operator'],
      [{ field: 'wants', is: 'rent' }, '/when/is: operator'],
      [{ field: 'people', is: 'x' }, '/when/is: operator'],
      [{ field: 'papers', includes: 'x' }, '/when/includes: operator'],
      [{ field: 'agrees', in: [true] }, '/when/in: operator'],
      [{ field: 'note', empty: true }, '/when/empty: operator'],
      [{ field: 'age', is: '5' }, '/when/is: operand'],
      [{ field: 'age', in: [1, '2'] }, '/when/in/1: operand'],
      [{ field: 'name', is: true }, '/when/is: operand'],
      [{ field: 'agrees', is: 'yes' }, '/when/is: operand'],
      [{ field: 'born', gt: 2008 }, '/when/gt: operand'],
      [{ field: 'born', gt: 'today' }, '/when/gt: iso-date'],
      [{ field: 'born', is: '2026-02-30' }, '/when/is: iso-date'],
      [{ field: 'kind', is: 'three' }, '/when/is: unknown-option'],
      [{ field: 'kind', in: ['one', 'tow'] }, '/when/in/1: unknown-option'],
      [{ field: 'kind', is: 1 }, '/when/is: operand'],
      [{ field: 'wants', includes: 'food' }, '/when/includes: unknown-option'],
    ];
    for (const [test, line] of wrong) assert.deepEqual(when(test), [line], JSON.stringify(test));
    assert.deepEqual(
      paramsOf(form([...known, field('last', 'text', { when: { field: 'kind', is: 'tow' } })])),
      {
        field: 'kind',
        value: 'tow',
        suggestion: 'two',
      },
    );
  });

  it('name fields that can be seen from where they stand', () => {
    assert.deepEqual(when({ field: 'nmae', empty: true }), ['/when/field: unknown-field']);
    assert.deepEqual(when({ field: 'nick', empty: true }), ['/when/field: unknown-field']);
    assert.deepEqual(when({ field: 'people.nick', empty: true }), ['/when/field: unknown-field']);
    assert.deepEqual(when({ field: 'constructor', empty: true }), ['/when/field: unknown-field']);
    assert.deepEqual(
      paramsOf(form([...known, field('last', 'text', { when: { field: 'nmae', empty: true } })])),
      {
        value: 'nmae',
        suggestion: 'name',
      },
    );
    const inItem = (test: Json) =>
      toldOf([field('name', 'text'), list('l', [field('a', 'text'), field('b', 'text', { when: test })])]);
    assert.deepEqual(inItem({ field: 'a', empty: true }), []);
    assert.deepEqual(inItem({ field: 'name', empty: true }), []);
    assert.deepEqual(inItem({ field: 'l', empty: true }), []);
    assert.deepEqual(inItem({ field: 'c', empty: true }), ['/1/fields/1/when/field: unknown-field']);
  });

  it('are told where in a combination they are wrong', () => {
    const right = { field: 'name', empty: true };
    const wrong = { field: 'nobody', empty: true };
    assert.deepEqual(when({ all: [right, { any: [right, { not: wrong }] }] }), [
      '/when/all/1/any/1/not/field: unknown-field',
    ]);
    assert.deepEqual(when({ all: [right, 'unheard'] }), ['/when/all/1: unknown-condition']);
  });

  it('have the shape of a condition', () => {
    const wrong: [unknown, string][] = [
      [5, '/when: wrong-kind'],
      [null, '/when: wrong-kind'],
      [[], '/when: wrong-kind'],
      [{}, '/when/field: missing'],
      [{ field: 'name' }, '/when: one-operator'],
      [{ field: 'name', is: 'a', in: ['a'] }, '/when: one-operator'],
      [{ field: 'name', equals: 'a' }, '/when/equals: unknown-key'],
      [{ field: 5, is: 'a' }, '/when/field: wrong-kind'],
      [{ field: 'name', is: null }, '/when/is: wrong-kind'],
      [{ field: 'name', in: [] }, '/when/in: too-small'],
      [{ all: [] }, '/when/all: too-small'],
      [{ all: { field: 'name', is: 'a' } }, '/when/all: wrong-kind'],
      [{ not: [] }, '/when/not: wrong-kind'],
      [{ an: [{ field: 'name', is: 'a' }] }, '/when/an: unknown-key'],
      [{ all: ['a'], any: ['b'] }, '/when/any: unknown-key'],
    ];
    for (const [condition, line] of wrong) assert.equal(when(condition)[0], line, JSON.stringify(condition));
  });

  it('may be named, and then the fault is told once, where it is written', () => {
    const conditions = {
      old: {
        all: [
          { field: 'age', gte: 18 },
          { field: 'nobody', empty: true },
        ],
      },
    };
    assert.deepEqual(when({ any: ['old', 'old'] }, { conditions }), [
      '/conditions/old/all/1/field: unknown-field',
    ]);
    assert.deepEqual(when('old', { conditions: { old: 'young' } }), ['/conditions/old: unknown-condition']);
    assert.deepEqual(when('odl', { conditions: { old: { field: 'age', gte: 18 } } }), [
      '/when: unknown-condition',
    ]);
    assert.deepEqual(when(undefined, { conditions }), ['/conditions/old/all/1/field: unknown-field']);
  });

  it('mean the nearest field of a name, also where they are named', () => {
    const conditions = { isChild: { field: 'role', is: 'child' } };
    const inside = [
      field('role', 'choice', { options: options('child') }),
      field('b', 'text', { when: 'isChild' }),
    ];
    assert.deepEqual(toldOf([list('l', inside)], { conditions }), []);
    assert.deepEqual(toldOf([list('l', inside), field('c', 'text', { when: 'isChild' })], { conditions }), [
      '/conditions/isChild/field: unknown-field',
    ]);
  });

  it('are wrong on steps too', () => {
    assert.deepEqual(told(form([step('one', [field('a', 'text')], { when: { field: 'b', is: 'x' } })])), [
      '/steps/0/when/field: unknown-field',
    ]);
  });
});

describe('circles', () => {
  const shown = (id: string, by: string, more: Json = {}) =>
    field(id, 'text', { when: { field: by, empty: false }, ...more });

  it('of fields are refused where one of them is written', () => {
    assert.deepEqual(toldOf([shown('a', 'a')]), ['/0/when: circle']);
    assert.deepEqual(toldOf([shown('a', 'b'), shown('b', 'c'), shown('c', 'a')]), ['/0/when: circle']);
    assert.deepEqual(paramsOf(form([shown('a', 'b'), shown('b', 'c'), shown('c', 'a')])), {
      value: 'a → b → c → a',
    });
    assert.deepEqual(paramsOf(form([shown('x', 'a'), shown('a', 'b'), shown('b', 'a')])), {
      value: 'a → b → a',
    });
  });

  it('of named conditions are refused at the name that closes them', () => {
    const fields = [field('a', 'text')];
    assert.deepEqual(toldOf(fields, { conditions: { one: 'one' } }), ['/conditions/one: circle']);
    const conditions = { one: { all: ['two'] }, two: { any: ['three'] }, three: { not: 'one' } };
    assert.deepEqual(toldOf(fields, { conditions }), ['/conditions/three/not: circle']);
    assert.deepEqual(paramsOf(form(fields, { conditions })), { value: 'one → two → three → one' });
  });

  it('through a computed value are refused', () => {
    const computed = (id: string, value: unknown) => field(id, 'computed', { value });
    assert.deepEqual(toldOf([computed('a', { add: ['a', 1] })]), ['/0/value: circle']);
    assert.deepEqual(toldOf([computed('a', 'b'), computed('b', 'a')]), ['/0/value: circle']);
    assert.deepEqual(
      toldOf([field('n', 'number', { when: { field: 't', gt: 5 } }), computed('t', { sum: ['n'] })]),
      ['/0/when: circle'],
    );
    const items = list('l', [field('n', 'number', { when: { field: 'all', gt: 5 } })]);
    assert.deepEqual(toldOf([items, computed('all', { sum: 'l.n' })]), ['/0/fields/0/when: circle']);
  });

  it('through a section, a list or a step are refused', () => {
    const section = field('s', 'section', { when: { field: 'a', is: 'x' }, fields: [field('a', 'text')] });
    assert.deepEqual(toldOf([section]), ['/0/when: circle']);
    const inList = list('l', [field('a', 'text')], { when: { field: 'all', gt: 0 } });
    const counted = field('all', 'computed', { value: { count: 'l' } });
    assert.deepEqual(toldOf([inList, counted]), ['/0/when: circle']);
    const oneStep = step('one', [field('a', 'text')], { when: { field: 'a', is: 'x' } });
    assert.deepEqual(told(form([oneStep])), ['/steps/0/when: circle']);
    const two = [
      step('one', [field('a', 'text')], { when: { field: 'b', is: 'x' } }),
      step('two', [field('b', 'text')], { when: { field: 'a', is: 'x' } }),
    ];
    assert.deepEqual(told(form(two)), ['/steps/0/when: circle']);
  });

  it('are not what merely looks so', () => {
    assert.deepEqual(
      toldOf([field('a', 'text'), list('l', [field('a', 'text', { when: { field: 'l', empty: false } })])]),
      [],
    );
    assert.deepEqual(toldOf([field('a', 'text'), shown('b', 'a'), shown('c', 'a'), shown('d', 'c')]), []);
  });

  it('are found in long chains, which are none', () => {
    const chain = Array.from({ length: 3000 }, (_, n) =>
      n === 0 ? field('f0', 'text') : shown(`f${n}`, `f${n - 1}`),
    );
    assert.deepEqual(toldOf(chain), []);
    assert.deepEqual(toldOf([shown('f0', 'f2999'), ...chain.slice(1)]), ['/0/when: circle']);
  });
});

describe('expressions', () => {
  const known = [
    field('rent', 'number'),
    field('born', 'date'),
    field('agrees', 'yes-no'),
    field('name', 'text'),
    field('wants', 'choices', { options: options('a', 'b') }),
    list('people', [field('income', 'number'), field('nick', 'text')]),
  ];
  const value = (expression: unknown) =>
    toldOf([...known, field('last', 'computed', { value: expression })]).map((line) =>
      line.replace('/6', ''),
    );

  it('may be made of what fits', () => {
    const right: unknown[] = [
      'name',
      { age: 'born' },
      { count: 'people' },
      { count: 'wants' },
      { count: 'people', where: { field: 'nick', is: 'x' } },
      { sum: 'people.income' },
      { sum: 'rent' },
      { max: ['rent', 5] },
      { concat: ['name', { text: '-' }, 'rent', 'born'] },
      { if: { field: 'agrees', is: true }, then: 'rent', else: { multiply: ['rent', 12] } },
    ];
    for (const expression of right) assert.deepEqual(value(expression), [], JSON.stringify(expression));
  });

  it('are told where they name what is not there', () => {
    const wrong: [unknown, string][] = [
      ['nobody', '/value: unknown-field'],
      [{ age: 'brn' }, '/value/age: unknown-field'],
      [{ count: 'nobody' }, '/value/count: unknown-field'],
      [{ sum: 'people.incme' }, '/value/sum: unknown-field'],
      [{ sum: 'nobody.income' }, '/value/sum: unknown-field'],
      [{ sum: ['rent', 'nobody'] }, '/value/sum/1: unknown-field'],
      [{ divide: [{ add: ['nobody', 1] }, 12] }, '/value/divide/0/add/0: unknown-field'],
      [{ if: { field: 'nobody', empty: true }, then: 1 }, '/value/if/field: unknown-field'],
      [{ if: 'unheard', then: 1 }, '/value/if: unknown-condition'],
      [{ if: { field: 'rent', gt: 1 }, then: 1, else: 'nobody' }, '/value/else: unknown-field'],
      [{ count: 'people', where: { field: 'nobody', is: 'x' } }, '/value/where/field: unknown-field'],
      [{ concat: ['name', 'nobody'] }, '/value/concat/1: unknown-field'],
    ];
    for (const [expression, line] of wrong)
      assert.deepEqual(value(expression), [line], JSON.stringify(expression));
  });

  it('are told where they work with what does not fit', () => {
    const wrong: [unknown, string][] = [
      [{ age: 'rent' }, '/value/age: field-kind'],
      [{ sum: ['name'] }, '/value/sum/0: field-kind'],
      [{ sum: 'people' }, '/value/sum: field-kind'],
      [{ sum: 'people.nick' }, '/value/sum: field-kind'],
      [{ add: ['agrees', 1] }, '/value/add/0: field-kind'],
      [{ count: 'rent' }, '/value/count: field-kind'],
      [{ count: 'wants', where: { field: 'rent', gt: 1 } }, '/value/count: field-kind'],
      [{ concat: ['people'] }, '/value/concat/0: field-kind'],
      ['agrees', '/value: field-kind'],
      ['people', '/value: field-kind'],
      ['people.income', '/value: unknown-field'],
    ];
    for (const [expression, line] of wrong)
      assert.deepEqual(value(expression), [line], JSON.stringify(expression));
    assert.deepEqual(paramsOf(form([...known, field('last', 'computed', { value: { age: 'rent' } })])), {
      value: 'rent',
      expected: 'date',
    });
  });
});

describe('patterns', () => {
  it('are refused where they are no expression, or one that can take for ever', () => {
    const refused = {
      '[': 'syntax',
      '(a+)+$': 'endless',
      '(a|a)*$': 'endless',
      '^(\\w+\\s?)*$': 'endless',
      '(?=a)a': 'reference',
      '(a)\\1': 'reference',
      '.*.*.*': 'slow',
      ['a'.repeat(501)]: 'length',
    };
    for (const [pattern, why] of Object.entries(refused)) {
      const json = form([field('a', 'text', { pattern })]);
      assert.deepEqual(told(json), [`/steps/0/fields/0/pattern: pattern-${why}`], pattern.slice(0, 20));
    }
    assert.deepEqual(paramsOf(form([field('a', 'text', { pattern: 'a'.repeat(501) })])), { most: 500 });
    assert.deepEqual(toldOf([field('a', 'text', { pattern: '^SA\\d{22}$' })]), []);
  });
});

describe('purposes and prefill', () => {
  it('name what there is', () => {
    const purposes = { handle: 'Why' };
    assert.deepEqual(toldOf([field('a', 'text', { purpose: 'handel' })], { purposes }), [
      '/0/purpose: unknown-purpose',
    ]);
    assert.deepEqual(paramsOf(form([field('a', 'text', { purpose: 'handel' })], { purposes })), {
      value: 'handel',
      suggestion: 'handle',
    });
    assert.deepEqual(toldOf([field('a', 'text', { purpose: 'handle' })]), ['/0/purpose: unknown-purpose']);
    assert.deepEqual(toldOf([field('a', 'text')], { prefill: { url: ['b'] } }), [
      '/prefill/url/0: unknown-field',
    ]);
    const inItem = list('l', [field('b', 'text')]);
    assert.deepEqual(toldOf([inItem], { prefill: { host: ['b'] } }), ['/prefill/host/0: unknown-field']);
  });

  it('keep what is sensitive out of addresses', () => {
    const fields = [field('a', 'text'), field('b', 'text', { sensitive: true })];
    assert.deepEqual(toldOf(fields, { prefill: { url: ['a', 'b'] } }), ['/prefill/url/1: sensitive-in-url']);
    assert.deepEqual(toldOf(fields, { prefill: { host: ['b'], signed: ['b'] } }), []);
  });

  it('leave to the person what only he can answer', () => {
    const fields = [
      field('agreed', 'statement'),
      field('papers', 'file'),
      field('total', 'computed', { value: 1 }),
      field('note', 'note'),
      field('some', 'section', { fields: [field('inner', 'text')] }),
    ];
    for (const id of ['agreed', 'papers', 'total', 'note', 'some']) {
      assert.deepEqual(toldOf(fields, { prefill: { host: [id] } }), ['/prefill/host/0: never-prefilled'], id);
    }
    assert.deepEqual(toldOf(fields, { prefill: { host: ['inner'] } }), []);
  });
});

describe('warnings', () => {
  function warnings(json: unknown): string[] {
    const { definition, problems } = parseDefinition(json, catalog);
    assert.ok(definition, 'a warning does not stop the form');
    assert.ok(problems.every(({ severity }) => severity === 'warning'));
    return problems.map(({ pointer, code, params }) => `${pointer}: ${code} ${params?.value ?? ''}`.trim());
  }

  it('say where a language is missing, as the document is written', () => {
    const json = form(
      [
        field('a', 'text', { hint: { ar: 'تلميح' } }),
        field('b', 'choice', { options: 'kinds' }),
        field('c', 'choice', { options: [{ value: 'x', en: 'X' }] }),
      ],
      { options: { kinds: [{ value: 'k', ar: 'ك', hint: { en: 'only' } }] } },
    );
    assert.deepEqual(warnings(json), [
      '/steps/0/fields/0/hint: language-missing en',
      '/steps/0/fields/2/options/0: language-missing ar',
      '/options/kinds/0: language-missing en',
      '/options/kinds/0/hint: language-missing ar',
    ]);
  });

  it('know other languages than ours, and their regions', () => {
    const json = (title: unknown, languages: string[]) => ({
      ...form([step('s', [], { title: 'S' })]),
      title,
      languages,
    });
    assert.deepEqual(warnings(json({ fr: 'Titre' }, ['fr', 'ur'])), ['/title: language-missing ur']);
    assert.deepEqual(warnings(json({ ar: 'عنوان', en: 'Title' }, ['ar-SA', 'en-GB'])), []);
    assert.deepEqual(warnings(json('Title', ['ar', 'en'])), []);
  });

  it('say where the placeholders of languages differ', () => {
    const json = form([list('l', [field('a', 'text')], { itemLabel: { ar: 'عنصر {n}', en: 'Item' } })]);
    assert.deepEqual(warnings(json), ['/steps/0/fields/0/itemLabel: placeholders-differ {n}']);
  });

  it('say where a question has no purpose, once there are purposes', () => {
    const fields = [
      field('a', 'text'),
      list('l', [field('b', 'number')]),
      field('n', 'note'),
      field('t', 'computed', { value: 1 }),
    ];
    assert.deepEqual(warnings(form(fields, { purposes: { handle: 'Why' } })), [
      '/steps/0/fields/0: purpose-missing',
      '/steps/0/fields/1/fields/0: purpose-missing',
    ]);
    assert.deepEqual(warnings(form(fields)), []);
  });

  it('do not hide errors', () => {
    const fields = Array.from({ length: 80 }, (_, n) => field(`f${n}`, 'text'));
    const json = form(fields, { purposes: { handle: 'Why' }, prefill: { url: ['nobody'] } });
    assert.deepEqual(told(json), ['/prefill/url/0: unknown-field']);
  });
});

describe('anything at all', () => {
  const document = fc.oneof(mutated(everyType), mutated(everyType, 3));

  it('is a definition, or is told where it is not', () => {
    fc.assert(
      fc.property(document, (json) => {
        const { definition, problems } = parseDefinition(json, catalog);
        for (const { pointer, code, severity } of problems) {
          assert.ok(isPlace(json, pointer), `${pointer}: ${code}`);
          assert.match(code, /^[a-z]+(-[a-z]+)*$/);
          assert.equal(severity, definition === undefined ? 'error' : 'warning');
        }
        assert.ok(definition !== undefined || problems.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('that is a definition makes a form that works', () => {
    fc.assert(
      fc.property(document, fc.jsonValue(), (json, answers) => {
        const { definition } = parseDefinition(json, catalog);
        if (definition === undefined) return;
        assert.doesNotThrow(() => new Engine(definition, catalog, context).answers());
        assert.doesNotThrow(() => toJsonSchema(definition, catalog));
        assert.doesNotThrow(() => validateAnswers(definition, answers, catalog, context));
      }),
      { numRuns: 300 },
    );
  });

  it('is refused where it is no document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        assert.equal(parseDefinition(json, catalog).definition, undefined);
      }),
      { numRuns: 300 },
    );
  });
});
