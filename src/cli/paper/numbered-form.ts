import type { Condition } from '../../core/condition.js';
import { eachTest } from '../../core/condition.js';
import type { FormDefinition } from '../../core/definition.js';
import { isSigning } from '../../core/field-type.js';
import type { ScopedField, ScopeTree } from '../../core/scopes.js';
import { resolve, scopesOf } from '../../core/scopes.js';
import { catalog } from '../../fields/catalog.js';
import type { FileDefinition } from '../../fields/file/file.type.js';

/** A form with the numbers of its questions on paper: `5`, and `12.3` or `12/3` for the third of what list 12 asks. */
export interface NumberedForm {
  readonly definition: FormDefinition;
  readonly tree: ScopeTree;
  readonly numbers: ReadonlyMap<ScopedField, string>;
  /** Whether a field is on the paper at all. */
  readonly isOnPaper: (field: ScopedField) => boolean;
  /** The condition of a field as it is on paper. */
  readonly conditionOf: (field: ScopedField) => Condition | undefined;
}

/** What nobody writes by hand: values that are worked out, and those of the page around a form. */
const neverOnPaper = new Set(['computed', 'hidden']);
const neverNumbered = new Set(['note', 'section', 'sealed', 'given']);

/** @param separator between the number of a list and that of a question in it; in Arabic a point would make a fraction. */
export function numbered(definition: FormDefinition, separator: '.' | '/'): NumberedForm {
  const tree = scopesOf(definition, catalog);
  const dropped = screenOnly(definition, tree);
  const isOnPaper = (field: ScopedField) => !dropped.has(field) && !neverOnPaper.has(field.definition.type);
  const numbers = new Map<ScopedField, string>();
  let last = 0;
  const count = (fields: readonly ScopedField[], next: () => string) => {
    for (const field of fields.filter(isOnPaper)) {
      if (!neverNumbered.has(field.definition.type)) numbers.set(field, next());
      const number = numbers.get(field);
      if (field.kind !== 'list') count(field.children, next);
      else {
        let inner = 0;
        count(field.children, () => `${number}${separator}${++inner}`);
      }
    }
  };
  for (const { fields } of tree.steps) count(fields, () => String(++last));
  return {
    definition,
    tree,
    numbers,
    isOnPaper,
    // On paper all sign by hand.
    conditionOf: ({ definition: field, scope }) => {
      const { when } = field;
      const isAboutDropped =
        when !== undefined &&
        [...namedIn(when, definition)].some((name) => {
          const found = resolve(name, scope);
          return found !== undefined && dropped.has(found);
        });
      return isAboutDropped ? undefined : when;
    },
  };
}

/** The photo of a signed paper, and the question whether to sign on paper: this is the paper. */
function screenOnly(definition: FormDefinition, { steps }: ScopeTree): ReadonlySet<ScopedField> {
  const all = steps.flatMap(({ fields }) => [...withChildren(fields)]);
  const photos = all.filter(({ definition: field }) => (field as FileDefinition).signs === true);
  const askedBy = photos.flatMap(({ definition: { when }, scope }) =>
    when === undefined ? [] : [...namedIn(when, definition)].flatMap((name) => resolve(name, scope) ?? []),
  );
  const isOnlyForSigning = (asked: ScopedField) =>
    all.every(({ definition: field, scope }) => {
      const names = field.when === undefined ? [] : [...namedIn(field.when, definition)];
      return isSigning(field, catalog) || !names.some((name) => resolve(name, scope) === asked);
    });
  return new Set([...photos, ...askedBy.filter(isOnlyForSigning)]);
}

function namedIn(condition: Condition, { conditions }: FormDefinition): ReadonlySet<string> {
  const names = new Set<string>();
  eachTest(condition, conditions, ({ field }) => names.add(field));
  return names;
}

export function* withChildren(fields: readonly ScopedField[]): Generator<ScopedField> {
  for (const field of fields) {
    yield field;
    yield* withChildren(field.children);
  }
}
