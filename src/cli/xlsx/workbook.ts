import type { SheetRow, WorkbookSheets } from '../../core/xlsform/sheets.js';
import type { XmlPart } from './xml-parts.js';
import { xmlParts } from './xml-parts.js';
import { WorkbookError, ZipEntries } from './zip-entries.js';

/** Cells of a workbook: a survey of 5,000 rows and 30 columns has fewer. */
const MOST_CELLS = 200_000;

/**
 * The texts in the cells of an .xlsx (ECMA-376, part 1), by sheet. Formulas are what they came to when the file was saved.
 * @throws WorkbookError where the file cannot be read.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookSheets {
  const zip = new ZipEntries(bytes);
  const partsOf = (name: string) => {
    const content = zip.read(name);
    return content === undefined ? undefined : xmlParts(content.toString('utf8'));
  };
  const workbook = partsOf('xl/workbook.xml');
  if (workbook === undefined) throw new WorkbookError('not-a-workbook');
  const targets = new Map<string, string>();
  for (const { attributes } of opened(partsOf('xl/_rels/workbook.xml.rels'), 'Relationship')) {
    const { Id = '', Target = '' } = attributes;
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  }
  const shared = sharedTexts(partsOf('xl/sharedStrings.xml'));
  const sheets = new Map<string, readonly SheetRow[]>();
  let left = MOST_CELLS;
  for (const { attributes } of opened(workbook, 'sheet')) {
    const parts = partsOf(targets.get(attributes.id ?? '') ?? '');
    if (parts === undefined) continue;
    const rows = rowsOf(parts, shared, left);
    left -= rows.reduce((sum, { cells }) => sum + cells.size, 0);
    sheets.set(attributes.name ?? '', rows);
  }
  return sheets;
}

type Opened = Extract<XmlPart, { kind: 'open' }>;

function* opened(parts: Iterable<XmlPart> | undefined, name: string): Generator<Opened> {
  for (const part of parts ?? []) if (part.kind === 'open' && part.name === name) yield part;
}

/** The table of texts that cells point into. How Japanese is read aloud (`rPh`) is no part of a text. */
function sharedTexts(parts: Iterable<XmlPart> | undefined): readonly string[] {
  const texts: string[] = [];
  let [text, isText, isSpoken] = ['', false, false];
  for (const part of parts ?? []) {
    if (part.kind === 'text') {
      if (isText && !isSpoken) text += part.text;
      continue;
    }
    const isOpen = part.kind === 'open';
    if (part.name === 't') isText = isOpen;
    else if (part.name === 'rPh') isSpoken = isOpen;
    else if (part.name === 'si') {
      if (isOpen) text = '';
      else texts.push(text);
    }
  }
  return texts;
}

function rowsOf(parts: Iterable<XmlPart>, shared: readonly string[], most: number): readonly SheetRow[] {
  const rows: { number: number; cells: Map<string, string> }[] = [];
  let [count, column, type, value] = [0, '', '', ''];
  let isValue = false;
  for (const part of parts) {
    if (part.kind === 'text') {
      if (isValue) value += part.text;
    } else if (part.name === 'row' && part.kind === 'open') {
      rows.push({ number: Number(part.attributes.r ?? rows.length + 1), cells: new Map() });
    } else if (part.name === 'c' && part.kind === 'open') {
      column = /^[A-Z]{1,3}/.exec(part.attributes.r ?? '')?.[0] ?? '';
      type = part.attributes.t ?? 'n';
      value = '';
    } else if (part.name === 'v' || part.name === 't') {
      isValue = part.kind === 'open';
    } else if (part.name === 'c' && value !== '' && column !== '') {
      count += 1;
      if (count > most) throw new WorkbookError('too-large');
      rows.at(-1)?.cells.set(column, cellText(type, value, shared));
    }
  }
  return rows;
}

function cellText(type: string, value: string, shared: readonly string[]): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return value;
}
