import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judgeIn } from '../../src/core/answer-rule.js';
import type { Engine } from '../../src/core/index.js';
import { withInner } from '../../src/core/node-search.js';
import type { FieldNode, Group } from '../../src/core/nodes.js';
import { StepNode } from '../../src/core/nodes.js';
import { catalog } from '../../src/fields/catalog.js';
import { textOf } from '../source-files.js';
import type { Json } from './trial-form.js';
import { context, engineFor, field, form, list, options, step } from './trial-form.js';

const everyType = JSON.parse(textOf('test/fixtures/every-type.json')) as Json;

function nodeOf(engine: Engine, path: string): FieldNode {
  const node = engine.find(path);
  assert.equal(node?.path, path);
  return node;
}

function type(engine: Engine, path: string, input: unknown): void {
  engine.input(nodeOf(engine, path), input);
}

function add(engine: Engine, path: string): Group {
  return engine.addItem(nodeOf(engine, path));
}

function isShown(engine: Engine, path: string): boolean {
  return nodeOf(engine, path).visible;
}

function judged(engine: Engine): Engine {
  engine.judge = judgeIn(context, catalog);
  return engine;
}

/** Every field there is, what is in sections and items too. */
function nodesOf(engine: Engine): FieldNode[] {
  return [...withInner(engine.steps.flatMap((each) => each.fields))];
}

/** What was told, one entry a time, as paths and names of steps. */
function listenTo(engine: Engine): string[][] {
  const told: string[][] = [];
  engine.observe((changed) => {
    told.push(
      [...changed]
        .map((node) => (node instanceof StepNode ? `step ${node.definition.id}` : node.path))
        .sort(),
    );
  });
  return told;
}

describe('input', () => {
  it('is read by the type of the field', () => {
    const engine = engineFor(form([field('age', 'number'), field('name', 'text')]));
    type(engine, 'age', '٤٠');
    type(engine, 'name', '  سالم ');
    assert.deepEqual(engine.answers(), { age: 40, name: 'سالم' });
    type(engine, 'age', 'أربعون');
    assert.deepEqual(engine.answers(), { name: 'سالم' });
    assert.equal(nodeOf(engine, 'age').problem, 'not-a-number');
    assert.equal(nodeOf(engine, 'age').input, 'أربعون');
  });

  it('is empty before anybody has typed', () => {
    const engine = engineFor(everyType);
    assert.deepEqual(engine.answers(), {});
    for (const node of nodesOf(engine)) assert.deepEqual(node.input, node.type.empty);
  });
});

