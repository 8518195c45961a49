import { CSV_START, csvRow, textCell } from '../core/csv.js';
import type { FormDefinition } from '../core/definition.js';
import type { Answers } from '../core/engine.js';
import { formatReference } from '../core/reference.js';
import type { Kept } from '../receiver/storage/storage.js';
import type { ListLengths } from './answer-columns.js';
import { cellsOf, columnsOf, measureLists } from './answer-columns.js';
import type { FilePlace } from './file-place.js';
import { inUploads } from './file-place.js';
import { allRows } from './received-pages.js';

const about = ['reference', 'receivedAt', 'form', 'version', 'language'] as const;

/**
 * A table with one row for each request: about it, then the answers in the order of the questions. Of several versions
 * of a form the newest leads; what only older ones asked comes last. `kept` is read twice, and must be of one moment.
 */
export async function* submissionsAsCsv(
  { requests, definitions }: Kept,
  form: string | undefined,
  placeOf: FilePlace = inUploads,
): AsyncGenerator<string> {
  const used = (await definitions.used()).filter(({ formId }) => form === undefined || formId === form);
  // They were parsed before they were kept; only what fields are called and where they stand is looked at here.
  const forms = new Map(used.map(({ sha256, document }) => [sha256, JSON.parse(document) as FormDefinition]));
  const rows = () =>
    allRows(
      (page) => requests.submissions(page),
      ({ reference }) => reference,
      form,
    );
  const lengths: ListLengths = new Map();
  for await (const { form: filed, answers } of rows()) {
    measureLists(formOf(forms, filed.sha256), JSON.parse(answers) as Answers, lengths);
  }
  const columns = [...new Set([...forms.values()].flatMap((definition) => columnsOf(definition, lengths)))];
  yield CSV_START + csvRow([...about, ...columns]);
  for await (const { reference, receivedAt, form: filed, language, answers, files } of rows()) {
    const places = new Map<string, string>();
    for (const file of files) places.set(file.id, (await placeOf(file)) ?? '');
    const cells = cellsOf(formOf(forms, filed.sha256), JSON.parse(answers) as Answers, places);
    const row = [formatReference(reference), receivedAt, filed.id, filed.version, language];
    yield csvRow([...row, ...columns.map((column) => cells.get(column) ?? '')]);
  }
}

/** A table with one row for each question to the officer. */
export async function* referralsAsCsv({ requests }: Kept, form: string | undefined): AsyncGenerator<string> {
  yield CSV_START +
    csvRow(['id', 'receivedAt', 'form', 'version', 'language', 'step', 'question', 'contact']);
  const rows = allRows(
    (page) => requests.referrals(page),
    ({ id }) => id,
    form,
  );
  for await (const { id, receivedAt, form: asked, language, body } of rows) {
    // The receiver wrote this body itself.
    const { step, question, contact = '' } = JSON.parse(body) as Readonly<Record<string, string>>;
    const said = [step ?? '', question ?? '', contact].map(textCell);
    yield csvRow([id, receivedAt, asked.id, asked.version, language, ...said]);
  }
}

/** The storage holds no submission without its definition. */
function formOf(forms: ReadonlyMap<string, FormDefinition>, sha256: string): FormDefinition {
  const form = forms.get(sha256);
  if (form === undefined) throw new Error('a submission was kept without its definition');
  return form;
}
