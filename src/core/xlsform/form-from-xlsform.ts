import type { Condition } from '../condition.js';
import type { Catalog } from '../field-type.js';
import type { Text } from '../text.js';
import { fitted } from './fitted.js';
import { languageFrom, languagesIn, recordsOf } from './headings.js';
import { Ids } from './ids.js';
import { aboutTheDevice, onlyLooks, questionType } from './question-type.js';
import { readCalculation } from './read-calculation.js';
import type { Choices } from './read-choices.js';
import { readChoices } from './read-choices.js';
import { NotRead, readCondition } from './read-condition.js';
import { readConstraint } from './read-constraint.js';
import type { CellProblem, SheetRecord, WorkbookSheets } from './sheets.js';
import type { SurveyNode, SurveyTree } from './survey-tree.js';
import { problemAt, surveyTree } from './survey-tree.js';
import { parseXPath } from './xpath.js';

/** What was made of a workbook: a definition without errors, and what of the workbook is not in it. */
export interface FromXlsform {
  /** Undefined where nothing could be made of it. */
  readonly document: object | undefined;
  readonly problems: readonly CellProblem[];
}

type Written = Record<string, unknown>;

/** Makes a definition of an XLSForm. What it cannot read is told of by its cell and left out; it never throws. */
export function formFromXlsform(sheets: WorkbookSheets, name: string, catalog: Catalog): FromXlsform {
  const survey = sheetNamed(sheets, 'survey');
  if (survey === undefined || survey.length === 0)
    return {
      document: undefined,
      problems: [{ sheet: 'survey', cell: 'A1', code: 'no-survey', params: {} }],
    };
  return new XlsformReader(sheets, survey, name, catalog).read();
}

function sheetNamed(sheets: WorkbookSheets, wanted: string) {
  return [...sheets].find(([name]) => name.trim().toLowerCase() === wanted)?.[1];
}

class XlsformReader {
  readonly #problems: CellProblem[] = [];
  readonly #catalog: Catalog;
  readonly #settings: SheetRecord | undefined;
  readonly #survey: readonly SheetRecord[];
  readonly #languages: readonly string[];
  readonly #choices: Choices;
  readonly #tree: SurveyTree;
  readonly #title: Text;
  readonly #name: string;
  /** Which row each field was made of. */
  readonly #records = new Map<object, SheetRecord>();

  constructor(
    sheets: WorkbookSheets,
    survey: NonNullable<ReturnType<typeof sheetNamed>>,
    name: string,
    catalog: Catalog,
  ) {
    this.#catalog = catalog;
    this.#name = name;
    for (const [sheet, rows] of sheets) {
      const isRead = sheetOrder.includes(sheet.trim().toLowerCase());
      if (!isRead && rows.some(({ cells }) => cells.size > 0))
        this.#problems.push({ sheet, cell: 'A1', code: 'sheet-unread', params: {} });
    }
    const choices = sheetNamed(sheets, 'choices') ?? [];
    const settings = sheetNamed(sheets, 'settings') ?? [];
    const named = [...languagesIn(survey), ...languagesIn(choices)];
    const spoken = isArabic(survey) ? 'ar' : 'en';
    const [first] = recordsOf('settings', settings, spoken, []);
    const usual = languageFrom(first?.get('default_language') ?? '') ?? named[0] ?? spoken;
    this.#settings = recordsOf('settings', settings, usual, this.#problems)[0];
    this.#survey = recordsOf('survey', survey, usual, this.#problems);
    const offered = recordsOf('choices', choices, usual, this.#problems);
    this.#languages = [...new Set([usual, ...named])].filter(
      (language) => language === usual || isWrittenIn(language, [...this.#survey, ...offered]),
    );
    this.#choices = readChoices(offered, {
      words: (...about) => this.#words(...about),
      tell: (...about) => this.#tell(...about),
    });
    this.#tree = surveyTree(this.#survey, this.#choices.lists, this.#problems);
    this.#title = this.#settings?.text('form_title') ?? name;
  }

