import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';
import type { Point, RatingDefinition } from '../rating/rating.type.js';
import { pointsOf, pointText, readPoint } from '../rating/rating.type.js';

export interface MatrixDefinition extends RatingDefinition {
  /** What is judged, one after the other. */
  readonly rows: readonly { readonly id: string; readonly label: Text }[];
}

/** What the radio buttons of each row hold, by the id of the row. */
export type MatrixInput = Readonly<Record<string, string>>;

/** The points of the rows that were answered. */
export type MatrixAnswer = Readonly<Record<string, Point>>;

/** Several statements answered by the same points. Where it is required, every row is. */
export const matrix = defineFieldType<MatrixDefinition, MatrixInput, MatrixAnswer>({
  type: 'matrix',
  kind: 'matrix',
  definition: (z) => z.matrixDefinition,
  empty: {},
  read(input, { rows }) {
    const answer: Record<string, Point> = {};
    for (const { id } of rows) {
      const read = readPoint(String(input[id] ?? ''));
      if (read.problem !== undefined) return read as { problem: string };
      if (read.answer !== undefined) answer[id] = read.answer;
    }
    return Object.keys(answer).length === 0 ? {} : { answer };
  },
  write: (answer) => Object.fromEntries(Object.entries(answer).map(([id, point]) => [id, String(point)])),
  answer: (z, definition) => z.pointsByRow(rowIds(definition), pointsOf(definition), definition.required),
  jsonSchema: (definition) => ({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(rowIds(definition).map((id) => [id, { enum: pointsOf(definition) }])),
    ...(definition.required ? { required: rowIds(definition) } : { minProperties: 1 }),
  }),
  display: (answer, definition, locale) =>
    definition.rows
      .flatMap(({ id, label }) => {
        const point = answer[id];
        return point === undefined ? [] : `${locale.text(label)}: ${pointText(point, definition, locale)}`;
      })
      .join('\n'),
  problems: ['not-an-option', 'incomplete'],
});

function rowIds({ rows }: MatrixDefinition): readonly string[] {
  return rows.map(({ id }) => id);
}
