import type { DefinitionProblem } from '../definition.js';
import { pointerOf } from '../pointer.js';
import { warningAt } from '../problem-at.js';
import type { JsonSchemaOptions } from './read-json-schema.js';
import { readJsonSchema, schemaIn } from './read-json-schema.js';
import type { TypeNames } from './reader-state.js';

/** A form made of a schema, still to be parsed, and what of the schema is not in it. */
export interface FormFromSchema {
  /** Undefined where none could be made: then one of the problems is an error. */
  readonly document: object | undefined;
  /** Pointers lead into the document that was read. */
  readonly problems: readonly DefinitionProblem[];
  /** Pointers lead into a `uiSchema` that came by itself. */
  readonly uiProblems: readonly DefinitionProblem[];
}

/**
 * The form of a document that is a JSON Schema, or a schema with its `uiSchema` as `{"schema": …, "uiSchema": …}`;
 * undefined where it is neither.
 */
export function formFromSchema(
  json: unknown,
  types: TypeNames,
  options: JsonSchemaOptions = {},
): FormFromSchema | undefined {
  const found = schemaIn(json);
  if (found === undefined) return undefined;
  const { schema, uiSchema } = found;
  if (schema === json) {
    const { definition: document, problems, uiProblems } = readJsonSchema(schema, types, options);
    return { document, problems, uiProblems };
  }
  const {
    definition: document,
    problems,
    uiProblems,
  } = readJsonSchema(schema, types, { uiSchema, ...options });
  const own = options.uiSchema === undefined ? placedUnder(uiProblems, 'uiSchema') : [];
  const beside = Object.keys(json as object)
    .filter((key) => !['$schema', 'schema', 'uiSchema'].includes(key))
    .map((key) => warningAt([key], 'schema-beside', { value: key }));
  const all = [...placedUnder(problems, 'schema'), ...own, ...beside];
  return { document, problems: all, uiProblems: options.uiSchema === undefined ? [] : uiProblems };
}

function placedUnder(problems: readonly DefinitionProblem[], name: string): readonly DefinitionProblem[] {
  return problems.map((problem) => ({ ...problem, pointer: pointerOf([name]) + problem.pointer }));
}