describe('what is shown', () => {
  it('follows conditions of fields', () => {
    const engine = engineFor(everyType);
    assert.ok(!isShown(engine, 'rent'));
    type(engine, 'home', 'rented');
    assert.ok(isShown(engine, 'rent'));
    type(engine, 'home', 'owned');
    assert.ok(!isShown(engine, 'rent'));
  });

  it('follows conditions of steps', () => {
    const engine = engineFor(everyType);
    assert.equal(engine.steps[1]?.visible, false);
    assert.ok(!isShown(engine, 'dependants'));
    type(engine, 'marital', 'married');
    assert.equal(engine.steps[1]?.visible, true);
    assert.ok(isShown(engine, 'dependants'));
  });

  it('follows conditions of sections', () => {
    const engine = engineFor(
      form([
        field('a', 'text'),
        field('s', 'section', {
          when: { field: 'a', is: 'x' },
          fields: [field('b', 'text'), field('t', 'section', { fields: [field('c', 'text')] })],
        }),
      ]),
    );
    for (const path of ['s', 'b', 't', 'c']) assert.ok(!isShown(engine, path), path);
    type(engine, 'a', 'x');
    for (const path of ['s', 'b', 't', 'c']) assert.ok(isShown(engine, path), path);
  });

  it('follows conditions on an item’s own fields, in that item alone', () => {
    const engine = engineFor(everyType, { marital: 'married', dependants: [{}, {}] });
    type(engine, 'dependants.0.relation', 'child');
    assert.ok(isShown(engine, 'dependants.0.birthDate'));
    assert.ok(isShown(engine, 'dependants.0.inSchool'));
    assert.ok(!isShown(engine, 'dependants.1.birthDate'));
    type(engine, 'dependants.0.inSchool', 'yes');
    assert.ok(isShown(engine, 'dependants.0.school'));
    type(engine, 'dependants.0.relation', 'spouse');
    for (const path of ['birthDate', 'study', 'inSchool', 'school']) {
      assert.ok(!isShown(engine, `dependants.0.${path}`), path);
    }
  });

  it('follows conditions on a field outside of the items, in all of them', () => {
    const engine = engineFor(everyType, {
      marital: 'married',
      dependants: [{ relation: 'spouse' }, { relation: 'spouse' }],
    });
    assert.ok(!isShown(engine, 'dependants.1.spouseNote'));
    type(engine, 'marital', 'widowed');
    assert.ok(isShown(engine, 'dependants.0.spouseNote') && isShown(engine, 'dependants.1.spouseNote'));
  });

  it('follows conditions on a list being empty', () => {
    const more = [
      field('last', 'text', { when: { field: 'l', empty: false } }),
      field('none', 'note', { when: { field: 'l', empty: true } }),
    ];
    const engine = engineFor(form([list('l', [field('a', 'text')]), ...more]));
    assert.ok(!isShown(engine, 'last') && isShown(engine, 'none'));
    const item = add(engine, 'l');
    assert.ok(isShown(engine, 'last') && !isShown(engine, 'none'));
    engine.removeItem(nodeOf(engine, 'l'), item);
    assert.ok(!isShown(engine, 'last') && isShown(engine, 'none'));
  });

  it('follows conditions on computed values', () => {
    const engine = engineFor(everyType);
    assert.ok(!isShown(engine, 'guardianName'));
    type(engine, 'birthDate', { day: '1', month: '1', year: '2010', calendar: 'gregory' });
    assert.equal(nodeOf(engine, 'age').answer, 16);
    assert.ok(isShown(engine, 'guardianName'));
    type(engine, 'birthDate', { day: '1', month: '1', year: '1990', calendar: 'gregory' });
    assert.ok(!isShown(engine, 'guardianName'));
  });

  it('hides along a chain, and shows again', () => {
    const by = (id: string, looked: string) => field(id, 'text', { when: { field: looked, empty: false } });
    const engine = engineFor(form([field('a', 'text'), by('b', 'a'), by('c', 'b'), by('d', 'c')]));
    for (const path of ['a', 'b', 'c', 'd']) type(engine, path, 'x');
    assert.deepEqual(engine.answers(), { a: 'x', b: 'x', c: 'x', d: 'x' });
    type(engine, 'a', '');
    assert.deepEqual(engine.answers(), {});
    assert.deepEqual(
      nodesOf(engine).map(({ visible }) => visible),
      [true, false, false, false],
    );
    type(engine, 'a', 'y');
    assert.deepEqual(engine.answers(), { a: 'y', b: 'x', c: 'x', d: 'x' });
  });

  it('keeps hidden answers in memory, and out of the answers', () => {
    const engine = engineFor(everyType, {
      marital: 'married',
      dependants: [{ name: 'نورة' }],
      home: 'rented',
      rent: 24_000,
    });
    type(engine, 'marital', 'single');
    type(engine, 'home', 'owned');
    assert.deepEqual(engine.answers(), { marital: 'single', home: 'owned' });
    assert.equal(nodeOf(engine, 'dependants.0.name').answer, 'نورة');
    assert.equal(nodeOf(engine, 'rent').value, undefined);
    type(engine, 'marital', 'widowed');
    type(engine, 'home', 'rented');
    assert.deepEqual(engine.answers().dependants, [{ name: 'نورة' }]);
    assert.equal(engine.answers().rent, 24_000);
  });

  it('is listed in the order of the form', () => {
    const engine = engineFor(everyType, {
      marital: 'married',
      home: 'rented',
      dependants: [{ relation: 'child' }],
    });
    const shown = [...engine.shownFields()].map(({ path }) => path);
    const item = ['name', 'relation', 'birthDate', 'income', 'study', 'inSchool'].map(
      (id) => `dependants.0.${id}`,
    );
    assert.deepEqual(shown.slice(shown.indexOf('dependants') + 1, shown.indexOf('children')), item);
    assert.ok(
      shown.indexOf('housing') < shown.indexOf('home') && shown.indexOf('home') < shown.indexOf('rent'),
    );
    assert.ok(!shown.includes('guardianName') && !shown.includes('dependants.0.school'));
  });
});

