import fc from 'fast-check';
import { seeds } from './answer-seeds.js';
import { anyField } from './any-field.js';
import type { Json } from './trial-form.js';
import { field, form, list, options, step } from './trial-form.js';

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

/** Types whose fields are made here; those of the others are like those of the fixtures. */
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

/** Types that are known from the fixtures alone. A signature looks at who signs, and what is given or hidden comes from the page. */
function others(): readonly string[] {
  return [...new Set(seeds().map(({ type }) => type))].filter(
    (type) => !kinds.includes(type) && !['signature', 'given', 'hidden'].includes(type),
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
  return fc.constantFrom(...(levels > 0 ? kinds : kinds.slice(0, 9)), 'another').chain((type) => {
    if (type === 'another')
      return fc
        .tuple(when, fc.constantFrom(...others()).chain(anyField))
        .map(([shown, made]) => ({ ...made, ...field(name, String(made.type)), ...shown }));
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

/**
 * A form of two steps, the second perhaps under a condition. Every type of field that the fixtures know is among its
 * fields.
 */
export const anyForm: fc.Arbitrary<Json> = fieldsAfter([], 2, 'abcd').chain((first) => {
  const known = inScope(first);
  return fc
    .tuple(fc.option(conditionOn(known), { nil: undefined }), oneField('last', known, 1))
    .map(([when, last]) =>
      form([step('one', first), step('two', [last], when === undefined ? {} : { when })]),
    );
});
