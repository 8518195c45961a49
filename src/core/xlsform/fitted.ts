import type { Catalog } from '../field-type.js';
import { parseDefinition } from '../parse.js';
import { pathOf } from '../pointer.js';
import type { CellProblem, SheetRecord } from './sheets.js';

/** Keys that a field can be without, with the columns they come from. */
const columns: Readonly<Record<string, string>> = {
  when: 'relevant',
  errors: 'constraint_message',
  hint: 'hint',
  pattern: 'constraint',
  minimum: 'constraint',
  maximum: 'constraint',
  minLength: 'constraint',
  maxLength: 'constraint',
  minItems: 'constraint',
  maxItems: 'constraint',
  min: 'constraint',
  max: 'constraint',
};

/** Each round takes away what its errors are about; a document of many faults needs few. */
const MOST_ROUNDS = 12;

interface Fields {
  readonly fields?: object[];
}

/**
 * Takes out of a document what the format refuses for a reason that only the whole of it shows, such as a condition that goes
 * in a circle or looks into a list from outside; each is told of by its cell. Undefined where nothing is left.
 */
export function fitted(
  document: { readonly steps: readonly object[] },
  catalog: Catalog,
  records: ReadonlyMap<object, SheetRecord>,
  problems: CellProblem[],
): object | undefined {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { definition, problems: found } = parseDefinition(document, catalog);
    if (definition !== undefined) return document;
    const gone = new Set<object>();
    for (const { pointer, code, params = {}, severity } of found) {
      if (severity !== 'error') continue;
      const place = placeOf(document, pathOf(pointer), records);
      if (place === undefined || gone.has(place.field)) continue;
      const { field, fields, key } = place;
      const record = records.get(field);
      const column = columns[key];
      if (column !== undefined && key in field) delete (field as Record<string, unknown>)[key];
      else {
        fields?.splice(fields.indexOf(field), 1);
        gone.add(field);
      }
      problems.push({
        sheet: 'survey',
        cell: record?.cell(column ?? 'type') ?? 'A1',
        code: column === undefined ? 'row-refused' : 'cell-refused',
        params: { ...params, reason: code, written: record?.get(column ?? 'name') ?? '' },
      });
    }
  }
  return undefined;
}

/** The innermost field that a pointer leads to or into, the list it stands in, and the key after it. */
function placeOf(document: object, path: readonly string[], records: ReadonlyMap<object, SheetRecord>) {
  let at: unknown = document;
  let place: { field: object; fields: object[] | undefined; key: string } | undefined;
  let holder: Fields | undefined;
  for (const [index, token] of path.entries()) {
    if (typeof at !== 'object' || at === null) break;
    if (!Array.isArray(at)) holder = at as Fields;
    at = (at as Record<string, unknown>)[token];
    if (typeof at === 'object' && at !== null && records.has(at))
      place = { field: at, fields: holder?.fields, key: path[index + 1] ?? '' };
  }
  return place;
}