describe('computed values', () => {
  it('follow what they are made of', () => {
    const engine = engineFor(everyType, { home: 'rented' });
    type(engine, 'rent', '24000');
    assert.equal(engine.answers().rentMonthly, 2000);
    type(engine, 'rent', '30000');
    assert.equal(engine.answers().rentMonthly, 2500);
    type(engine, 'rent', '');
    assert.ok(!('rentMonthly' in engine.answers()));
  });

  it('are worked out over items, as they come, change and go', () => {
    const engine = engineFor(everyType, { marital: 'married' });
    const values = () => [engine.answers().children, engine.answers().familyIncome];
    assert.deepEqual(values(), [0, 0]);
    const item = add(engine, 'dependants');
    type(engine, 'dependants.0.relation', 'child');
    type(engine, 'dependants.0.income', '100');
    add(engine, 'dependants');
    type(engine, 'dependants.1.income', '٥٠');
    assert.deepEqual(values(), [1, 150]);
    engine.removeItem(nodeOf(engine, 'dependants'), item);
    assert.deepEqual(values(), [0, 50]);
    engine.addItem(nodeOf(engine, 'dependants'), 0, item);
    assert.deepEqual(values(), [1, 150]);
  });

  it('are worked out inside of items', () => {
    const inside = [
      field('a', 'number'),
      field('twice', 'computed', { value: { multiply: ['a', 'times'] } }),
    ];
    const all = field('all', 'computed', { value: { sum: 'l.twice' } });
    const engine = engineFor(form([field('times', 'number'), list('l', inside), all]), {
      times: 2,
      l: [{ a: 1 }, { a: 2 }],
    });
    assert.deepEqual(engine.answers(), {
      times: 2,
      l: [
        { a: 1, twice: 2 },
        { a: 2, twice: 4 },
      ],
      all: 6,
    });
    type(engine, 'times', '3');
    assert.equal(engine.answers().all, 9);
    type(engine, 'l.0.a', '10');
    assert.deepEqual(engine.answers().l, [
      { a: 10, twice: 30 },
      { a: 2, twice: 6 },
    ]);
    assert.equal(engine.answers().all, 36);
  });

  it('take nothing from what is hidden', () => {
    const engine = engineFor(
      form([
        field('show', 'yes-no'),
        list('l', [field('n', 'number', { when: { field: 'show', is: true } })]),
        field('sum', 'computed', { value: { sum: 'l.n' } }),
      ]),
      { show: true, l: [{ n: 1 }, { n: 2 }] },
    );
    assert.equal(engine.answers().sum, 3);
    type(engine, 'show', 'no');
    assert.equal(engine.answers().sum, 0);
  });
});

describe('items', () => {
  const people = () =>
    engineFor(form([list('l', [field('a', 'text'), list('m', [field('b', 'text')])])]), {
      l: [{ a: 'one', m: [{ b: 'x' }] }, { a: 'two' }, { a: 'three' }],
    });
  const names = (engine: Engine) =>
    nodeOf(engine, 'l').items.map((item) => [...item.nodes.values()][0]?.answer);

  it('are moved with all that is in them', () => {
    const engine = people();
    const l = nodeOf(engine, 'l');
    const [first] = l.items;
    assert.ok(first);
    const key = first.key;
    engine.moveItem(l, first, 2);
    assert.deepEqual(names(engine), ['two', 'three', 'one']);
    assert.equal(l.items[2]?.key, key);
    assert.equal(nodeOf(engine, 'l.2.m.0.b').answer, 'x');
    engine.moveItem(l, first, 0);
    assert.deepEqual(names(engine), ['one', 'two', 'three']);
  });

  it('are put back where they were, up to date', () => {
    const engine = engineFor(
      form([
        field('mode', 'text'),
        list('l', [
          field('a', 'text', { when: { field: 'mode', is: 'x' } }),
          list('m', [field('b', 'text', { when: { field: 'mode', is: 'x' } })]),
        ]),
      ]),
      { l: [{ m: [{}] }, {}] },
    );
    const l = nodeOf(engine, 'l');
    const [first] = l.items;
    assert.ok(first);
    engine.removeItem(l, first);
    type(engine, 'mode', 'x');
    engine.addItem(l, 0, first);
    assert.ok(isShown(engine, 'l.0.a') && isShown(engine, 'l.0.m.0.b'));
    assert.equal(l.items.length, 2);
  });

  it('have paths by their positions, and keys of their own', () => {
    const engine = people();
    const l = nodeOf(engine, 'l');
    const paths = nodesOf(engine).map(({ path }) => path);
    assert.deepEqual(paths, ['l', 'l.0.a', 'l.0.m', 'l.0.m.0.b', 'l.1.a', 'l.1.m', 'l.2.a', 'l.2.m']);
    assert.equal(new Set(l.items.map(({ key }) => key)).size, 3);
  });

  it('are only in lists', () => {
    const engine = engineFor(form([field('a', 'text')]));
    assert.throws(() => engine.addItem(nodeOf(engine, 'a')), TypeError);
  });
});

