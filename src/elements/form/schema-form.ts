import { formFromSchema } from '../../core/json-schema/form-from-schema.js';
import { allTypeNames } from '../../fields/rules-at-hand.js';
import type { ExplainedProblem } from '../../locale/definition-problems.js';
import { explain } from '../../locale/definition-problems.js';
import { schemaSentences } from '../../locale/schema-problems.js';
import type { Loaded } from './load-definition.js';

/** A form that was made of a JSON Schema, and what of the schema is not in it. */
export interface SchemaForm {
  readonly document: object | undefined;
  readonly problems: readonly ExplainedProblem[];
}

/** The element a schema was given to. */
interface SchemaHost extends HTMLElement {
  readonly definition: string | object | undefined;
  readonly spokenLanguage: string;
}

/**
 * Makes a form of a document that is a JSON Schema; undefined where it is none. The attribute `ui-schema` is the address
 * of the `uiSchema` that goes with it.
 */
export async function schemaForm(
  { json, text }: Pick<Loaded, 'json' | 'text'>,
  host: SchemaHost,
): Promise<SchemaForm | undefined> {
  const address = host.getAttribute('ui-schema');
  const ui = address === null ? undefined : await jsonAt(address);
  const name = typeof host.definition === 'string' ? host.definition : undefined;
  const made = formFromSchema(json, new Set(allTypeNames), { name, ...(ui && { uiSchema: ui.json }) });
  if (made === undefined) return undefined;
  const language = host.spokenLanguage;
  const { document, problems, uiProblems } = made;
  const unreached = {
    pointer: '',
    code: 'not-reached',
    severity: 'warning',
    params: { value: address ?? '' },
  } as const;
  return {
    document,
    problems: [
      ...explain(problems, text, language, schemaSentences),
      ...explain(uiProblems, ui?.text, language, schemaSentences),
      ...(address !== null && ui === undefined ? explain([unreached], undefined, language) : []),
    ],
  };
}

async function jsonAt(address: string): Promise<{ json: unknown; text: string } | undefined> {
  try {
    const response = await fetch(address);
    const text = await response.text();
    return response.ok ? { json: JSON.parse(text), text } : undefined;
  } catch {
    return undefined;
  }
}
