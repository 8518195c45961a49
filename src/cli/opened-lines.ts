import type { FormDefinition } from '../core/definition.js';
import type { Answers } from '../core/engine.js';
import type { FieldDefinition, FieldType } from '../core/field-type.js';
import { formatReference } from '../core/reference.js';
import type { ToldAnswer } from '../evidence/told.js';
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
  if (fault !== undefined) yield `  ${plainLine(words.faults[fault](key))}`;
  if (answers === undefined) return;
  const lines = answerLines(field, answers, definition, locale);
  yield* lines.length === 0 ? [`  ${words.empty}`] : lines;
}

/**
 * Each answer as its type tells it. What was sealed may be no answer of that type, for nobody has checked it before: then
 * all of the section are told as they are, and the problems below say what is wrong.
 */
function answerLines(
  field: FieldDefinition,
  answers: Answers,
  definition: FormDefinition,
  locale: FormLocale,
): readonly string[] {
  const steps = [{ id: field.id, title: field.label, fields: field.fields ?? [] }];
  try {
    const [, ...told] = toldAnswers({ ...definition, steps }, answers, catalog, locale);
    return told.flatMap(toldLines);
  } catch {
    return Object.entries(answers).map(
      ([id, answer]) => `  ${plainLine(`${id}: ${JSON.stringify(answer)}`)}`,
    );
  }
}

function toldLines({ label, value, level }: ToldAnswer): readonly string[] {
  const indent = '  '.repeat(level + 1);
  if (value === undefined) return [indent + plainLine(label)];
  const [first = '', ...more] = plainLines(value);
  return [`${indent}${plainLine(label)}: ${first}`, ...more.map((line) => `${indent}    | ${line}`)];
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