describe('find', () => {
  const engine = engineFor(everyType, { marital: 'married', dependants: [{ name: 'أ' }, { name: 'ب' }] });

  it('finds fields by their paths, and by the names of their controls', () => {
    assert.equal(engine.find('dependants.1.name')?.answer, 'ب');
    assert.equal(engine.find('housing')?.definition.type, 'section');
    assert.equal(engine.find('birthDate.day'), engine.find('birthDate'));
    assert.equal(engine.find('dependants.0.birthDate.calendar'), engine.find('dependants.0.birthDate'));
    for (const node of nodesOf(engine)) assert.equal(engine.find(node.path), node);
  });

  it('finds the list where the item is not there', () => {
    for (const path of [
      'dependants.2',
      'dependants.2.name',
      'dependants.-1',
      'dependants.x',
      'dependants..name',
    ]) {
      assert.equal(engine.find(path), engine.find('dependants'), path);
    }
  });

  it('finds nothing where there is nothing', () => {
    for (const path of [
      '',
      'nobody',
      'name',
      'constructor',
      '__proto__',
      'dependants.0.nobody',
      '.',
      'only',
    ]) {
      assert.equal(engine.find(path), undefined, path);
    }
  });
});

describe('restore', () => {
  it('puts back what was given out', () => {
    const answers = {
      fullName: 'سالم المثالي',
      nationalId: '1000000008',
      mobile: '+966501234567',
      otherPhone: '+201001234567',
      birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' },
      marital: 'married',
      story: 'سطر\n\nآخر',
      dependants: [
        {
          name: 'نورة',
          relation: 'child',
          birthDate: { date: '2015-01-01', calendar: 'gregory' },
          income: 0.5,
          inSchool: false,
        },
        { name: 'هند', relation: 'spouse' },
      ],
      home: 'rented',
      rent: 24_000,
      wants: ['rent', 'study'],
      studyFees: 500,
      papers: [{ id: 'AAAAAAAAAAAAAAAAAAAAAA', name: 'a.pdf', type: 'application/pdf', size: 5 }],
      consent: true,
    };
    const engine = engineFor(everyType, answers);
    const given = engine.answers();
    assert.deepEqual({ ...given, ...answers }, given);
    assert.deepEqual(engineFor(everyType, given).answers(), given);
    engine.restore(given);
    assert.deepEqual(engine.answers(), given);
  });

  it('puts items in place of those that are there', () => {
    const engine = engineFor(form([list('l', [field('a', 'text')])]), { l: [{ a: '1' }, { a: '2' }] });
    engine.restore({ l: [{ a: '3' }] });
    assert.deepEqual(engine.answers(), { l: [{ a: '3' }] });
    engine.restore({ l: [] });
    assert.deepEqual(engine.answers(), {});
  });

  it('leaves out what leads nowhere or is of another kind', () => {
    const odd: unknown[] = [
      null,
      5,
      -1,
      'x',
      'no',
      '0',
      true,
      false,
      [],
      [null],
      ['x'],
      {},
      { date: 5 },
      [{ id: 5 }],
      [[]],
      { length: 3 },
    ];
    const engine = engineFor(everyType);
    for (const value of odd) {
      const ids = nodesOf(engine).map(({ definition }) => definition.id);
      const answers = Object.fromEntries(
        [...ids, 'nobody', '__proto__', 'constructor'].map((id) => [id, value]),
      );
      assert.doesNotThrow(() => engine.restore(answers), JSON.stringify(value));
    }
    engine.restore({ consent: 'yes', home: 5, wants: 'rent', dependants: ['x'], age: 5, welcome: 'x' });
    assert.equal(engine.answers().consent, undefined);
  });

  it('takes a number that an address gave as text, but no yes', () => {
    const engine = engineFor(form([field('n', 'number'), field('y', 'yes-no'), field('s', 'statement')]));
    engine.restore({ n: '١٢', y: 'no', s: '0' });
    assert.deepEqual(engine.answers(), { n: 12 });
  });

  it('takes nothing for a computed value', () => {
    const engine = engineFor(everyType, { age: 99, familyIncome: 5 });
    assert.equal(nodeOf(engine, 'age').answer, undefined);
  });
});

