import { circleIn } from './circles.js';
import { ConditionChecker, operandProblem, unknownField } from './condition-problems.js';
import { dataShapeProblems } from './data-shape-problems.js';
import type { DefinitionProblem, FormDefinition } from './definition.js';
import { expressionOf } from './dependencies.js';
import { expressionProblems } from './expression-problems.js';
import type { Catalog, FieldDefinition, FieldType, NamedField } from './field-type.js';
import { errorAt, warningAt } from './problem-at.js';
import { relationProblems } from './relation-problems.js';
import type { ScopedField, ScopeTree } from './scopes.js';
import { allFields, placeOf, resolve, scopesOf } from './scopes.js';
import { sealedProblems } from './sealed-problems.js';
import { suggest } from './suggestion.js';
import { surveyProblems } from './survey/survey-problems.js';

/** The faults of a definition whose shape is right: names that lead nowhere, comparisons that cannot hold, circles. */
export function referenceProblems(definition: FormDefinition, catalog: Catalog): DefinitionProblem[] {
  const tree = scopesOf(definition, catalog);
  return [
    ...lookProblems(definition, tree),
    ...circleProblems(definition, tree),
    ...purposeProblems(definition, tree),
    ...prefillProblems(definition, tree, catalog),
    ...unseenProblems(definition, tree, catalog),
    ...dataShapeProblems(definition, tree.root),
    ...nameProblems(definition, tree, catalog),
    ...relationProblems(tree),
    ...orderProblems(definition),
    ...surveyProblems(definition, tree),
    ...sealedProblems(definition, tree, catalog),
  ];
}

/** What is wrong with what fields and steps look at: their conditions, and the expressions of computed fields. */
function lookProblems({ conditions, steps }: FormDefinition, { root }: ScopeTree): DefinitionProblem[] {
  const checker = new ConditionChecker(conditions);
  const problems: DefinitionProblem[] = [];
  for (const [index, { when }] of steps.entries()) {
    if (when !== undefined) checker.check(when, root, ['steps', index, 'when']);
  }
  for (const field of allFields(root)) {
    const { definition, scope } = field;
    if (definition.when !== undefined) checker.check(definition.when, scope, [...placeOf(field), 'when']);
    const expression = expressionOf(definition);
    if (expression !== undefined) {
      problems.push(...expressionProblems(expression, scope, [...placeOf(field), 'value'], checker));
    }
  }
  checker.checkUnused(root);
  return [...checker.problems, ...problems];
}

function circleProblems({ conditions }: FormDefinition, tree: ScopeTree): DefinitionProblem[] {
  const circle = circleIn(tree, conditions);
  if (circle === undefined) return [];
  const names = circle.fields.map(({ definition }) => definition.id);
  return [errorAt(circle.pointer, 'circle', { value: [...names, names[0]].join(' → ') })];
}

function purposeProblems({ purposes }: FormDefinition, { root }: ScopeTree): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  for (const field of allFields(root)) {
    const { definition, kind } = field;
    const { purpose } = definition;
    if (purpose !== undefined && (purposes === undefined || !Object.hasOwn(purposes, purpose))) {
      const meant = suggest(purpose, Object.keys(purposes ?? {}));
      problems.push(errorAt([...placeOf(field), 'purpose'], 'unknown-purpose', meant));
    }
    const asks = kind !== 'none' && kind !== 'list' && definition.type !== 'computed';
    if (asks && purpose === undefined && purposes !== undefined) {
      problems.push(warningAt(placeOf(field), 'purpose-missing'));
    }
  }
  return problems;
}

/** What is asked on the review is asked last. */
function orderProblems({ steps }: FormDefinition): DefinitionProblem[] {
  const lastPage = steps.map(({ at }) => at).lastIndexOf(undefined);
  return steps.flatMap(({ at }, index) =>
    at !== undefined && index < lastPage ? [errorAt(['steps', index, 'at'], 'not-last')] : [],
  );
}

/** What fields of some types name in their own ways. */
function nameProblems(
  { conditions }: FormDefinition,
  { root }: ScopeTree,
  catalog: Catalog,
): DefinitionProblem[] {
  const checker = new ConditionChecker(conditions);
  const problems = [...allFields(root)].flatMap((field) => {
    // The catalogue forgets which definition each type takes; this one was shaped by that same type.
    const type = catalog.get(field.definition.type) as
      | FieldType<FieldDefinition, unknown, unknown>
      | undefined;
    return (type?.namesOf?.(field.definition) ?? []).flatMap((named) => {
      if (named.test === undefined) return namedProblem(named, field) ?? [];
      checker.check(named.test, field.scope, [...placeOf(field), ...named.path.slice(0, -1)]);
      return [];
    });
  });
  // Named conditions have been looked at with those that use them.
  return [...problems, ...checker.problems.filter(({ pointer }) => !pointer.startsWith('/conditions/'))];
}

/** What nobody sees must be given, and nothing reaches into the items of a list; and a page has something to be seen. */
function unseenProblems(
  { prefill: { values = {}, ...ways } = {} }: FormDefinition,
  { root, steps }: ScopeTree,
  catalog: Catalog,
): DefinitionProblem[] {
  const given = new Set([...Object.values(ways).flat(), ...Object.keys(values)]);
  const isUnseen = ({ definition: { type } }: ScopedField) => catalog.get(type)?.isUnseen === true;
  return [
    ...[...allFields(root)]
      .filter((field) => isUnseen(field) && (field.scope !== root || !given.has(field.definition.id)))
      .map((field) => (field.definition.required ? errorAt : warningAt)(placeOf(field), 'never-given')),
    ...steps.flatMap(({ fields }, index) =>
      fields.length > 0 && fields.every(isUnseen) ? [errorAt(['steps', index, 'fields'], 'all-hidden')] : [],
    ),
  ];
}

function namedProblem(
  { path, name, kinds, comparison }: NamedField,
  field: ScopedField,
): DefinitionProblem | undefined {
  const found = resolve(name, field.scope);
  const at = [...placeOf(field), ...path];
  if (found === undefined) return unknownField(name, field.scope, at);
  if (kinds !== undefined && !kinds.includes(found.kind))
    return errorAt(at, 'field-kind', { value: name, expected: kinds.join(', ') });
  return comparison && operandProblem(comparison.value, found, [...placeOf(field), ...comparison.path]);
}

function prefillProblems(
  { prefill }: FormDefinition,
  { root }: ScopeTree,
  catalog: Catalog,
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  for (const [way, names] of Object.entries(prefill ?? {})) {
    // Values stand by the names of their fields, the other ways are lists of names.
    for (const [key, name] of Array.isArray(names)
      ? names.entries()
      : Object.keys(names ?? {}).map((id) => [id, id] as const)) {
      const path = ['prefill', way, key];
      const field = root.fields.get(name);
      if (field === undefined) problems.push(unknownField(name, root, path));
      else if (
        field.kind === 'none' ||
        (way === 'signed' && field.kind === 'list') ||
        catalog.get(field.definition.type)?.neverPrefilled
      ) {
        problems.push(errorAt(path, 'never-prefilled', { value: name }));
      } else if (way === 'url' && field.definition.sensitive === true) {
        problems.push(errorAt(path, 'sensitive-in-url', { value: name }));
      }
    }
  }
  return problems;
}
