import { basename } from 'node:path';
import { formFromXlsform } from '../core/xlsform/form-from-xlsform.js';
import type { WorkbookSheets } from '../core/xlsform/sheets.js';
import { catalog } from '../fields/catalog.js';
import { cellSentence, workbookSentences } from '../locale/xlsform-problems.js';
import type { CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { givenFile } from './given-file.js';
import type { Language } from './language.js';
import { writeForm } from './write-form.js';
import { readWorkbook } from './xlsx/workbook.js';
import { WorkbookError } from './xlsx/zip-entries.js';

/** Bytes of a file that is looked into. */
const LARGEST = 20_000_000;

/** A form made of an XLSForm: the definition goes to the terminal or into a file, what is not in it to stderr, by cell. */
export async function importXlsform(
  { values, positionals: [file = ''] }: CommandLine,
  terminal: Terminal,
  language: Language,
): Promise<number> {
  if (values.ui !== undefined) throw new UsageError('--ui is for a JSON Schema.');
  const sheets = sheetsIn(await givenFile(file, language), file, language);
  const { document, problems } = formFromXlsform(sheets, basename(file).replace(/\.xlsx$/i, ''), catalog);
  for (const problem of problems)
    terminal.err(`${file}:${problem.sheet}!${problem.cell}: ${cellSentence(problem, language)}\n`);
  if (document === undefined) return 1;
  await writeForm(document, values.out, terminal);
  return 0;
}

function sheetsIn(bytes: Uint8Array, file: string, language: 'ar' | 'en'): WorkbookSheets {
  try {
    if (bytes.length > LARGEST) throw new WorkbookError('too-large');
    return readWorkbook(bytes);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const [ar, en] = workbookSentences[error.code];
    throw new CommandError(`${file}: ${language === 'ar' ? ar : en}`);
  }
}