describe('observers', () => {
  it('are told of what was typed, once', () => {
    const engine = engineFor(everyType);
    const told = listenTo(engine);
    type(engine, 'fullName', 'س');
    assert.deepEqual(told, [['fullName']]);
  });

  it('are told of all that follows, together', () => {
    const engine = engineFor(everyType, { marital: 'single', dependants: [{}] });
    const told = listenTo(engine);
    type(engine, 'marital', 'widowed');
    assert.equal(told.length, 1);
    const shown = ['name', 'relation', 'income'].map((id) => `dependants.0.${id}`);
    assert.deepEqual(
      told[0],
      [...shown, 'children', 'dependants', 'familyIncome', 'marital', 'step family'].sort(),
    );
  });

  it('are told once of a batch, also of one in another', () => {
    const engine = engineFor(everyType);
    const told = listenTo(engine);
    engine.batch(() => {
      type(engine, 'fullName', 'س');
      engine.batch(() => type(engine, 'home', 'rented'));
      type(engine, 'fullName', 'سا');
      assert.deepEqual(told, []);
    });
    assert.deepEqual(told, [['fullName', 'home', 'rent', 'rentMonthly']]);
    engine.batch(() => {});
    assert.equal(told.length, 1);
  });

  it('are told of what was done before a batch failed', () => {
    const engine = engineFor(everyType);
    const told = listenTo(engine);
    assert.throws(() =>
      engine.batch(() => {
        type(engine, 'fullName', 'س');
        throw new Error('gone wrong');
      }),
    );
    assert.deepEqual(told, [['fullName']]);
  });

  it('are told of items whose names change with their positions, and of what is in those', () => {
    const engine = engineFor(form([list('l', [field('a', 'text'), list('m', [field('b', 'text')])])]), {
      l: [{}, { m: [{}] }],
    });
    const told = listenTo(engine);
    const l = nodeOf(engine, 'l');
    const [first] = l.items;
    assert.ok(first);
    engine.removeItem(l, first);
    assert.deepEqual(told, [['l', 'l.0.a', 'l.0.m', 'l.0.m.0.b']]);
  });

  it('are told no more once they have left', () => {
    const engine = engineFor(everyType);
    let times = 0;
    const leave = engine.observe(() => times++);
    type(engine, 'fullName', 'س');
    leave();
    type(engine, 'fullName', 'سا');
    assert.equal(times, 1);
  });

  it('may change something themselves', () => {
    const engine = engineFor(form([field('a', 'text'), field('b', 'text')]));
    const told = listenTo(engine);
    engine.observe((changed) => {
      if (changed.has(nodeOf(engine, 'a'))) type(engine, 'b', 'x');
    });
    type(engine, 'a', 'x');
    assert.deepEqual(told, [['a'], ['b']]);
  });
});

describe('the cost of a change', () => {
  /** A condition that counts how often it is looked at. */
  function counted(looked: string, count: () => void): Json {
    const test = { is: 'x' };
    return Object.defineProperty(test, 'field', {
      enumerable: true,
      get: () => {
        count();
        return looked;
      },
    });
  }

  it('grows with what depends on it, not with the form', () => {
    let looks = 0;
    const fields = Array.from({ length: 2000 }, (_, n) =>
      field(`f${n}`, 'text', n === 0 ? {} : { when: counted(`f${n < 11 ? 0 : n - 1}`, () => looks++) }),
    );
    const engine = engineFor(form(fields));
    const told = listenTo(engine);
    looks = 0;
    type(engine, 'f1999', 'x');
    assert.equal(looks, 0);
    assert.deepEqual(told.pop(), ['f1999']);
    type(engine, 'f0', 'x');
    assert.ok(looks >= 10 && looks < 50, String(looks));
    assert.equal(told.pop()?.length, 11);
    looks = 0;
    type(engine, 'f0', 'x');
    assert.equal(looks, 0, 'the same answer again changes nothing');
  });

  it('stays within bounds in a circle, which only an unchecked form has', async () => {
    const { adopt } = await import('../../src/core/definition.js');
    const { Engine: Unchecked } = await import('../../src/core/index.js');
    const shown = (id: string, by: string) => field(id, 'text', { when: { field: by, empty: true } });
    const circle = adopt(form([shown('a', 'a')]));
    const engine = new Unchecked(circle, catalog, context);
    assert.throws(() => type(engine, 'a', 'x'), RangeError);
  });
});

