import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judgeFor } from '../../src/core/answer-rule.js';
import { addDays } from '../../src/core/calendar.js';
import type { Engine } from '../../src/core/index.js';
import { catalog, parseDefinition, validateAnswers } from '../../src/core/index.js';
import type { FieldNode } from '../../src/core/nodes.js';
import { locales } from '../fields/trial-field.js';
import type { Json } from './trial-form.js';
import { context, engineFor, field, form, list, options, parsed } from './trial-form.js';

const day = (date: string) => ({ date, calendar: 'gregory' });

const stay = form([
  field('arrival', 'date'),
  field('departure', 'date', { after: 'arrival' }),
  field('call', 'date', { before: 'arrival' }),
  field('mobile', 'phone'),
  field('second', 'phone', { kind: 'any', notEqual: 'mobile' }),
  field('nationality', 'choice', { options: options('saudi', 'other') }),
  field('nationalId', 'national-id', { matches: { field: 'nationality', citizen: 'saudi' } }),
  list('family', [field('nationalId', 'national-id', { notEqual: 'nationalId' }), field('name', 'text')], {
    unique: ['nationalId'],
  }),
]);

/** What the receiver says of answers, as `pointer: code`. */
function told(answers: Json, json: Json = stay): string[] {
  const { problems = [] } = validateAnswers(parsed(json), answers, catalog, context);
  return problems.map(({ pointer, code }) => `${pointer}: ${code}`);
}

/** The faults of a form with these fields, as `pointer: code` with the value that was meant. */
function faults(...fields: Json[]): string[] {
  return parseDefinition(form(fields), catalog).problems.map(
    ({ pointer, code, params = {} }) =>
      `${pointer.replace('/steps/0/fields', '')}: ${code}${params.suggestion === undefined ? '' : ` → ${params.suggestion}`}`,
  );
}

function filled(answers: Json, json: Json = stay): Engine {
  const engine = engineFor(json, answers);
  engine.judge = judgeFor(engine, catalog);
  engine.report(engine.steps.flatMap(({ fields }) => fields));
  return engine;
}

/** The code of what was told of a field. */
function issueAt(engine: Engine, path: string): string | undefined {
  return at(engine, path).issue?.code;
}

function at(engine: Engine, path: string): FieldNode {
  const node = engine.find(path);
  assert.ok(node);
  return node;
}

