import type { FormDefinition } from '../../src/core/definition.js';
import { catalog, validateAnswers } from '../../src/core/index.js';
import { documentOf } from '../../src/core/json-schema/carried-definition.js';
import { textOf } from '../source-files.js';
import type { Json } from './trial-form.js';
import { context, formOf, parsed } from './trial-form.js';

/** A field of a fixture as it is written, without what ties it to its form, and answers that were given to it there. */
export interface Seed {
  readonly type: string;
  readonly field: Json;
  readonly answers: readonly unknown[];
  /** Those of the answers that are right by themselves. */
  readonly right: readonly unknown[];
}

/** What ties a field to the form around it. */
const ties = [
  'when',
  'purpose',
  'required',
  'signer',
  'value',
  'after',
  'before',
  'notEqual',
  'matches',
  'resident',
];

/**
 * Fields of the fixtures with the answers of the fixtures: a type of field that is in `every-type.json` and
 * `answers.json` takes part in all that is generated from these.
 */
export function seeds(): readonly Seed[] {
  known ??= gathered();
  return known;
}

let known: readonly Seed[] | undefined;

interface Fixture {
  readonly definitions: Readonly<Record<string, unknown>>;
  readonly cases: readonly { readonly definition: string; readonly answers: unknown }[];
}

function gathered(): readonly Seed[] {
  const { definitions, cases } = JSON.parse(textOf('test/fixtures/answers.json')) as Fixture;
  const all: (readonly [FormDefinition, readonly unknown[]])[] = Object.entries(definitions).map(
    ([name, json]) => [
      parsed(json),
      cases.filter(({ definition }) => definition === name).map(({ answers }) => answers),
    ],
  );
  all.push([parsed(JSON.parse(textOf('test/fixtures/every-type.json'))), []]);
  const found = new Map<string, { type: string; field: Json; answers: unknown[] }>();
  for (const [definition, answers] of all) {
    const { steps } = documentOf(definition) as { steps: readonly { fields: readonly Json[] }[] };
    gather(
      steps.flatMap(({ fields }) => fields),
      answers,
      found,
    );
  }
  const answersOf = (type: string) =>
    [...found.values()].flatMap((seed) => (seed.type === type ? seed.answers : []));
  return [...found.values()].map(({ type, field }) => {
    const answers = answersOf(type);
    return { type, field, answers, right: answers.filter((answer) => isRight(field, answer)) };
  });
}

function gather(
  fields: readonly Json[],
  answers: readonly unknown[],
  found: Map<string, { type: string; field: Json; answers: unknown[] }>,
): void {
  for (const written of fields) {
    const type = String(written.type);
    const given = answers.flatMap((one) =>
      typeof one === 'object' && one !== null && Object.hasOwn(one, String(written.id))
        ? [(one as Json)[String(written.id)]]
        : [],
    );
    if (Array.isArray(written.fields))
      gather(written.fields as Json[], type === 'list' ? given.flat() : answers, found);
    if (catalog.get(type)?.kind === 'none' || type === 'list' || type === 'computed') continue;
    const own = Object.fromEntries(Object.entries(written).filter(([key]) => !ties.includes(key)));
    const key = keyOf(own);
    const seed = found.get(key) ?? { type, field: own, answers: [] };
    seed.answers.push(...given);
    found.set(key, seed);
  }
}

/** Answers that suit a field like one of the fixtures. */
export function rightAnswers(definition: Json): readonly unknown[] {
  const key = keyOf(definition);
  const exact = seeds().find(({ field }) => keyOf(field) === key);
  return exact?.right ?? [];
}

/** What tells fields apart, whatever they are called and whenever they are asked. */
function keyOf(written: Json): string {
  const { id: _id, label: _label, name: _name, hint: _hint, options, ...rest } = written;
  const own = Object.entries(rest).filter(([key, value]) => !ties.includes(key) && value !== undefined);
  const values = Array.isArray(options) ? options.map(({ value }: Json) => value) : options;
  return JSON.stringify([own.sort(([one], [other]) => (one < other ? -1 : 1)), values]);
}

function isRight(field: Json, answer: unknown): boolean {
  const definition = parsed(formOf(field));
  return validateAnswers(definition, { [String(field.id)]: answer }, catalog, context).answers !== undefined;
}
