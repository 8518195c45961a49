import type { DefinitionProblem, FormDefinition, StepDefinition } from './definition.js';
import type { FieldDefinition, Option } from './field-type.js';
import { errorAt } from './problem-at.js';

/** The options of a file of their own, or the code of why they cannot be had and where they should be. */
export type FoundList =
  | { readonly options: readonly Option[] }
  | { readonly code: 'list-missing' | 'list-wrong'; readonly value: string };

/** A definition with the options in it that stand in files of their own, and what kept any of them from coming. */
export function withLists(
  definition: FormDefinition,
  listAt: (src: string) => FoundList,
): { readonly definition: FormDefinition; readonly problems: readonly DefinitionProblem[] } {
  const problems: DefinitionProblem[] = [];
  const given = (field: FieldDefinition, path: readonly PropertyKey[]): FieldDefinition => {
    const { fields, src } = field;
    if (fields !== undefined)
      return { ...field, fields: fields.map((inner, index) => given(inner, [...path, 'fields', index])) };
    if (src === undefined) return field;
    const found = listAt(src);
    if ('options' in found) return { ...field, options: found.options };
    problems.push(errorAt([...path, 'options', 'src'], found.code, { value: found.value }));
    return field;
  };
  const steps = definition.steps.map((step, index): StepDefinition => {
    return { ...step, fields: step.fields.map((field, at) => given(field, ['steps', index, 'fields', at])) };
  });
  return { definition: { ...definition, steps }, problems };
}
