/** A text as a definition holds it. */
export type WrittenText = string | { readonly ar: string; readonly en: string };

/** A field as it is written in JSON. What its type asks for besides is checked by the kit itself. */
export interface WrittenField {
  readonly id: string;
  readonly type: string;
  readonly label: WrittenText;
  readonly fields?: readonly WrittenField[];
  readonly [key: string]: unknown;
}

export interface WrittenStep {
  readonly id: string;
  readonly title: WrittenText;
  readonly fields: readonly WrittenField[];
  readonly [key: string]: unknown;
}

/** A form definition as it is written in JSON. */
export interface WrittenDefinition {
  readonly id: string;
  readonly version: string;
  readonly languages: readonly string[];
  readonly title: WrittenText;
  readonly steps: readonly WrittenStep[];
  readonly [key: string]: unknown;
}

/** A definition of some steps. Every answer may be given beforehand, so that a story can begin where it likes. */
export function definitionOf(
  steps: readonly WrittenStep[],
  more: Readonly<Record<string, unknown>> = {},
): WrittenDefinition {
  return withPrefill({
    id: 'example',
    version: '1.0.0',
    languages: ['ar', 'en'],
    title: { ar: 'نموذج للتجربة', en: 'An example' },
    ...more,
    steps,
  });
}

/** A definition of one step. */
export function oneStep(
  fields: readonly WrittenField[],
  more: Readonly<Record<string, unknown>> = {},
): WrittenDefinition {
  return definitionOf([{ id: 'only', title: { ar: 'سؤال للتجربة', en: 'A question to try' }, fields }], more);
}

/** The same definition, in which the page may give every answer that is not for the person alone to give. */
export function withPrefill(definition: WrittenDefinition): WrittenDefinition {
  const host = definition.steps.flatMap(({ fields }) => idsOf(fields));
  return { ...definition, prefill: { host } };
}

/** Nobody else can tick a statement or choose a file, given data come another way, and a computed value or a note is no answer. */
const personal = new Set(['statement', 'signature', 'given', 'file', 'computed', 'note']);

/** Ids in the form's own scope: sections share it, lists have their own. */
function idsOf(fields: readonly WrittenField[]): string[] {
  return fields
    .filter(({ type }) => !personal.has(type))
    .flatMap((field) =>
      field.type === 'section' || field.type === 'sealed' ? idsOf(field.fields ?? []) : [field.id],
    );
}