  read(): FromXlsform {
    const steps = this.#steps();
    const version = this.#settings?.get('version') ?? '';
    const document = {
      id: formId(this.#settings?.get('form_id') || this.#name),
      version: versionFrom(version),
      languages: this.#languages,
      title: this.#title,
      ...(this.#choices.ids.size > 0 && { options: this.#choices.options }),
      steps,
    };
    const fit = steps.length > 0 ? fitted(document, this.#catalog, this.#records, this.#problems) : undefined;
    if (fit === undefined)
      this.#problems.push({ sheet: 'survey', cell: 'A1', code: 'nothing-asked', params: {} });
    const problems = [...this.#problems].sort(inOrder);
    return { document: fit, problems };
  }

  /** The texts of a column as words by language, or a name in their place. */
  #words(record: SheetRecord, column: string, otherwise: string): Readonly<Record<string, string>> {
    const text = record.text(column);
    if (typeof text === 'object') {
      for (const [language, words] of Object.entries(text)) {
        if (words.includes('${'))
          this.#problems.push(problemAt(record, column, 'reference-in-text', words, language));
      }
      return text;
    }
    this.#tell(record, column, 'label-missing', otherwise);
    return { [this.#languages[0] ?? 'ar']: otherwise };
  }

  /** A step for each group and list at the top, and for what stands between them. */
  #steps(): readonly Written[] {
    const ids = new Ids();
    const steps: Written[] = [];
    let loose: Written[] | undefined;
    for (const node of this.#tree.nodes) {
      const isGroup = node.type === 'group';
      if (!isGroup && node.type !== 'repeat') {
        const fields = this.#field(node);
        if (fields.length === 0) continue;
        if (loose === undefined) {
          loose = [];
          steps.push({ id: ids.take('questions', 'questions'), title: this.#title, fields: loose });
        }
        loose.push(...fields);
        continue;
      }
      loose = undefined;
      const fields = isGroup ? node.children.flatMap((child) => this.#field(child)) : this.#field(node);
      const when = isGroup ? this.#condition(node.record) : undefined;
      if (fields.length === 0) this.#tell(node.record, 'type', 'group-empty', node.record.get('name'));
      else
        steps.push({
          id: ids.take(node.record.get('name'), `step${node.record.number}`),
          title: node.record.text('label') ?? this.#title,
          ...(when !== undefined && { when }),
          fields,
        });
    }
    return steps;
  }

  #field(node: SurveyNode): readonly Written[] {
    const { record, type } = node;
    if (type === 'group') return this.#section(node);
    if (type === 'repeat') return this.#list(node);
    if (aboutTheDevice.has(type)) {
      this.#tell(record, 'type', 'device-data', type);
      return [];
    }
    if (record.get('name') === '' && record.text('label') === undefined) {
      this.#tell(record, 'name', 'row-empty', record.get('type'));
      return [];
    }
    const list = this.#choices.ids.get(node.words[0] ?? '');
    const count = this.#choices.lists.get(node.words[0] ?? '')?.size ?? 0;
    const meant = questionType(node, count);
    const wantsList = /^(select_|rank)/.test(type);
    if (meant === undefined || (wantsList && list === undefined)) {
      const code = wantsList && list === undefined ? 'list-unknown' : 'type-unread';
      this.#tell(record, 'type', code, record.get('type'));
      return [];
    }
    if (meant.loses !== undefined) this.#tell(record, 'type', `loses-${meant.loses}`, type);
    const field: Written = {
      id: node.id,
      type: meant.type,
      ...this.#common(record),
      ...meant.keys,
      ...(list !== undefined && { options: list }),
    };
    this.#records.set(field, record);
    this.#constrain(record, field, node);
    if (meant.type === 'computed' && !this.#compute(record, field)) return [];
    if (meant.type === 'note' || meant.type === 'computed') delete field.required;
    this.#unreadCells(node);
    return [field, ...this.#other(node, field, list)];
  }

  /** What all fields have. */
  #common(record: SheetRecord): Written {
    const label =
      record.text('label') === undefined && record.get('type').startsWith('calculate')
        ? { [this.#languages[0] ?? 'ar']: record.get('name') }
        : this.#words(record, 'label', record.get('name'));
    const hint = record.text('hint');
    const when = this.#condition(record);
    const required = record.get('required');
    const isRequired = /^(yes|true(\(\))?|1)$/i.test(required);
    if (required !== '' && !isRequired && !/^(no|false(\(\))?|0)$/i.test(required))
      this.#tell(record, 'required', 'required-unread', required);
    const message = record.text('required_message');
    return {
      label,
      ...(hint !== undefined && { hint }),
      ...(when !== undefined && { when }),
      ...(isRequired && { required: true }),
      ...(message !== undefined && isRequired && { errors: { required: message } }),
    };
  }

  #section(node: SurveyNode): readonly Written[] {
    const { record } = node;
    const fields = node.children.flatMap((child) => this.#field(child));
    const when = this.#condition(record);
    const label = record.text('label');
    if (fields.length === 0) return [];
    if (label === undefined)
      return fields.map((field) => ({ ...field, ...(when && { when: both(when, field.when) }) }));
    const section = { id: node.id, type: 'section', label, ...(when !== undefined && { when }), fields };
    this.#records.set(section, record);
    return [section];
  }

  #list(node: SurveyNode): readonly Written[] {
    const { record } = node;
    const fields = node.children.flatMap((child) => this.#field(child));
    if (fields.length === 0) {
      this.#tell(record, 'type', 'group-empty', record.get('name'));
      return [];
    }
    const words = this.#words(record, 'label', record.get('name'));
    const count = record.get('repeat_count');
    const isNumber = /^\d{1,2}$/.test(count) && Number(count) > 0;
    if (count !== '' && !isNumber) this.#tell(record, 'repeat_count', 'count-unread', count);
    const when = this.#condition(record);
    const list = {
      id: node.id,
      type: 'list',
      label: words,
      ...(when !== undefined && { when }),
      itemLabel: Object.fromEntries(
        Object.entries(words).map(([language, text]) => [language, `${text} {n}`]),
      ),
      ...(isNumber && { minItems: Number(count), maxItems: Number(count), required: true }),
      fields,
    };
    this.#records.set(list, record);
    return [list];
  }

  #condition(record: SheetRecord): Condition | undefined {
    return this.#reading(record, 'relevant', (source) => readCondition(source, this.#tree.find));
  }

  #constrain(record: SheetRecord, field: Written, { id }: SurveyNode): void {
    const known = this.#tree.find(record.get('name'));
    const kind = known?.id === id ? known.kind : 'other';
    const read = this.#reading(record, 'constraint', (source) =>
      readConstraint(source, kind, field.integer === true),
    );
    if (read === undefined) return;
    for (const part of read.unread) this.#tell(record, 'constraint', 'constraint-unread', part);
    Object.assign(field, read.keys);
    const message = record.text('constraint_message');
    if (message === undefined) return;
    field.errors = {
      ...(field.errors as object | undefined),
      ...Object.fromEntries(read.codes.map((code) => [code, message])),
    };
  }

  #compute(record: SheetRecord, field: Written): boolean {
    if (record.get('calculation') === '') {
      this.#tell(record, 'calculation', 'calculation-missing', record.get('name'));
      return false;
    }
    const read = this.#reading(record, 'calculation', (source) => readCalculation(source, this.#tree.find));
    if (read !== undefined) Object.assign(field, read);
    return read !== undefined;
  }

  /** What an expression comes to; where it cannot be read, its cell and the part that cannot are told. */
  #reading<Read>(
    record: SheetRecord,
    column: string,
    read: (expression: NonNullable<ReturnType<typeof parseXPath>>) => Read,
  ): Read | undefined {
    const source = record.get(column);
    if (source === '') return undefined;
    const expression = parseXPath(source);
    try {
      if (expression === undefined) throw new NotRead(source);
      return read(expression);
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      this.#tell(record, column, `${column}-unread`, error.message);
      return undefined;
    }
  }

  #unreadCells({ record, type }: SurveyNode): void {
    for (const look of record.get('appearance').split(/\s+/)) {
      if (look !== '' && !onlyLooks.test(look)) this.#tell(record, 'appearance', 'appearance-unread', look);
    }
    if (record.get('parameters') !== '' && type !== 'range')
      this.#tell(record, 'parameters', 'parameters-unread', record.get('parameters'));
    if (record.get('calculation') !== '' && type !== 'calculate')
      this.#tell(record, 'calculation', 'calculation-unread', record.get('calculation'));
  }

  /** `or_other`: one more option, and a line to say which. */
  #other({ words, id, record }: SurveyNode, field: Written, list: string | undefined): readonly Written[] {
    if (!words.includes('or_other') || list === undefined) return [];
    const own = this.#choices.options[list] ?? [];
    const texts = { ar: 'غير ذلك', en: 'Other' } as const;
    const offered = this.#languages.map((language) => [language, language === 'ar' ? texts.ar : texts.en]);
    const other = { value: 'other', ...Object.fromEntries(offered) };
    const isThere = own.some(({ value }) => value === 'other');
    field.options = isThere ? list : [...own, other];
    const isMany = field.type === 'choices';
    const more = {
      id: `${id}Other`.slice(0, 64),
      type: 'text',
      required: true,
      label: field.label,
      when: isMany ? { field: id, includes: 'other' } : { field: id, is: 'other' },
    };
    this.#records.set(more, record);
    return [more];
  }

  #tell(record: SheetRecord, column: string, code: string, value: string): void {
    this.#problems.push(problemAt(record, column, code, value));
  }
}

/** Whether any text stands under a language. */
function isWrittenIn(language: string, records: readonly SheetRecord[]): boolean {
  return records.some((record) => {
    const text = record.text('label');
    return typeof text === 'object' && language in text;
  });
}

function both(one: Condition, other: unknown): Condition {
  return other === undefined ? one : { all: [one, other as Condition] };
}

function isArabic(rows: NonNullable<ReturnType<typeof sheetNamed>>): boolean {
  return rows.some(({ cells }) => [...cells.values()].some((text) => /\p{Script=Arabic}/u.test(text)));
}

function formId(name: string): string {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return id === '' ? 'form' : id;
}

/** A version of three numbers: `2024050101`, as many surveys have it, is the first of them. */
function versionFrom(written: string): string {
  const [first = '1', second = '0', third = '0'] = written.match(/\d+/g) ?? [];
  return [first, second, third].map(Number).join('.');
}

const sheetOrder = ['settings', 'survey', 'choices'];

function inOrder(one: CellProblem, other: CellProblem): number {
  const rowOf = ({ cell }: CellProblem) => Number(/\d+/.exec(cell)?.[0] ?? 0);
  return (
    sheetOrder.indexOf(one.sheet) - sheetOrder.indexOf(other.sheet) ||
    rowOf(one) - rowOf(other) ||
    one.cell.localeCompare(other.cell)
  );
}
