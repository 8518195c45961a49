import type { FieldDefinition, Reading } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Locale } from '../../core/locale.js';
import type { Text } from '../../core/text.js';

/** What stands for an answer where none of the points does. */
const NOT_APPLICABLE = 'notApplicable';

/** The number of a point, or that none applies. */
export type Point = number | typeof NOT_APPLICABLE;

/** What fields of points have in common. */
export interface Points {
  /** Words of the points, lowest first. */
  readonly points?: readonly Text[];
  /** Offers not to answer: in the usual words, or in these. */
  readonly notApplicable?: true | Text | undefined;
}

export interface RatingDefinition extends FieldDefinition, Points {
  readonly points: readonly Text[];
  /** Drawn beside the words, and never instead of them. */
  readonly decoration?: 'faces' | 'stars';
}

/** One answer on a scale of two to seven points, each of which has its words; stored as the number of the point, from 1. */
export const rating = defineFieldType<RatingDefinition, string, Point>({
  type: 'rating',
  kind: 'number',
  definition: (z) => z.ratingDefinition,
  empty: '',
  read: readPoint,
  write: String,
  answer: (z, definition) => z.point(pointsOf(definition)),
  jsonSchema: (definition) => ({ enum: pointsOf(definition) }),
  display: (answer, definition, locale) => pointText(answer, definition, locale),
  problems: ['not-an-option'],
});

/** The answers that a definition offers, in order. */
export function pointsOf({ points, ...definition }: RatingDefinition): readonly Point[] {
  return pointsFrom(1, points.length, definition);
}

/** The numbers of points, and behind them what stands for none where that is offered. */
export function pointsFrom(least: number, most: number, { notApplicable }: Points): readonly Point[] {
  const numbers = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  return notApplicable ? [...numbers, NOT_APPLICABLE] : numbers;
}

/** What a radio button of a point holds, read. */
export function readPoint(input: string): Reading<Point> {
  if (input === '') return {};
  if (input === NOT_APPLICABLE) return { answer: input };
  return /^-?\d{1,3}$/.test(input) ? { answer: Number(input) } : { problem: 'not-an-option' };
}

/** The words of a point; of one that is no longer offered its number. */
export function pointText(
  answer: Point,
  { points = [], notApplicable = true }: Points,
  locale: Pick<Locale, 'text' | 'notApplicable'>,
): string {
  if (answer !== NOT_APPLICABLE) return locale.text(points[answer - 1] ?? String(answer));
  return notApplicable === true ? locale.notApplicable : locale.text(notApplicable);
}
