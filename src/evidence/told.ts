import type { FormDefinition } from '../core/definition.js';
import type { Answers } from '../core/engine.js';
import type { Catalog, FieldDefinition } from '../core/field-type.js';
import { isSigning } from '../core/field-type.js';
import type { Locale } from '../core/locale.js';
import { fill } from '../core/text.js';
import type { GivenAnswer, GivenLine } from '../fields/given/given.type.js';
import type { ListDefinition } from '../fields/list/list.type.js';

/** One line of what was declared. A heading has no value. */
export interface ToldAnswer {
  readonly label: string;
  readonly value?: string;
  /** The type of its field. */
  readonly type?: string;
  /** How deep it stands in lists. */
  readonly level: number;
}

/** The answers as people read them, in the order of the form; without statements and signatures. */
export function* toldAnswers(
  { steps }: FormDefinition,
  answers: Answers,
  catalog: Catalog,
  locale: Locale,
): Generator<ToldAnswer> {
  for (const { title, fields } of steps) {
    const told = [...toldIn(fields, answers, catalog, locale, 0)];
    if (told.length === 0) continue;
    yield { label: locale.text(title), level: 0 };
    yield* told;
  }
}

function* toldIn(
  fields: readonly FieldDefinition[],
  answers: Answers,
  catalog: Catalog,
  locale: Locale,
  level: number,
): Generator<ToldAnswer> {
  for (const field of fields) {
    if (field.type === 'section') {
      yield* toldIn(field.fields ?? [], answers, catalog, locale, level);
      continue;
    }
    const type = catalog.get(field.type);
    const isOther = field.type === 'statement' || isSigning(field, catalog);
    if (type === undefined || isOther || !Object.hasOwn(answers, field.id)) continue;
    const answer = answers[field.id];
    if (type.kind === 'given') {
      for (const line of (answer as GivenAnswer).lines) yield { ...line, type: field.type, level };
      continue;
    }
    const label = locale.text(field.name ?? field.label);
    // Only the type itself knows its answers and definitions.
    yield { label, value: type.display(answer as never, field as never, locale), type: field.type, level };
    if (type.kind !== 'list') continue;
    // What was found right holds arrays of items where its field is a list.
    for (const [index, item] of (answer as readonly Answers[]).entries()) {
      const { itemLabel } = field as ListDefinition;
      yield { label: fill(locale.text(itemLabel), { n: index + 1 }), level: level + 1 };
      yield* toldIn(field.fields ?? [], item, catalog, locale, level + 1);
    }
  }
}

/** What was told as lines that can be declared: no line is without words. */
export function linesOf(told: Iterable<ToldAnswer>): readonly GivenLine[] {
  return [...told].flatMap(({ label, value }) => {
    if (value === undefined) return [{ label }];
    return value.trim() === '' ? [] : [{ label, value }];
  });
}
