import fc from 'fast-check';
import type { Json } from '../trial-form.js';

const names = ['first_name', 'lastName', 'Age', 'city', 'الحي', 'kind', 'note 2'];
const title = fc.oneof(
  fc.constant({}),
  fc.constant({ title: 'A title' }),
  fc.constant({ title: 'عنوان', 'x-i18n-title': { ar: 'عنوان', en: 'A title' } }),
);
const description = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ description: 'Something to know.' }) },
);

function some(parts: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Json> {
  return fc.record(parts, { requiredKeys: [] });
}

const text = fc
  .oneof(
    some({ minLength: fc.constant(1), maxLength: fc.integer({ min: 3, max: 40 }) }),
    fc.constant({ format: 'date' }),
    fc.constant({ enum: ['x', 'y', 'عربي'] }),
    fc.constant({
      oneOf: [
        { const: 'x', title: 'One' },
        { const: 'y', title: 'Other' },
      ],
    }),
  )
  .map((more) => ({ type: 'string', ...more }));
const number = fc.oneof(
  some({ minimum: fc.constant(0), maximum: fc.integer({ min: 4, max: 90 }) }).map((more) => ({
    type: 'number',
    ...more,
  })),
  some({ minimum: fc.constant(0), exclusiveMaximum: fc.integer({ min: 5, max: 90 }) }).map((more) => ({
    type: 'integer',
    ...more,
  })),
  fc.constant({ type: 'integer', enum: [1, 2, 3] }),
);
const boolean = fc.constantFrom<Json>(
  { type: 'boolean' },
  { const: true },
  { type: 'boolean', enum: [true] },
);
const fixed = fc.constantFrom<Json>(
  { const: 'fixed' },
  { const: 7 },
  { type: 'string', readOnly: true, default: 'given' },
);
const nullable = fc.constantFrom<Json>(
  { type: ['string', 'null'] },
  { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] },
);
const choices = some({ maxItems: fc.integer({ min: 1, max: 3 }), uniqueItems: fc.constant(true) }).map(
  (more) => ({
    type: 'array',
    items: { enum: ['x', 'y', 'z'] },
    ...more,
  }),
);
/** What the reader names and does not read. */
const unread = fc.constantFrom<Json>(
  { type: 'string', format: 'hostname' },
  { type: 'number', multipleOf: 0.5 },
  { type: 'array', items: { type: 'string' }, contains: { const: 'x' } },
  { type: 'object', properties: { a: { type: 'string' } }, minProperties: 1 },
  { not: { const: 'x' } },
  {},
  { $ref: '#/$defs/nowhere' },
  { type: 'object', patternProperties: { '^x': { type: 'string' } } },
  { $ref: '#' },
);

/** A JSON Schema of an object: everything that is read, and with `withUnread` now and then something that is not. */
export function anyJsonSchema(withUnread: boolean): fc.Arbitrary<Json> {
  const { object } = fc.letrec<{ object: Json; value: Json }>((tie) => ({
    value: fc
      .tuple(
        fc.oneof(
          { maxDepth: 3, depthSize: 'small' },
          text,
          number,
          boolean,
          choices,
          fixed,
          nullable,
          ...(withUnread ? [unread] : []),
          tie('object'),
          tie('object').map((one) => ({ oneOf: [one, { type: 'null' }] })),
          tie('object').chain((items) =>
            some({ minItems: fc.constant(1), maxItems: fc.constant(3) }).map((more) => ({
              type: 'array',
              items,
              ...more,
            })),
          ),
        ),
        title,
        description,
      )
      .map(([schema, named, described]) => ({ ...named, ...described, ...schema })),
    object: fc
      .tuple(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...names), tie('value')), {
          minLength: 1,
          maxLength: 4,
          selector: ([name]) => name,
        }),
        fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
      )
      .map(([entries, choices]) => conditional(Object.fromEntries(entries), choices)),
  }));
  return object.map((schema) => ({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }));
}

/** An object of some properties, which may ask for others as soon as something holds of one of them. */
function conditional(properties: Json, choices: readonly number[]): Json {
  const known = Object.keys(properties);
  const [way = 0, ...needs] = choices;
  const required = known.filter((_, index) => (needs[index] ?? 0) % 2 === 0);
  const base = { type: 'object', properties, ...(required.length > 0 && { required }) };
  const [first = ''] = known;
  // What is asked for anyway need not be asked for once more.
  const second = known.slice(1).find((name) => !required.includes(name));
  const test = testOf(properties[first] as Json);
  const extra = { properties: { extra: { type: 'string', title: 'More' } }, required: ['extra'] };
  switch (way % 8) {
    case 0:
      return test === undefined
        ? base
        : { ...base, if: { properties: { [first]: test }, required: [first] }, then: extra };
    case 1:
      return test === undefined || second === undefined
        ? base
        : { ...base, if: { properties: { [first]: test } }, then: { required: [second] }, else: extra };
    case 2:
      return second === undefined || !isSimple(properties[first] as Json)
        ? base
        : { ...base, dependentRequired: { [first]: [second] } };
    case 3:
      return isSimple(properties[first] as Json) ? { ...base, dependentSchemas: { [first]: extra } } : base;
    case 4:
      return { ...base, allOf: [{ properties: { extra: { type: 'boolean' } } }] };
    case 5: {
      const branch = (value: string, inner: string) => ({
        properties: { way: { const: value }, [inner]: { type: 'string' } },
        required: ['way', inner],
      });
      return { ...base, oneOf: [branch('phone', 'phone_no'), branch('letter', 'street')] };
    }
    default:
      return base;
  }
}

function isSimple(schema: Json): boolean {
  return (
    ['string', 'number', 'integer', 'boolean'].includes(String(schema.type)) && schema.readOnly === undefined
  );
}

function testOf(schema: Json): Json | undefined {
  if (schema.readOnly !== undefined) return undefined;
  if (schema.type === 'boolean') return { const: true };
  if (schema.type === 'integer' && Array.isArray(schema.enum)) return { enum: [1, 2] };
  if (schema.type === 'number' || schema.type === 'integer') return { minimum: 2 };
  if (Array.isArray(schema.enum) || Array.isArray(schema.oneOf)) return { const: 'x' };
  return schema.type === 'string' && schema.format === undefined ? { const: 'x' } : undefined;
}
