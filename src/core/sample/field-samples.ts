import type { Catalog, Context, FieldDefinition, FieldType } from '../field-type.js';
import { Dice } from './dice.js';
import { drawPerson } from './person.js';
import { sampleFor } from './samplers.js';

/** Answers to one field by itself, not yet asked whether they are right; always the same for the same field. */
export function fieldSamples(
  definition: FieldDefinition,
  catalog: Catalog,
  context: Context,
  count: number,
): readonly unknown[] {
  // Only the type itself looks inside its own definitions.
  const type = catalog.get(definition.type) as unknown as FieldType<FieldDefinition, unknown, unknown>;
  const dice = new Dice(1);
  return Array.from({ length: count }, (_, index) =>
    sampleFor({
      definition,
      type,
      context,
      dice,
      language: index % 2 === 0 ? 'ar' : 'en',
      person: drawPerson(dice, { isResident: dice.chance(0.5) }),
      answerOf: () => undefined,
    }),
  ).filter((sample) => sample !== undefined);
}
