import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { FormDefinition } from '../../src/core/definition.js';
import { catalog, toJsonSchema, validateAnswers } from '../../src/core/index.js';
import { pathOf, pointerOf } from '../../src/core/pointer.js';
import { textOf } from '../source-files.js';
import { filledForm, mixedForm } from './filled-form.js';
import { mutated } from './mutation.js';
import type { Json } from './trial-form.js';
import { context, field, form, list, options, parsed, step } from './trial-form.js';

interface Case {
  readonly name: string;
  readonly definition: string;
  readonly today: string;
  readonly answers: unknown;
  readonly problems: readonly { readonly pointer: string; readonly code: string }[];
  readonly stated: boolean;
}

interface Fixture {
  readonly definitions: Readonly<Record<string, unknown>>;
  readonly cases: readonly Case[];
}

const { definitions, cases } = JSON.parse(textOf('test/fixtures/answers.json')) as Fixture;

/** A validator as a partner would have it: strict, with nothing of ours but the keywords that say nothing of answers. */
const ajv = new Ajv2020({ strict: true, code: { optimize: false } });
addFormats.default(ajv);
ajv.addVocabulary(['x-i18n-title', 'x-taafi-definition']);

function validatorOf(definition: FormDefinition): (answers: unknown) => boolean {
  const { schema } = toJsonSchema(definition, catalog);
  const validate = ajv.compile(schema);
  // Forms of one name and version come again here, which they never do elsewhere.
  ajv.removeSchema(String(schema.$id));
  return validate;
}

/** The pointers of all fields that an unstated rule speaks of. */
function unstatedIn(definition: FormDefinition): ReadonlySet<string> {
  return new Set(toJsonSchema(definition, catalog).unstated.map(({ pointer }) => pointer));
}

