import type { FieldDefinition, FieldType } from '../core/field-type.js';
import { formatReference } from '../core/reference.js';
import { toldAnswers } from '../evidence/told.js';
import { catalog } from '../fields/catalog.js';
import type { FormLocale } from '../locale/locale.js';
import type { OpeningWords } from '../locale/opening-words.js';
import type { OpenedRequest, OpenedSection, SealedRequest } from './opened-request.js';
import { plainLine, plainLines } from './plain-text.js';

/** What was sealed in a request, for people. */
export function* openedLines(
  { reference, form }: SealedRequest,
  opened: OpenedRequest,
  words: OpeningWords,
  locale: FormLocale,
): Generator<string> {
  yield plainLine(`${formatReference(reference)}  ${form.id} ${form.version}`);
  if (opened.sections.length === 0) yield `  ${words.nothing}`;
  for (const section of opened.sections) yield* sectionLines(section, opened, words, locale);
  if (opened.problems.length === 0) return;
  yield '';
  yield words.problems;
  for (const { pointer, code } of opened.problems)
    yield `  ${plainLine(pointer)}: ${plainLine(problemSentence(pointer, code, opened, locale))}`;
}

function* sectionLines(
  { field, key, answers, fault }: OpenedSection,
  { definition }: OpenedRequest,
  words: OpeningWords,
  locale: FormLocale,
): Generator<string> {
  yield '';
  yield plainLine(`${locale.text(field.label)} (${words.sealedTo(key)})`);
  if (fault !== undefined) yield `  ${words.faults[fault](key)}`;
  if (answers === undefined) return;
  const steps = [{ id: field.id, title: field.label, fields: field.fields ?? [] }];
  const [, ...told] = toldAnswers({ ...definition, steps }, answers, catalog, locale);
  if (told.length === 0) yield `  ${words.empty}`;
  for (const { label, value, level } of told) {
    const [first = '', ...more] = plainLines(value ?? '');
    const indent = '  '.repeat(level + 1);
    yield value === undefined ? indent + plainLine(label) : `${indent}${plainLine(label)}: ${first}`;
    for (const line of more) yield `${indent}    | ${line}`;
  }
}

/** What is wrong with an answer, as its person would have been told. */
export function problemSentence(
  pointer: string,
  code: string,
  { sections, today }: OpenedRequest,
  locale: FormLocale,
): string {
  const path = pointer.split('/').filter((key) => key !== '' && !/^\d+$/.test(key));
  const fields = sections.flatMap(({ field }) => field.fields ?? []);
  const field = [...everyField(fields)].find(({ id }) => id === path.at(-1));
  if (field === undefined) return code;
  // Each type tells the limits of its own definitions; the catalogue has forgotten which those are.
  const type = catalog.get(field.type) as unknown as FieldType<FieldDefinition, unknown, unknown>;
  return locale.problem(field, code, type.limits?.(field, { today }, code), type.sentences);
}

function* everyField(fields: readonly FieldDefinition[]): Generator<FieldDefinition> {
  for (const field of fields) {
    yield field;
    yield* everyField(field.fields ?? []);
  }
}
