import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';
import type { Point, Points } from '../rating/rating.type.js';
import { pointsFrom, pointText, readPoint } from '../rating/rating.type.js';

export interface ScaleDefinition extends FieldDefinition, Pick<Points, 'notApplicable'> {
  /** First number; 0 where nothing is said. */
  readonly least?: number;
  /** Last number; 10 where nothing is said. */
  readonly most?: number;
  /** What the ends mean. */
  readonly leastLabel?: Text;
  readonly mostLabel?: Text;
}

/** One answer by a number between two ends, such as 0 to 10: at most eleven numbers. */
export const scale = defineFieldType<ScaleDefinition, string, Point>({
  type: 'scale',
  kind: 'number',
  definition: (z) => z.scaleDefinition,
  empty: '',
  read: readPoint,
  write: String,
  answer: (z, definition) => z.point(numbersOf(definition)),
  jsonSchema: (definition) => ({ enum: numbersOf(definition) }),
  display: (answer, { notApplicable }, locale) => pointText(answer, { notApplicable }, locale),
  problems: ['not-an-option'],
});

/** The answers that a definition offers, in order. */
export function numbersOf({ least = 0, most = 10, ...definition }: ScaleDefinition): readonly Point[] {
  return pointsFrom(least, most, definition);
}