describe('problems', () => {
  it('are known before they are told', () => {
    const engine = judged(engineFor(everyType));
    assert.deepEqual(engine.issueOf(nodeOf(engine, 'fullName')), { path: 'fullName', code: 'required' });
    assert.equal(nodeOf(engine, 'fullName').issue, undefined);
    type(engine, 'fullName', 'س');
    assert.equal(nodeOf(engine, 'fullName').issue, undefined);
  });

  it('are not known where there are no rules yet', () => {
    const engine = engineFor(everyType);
    assert.equal(engine.issueOf(nodeOf(engine, 'fullName')), undefined);
  });

  it('are told in the order of the form, of what is shown', () => {
    const engine = judged(
      engineFor(everyType, { marital: 'married', home: 'rented', dependants: [{ relation: 'child' }] }),
    );
    const issues = engine.report(engine.steps.flatMap((each) => each.fields));
    assert.deepEqual(
      issues.map(({ path, code }) => `${path}: ${code}`),
      [
        'fullName: required',
        'nationalId: required',
        'mobile: required',
        'birthDate: required',
        'dependants.0.name: required',
        'dependants.0.birthDate: required',
        'dependants.0.inSchool: required',
        'rent: required',
        'wants: required',
        'consent: required',
      ],
    );
  });

  it('are kept up to date once they have been told', () => {
    const engine = judged(engineFor(everyType));
    engine.report([nodeOf(engine, 'fullName'), nodeOf(engine, 'nationalId')]);
    const code = (path: string) => nodeOf(engine, path).issue?.code;
    type(engine, 'fullName', 'س');
    assert.equal(code('fullName'), 'too-short');
    type(engine, 'fullName', 'سالم');
    assert.equal(code('fullName'), undefined);
    type(engine, 'nationalId', '1000000007');
    assert.equal(code('nationalId'), 'checksum');
    type(engine, 'mobile', '5');
    assert.equal(code('mobile'), undefined, 'nobody has asked for it yet');
  });

  it('go with what is hidden, and come back with it', () => {
    const engine = judged(engineFor(everyType, { home: 'rented' }));
    engine.report(engine.steps.flatMap((each) => each.fields));
    assert.equal(nodeOf(engine, 'rent').issue?.code, 'required');
    const told = listenTo(engine);
    type(engine, 'home', 'owned');
    assert.equal(nodeOf(engine, 'rent').issue, undefined);
    assert.ok(told[0]?.includes('rent'));
    type(engine, 'home', 'rented');
    assert.equal(nodeOf(engine, 'rent').issue?.code, 'required');
  });

  it('are not told of a question that is only now asked', () => {
    const engine = judged(engineFor(everyType));
    engine.report(engine.steps.flatMap((each) => each.fields));
    type(engine, 'home', 'rented');
    assert.equal(nodeOf(engine, 'rent').issue, undefined);
  });

  it('of lists follow the number of items', () => {
    const engine = judged(
      engineFor(form([list('l', [field('a', 'text')], { required: true, maxItems: 1 })])),
    );
    const l = nodeOf(engine, 'l');
    const code = () => l.issue?.code;
    engine.report([l]);
    assert.equal(code(), 'required');
    const item = add(engine, 'l');
    assert.equal(code(), undefined);
    add(engine, 'l');
    assert.equal(code(), 'too-many');
    engine.removeItem(l, item);
    assert.equal(code(), undefined);
  });

  it('name the place where their item is now', () => {
    const engine = judged(
      engineFor(form([list('l', [field('a', 'text', { required: true })])]), { l: [{}, {}] }),
    );
    const l = nodeOf(engine, 'l');
    engine.report([l]);
    const [first] = l.items;
    assert.ok(first);
    engine.removeItem(l, first);
    assert.deepEqual(nodeOf(engine, 'l.0.a').issue, { path: 'l.0.a', code: 'required' });
  });

  it('of somebody else stay until the answer changes', () => {
    const engine = judged(engineFor(everyType, { fullName: 'سالم' }));
    const node = nodeOf(engine, 'fullName');
    const told = listenTo(engine);
    engine.reportIssue(node, 'unnormalised');
    assert.deepEqual(node.issue, { path: 'fullName', code: 'unnormalised' });
    assert.deepEqual(told, [['fullName']]);
    type(engine, 'mobile', '0501234567');
    assert.equal(node.issue?.code, 'unnormalised');
    type(engine, 'fullName', 'سالم المثالي');
    assert.equal(node.issue, undefined);
  });
});

