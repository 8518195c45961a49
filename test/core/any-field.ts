import fc from 'fast-check';
import { seeds } from './answer-seeds.js';
import type { Json } from './trial-form.js';

/** Fields of a type like those of the fixtures, with other limits. */
export function anyField(type: string): fc.Arbitrary<Json> {
  const fields = seeds().flatMap((seed) => (seed.type === type ? [seed.field] : []));
  if (fields.length === 0)
    throw new TypeError(`${type} is in no fixture: add it to every-type.json and answers.json.`);
  return fc.constantFrom(...fields).chain((field) =>
    fc.record({ required: fc.boolean(), limits: limitsOf(field) }).map(({ required, limits }) => ({
      ...field,
      ...limits,
      ...(required && { required }),
    })),
  );
}

const pairs: readonly (readonly [string, string, number])[] = [
  ['minLength', 'maxLength', 12],
  ['minimum', 'maximum', 50],
];

/** Limits in place of those a field has: the same ones moved, or one of them left out. */
function limitsOf(field: Json): fc.Arbitrary<Json> {
  const [least = '', most = '', top = 0] = pairs.find(([one, other]) => one in field || other in field) ?? [];
  if (least === '') return fc.constant({});
  return fc
    .tuple(
      fc.integer({ min: 1, max: top }),
      fc.integer({ min: 0, max: top }),
      fc.constantFrom('both', 'least', 'most'),
    )
    .map(([low, more, which]) => ({
      [least]: which === 'most' ? undefined : low,
      [most]: which === 'least' ? undefined : low + more,
    }));
}
