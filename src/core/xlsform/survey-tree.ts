import { Ids } from './ids.js';
import type { FindField, KnownField } from './read-condition.js';
import type { CellProblem, SheetRecord } from './sheets.js';

/** One row of the survey that asks or groups something. */
export interface SurveyNode {
  readonly record: SheetRecord;
  /** The first word of its type: `select_one`, `group`, `repeat`. */
  readonly type: string;
  /** The other words: the list of a choice. */
  readonly words: readonly string[];
  readonly id: string;
  readonly children: SurveyNode[];
}

/** The options of each list, with what their values are in the form. */
export type ChoiceLists = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface SurveyTree {
  readonly nodes: readonly SurveyNode[];
  readonly find: FindField;
}

/** Groups inside one another; the format takes fewer, and says so itself. */
const DEEPEST = 8;

const kinds: Readonly<Record<string, KnownField['kind']>> = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  range: 'number',
  calculate: 'number',
  date: 'date',
  time: 'time',
  select_one: 'option',
  select_multiple: 'options',
  acknowledge: 'agreed',
  trigger: 'agreed',
  repeat: 'list',
};

/** The rows as a tree of groups and repeats. What opens and never closes, or closes what is not open, is told of. */
export function surveyTree(
  records: readonly SheetRecord[],
  lists: ChoiceLists,
  problems: CellProblem[],
): SurveyTree {
  const ids = new Ids();
  const known = new Map<string, KnownField>();
  const nodes: SurveyNode[] = [];
  const open: SurveyNode[] = [];
  for (const record of records) {
    const [type = '', ...words] = usualType(record.get('type')).split(' ');
    const [, edge, grouping] = /^(begin|end)[ _](group|repeat)$/i.exec(record.get('type')) ?? [];
    if (type === '') {
      problems.push(problemAt(record, 'type', 'type-missing', ''));
      continue;
    }
    if (edge?.toLowerCase() === 'end') {
      if (open.at(-1)?.type === grouping?.toLowerCase()) open.pop();
      else problems.push(problemAt(record, 'type', 'not-open', record.get('type')));
      continue;
    }
    const name = record.get('name');
    const node: SurveyNode = {
      record,
      type: grouping?.toLowerCase() ?? type.toLowerCase(),
      words: grouping === undefined ? words : [],
      id: ids.take(name, `row${record.number}`),
      children: [],
    };
    const outer = open.at(-1);
    if (grouping !== undefined && outer !== undefined && open.length >= DEEPEST) {
      // What it holds stands in the group around it.
      problems.push(problemAt(record, 'type', 'nested-too-deep', name));
      open.push({ ...node, children: outer.children });
      continue;
    }
    (outer?.children ?? nodes).push(node);
    const list = [...open].reverse().find((outer) => outer.type === 'repeat');
    const values = lists.get(node.words[0] ?? '');
    if (known.has(name)) problems.push(problemAt(record, 'name', 'name-twice', name));
    known.set(name, {
      id: node.id,
      kind: kinds[node.type] ?? 'other',
      ...(list !== undefined && { list: list.id }),
      ...(values !== undefined && { values }),
    });
    if (grouping !== undefined) open.push(node);
  }
  for (const node of open)
    problems.push(problemAt(node.record, 'type', 'not-closed', node.record.get('name')));
  return { nodes, find: (name) => known.get(name) };
}

/** Types as they were written once: `select all that apply from needs`. */
function usualType(written: string): string {
  return written
    .replaceAll(/\s+/g, ' ')
    .replace(/^select one (?:from )?/i, 'select_one ')
    .replace(/^(?:select all that apply|select multiple) (?:from )?/i, 'select_multiple ')
    .replace(/ or (?:specify )?other$/i, ' or_other');
}

/** A problem of a cell; where its column stands in several languages, of the first or of that language. */
export function problemAt(
  record: SheetRecord,
  column: string,
  code: string,
  value: string,
  language?: string,
): CellProblem {
  return { sheet: record.sheet, cell: record.cell(column, language), code, params: { value } };
}