/** A form whose parts look at one another in every way there is: outwards, inwards, through items, in chains. */
const web = form(
  [
    step('one', [
      field('mode', 'choice', { options: options('a', 'b', 'c') }),
      field('size', 'number'),
      field('extra', 'text', { when: { field: 'mode', is: 'b' } }),
      field('chained', 'text', { when: { field: 'extra', empty: false } }),
      field('inner', 'section', {
        when: { field: 'people', empty: false },
        fields: [field('why', 'text'), field('deep', 'text', { when: { field: 'size', gt: 3 } })],
      }),
      list('people', [
        field('role', 'choice', { options: options('child', 'adult') }),
        field('age', 'number', { when: { not: { field: 'mode', is: 'c' } } }),
        field('note', 'text', { when: { all: ['isChild', { field: 'total', gte: 2 }] } }),
        field('twice', 'computed', { value: { multiply: ['age', 2] }, when: 'isChild' }),
        field('home', 'section', {
          when: { field: 'role', is: 'adult' },
          fields: [
            list('pets', [
              field('kind', 'choice', { options: options('cat', 'dog') }),
              field('price', 'number', {
                when: {
                  any: [
                    { field: 'kind', is: 'cat' },
                    { field: 'mode', is: 'a' },
                  ],
                },
              }),
              field('name', 'text', { when: { field: 'age', gt: 10 } }),
            ]),
          ],
        }),
        field('petTotal', 'computed', { value: { sum: 'pets.price' } }),
      ]),
      field('total', 'computed', { value: { count: 'people' } }),
      field('children', 'computed', { value: { count: 'people', where: 'isChild' } }),
      field('twiceSum', 'computed', { value: { sum: 'people.twice' } }),
      field('dearest', 'computed', { value: { max: 'people.petTotal' } }),
    ]),
    step(
      'two',
      [
        field('reason', 'text', { required: true }),
        list('others', [field('x', 'text', { when: { field: 'children', gte: 1 } }), field('y', 'number')]),
        field('last', 'text', { when: { field: 'deep', empty: false } }),
      ],
      {
        when: {
          any: [
            { field: 'twiceSum', gt: 10 },
            { field: 'dearest', gt: 5 },
          ],
        },
      },
    ),
  ],
  { conditions: { isChild: { field: 'role', is: 'child' } } },
);

type Action =
  | { readonly way: 'type'; readonly at: number; readonly input: string }
  | { readonly way: 'add' | 'remove' | 'move' | 'back'; readonly at: number; readonly to: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      way: fc.constant('type' as const),
      at: fc.nat(),
      input: fc.constantFrom('', 'a', 'b', 'c', 'child', 'adult', 'cat', 'dog', '1', '4', '11'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      way: fc.constantFrom(
        'add' as const,
        'add' as const,
        'remove' as const,
        'move' as const,
        'back' as const,
      ),
      at: fc.nat(),
      to: fc.nat(5),
    }),
  },
);