describe('an answer beside another', () => {
  it('comes after it, or before it, and not on the same day', () => {
    assert.deepEqual(told({ arrival: day('2026-11-22'), departure: day('2026-11-23') }), []);
    for (const date of ['2026-11-22', '2026-11-21'])
      assert.deepEqual(told({ arrival: day('2026-11-22'), departure: day(date) }), ['/departure: not-after']);
    assert.deepEqual(told({ arrival: day('2026-11-22'), call: day('2026-11-22') }), ['/call: not-before']);
    assert.deepEqual(told({ arrival: day('2026-11-22'), call: day('2026-11-21') }), []);
  });

  it('comes at a later time of day', () => {
    const opening = form([field('opens', 'time'), field('closes', 'time', { after: 'opens' })]);
    assert.deepEqual(told({ opens: '08:00', closes: '08:01' }, opening), []);
    assert.deepEqual(told({ opens: '08:00', closes: '08:00' }, opening), ['/closes: not-after']);
    assert.deepEqual(faults(field('day', 'date'), field('closes', 'time', { after: 'day' })), [
      '/1/after: field-kind',
    ]);
  });

  it('is judged alone where the other was not given', () => {
    assert.deepEqual(told({ departure: day('2026-11-22'), call: day('2027-01-01') }), []);
    assert.deepEqual(told({ nationalId: '2000000006' }), []);
  });

  it('is as late as it must be, whatever the two days are', () => {
    const days = fc.nat(4_000).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(days, days, (arrival, departure) => {
        const expected = departure > arrival ? [] : ['/departure: not-after'];
        assert.deepEqual(told({ arrival: day(arrival), departure: day(departure) }), expected);
      }),
      { numRuns: 200 },
    );
  });

  it('is another one', () => {
    const mobile = '+966501234567';
    assert.deepEqual(told({ mobile, second: mobile }), ['/second: not-different']);
    assert.deepEqual(told({ mobile, second: '+966501234568' }), []);
  });

  it('belongs to the nationality that was chosen', () => {
    assert.deepEqual(told({ nationality: 'saudi', nationalId: '1000000008' }), []);
    assert.deepEqual(told({ nationality: 'other', nationalId: '2000000006' }), []);
    assert.deepEqual(told({ nationality: 'saudi', nationalId: '2000000006' }), ['/nationalId: not-citizen']);
    assert.deepEqual(told({ nationality: 'other', nationalId: '1000000008' }), ['/nationalId: not-resident']);
  });

  it('stands once in a list, and is not that of the person himself, who has a field of the same name', () => {
    const family = [{ nationalId: '1010101010' }, { name: 'هند' }, { nationalId: '1010101010' }];
    assert.deepEqual(told({ family }), ['/family/2/nationalId: not-unique']);
    assert.deepEqual(told({ nationalId: '1000000008', family: [{ nationalId: '1000000008' }] }), [
      '/family/0/nationalId: not-different',
    ]);
  });

  it('is the same once in a list of any answers', () => {
    const numbers = ['1000000008', '1010101010', '1234567897', '1111111116'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...numbers), { minLength: 1, maxLength: 8 }), (ids) => {
        const expected = ids.flatMap((id, index) =>
          ids.indexOf(id) < index ? [`/family/${index}/nationalId: not-unique`] : [],
        );
        assert.deepEqual(told({ family: ids.map((nationalId) => ({ nationalId })) }), expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what was told of an answer beside another', () => {
  it('tells a time of day as people say it', () => {
    const calls = form([field('opens', 'time'), field('closes', 'time', { after: 'opens' })]);
    const closes = at(filled({ opens: '21:00', closes: '20:00' }, calls), 'closes');
    const said = (language: 'ar' | 'en') =>
      locales[language].problem(closes.definition, 'not-after', undefined, closes.type.sentences, closes);
    assert.match(said('ar'), /اختر ما بعد 9:00 مساءً،/);
    assert.match(said('en'), /must be after 9:00 pm, /);
  });

  it('goes when the other is mended, and comes when it is made wrong', () => {
    const engine = filled({ arrival: day('2026-11-22'), departure: day('2026-11-20') });
    assert.equal(issueAt(engine, 'departure'), 'not-after');
    engine.answer(at(engine, 'arrival'), day('2026-11-19'));
    assert.equal(issueAt(engine, 'departure'), undefined);
    engine.answer(at(engine, 'arrival'), day('2026-11-21'));
    assert.equal(issueAt(engine, 'departure'), 'not-after');
  });

  it('is kept up to date in the items of a list', () => {
    const engine = filled({ family: [{ nationalId: '1010101010' }, { nationalId: '1010101010' }] });
    const first = at(engine, 'family.0.nationalId');
    assert.deepEqual([first.issue, issueAt(engine, 'family.1.nationalId')], [undefined, 'not-unique']);
    engine.input(first, '1000000008');
    assert.equal(issueAt(engine, 'family.1.nationalId'), undefined);
    engine.input(first, '1010101010');
    assert.equal(issueAt(engine, 'family.1.nationalId'), 'not-unique');
    const [item] = at(engine, 'family').items;
    assert.ok(item);
    engine.removeItem(at(engine, 'family'), item);
    assert.equal(issueAt(engine, 'family.0.nationalId'), undefined);
  });

  it('names the other and its answer', () => {
    const engine = filled({
      arrival: day('2026-11-22'),
      departure: day('2026-11-20'),
      nationality: 'saudi',
      nationalId: '2000000006',
      family: [{ nationalId: '1010101010' }, { nationalId: '1010101010' }],
    });
    const sentence = (path: string, language: 'ar' | 'en') => {
      const node = at(engine, path);
      return locales[language].problem(node.definition, node.issue?.code ?? '', {}, undefined, node);
    };
    assert.equal(
      sentence('departure', 'en'),
      'Field departure must be after 22 November 2026, which you gave for “Field arrival”',
    );
    assert.match(sentence('departure', 'ar'), /22 نوفمبر 2026.*«حقل arrival»: حقل departure$/);
    assert.equal(
      sentence('family.1.nationalId', 'en'),
      'Field nationalId is the same as for “Item 1”. Check both',
    );
    assert.match(sentence('nationalId', 'ar'), /يبدأ بـ 1\. .*«حقل nationality»/);
  });

  it('is looked at again only where the other is named', () => {
    const others = Array.from({ length: 500 }, (_, index) =>
      field(`phone${index}`, 'phone', { notEqual: `phone${(index + 1) % 500}` }),
    );
    const engine = filled({}, form([...others, field('free', 'phone')]));
    const looked: string[] = [];
    engine.observe((changed) => looked.push(...[...changed].map((node) => String(node.definition.id))));
    engine.input(at(engine, 'phone7'), '0501234567');
    assert.deepEqual(looked.sort(), ['phone6', 'phone7']);
    looked.length = 0;
    engine.input(at(engine, 'free'), '0501234567');
    assert.deepEqual(looked, ['free']);
  });
});

describe('a working day', () => {
  const visit = form([field('visit', 'date', { workingDays: true, closedDays: ['2026-11-24'] })]);

  it('is one from Sunday to Thursday that is no holiday', () => {
    const codes = Array.from(
      { length: 8 },
      (_, index) => told({ visit: day(addDays('2026-11-22', index)) }, visit)[0],
    );
    const weekend = '/visit: weekend';
    assert.deepEqual(codes, [
      undefined,
      undefined,
      '/visit: closed-day',
      undefined,
      undefined,
      weekend,
      weekend,
      undefined,
    ]);
  });

  it('is told from another in both languages', () => {
    const engine = filled({ visit: day('2026-11-27') }, visit);
    const { definition, issue } = at(engine, 'visit');
    assert.equal(
      locales.en.problem(definition, issue?.code ?? ''),
      'Field visit must be a working day, from Sunday to Thursday',
    );
    assert.equal(
      locales.ar.problem(definition, issue?.code ?? ''),
      'اختر يوم عمل، من الأحد إلى الخميس: حقل visit',
    );
  });
});

describe('the definition of a relation', () => {
  it('names a field there is', () => {
    assert.deepEqual(faults(field('arrival', 'date'), field('departure', 'date', { after: 'arival' })), [
      '/1/after: unknown-field → arrival',
    ]);
    assert.deepEqual(faults(field('phone', 'phone', { notEqual: 'phone' })), ['/0/notEqual: itself']);
    assert.deepEqual(faults(list('family', [field('name', 'text')], { unique: ['nam'] })), [
      '/0/unique/0: unknown-field → name',
    ]);
    assert.deepEqual(
      faults(
        field('id', 'national-id', { matches: { field: 'nationalty', citizen: 'saudi' } }),
        field('nationality', 'text'),
      ),
      ['/0/matches/field: unknown-field → nationality'],
    );
  });

  it('names a field of a kind that can be compared', () => {
    assert.deepEqual(faults(field('name', 'text'), field('day', 'date', { after: 'name' })), [
      '/1/after: field-kind',
    ]);
    assert.deepEqual(faults(field('age', 'number'), field('name', 'text', { notEqual: 'age' })), [
      '/1/notEqual: field-kind',
    ]);
    assert.deepEqual(faults(list('family', [field('papers', 'file')], { unique: ['papers'] })), [
      '/0/unique/0: field-kind',
    ]);
    assert.deepEqual(
      faults(
        field('home', 'text'),
        field('id', 'national-id', { matches: { field: 'home', citizen: 'saudi' } }),
      ),
      ['/1/matches/field: field-kind'],
    );
    const nationality = field('nationality', 'choice', { options: options('saudi', 'other') });
    assert.deepEqual(
      faults(
        nationality,
        field('id', 'national-id', { matches: { field: 'nationality', citizen: 'saudy' } }),
      ),
      ['/1/matches/citizen: unknown-option → saudi'],
    );
  });

  it('does not go in a circle, which no dates could follow', () => {
    const { problems } = parseDefinition(
      form([
        field('a', 'date', { after: 'b' }),
        field('b', 'date'),
        field('c', 'date', { before: 'b', after: 'a' }),
      ]),
      catalog,
    );
    assert.deepEqual(
      problems.map(({ pointer, code, params }) => [pointer, code, params?.value]),
      [['/steps/0/fields/0/after', 'order-circle', 'a → b → c → a']],
    );
    // Two that must differ may both say so.
    assert.deepEqual(
      faults(field('a', 'phone', { notEqual: 'b' }), field('b', 'phone', { notEqual: 'a' })),
      [],
    );
  });
});
