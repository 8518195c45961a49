import type { DefinitionProblem, FormDefinition } from '../../core/definition.js';
import { limits } from '../../core/definition.js';
import type { Association } from '../../core/association.js';
import { parseDefinition } from '../../core/parse.js';
import { catalog } from '../../fields/catalog.js';

/** A problem of a definition with where it is in the file and the sentence about it. */
export interface LocatedProblem extends DefinitionProblem {
  /** From 1, where the definition came as text. */
  readonly line?: number;
  readonly message: string;
}

/** A definition that can be used, with the JSON it came from and what could be better about it. */
export interface LoadedDefinition {
  readonly definition: FormDefinition;
  readonly json: unknown;
  readonly problems: readonly LocatedProblem[];
}

/** What became of a definition: loaded, or the reasons why it cannot be used. */
export type Loaded =
  | LoadedDefinition
  | { readonly definition?: undefined; readonly problems: readonly LocatedProblem[] };

/** Reads a definition from an address or from an object of the page. Never throws but when it is aborted. */
export async function loadDefinition(
  source: string | object,
  language: string,
  signal: AbortSignal,
): Promise<Loaded> {
  if (typeof source === 'object') return parsed(source, undefined, language);
  let text: string;
  try {
    const response = await fetch(source, { signal });
    if (!response.ok) return failed('not-found', { value: source, status: response.status }, undefined, language);
    text = await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    return failed('not-reached', { value: source }, undefined, language);
  }
  if (text.length > limits.bytes) return failed('too-large', { most: limits.bytes }, undefined, language);
  if (text.includes('__proto__')) return failed('prototype', {}, text, language);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed('not-json', { value: source }, text, language);
  }
  return parsed(json, text, language);
}

async function parsed(json: unknown, text: string | undefined, language: string): Promise<Loaded> {
  const { definition, problems } = parseDefinition(json, catalog);
  const located = problems.length === 0 ? [] : await explained(problems, text, language);
  return definition === undefined ? { problems: located } : { definition, json, problems: located };
}

async function failed(
  code: string,
  params: Readonly<Record<string, string | number>>,
  text: string | undefined,
  language: string,
): Promise<Loaded> {
  return { problems: await explained([{ pointer: '', code, severity: 'error', params }], text, language) };
}

/** Lines and sentences are for the web admin and are loaded only when there is something to explain. */
async function explained(
  problems: readonly DefinitionProblem[],
  text: string | undefined,
  language: string,
): Promise<LocatedProblem[]> {
  const { explain } = await import('../../locale/definition-problems.js');
  return explain(problems, text, language);
}

/** Reads who the association is; without it the form only lacks what stands around the questions. */
export async function loadAssociation(source: string | object | undefined): Promise<Association | undefined> {
  if (source === undefined || source === '') return undefined;
  try {
    const json: unknown = typeof source === 'object' ? source : await (await fetch(source)).json();
    const { associationSchema } = await import('../../core/association.js');
    return associationSchema.parse(json);
  } catch (error) {
    console.warn('The association’s document cannot be used.', error);
    return undefined;
  }
}