/** Does one thing that a person could do. `removed` are the items that could be put back. */
function act(
  engine: Engine,
  { at, ...what }: Action,
  removed: Map<FieldNode, Group[]>,
): FieldNode | undefined {
  const nodes = nodesOf(engine);
  const typed = nodes.filter(
    ({ field: { kind }, computed }) => kind !== 'none' && kind !== 'list' && !computed,
  );
  const lists = nodes.filter(({ field: { kind } }) => kind === 'list');
  const node = what.way === 'type' ? typed[at % typed.length] : lists[at % lists.length];
  assert.ok(node);
  if (what.way === 'type') {
    engine.input(node, what.input);
    return node;
  }
  const item = node.items[what.to % node.items.length];
  if (what.way === 'add' && node.items.length < 4) engine.addItem(node);
  else if (what.way === 'move' && item !== undefined) engine.moveItem(node, item, what.to);
  else if (what.way === 'remove' && item !== undefined) {
    engine.removeItem(node, item);
    removed.set(node, [...(removed.get(node) ?? []), item]);
  } else if (what.way === 'back') {
    const gone = removed.get(node)?.pop();
    if (gone !== undefined) engine.addItem(node, Math.min(what.to, node.items.length), gone);
  }
  return undefined;
}

/** All that can be seen of a field. */
function lookOf(node: FieldNode): string {
  const { path, visible, answer, problem, issue, items } = node;
  return JSON.stringify({
    path,
    visible,
    answer: visible || !node.computed ? answer : 0,
    problem,
    issue,
    items: items.length,
  });
}

/** The same form, filled anew with what the controls of another hold. */
function refilled(engine: Engine): Engine {
  const fresh = judged(engineFor(web));
  const copy = (from: Group, to: Group) => {
    const twins = [...to.nodes.values()];
    for (const [index, node] of [...from.nodes.values()].entries()) {
      const twin = twins[index];
      assert.ok(twin);
      if (node.field.kind === 'list') for (const item of node.items) copy(item, fresh.addItem(twin));
      else if (node.field.kind !== 'none' && !node.computed) fresh.input(twin, node.input);
    }
  };
  fresh.batch(() => copy(engine.root, fresh.root));
  return fresh;
}

describe('whatever is done, in whatever order', () => {
  const actions = fc.array(action, { maxLength: 40 });

  it('the form is as if it had been filled so at once', () => {
    fc.assert(
      fc.property(actions, (all) => {
        const engine = judged(engineFor(web));
        const removed = new Map<FieldNode, Group[]>();
        for (const one of all) act(engine, one, removed);
        const fresh = refilled(engine);
        assert.deepEqual(nodesOf(engine).map(lookOf), nodesOf(fresh).map(lookOf));
        assert.deepEqual(
          engine.steps.map(({ visible }) => visible),
          fresh.steps.map(({ visible }) => visible),
        );
        assert.deepEqual(engine.answers(), fresh.answers());
      }),
      { numRuns: 250 },
    );
  });

  it('observers hear once of everything that looks different now, and of typing hear nothing else', () => {
    fc.assert(
      fc.property(actions, fc.nat(40), (all, reportAt) => {
        const engine = judged(engineFor(web));
        const removed = new Map<FieldNode, Group[]>();
        let told: ReadonlySet<FieldNode | StepNode>[] = [];
        engine.observe((changed) => told.push(changed));
        for (const [index, one] of all.entries()) {
          if (index === reportAt) engine.report(engine.steps.flatMap((each) => each.fields));
          const before = new Map(nodesOf(engine).map((node) => [node, lookOf(node)]));
          const steps = engine.steps.map(({ visible }) => visible);
          told = [];
          const typed = act(engine, one, removed);
          assert.ok(told.length <= 1);
          const heard = told[0] ?? new Set();
          const different = nodesOf(engine).filter((node) => before.get(node) !== lookOf(node));
          for (const node of different) assert.ok(heard.has(node), `not told of ${node.path}`);
          for (const [at, each] of engine.steps.entries()) {
            assert.equal(heard.has(each), each.visible !== steps[at]);
          }
          if (typed === undefined) continue;
          for (const node of heard) {
            const isNews = node === typed || node instanceof StepNode || different.includes(node);
            assert.ok(isNews, `told of ${node instanceof StepNode ? 'a step' : node.path}`);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the answers given out can be put back', () => {
    fc.assert(
      fc.property(actions, (all) => {
        const engine = engineFor(web);
        const removed = new Map<FieldNode, Group[]>();
        for (const one of all) act(engine, one, removed);
        const answers = engine.answers();
        assert.deepEqual(engineFor(web, answers).answers(), answers);
        engine.restore(answers);
        assert.deepEqual(engine.answers(), answers);
      }),
      { numRuns: 200 },
    );
  });
});
