/** One row of a sheet: the texts of its cells by the letters of their columns. */
export interface SheetRow {
  /** From 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows of each sheet of a workbook, by its name. */
export type WorkbookSheets = ReadonlyMap<string, readonly SheetRow[]>;

/** What of a workbook is not in the form made of it: in which cell, and why. */
export interface CellProblem {
  readonly sheet: string;
  /** Such as `B7`; that of a column's heading, or of a row's first cell. */
  readonly cell: string;
  /** `locale/` has its sentence. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One column by its heading: `label::Arabic (ar)` is `label` in `ar`. */
interface Column {
  readonly letters: string;
  readonly key: string;
  readonly language: string;
}

/** One row with its cells by the names of their columns. */
export class SheetRecord {
  readonly sheet: string;
  readonly number: number;
  readonly #cells: ReadonlyMap<string, string>;
  readonly #columns: readonly Column[];

  constructor(sheet: string, row: SheetRow, columns: readonly Column[]) {
    this.sheet = sheet;
    this.number = row.number;
    this.#cells = row.cells;
    this.#columns = columns;
  }

  /** What stands in a column without a language; empty where there is nothing. */
  get(key: string): string {
    const column = this.#columns.find((one) => one.key === key);
    return column === undefined ? '' : this.#read(column);
  }

  /** A text in each language it stands in; undefined where it stands in none. */
  text(key: string): string | Readonly<Record<string, string>> | undefined {
    const found = this.#columns
      .filter((column) => column.key === key)
      .map((column) => [column.language, this.#read(column)] as const)
      .filter(([, text]) => text !== '');
    return found.length === 0 ? undefined : Object.fromEntries(found);
  }

  /** The cell of a column; that of the row's beginning where there is no such column. */
  cell(key: string, language?: string): string {
    const found = this.#columns.find(
      (one) => one.key === key && (language === undefined || one.language === language),
    );
    return `${found?.letters ?? 'A'}${this.number}`;
  }

  get isEmpty(): boolean {
    return this.#columns.every((column) => this.#read(column) === '');
  }

  #read({ letters }: Column): string {
    return (this.#cells.get(letters) ?? '').trim();
  }
}
