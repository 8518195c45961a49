import type { DefinitionProblem } from '../core/definition.js';
import { locate, parseJson } from '../core/json-source.js';
import { fill } from '../core/text.js';
import type { ProblemSentences } from './definition-sentences.js';
import { definitionSentences } from './definition-sentences.js';

/** A problem of a definition as a web admin reads it: what is wrong, where, and how to mend it. */
export interface ExplainedProblem extends DefinitionProblem {
  /** From 1; undefined where the definition did not come as text, or the place is not in it. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** Kinds of value as an Arabic sentence names them; in English the words of JSON stand as they are. */
const kindsInArabic: Readonly<Record<string, string>> = {
  string: 'نص بين علامتي تنصيص',
  text: 'نص',
  number: 'عدد',
  int: 'عدد صحيح',
  boolean: '\u2066true\u2069 أو \u2066false\u2069',
  date: 'تاريخ',
  today: '\u2066today\u2069',
  array: 'قائمة بين \u2066[ ]\u2069',
  tuple: 'قائمة من قيمتين',
  list: 'قائمة',
  range: 'مدة',
  time: 'وقت',
  option: 'خيار',
  options: 'خيارات',
  files: 'ملفات',
  object: 'كائن بين \u2066{ }\u2069',
};

/** The codes that expect a kind of value; others expect words of the format, which are the same in every language. */
const expectsKind = new Set(['missing', 'wrong-kind', 'operand', 'field-kind']);

const meant: readonly [ar: string, en: string] = ['هل تقصد «{suggestion}»؟', 'Did you mean “{suggestion}”?'];
const general: readonly [ar: string, en: string] = [
  'القيمة هنا ليست كما يلزم ({code}).',
  'The value here is not as it must be ({code}).',
];

/**
 * The sentence about a problem, in Arabic or, for every other language, in English. `more` are those of a format that no
 * browser reads.
 */
export function problemSentence(
  { code, params = {} }: DefinitionProblem,
  language: string,
  more: ProblemSentences = {},
): string {
  const index = language === 'ar' ? 0 : 1;
  const values = { code, ...params, ...(index === 0 && expectsKind.has(code) && inArabic(params)) };
  const known = [more, definitionSentences].find((list) => Object.hasOwn(list, code))?.[code];
  const sentence = fill((known ?? general)[index], values);
  return 'suggestion' in params ? `${sentence} ${fill(meant[index], values)}` : sentence;
}

function inArabic({ expected = '' }: NonNullable<DefinitionProblem['params']>): { expected: string } {
  const kinds = String(expected).split(', ');
  return { expected: kinds.map((kind) => kindsInArabic[kind] ?? kind).join(' أو ') };
}

/** Each problem with its sentence, and its line where the text of the definition is at hand. */
export function explain(
  problems: readonly DefinitionProblem[],
  source: string | undefined,
  language: string,
  more?: ProblemSentences,
): ExplainedProblem[] {
  return problems.map((problem) => {
    if (source !== undefined && (problem.code === 'not-json' || problem.code === 'prototype')) {
      const fault = parseJson(source);
      if ('code' in fault) {
        const { line, column } = fault;
        const detail = problemSentence({ ...problem, ...fault }, language);
        // Some texts are JSON and yet refused: of those it would not be true.
        const message = fault.code.startsWith('json-')
          ? problemSentence({ ...problem, code: 'not-json', params: { detail } }, language)
          : detail;
        return { ...problem, line, column, message };
      }
    }
    const place = source === undefined ? undefined : placeOf(problem, source);
    return { ...problem, ...place, message: problemSentence(problem, language, more) };
  });
}

/** A missing value has no place of its own: that of what it is missing from is the nearest. */
function placeOf(
  { pointer }: DefinitionProblem,
  source: string,
): { line: number; column: number } | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = locate(source, at);
    if (place !== undefined || at === '') return place;
  }
}