/** The pointer, in a definition, of the field that an answer belongs to. */
function fieldAt(definition: FormDefinition, pointer: string): string | undefined {
  const path = pathOf(pointer).filter((key) => !/^\d+$/.test(key));
  type Fields = FormDefinition['steps'][number]['fields'];
  const find = (
    fields: Fields,
    at: readonly PropertyKey[],
    [id, ...rest]: readonly string[],
  ): string | undefined => {
    for (const [index, { type, id: own, fields: inner = [] }] of fields.entries()) {
      const place = [...at, index];
      if (own === id && rest.length === 0) return pointerOf(place);
      const isWay = type === 'section' || own === id;
      const found = isWay
        ? find(inner, [...place, 'fields'], type === 'section' ? [id ?? '', ...rest] : rest)
        : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const [index, { fields }] of definition.steps.entries()) {
    const found = find(fields, ['steps', index, 'fields'], path);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('the fixtures for partners', () => {
  const forms = Object.fromEntries(Object.entries(definitions).map(([name, json]) => [name, parsed(json)]));
  const validators = Object.fromEntries(
    Object.entries(forms).map(([name, made]) => [name, validatorOf(made)]),
  );

  it('are forms without warnings, each of them used, and every case has a name of its own', () => {
    assert.ok(cases.length >= 60);
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
    assert.deepEqual(new Set(cases.map(({ definition }) => definition)), new Set(Object.keys(definitions)));
    const types = new Set(JSON.stringify(definitions).match(/(?<="type":")[a-z-]+/g));
    assert.deepEqual(
      [...catalog.keys()].filter((type) => !types.has(type)),
      ['note'],
    );
  });

  for (const { name, definition, today, answers, problems, stated } of cases) {
    it(`${definition}: ${name}`, () => {
      const made = forms[definition];
      assert.ok(made);
      const result = validateAnswers(made, answers, catalog, { today });
      assert.deepEqual(result.problems ?? [], problems);
      const accepted = validators[definition]?.(answers);
      assert.equal(accepted, problems.length === 0 || !stated, 'the verdict of the JSON Schema');
      if (stated) return;
      const unstated = unstatedIn(made);
      for (const { pointer } of problems) assert.ok(unstated.has(fieldAt(made, pointer) ?? ''), pointer);
    });
  }
});

describe('toJsonSchema', () => {
  const everyType = parsed(JSON.parse(textOf('test/fixtures/every-type.json')));

  it('names the form and its version', () => {
    const { schema } = toJsonSchema(everyType, catalog);
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema.$id, 'urn:taafi-kit:form:every-type:1.0.0');
    assert.equal(schema.title, 'كل الأنواع');
    assert.deepEqual(schema['x-i18n-title'], { ar: 'كل الأنواع', en: 'Every type' });
  });

  it('requires what is always shown', () => {
    const { schema } = toJsonSchema(everyType, catalog);
    assert.deepEqual(schema.required, [
      'fullName',
      'nationalId',
      'mobile',
      'birthDate',
      'marital',
      'home',
      'wants',
      'consent',
    ]);
    assert.equal(schema.additionalProperties, false);
  });

  it('knows nothing of what holds no answer', () => {
    const properties = toJsonSchema(everyType, catalog).schema.properties as Json;
    for (const id of ['welcome', 'housing', 'spouseNote', 'study'])
      assert.ok(!Object.hasOwn(properties, id), id);
    assert.ok(Object.hasOwn(properties, 'rent'));
  });

  it('lists what it cannot state, by the field', () => {
    const { unstated } = toJsonSchema(everyType, catalog);
    const rules = unstated.filter(({ pointer }) => pointer === '/steps/0/fields/7').map(({ rule }) => rule);
    assert.deepEqual(rules, [
      'trimmed NFC text with single spaces and no invisible marks',
      'shown only under its condition',
      'required while it is shown',
    ]);
  });

  it('is one that a strict validator takes', () => {
    assert.doesNotThrow(() => validatorOf(everyType));
    assert.doesNotThrow(() =>
      validatorOf(parsed(JSON.parse(textOf('src/packs/taafi/support-request.json')))),
    );
  });
});

/** A condition on a field of the form, of a kind that suits it. */
function conditionOn(known: readonly Json[]): fc.Arbitrary<Json> {
  const test = fc.constantFrom(...known).chain((looked) => {
    const about = { field: looked.id };
    const empty = fc.boolean().map((value) => ({ ...about, empty: value }));
    const is = (value: fc.Arbitrary<unknown>) =>
      fc.oneof(
        value.map((one) => ({ ...about, is: one })),
        value.map((one) => ({ ...about, isNot: one })),
        value.map((one) => ({ ...about, in: [one] })),
      );
    switch (looked.type) {
      case 'text':
        return fc.oneof(empty, is(fc.constantFrom('x', 'y')));
      case 'number':
        return fc.oneof(
          empty,
          is(fc.integer({ min: 0, max: 3 })),
          fc
            .tuple(fc.constantFrom('gt', 'gte', 'lt', 'lte'), fc.nat(3))
            .map(([operator, value]) => ({ ...about, [operator]: value })),
        );
      case 'yes-no':
        return fc.oneof(
          empty,
          fc.boolean().map((value) => ({ ...about, is: value })),
          fc.boolean().map((value) => ({ ...about, isNot: value })),
        );
      case 'choice':
        return fc.oneof(empty, is(fc.constantFrom('x', 'y')));
      case 'choices':
        return fc.oneof(
          empty,
          fc.constantFrom('x', 'y').map((value) => ({ ...about, includes: value })),
        );
      case 'date':
        return fc.oneof(
          empty,
          is(fc.constantFrom('2020-01-22', '1990-05-03')),
          fc.constant({ ...about, gt: '2000-01-01' }),
        );
      case 'computed':
        return fc.oneof(
          empty,
          fc.nat(4).map((value) => ({ ...about, gte: value })),
        );
      default:
        return empty;
    }
  });
  const { condition } = fc.letrec<{ condition: Json }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      { weight: 3, arbitrary: test },
      {
        weight: 1,
        arbitrary: fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }) }),
      },
      { weight: 1, arbitrary: fc.record({ not: tie('condition') }) },
    ),
  }));
  return condition;
}

const kinds = [
  'text',
  'number',
  'yes-no',
  'choice',
  'choices',
  'date',
  'computed',
  'statement',
  'phone',
  'section',
  'list',
  'list',
];
const more: Readonly<Record<string, Json>> = {
  choice: { options: options('x', 'y') },
  choices: { options: options('x', 'y', 'z') },
  number: { minimum: 0, maximum: 4 },
  text: { maxLength: 3 },
};

