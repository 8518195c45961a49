import { answeredFields } from '../core/answered-fields.js';
import { isIsoDate } from '../core/calendar.js';
import { textCell } from '../core/csv.js';
import type { FormDefinition } from '../core/definition.js';
import type { Answers } from '../core/engine.js';
import type { FieldDefinition } from '../core/field-type.js';
import { catalog } from '../fields/catalog.js';
import type { DateAnswer } from '../fields/date/date.type.js';
import type { FileAnswer } from '../fields/file/file.type.js';
import type { GivenAnswer } from '../fields/given/given.type.js';
import type { MatrixAnswer, MatrixDefinition } from '../fields/matrix/matrix.type.js';
import type { SignatureAnswer } from '../fields/signature/signature.type.js';
import type { Envelope } from '../sealing/envelope-shape.js';

/** How many items each list has at most, by its column: `dependants`, `dependants.1.documents`. */
export type ListLengths = Map<string, number>;

/** Takes the lists of one submission into account. */
export function measureLists(form: FormDefinition, answers: Answers, lengths: ListLengths): void {
  for (const { field, answer, path } of answeredFields(form, answers)) {
    if (field.type !== 'list') continue;
    const column = columnName(path);
    lengths.set(column, Math.max(lengths.get(column) ?? 0, (answer as readonly unknown[]).length));
  }
}

/**
 * The columns of a form in the order of its questions. Lists have columns for as many items as anybody gave, counted
 * from 1: `dependants.1.name`. A matrix has one for each row, `rights.respect`, and a name or an address one for each part.
 */
export function columnsOf({ steps }: FormDefinition, lengths: ListLengths): readonly string[] {
  return steps.flatMap(({ fields }) => columnsIn(fields, lengths, ''));
}

function columnsIn(
  fields: readonly FieldDefinition[],
  lengths: ListLengths,
  prefix: string,
): readonly string[] {
  return fields.flatMap((field): readonly string[] => {
    const { id, type, fields: inner = [] } = field;
    if (type === 'note') return [];
    if (type === 'section') return columnsIn(inner, lengths, prefix);
    const column = `${prefix}${id}`;
    if (type === 'matrix') return (field as MatrixDefinition).rows.map((row) => `${column}.${row.id}`);
    const parts = partsOf(field);
    if (parts !== undefined) return parts.map((part) => `${column}.${part}`);
    if (type !== 'list') return [column];
    const items = Array.from({ length: lengths.get(column) ?? 0 }, (_, index) => `${column}.${index + 1}.`);
    return items.flatMap((item) => columnsIn(inner, lengths, item));
  });
}

/**
 * The cells of one submission by their columns.
 * @param files where each file is, by the id the answers name it by.
 */
export function cellsOf(
  form: FormDefinition,
  answers: Answers,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const { field, answer, path } of answeredFields(form, answers)) {
    const column = columnName(path);
    if (field.type === 'matrix') {
      for (const [row, point] of Object.entries(answer as MatrixAnswer))
        cells.set(`${column}.${row}`, String(point));
    } else if (partsOf(field) !== undefined) {
      for (const [part, text] of Object.entries(answer as Readonly<Record<string, string | true>>))
        cells.set(`${column}.${part}`, partText(text));
    } else if (field.type !== 'list') cells.set(column, cellText(field, answer, files));
  }
  return cells;
}

/** Dates are dates to a spreadsheet too; what else has digits only is a number to nobody. */
function partText(text: string | true): string {
  if (text === true) return 'yes';
  return isIsoDate(text) ? text : textCell(text);
}

/** The names of the texts that an answer consists of; undefined where it is no such answer. */
function partsOf(field: FieldDefinition): readonly string[] | undefined {
  // The catalogue forgets which definition each type takes; this one was shaped by that same type.
  return catalog.get(field.type)?.parts?.(field as never);
}

function signatureText(answer: SignatureAnswer): string {
  if (answer.method === 'typed') return textCell(answer.name);
  return answer.method === 'drawn' ? 'drawn' : answer.provider;
}

/** Positions count from 1 for people. */
function columnName(path: readonly (string | number)[]): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');
}

/** An answer as a person reads it in a table: the ISO date of a date, options parted by semicolons, names of files, the name of who has signed. */
function cellText({ type }: FieldDefinition, answer: unknown, files: ReadonlyMap<string, string>): string {
  // The receiver has stored what the types themselves let through.
  if (type === 'date') return (answer as DateAnswer).date;
  if (type === 'file') {
    return (answer as readonly FileAnswer[])
      .map(({ id, name }) => `${name} (${files.get(id) ?? 'lost'})`)
      .join('; ');
  }
  if (type === 'sealed') return `sealed to ${(answer as Envelope).key}`;
  // A drawing is for the JSON: it has more numbers than a cell of a spreadsheet takes.
  if (type === 'signature') return signatureText(answer as SignatureAnswer);
  if (type === 'given') {
    const { lines } = answer as GivenAnswer;
    return textCell(
      lines.map(({ label, value }) => (value === undefined ? label : `${label}: ${value}`)).join('\n'),
    );
  }
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (Array.isArray(answer)) return textCell(answer.join('; '));
  if (typeof answer === 'string') return textCell(answer);
  return String(answer);
}
