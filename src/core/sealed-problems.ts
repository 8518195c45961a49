import { fieldsIn } from './data-shape.js';
import type { DefinitionProblem, FormDefinition } from './definition.js';
import { conditionFields, expressionFields } from './dependencies.js';
import type { AnyFieldType, Catalog, FieldDefinition, FieldType } from './field-type.js';
import { errorAt } from './problem-at.js';
import { otherField, relationKeys } from './relations.js';
import type { ScopedField, ScopeTree } from './scopes.js';
import { allFields, placeOf, resolve } from './scopes.js';
import { sealedAround } from './sealed-around.js';

/** What a definition names somewhere: the fields, and where. */
interface Look {
  readonly path: readonly PropertyKey[];
  readonly fields: readonly ScopedField[];
  /** The sealed section from which it is looked. */
  readonly from?: ScopedField | undefined;
}

/**
 * The faults of sealed sections: what cannot be inside of one, and what looks into it from outside. The receiver could not
 * read it, and would have to believe whatever is sent.
 */
export function sealedProblems(
  definition: FormDefinition,
  tree: ScopeTree,
  catalog: Catalog,
): DefinitionProblem[] {
  const fields = [...allFields(tree.root)];
  const sections = fields.filter((field) => field.definition.type === 'sealed');
  if (sections.length === 0) return [];
  return [
    ...sections.flatMap((section) => placeProblem(section, definition)),
    ...fields.filter((field) => sealedAround(field) !== undefined).flatMap((field) => insideProblem(field)),
    ...[...looks(definition, tree, fields, catalog)].flatMap(lookProblem),
  ];
}

/** A section is sealed as a whole and once. */
function placeProblem(section: ScopedField, { survey }: FormDefinition): DefinitionProblem[] {
  const place = placeOf(section);
  if (survey !== undefined) return [errorAt([...place, 'type'], 'sealed-in-survey')];
  return section.scope.list === undefined ? [] : [errorAt([...place, 'type'], 'sealed-in-list')];
}

/** Files go to the receiver by themselves; what is signed, agreed to or given by others, it has to be able to prove. */
function insideProblem(field: ScopedField): DefinitionProblem[] {
  const { type } = field.definition;
  const place = [...placeOf(field), 'type'];
  if (field.kind === 'files') return [errorAt(place, 'sealed-file')];
  const cannot =
    field.kind === 'signature' || field.kind === 'given' || type === 'statement' || type === 'sealed';
  return cannot ? [errorAt(place, 'sealed-type', { value: type })] : [];
}

function lookProblem({ path, fields, from }: Look): DefinitionProblem[] {
  const field = fields.find((one) => sealedAround(one) !== undefined && sealedAround(one) !== from);
  if (field === undefined) return [];
  const section = sealedAround(field)?.definition.id ?? '';
  return [errorAt(path, 'looks-sealed', { value: field.definition.id, field: section })];
}

/** All that names fields. */
function* looks(
  { steps, conditions, prefill, data }: FormDefinition,
  { root }: ScopeTree,
  fields: readonly ScopedField[],
  catalog: Catalog,
): Generator<Look> {
  for (const [index, { when }] of steps.entries())
    yield { path: ['steps', index, 'when'], fields: conditionFields(when, root, conditions) };
  for (const field of fields) {
    const { definition, scope } = field;
    const [place, from] = [
      placeOf(field),
      field.definition.type === 'sealed' ? undefined : sealedAround(field),
    ];
    yield { path: [...place, 'when'], fields: conditionFields(definition.when, scope, conditions), from };
    yield { path: [...place, 'value'], fields: expressionFields(field, conditions), from };
    for (const key of relationKeys) {
      const name = definition[key];
      const other = name === undefined ? undefined : otherField(name, field);
      if (other !== undefined) yield { path: [...place, key], fields: [other], from };
    }
    for (const { path, name } of namesOf(definition, catalog.get(definition.type))) {
      const other = resolve(name, scope);
      if (other !== undefined) yield { path: [...place, ...path], fields: [other], from };
    }
  }
  for (const way of ['url', 'signed'] as const)
    for (const [index, name] of (prefill?.[way] ?? []).entries())
      yield {
        path: ['prefill', way, index],
        fields: [root.fields.get(name)].flatMap((field) => field ?? []),
      };
  for (const { name, path, lists } of data === undefined ? [] : fieldsIn(data, ['data'])) {
    const [list] = lists;
    yield { path, fields: [root.fields.get(list ?? name)].flatMap((field) => field ?? []) };
  }
}

function namesOf(definition: FieldDefinition, type: AnyFieldType | undefined) {
  // The catalogue forgets which definition each type takes; this one was shaped by that same type.
  const own = type as FieldType<FieldDefinition, unknown, unknown> | undefined;
  return own?.namesOf?.(definition) ?? [];
}