/**
 * Fields that look only at those before them and outside of them, so that there is no circle. Their names begin with
 * `prefix`.
 */
function fieldsAfter(
  known: readonly Json[],
  levels: number,
  letters: string,
  prefix = '',
): fc.Arbitrary<Json[]> {
  return fc
    .subarray([...letters], { minLength: 1 })
    .chain((names) =>
      names.reduce<fc.Arbitrary<Json[]>>(
        (before, letter) =>
          before.chain((made) =>
            oneField(prefix + letter, [...known, ...inScope(made)], levels).map((fresh) => [...made, fresh]),
          ),
        fc.constant([]),
      ),
    );
}

/** What can be looked at: the fields themselves and those inside of sections. */
function inScope(fields: readonly Json[]): Json[] {
  return fields.flatMap((one) => (one.type === 'section' ? inScope(one.fields as Json[]) : [one]));
}

/** Names in items begin with these letters, in every list: they hide those of the items around them. */
const inItems = 'pqrs';

function oneField(name: string, known: readonly Json[], levels: number): fc.Arbitrary<Json> {
  const when =
    known.length === 0
      ? fc.constant({})
      : fc
          .option(conditionOn(known), { nil: undefined })
          .map((one) => (one === undefined ? {} : { when: one }));
  return fc.constantFrom(...(levels > 0 ? kinds : kinds.slice(0, 9))).chain((type) => {
    if (type === 'section') {
      const letters = inItems.includes(name[0] ?? '') ? inItems : 'abcd';
      return fc
        .tuple(when, fieldsAfter(known, levels - 1, letters, name))
        .map(([shown, fields]) => field(name, type, { ...shown, fields }));
    }
    if (type === 'list') {
      const counts = fc.constantFrom({}, { minItems: 1 }, { required: true }, { maxItems: 2 });
      const seen = known.filter((one) => !inItems.includes(String(one.id)[0] ?? ''));
      return fc
        .tuple(when, counts, fieldsAfter(seen, levels - 1, inItems))
        .map(([shown, count, fields]) => list(name, fields, { ...shown, ...count }));
    }
    if (type === 'computed') {
      const numbers = known.filter((one) => one.type === 'number').map((one) => one.id);
      return when.map((shown) => field(name, type, { ...shown, value: { sum: [1, ...numbers] } }));
    }
    return fc
      .tuple(when, fc.boolean())
      .map(([shown, required]) => field(name, type, { ...more[type], ...shown, required }));
  });
}

/** A form of two steps, the second perhaps under a condition. */
const anyForm = fieldsAfter([], 2, 'abcd').chain((first) => {
  const known = inScope(first);
  return fc
    .tuple(fc.option(conditionOn(known), { nil: undefined }), oneField('last', known, 1))
    .map(([when, last]) =>
      form([step('one', first), step('two', [last], when === undefined ? {} : { when })]),
    );
});

describe('any form', () => {
  it('has a schema that takes what the receiver takes, and takes more only where it says so', () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        anyForm.chain((json) => {
          const definition = parsed(json);
          return fc.tuple(
            fc.constant(definition),
            filledForm(definition),
            fc.array(mixedForm(definition), { minLength: 3, maxLength: 3 }),
            fc.array(
              filledForm(definition).chain((answers) => mutated(answers, 2)),
              { minLength: 2, maxLength: 2 },
            ),
          );
        }),
        ([definition, filled, mixed, spoilt]) => {
          const isValid = validatorOf(definition);
          const unstated = unstatedIn(definition);
          for (const answers of [filled, ...mixed, ...spoilt]) {
            const { problems } = validateAnswers(definition, answers, catalog, context);
            const verdict = isValid(answers);
            if (problems === undefined) {
              taken += 1;
              assert.ok(verdict, `the schema refuses ${JSON.stringify(answers)}`);
            } else {
              refused += 1;
              const silent = problems.filter(
                ({ pointer }) => !unstated.has(fieldAt(definition, pointer) ?? ''),
              );
              if (verdict) assert.deepEqual(silent, [], `the schema takes ${JSON.stringify(answers)}`);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(taken > 200 && refused > 300, `${taken} taken, ${refused} refused`);
  });
});
