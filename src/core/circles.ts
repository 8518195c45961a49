import type { Condition } from './condition.js';
import { conditionFields, expressionFields } from './dependencies.js';
import { roundIn } from './round.js';
import type { ScopedField, ScopeTree } from './scopes.js';
import { allFields, placeOf } from './scopes.js';

type Named = Readonly<Record<string, Condition>>;

/** Fields that depend on one another all the way round, and where one of them says that it looks at the next. */
export interface Circle {
  readonly fields: readonly ScopedField[];
  readonly pointer: readonly PropertyKey[];
}

/** A field that another depends on, and where that is written; nowhere for what merely stands in a hidden section. */
interface Dependency {
  readonly on: ScopedField;
  readonly pointer?: readonly PropertyKey[];
}

/** A circle of fields, if there is one. A field depends on all that its step, its section and its list depend on. */
export function circleIn(tree: ScopeTree, named: Named): Circle | undefined {
  const ofSteps = tree.steps.map(({ when }, index) => {
    return conditionFields(when, tree.root, named).map((on) => ({ on, pointer: ['steps', index, 'when'] }));
  });
  const dependencies = (field: ScopedField) => [
    ...written(field, named),
    ...(ofSteps[field.step] ?? []),
    ...(field.container === undefined ? [] : [{ on: field.container }]),
  ];
  const fields = roundIn(allFields(tree.root), (field) => dependencies(field).map(({ on }) => on));
  return fields && circleOf(fields, dependencies);
}

function written(field: ScopedField, named: Named): Dependency[] {
  const { definition, scope } = field;
  const shown = conditionFields(definition.when, scope, named);
  const used = expressionFields(field, named);
  return [
    ...shown.map((on) => ({ on, pointer: [...placeOf(field), 'when'] })),
    ...used.map((on) => ({ on, pointer: [...placeOf(field), 'value'] })),
  ];
}

function circleOf(
  fields: readonly ScopedField[],
  dependencies: (field: ScopedField) => readonly Dependency[],
): Circle {
  const pointers = fields.map((field, index) => {
    const next = fields[(index + 1) % fields.length];
    return dependencies(field).find(({ on }) => on === next)?.pointer;
  });
  return { fields, pointer: pointers.find((pointer) => pointer !== undefined) ?? [] };
}
