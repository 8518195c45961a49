import type { CellProblem, SheetRow } from './sheets.js';
import { SheetRecord } from './sheets.js';

/** What the kit makes something of, by sheet. */
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  survey: new Set([
    'type',
    'name',
    'label',
    'hint',
    'relevant',
    'required',
    'required_message',
    'constraint',
    'constraint_message',
    'appearance',
    'calculation',
    'repeat_count',
    'parameters',
  ]),
  choices: new Set(['list_name', 'name', 'label']),
  settings: new Set(['form_title', 'form_id', 'version', 'default_language']),
};

const otherNames: Readonly<Record<string, string>> = {
  'list name': 'list_name',
  relevance: 'relevant',
  required_msg: 'required_message',
  'constraint message': 'constraint_message',
  calculate: 'calculation',
  count: 'repeat_count',
  id_string: 'form_id',
  title: 'form_title',
  'form id': 'form_id',
  'form title': 'form_title',
  'default language': 'default_language',
};

const languageNames: Readonly<Record<string, string>> = {
  arabic: 'ar',
  العربية: 'ar',
  عربي: 'ar',
  english: 'en',
};

/** A code of a language from what stands after `::`, such as `Arabic (ar)`; undefined where it is none. */
export function languageFrom(written: string): string | undefined {
  const [, code] = /\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*\)\s*$/.exec(written) ?? [];
  const name = written.trim().toLowerCase();
  return code ?? languageNames[name] ?? (/^[a-z]{2}$/.test(name) ? name : undefined);
}

/** The rows of a sheet below its headings. A column that says something and cannot be read is told of. */
export function recordsOf(
  sheet: string,
  rows: readonly SheetRow[],
  usual: string,
  problems: CellProblem[],
): readonly SheetRecord[] {
  const [head, ...rest] = rows.filter(({ cells }) => cells.size > 0);
  if (head === undefined) return [];
  const columns = [...head.cells].flatMap(([letters, heading]) => {
    const [base = '', ...languages] = heading.split('::').map((part) => part.trim());
    const lower = base.toLowerCase();
    const key = otherNames[lower] ?? lower;
    const language = languages.length === 0 ? usual : languageFrom(languages.join('::'));
    const isUsed = rest.some(({ cells }) => (cells.get(letters) ?? '').trim() !== '');
    if (isUsed && (known[sheet]?.has(key) !== true || language === undefined)) {
      const code = language === undefined ? 'language-unknown' : 'column-unread';
      problems.push({ sheet, cell: `${letters}${head.number}`, code, params: { value: heading } });
    }
    return language === undefined ? [] : [{ letters, key, language }];
  });
  return rest.map((row) => new SheetRecord(sheet, row, columns)).filter(({ isEmpty }) => !isEmpty);
}

/** The languages of the texts of a sheet, by its headings. */
export function languagesIn(rows: readonly SheetRow[]): readonly string[] {
  const [head] = rows;
  return [...(head?.cells.values() ?? [])].flatMap((heading) => {
    const [base = '', language] = heading.split('::');
    return language === undefined || !/^label$/i.test(base.trim()) ? [] : (languageFrom(language) ?? []);
  });
}
