import { CSV_START, csvRow } from '../csv.js';
import type { Text } from '../text.js';
import { pickText } from '../text.js';
import { formulaOf, rateFormula } from './formula.js';
import { printedNumber } from './statistics.js';
import type { Figure, MeasurePart, MeasureResult, Slice, SurveyResults } from './survey.js';
import type { TableWords } from './table-words.js';
import { tableWords } from './table-words.js';

/** What a row is of, in words and by its ids. */
interface Subject {
  readonly measure: string;
  readonly measureId: string;
  readonly kind: string;
  readonly formula: string;
  /** What is counted in it. */
  readonly of: 'answers' | 'people';
}

interface Place {
  readonly kind: string;
  readonly kindId: string;
  readonly title: string;
  readonly id: string;
}

/**
 * The results as a table: RFC 4180, UTF-8 with a byte order mark, lines ended by CR LF, every cell in quotes. One row for
 * each measure and slice, and for each answer of a measure; numbers as the page prints them. The last three columns have
 * ids that stay the same in every language: `total`, `month`, `step`, `answer` or `dimension.<field>` with the slice's own.
 * Comments are not in it. What a spreadsheet could take for a formula begins with an apostrophe.
 */
export function resultsCsv(results: SurveyResults, language: string): string {
  return CSV_START + rowsOf(results, language).map(csvRow).join('');
}

function rowsOf(results: SurveyResults, language: string): string[][] {
  const words = tableWords(language);
  const plain = (text: Text) => pickText(text, language, results.survey.languages);
  const subjects = new Map(
    results.measures.map((measure) => [measure.id, subjectOf(measure, words, language, plain)]),
  );
  const total = { kind: words.sliceKinds.total, kindId: 'total', title: words.total, id: '' };
  const responses: Subject = {
    measure: words.responses,
    measureId: 'responses',
    kind: words.kinds.responses ?? '',
    formula: '',
    of: 'answers',
  };
  const rows = [[...words.columns], rowOf(responses, total, { n: results.n }, words)];
  for (const rate of ['response', 'completion'] as const) {
    const figure = results.participation?.[rate];
    if (figure === undefined) continue;
    const subject: Subject = {
      measure: words.rates[rate],
      measureId: rate,
      kind: words.kinds[rate] ?? '',
      formula: rateFormula(rate, language),
      of: 'people',
    };
    rows.push(rowOf(subject, total, figure, words));
  }
  for (const measure of results.measures) {
    const subject = subjects.get(measure.id);
    if (subject === undefined) continue;
    rows.push(rowOf(subject, total, measure.figure, words, { mean: measure.mean }));
    for (const part of measure.parts ?? []) {
      const place = {
        kind: words.sliceKinds.answer,
        kindId: 'answer',
        title: plain(part.label),
        id: part.id,
      };
      rows.push(rowOf(subject, place, part.figure, words, { count: part.count, mean: part.meanPlace }));
    }
  }
  for (const { slices, ...kind } of breakdownsOf(results, words, plain)) {
    for (const slice of slices) {
      const place = { ...kind, title: plain(slice.label), id: slice.id };
      rows.push(rowOf(responses, place, { n: slice.n }, words));
      for (const [id, figure] of Object.entries(slice.figures)) {
        const subject = subjects.get(id);
        if (subject !== undefined) rows.push(rowOf(subject, place, figure, words));
      }
    }
  }
  return rows;
}

function subjectOf(
  measure: MeasureResult,
  words: TableWords,
  language: string,
  plain: (text: Text) => string,
): Subject {
  return {
    measure: plain(measure.title),
    measureId: measure.id,
    kind: words.kinds[measure.kind] ?? measure.kind,
    formula: formulaOf(measure, language),
    of: 'answers',
  };
}

function* breakdownsOf(
  { months, steps, dimensions }: SurveyResults,
  { sliceKinds }: TableWords,
  plain: (text: Text) => string,
): Generator<{ kind: string; kindId: string; slices: readonly Slice[] }> {
  yield { kind: sliceKinds.month, kindId: 'month', slices: months };
  yield { kind: sliceKinds.step, kindId: 'step', slices: steps };
  for (const { id, label, slices } of dimensions)
    yield { kind: plain(label), kindId: `dimension.${id}`, slices };
}

function rowOf(
  subject: Subject,
  place: Place,
  { n, value, low, high, isFew }: Figure,
  words: TableWords,
  more: { count?: MeasurePart['count']; mean?: number | undefined } = {},
): string[] {
  return [
    subject.measure,
    subject.kind,
    subject.formula,
    place.kind,
    place.title,
    n === undefined ? '' : String(n),
    ...[value, low, high].map(printedOrEmpty),
    n === undefined ? words.hidden[subject.of] : isFew === true ? words.few[subject.of] : '',
    more.count === undefined ? '' : String(more.count),
    printedOrEmpty(more.mean),
    subject.measureId,
    place.kindId,
    place.id,
  ];
}

function printedOrEmpty(number: number | undefined): string {
  return number === undefined ? '' : printedNumber(number);
}
