import fc from 'fast-check';
import type { FieldDefinition, Option } from '../../src/core/field-type.js';
import { seeds } from './answer-seeds.js';
import { mutated } from './mutation.js';

/** Characters that rules treat in their own ways: digits of four scripts, marks, spaces, signs. */
const odd = fc.constantFrom(
  ...[
    '0',
    '5',
    '٣',
    '۴',
    '５',
    ' ',
    '  ',
    '\n',
    '\t',
    '\u00a0',
    '\u200f',
    '\u0640',
    '\u064e',
    'e\u0301',
    'é',
  ],
  ...['a', 'Z', 'س', 'أ', '+', '-', '.', ',', '٫', '@', '/', ':', '#', '%', '😀', '\u0000', '﷼', 'ة'],
);
const line = fc.string({
  unit: fc.oneof(odd, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
  maxLength: 12,
});
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** Texts near those that a type takes: one or two characters put in, left out or replaced. */
function nearText(text: string): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(text.length),
    way: fc.constantFrom('put', 'leave', 'replace', 'double'),
    character: odd,
  });
  return fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) =>
    changes.reduce((result, { at, way, character }) => {
      const [before, after] = [result.slice(0, at), result.slice(at)];
      if (way === 'put') return before + character + after;
      if (way === 'leave') return before + after.slice(1);
      if (way === 'double') return before + after.slice(0, 1) + after;
      return before + character + after.slice(1);
    }, text),
  );
}

/** Answers of which many are right and most others almost. */
export function anyAnswer(definition: FieldDefinition): fc.Arbitrary<unknown> {
  const given = seeds().flatMap(({ type, answers }) => (type === definition.type ? answers : []));
  const near = given.length === 0 ? [] : [fc.constantFrom(...given), nearAny(given)];
  const wild = fc.oneof(
    line,
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const own = ownAnswer(definition);
  const sources = [...near.map((arbitrary) => ({ weight: 3, arbitrary })), { weight: 1, arbitrary: wild }];
  if (own !== undefined) sources.push({ weight: 6, arbitrary: own });
  // As it would arrive.
  return fc.oneof(...sources).map((value) => JSON.parse(JSON.stringify(value ?? null)) as unknown);
}

function nearAny(given: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...given).chain((value) => {
    if (typeof value === 'string') return nearText(value);
    if (typeof value === 'number')
      return fc
        .oneof(fc.integer({ min: -2, max: 2 }), fc.double({ min: -1, max: 1, noNaN: true }))
        .map((by) => value + by);
    return fc.oneof(
      mutated({ value }, 2).map((holder) => (holder as { value?: unknown }).value),
      nearTexts(value),
    );
  });
}

/** The same with one of its texts changed. */
function nearTexts(value: unknown): fc.Arbitrary<unknown> {
  const texts: string[] = [];
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') texts.push(inner);
    return inner;
  });
  if (texts.length === 0) return fc.constant(value);
  return fc
    .constantFrom(...texts)
    .chain((text) =>
      nearText(text).map((other) =>
        JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (inner === text ? other : inner))),
      ),
    );
}

/** What types are asked that have no end of right answers. */
function ownAnswer(definition: FieldDefinition): fc.Arbitrary<unknown> | undefined {
  const { type, options } = definition as FieldDefinition & { options?: unknown };
  const values = Array.isArray(options) ? (options as readonly Option[]).map(({ value }) => value) : [];
  const { minimum = -3, maximum = 1_000_000 } = definition as { minimum?: number; maximum?: number };
  switch (type) {
    case 'text':
    case 'long-text':
      return fc.oneof(
        line,
        digits(5),
        fc.string({ unit: fc.constantFrom(...'ABC0123'), maxLength: 8 }),
        line.map((text) => text.repeat(30)),
      );
    case 'number':
    case 'money':
      return fc.oneof(
        fc.integer({ min: Math.floor(minimum) - 2, max: Math.ceil(maximum) + 2 }),
        fc.double({ min: minimum - 2, max: maximum + 2, noNaN: true }),
        fc.integer({ min: -1000, max: 100_000 }).map((cents) => cents / 100),
      );
    case 'date':
      return fc.record({
        date: fc.oneof(
          fc
            .date({ min: new Date('1870-01-01'), max: new Date('2190-01-01'), noInvalidDate: true })
            .map((day) => day.toISOString().slice(0, 10)),
          fc.constantFrom('2023-02-29', '2024-02-29', '2026-11-22', '1882-11-11', '1882-11-12', '2174-11-26'),
        ),
        calendar: fc.constantFrom('gregory', 'islamic-umalqura', 'julian'),
      });
    case 'phone':
      return fc.oneof(
        digits(8).map((rest) => `+9665${rest}`),
        digits(9).map((rest) => `+966${rest}`),
        digits(10).map((rest) => `+${rest}`),
      );
    case 'national-id':
      return fc.tuple(fc.constantFrom('1', '2', '3'), digits(9)).map(([first, rest]) => first + rest);
    case 'choice':
    case 'choices':
    case 'ranking':
    case 'select':
      return values.length === 0
        ? undefined
        : fc.oneof(
            fc.constantFrom(...values),
            fc.shuffledSubarray(values),
            fc.subarray(values),
            fc.array(fc.constantFrom(...values), { maxLength: 4 }),
          );
    case 'yes-no':
    case 'statement':
      return fc.boolean();
    case 'rating':
    case 'scale':
      return fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constant('notApplicable'));
    case 'matrix':
      return fc.dictionary(
        fc.constantFrom(
          ...(definition as unknown as { rows: { id: string }[] }).rows.map(({ id }) => id),
          'other',
        ),
        fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant('notApplicable')),
      );
    default:
      return undefined;
  }
}
