import { Ids } from './ids.js';
import type { SheetRecord } from './sheets.js';
import type { ChoiceLists } from './survey-tree.js';

/** The lists of the sheet `choices`. */
export interface Choices {
  readonly lists: ChoiceLists;
  /** The id that each list has in the definition, by its name in the sheet. */
  readonly ids: ReadonlyMap<string, string>;
  /** The options of each list, by that id. */
  readonly options: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** What the reading of a workbook gives its parts: words in the languages of the form, and where to tell of problems. */
export interface ChoiceWriter {
  /** The texts of a column as words by language, or a name in their place. */
  words(record: SheetRecord, column: string, otherwise: string): Readonly<Record<string, string>>;
  tell(record: SheetRecord, column: string, code: string, value: string): void;
}

/** Reads the rows of the sheet `choices`. */
export function readChoices(records: readonly SheetRecord[], { words, tell }: ChoiceWriter): Choices {
  const lists = new Map<string, Map<string, string>>();
  const listIds = new Map<string, string>();
  const options: Record<string, Record<string, string>[]> = {};
  const ids = new Ids();
  for (const record of records) {
    const list = record.get('list_name');
    const written = record.get('name');
    if (list === '' || written === '') {
      tell(record, list === '' ? 'list_name' : 'name', 'choice-incomplete', written || list);
      continue;
    }
    const values = lists.get(list) ?? new Map<string, string>();
    lists.set(list, values);
    if (values.has(written)) {
      tell(record, 'name', 'choice-twice', written);
      continue;
    }
    const value = optionValue(written, new Set(values.values()));
    values.set(written, value);
    const id = listIds.get(list) ?? ids.take(list, `list${record.number}`);
    listIds.set(list, id);
    options[id] ??= [];
    options[id].push({ value, ...words(record, 'label', written) });
  }
  return { lists, ids: listIds, options };
}

function optionValue(written: string, taken: ReadonlySet<string>): string {
  const tidy = written
    .replaceAll(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 60);
  let value = tidy || `option${taken.size + 1}`;
  for (let number = 2; taken.has(value); number += 1) value = `${tidy || 'option'}-${number}`;
  return value;
}
