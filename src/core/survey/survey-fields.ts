import type { FormDefinition } from '../definition.js';
import type { FieldDefinition } from '../field-type.js';
import type { Text } from '../text.js';
import type { Measure } from './survey.js';

/** One value that an answer may have, as it is stored, with its words. */
export interface Point {
  readonly value: string | number | boolean;
  readonly label: Text;
}

/** What a measure asks: a field, or one statement of a matrix. */
export interface Asked {
  readonly field: FieldDefinition;
  /** The statement, where the field is a matrix. */
  readonly row?: string;
  readonly title: Text;
  readonly points: readonly Point[];
}

/** What fields of a survey may say besides; each type checks the shape of its own. */
interface RatedDefinition extends FieldDefinition {
  readonly points?: readonly (Text | LabelledPoint)[];
  readonly rows?: readonly { readonly id: string; readonly label: Text }[];
  readonly least?: number;
  readonly most?: number;
}

/** A point may have its words as an option has them, or under `label`. */
type LabelledPoint = { readonly value?: unknown; readonly hint?: unknown } & (
  | { readonly label: Text }
  | Readonly<Record<string, string>>
);

const USUAL_SCALE = { least: 0, most: 10 };

const yesAndNo: readonly Point[] = [
  { value: true, label: { ar: 'نعم', en: 'Yes' } },
  { value: false, label: { ar: 'لا', en: 'No' } },
];

/** The fields of a form by their ids, those of sections too. What stands in a list is asked many times, and is none. */
export function fieldsById(definition: FormDefinition): ReadonlyMap<string, FieldDefinition> {
  const found = new Map<string, FieldDefinition>();
  const collect = (fields: readonly FieldDefinition[]): void => {
    for (const field of fields) {
      found.set(field.id, field);
      if (field.type !== 'list' && field.fields !== undefined) collect(field.fields);
    }
  };
  for (const { fields } of definition.steps) collect(fields);
  return found;
}

/** What a measure asks; undefined where there is no such field or statement. */
export function askedBy(
  { of }: Pick<Measure, 'of'>,
  fields: ReadonlyMap<string, FieldDefinition>,
): Asked | undefined {
  const [id = '', row] = of.split('.');
  const field = fields.get(id);
  if (field === undefined) return undefined;
  const points = pointsOf(field);
  if (row === undefined) return { field, title: field.name ?? field.label, points };
  const statement = rowsOf(field).find((other) => other.id === row);
  return statement && { field, row, title: statement.label, points };
}

/** The statements of a matrix; none where the field is none. */
export function rowsOf(field: FieldDefinition): readonly { readonly id: string; readonly label: Text }[] {
  const { rows = [] } = field as RatedDefinition;
  return rows;
}

/** The values that an answer to a field may have, in the order of the field; none where there is no end of them. */
export function pointsOf(field: FieldDefinition): readonly Point[] {
  const {
    type,
    options,
    points,
    least = USUAL_SCALE.least,
    most = USUAL_SCALE.most,
  } = field as RatedDefinition;
  if (type === 'yes-no') return yesAndNo;
  if (options !== undefined) return options;
  if (points !== undefined)
    return points.map((point, index) => ({ value: index + 1, label: wordsOf(point) }));
  if (type !== 'scale' || !(most >= least)) return [];
  return Array.from({ length: most - least + 1 }, (_, index) => ({
    value: least + index,
    label: String(least + index),
  }));
}

function wordsOf(point: Text | LabelledPoint): Text {
  if (typeof point === 'string') return point;
  if ('label' in point && point.label !== undefined) return point.label;
  const { value: _, hint: __, ...words } = point;
  return words as Text;
}
