import type { FormDefinition } from '../definition.js';
import type { FieldDefinition } from '../field-type.js';
import type { Text } from '../text.js';
import type { SurveyDefinition, SurveyResponse } from './survey.js';
import { pointsOf } from './survey-fields.js';

/** A way in which responses are told apart. */
export interface Breakdown {
  /** The id of the slice that a response belongs to; empty where it does not say. */
  readonly idOf: (response: SurveyResponse) => string;
  /** All slices there may be, `found` being those that there are. */
  readonly slices: (found: ReadonlySet<string>) => readonly { readonly id: string; readonly label: Text }[];
}

export interface Dimension extends Breakdown {
  readonly id: string;
  readonly label: Text;
}

const notSaid: Text = { ar: 'لم يُذكر', en: 'Not said' };
const withoutOccasion: Text = { ar: 'بلا مناسبة', en: 'No occasion' };

/** By month, from the first that has responses to the last, those between without any as well. */
export const byMonth: Breakdown = {
  idOf: ({ month }) => month,
  slices: (found) => monthsThrough([...found].sort()).map((id) => ({ id, label: id })),
};

/** By the occasion on which people were asked. */
export function byStep({ steps = [] }: SurveyDefinition): Breakdown {
  const known = steps.map(({ id, title }) => ({ id, label: title }));
  return breakdown(known, withoutOccasion, ({ step }) => step);
}

/** By each field that the survey names for it. */
export function dimensionsOf(
  { dimensions = [] }: SurveyDefinition,
  fields: ReadonlyMap<string, FieldDefinition>,
): Dimension[] {
  return dimensions.flatMap((id) => {
    const field = fields.get(id);
    if (field === undefined) return [];
    const known = pointsOf(field).map(({ value, label }) => ({ id: String(value), label }));
    const parts = breakdown(known, notSaid, ({ answers }) => String(answers[id] ?? ''));
    return [{ id, label: field.name ?? field.label, ...parts }];
  });
}

/** The known slices, and one more for all the rest where there is a rest. */
function breakdown(
  known: readonly { readonly id: string; readonly label: Text }[],
  rest: Text,
  read: (response: SurveyResponse) => string,
): Breakdown {
  const ids = new Set(known.map(({ id }) => id));
  return {
    idOf(response) {
      const id = read(response);
      return ids.has(id) ? id : '';
    },
    slices: (found) => (found.has('') ? [...known, { id: '', label: rest }] : known),
  };
}

/** The title of a page of the form by its id. */
export function pageTitle({ steps, title, review }: FormDefinition, id: string): Text {
  if (id === 'start') return title;
  if (id === 'review') return review?.title ?? { ar: 'المراجعة', en: 'Check your answers' };
  return steps.find((step) => step.id === id)?.title ?? id;
}

function monthsThrough(found: readonly string[]): readonly string[] {
  const [first, last] = [numberOf(found[0]), numberOf(found.at(-1))];
  if (first === undefined || last === undefined || last - first > MOST_MONTHS) return found;
  const through = Array.from({ length: last - first + 1 }, (_, index) => monthOf(first + index));
  return [...new Set([...through, ...found])].sort();
}

/** A century: further apart, one of the two is a mistake. */
const MOST_MONTHS = 1_200;

/** Months since the year 0. */
function numberOf(month = ''): number | undefined {
  const [, year, inYear] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(inYear) - 1;
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
