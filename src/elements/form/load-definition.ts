import type { Association } from '../../core/association.js';
import type { FormDefinition } from '../../core/definition.js';
import { adopt, MOST_CHARACTERS } from '../../core/definition.js';

/** A definition that can be shown, and the document it was made of. Not yet checked. */
export interface LoadedDefinition {
  readonly definition: FormDefinition;
  readonly json: unknown;
  /** Where it was read from: lists of options may stand beside it. */
  readonly address?: string | undefined;
}

/** What became of a definition: loaded, or the code of why it cannot be read at all. */
export interface Loaded {
  readonly form?: LoadedDefinition;
  readonly json?: unknown;
  /** The file it came as, to find lines in it. */
  readonly text?: string | undefined;
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Reads a definition from an address or from an object of the page. Throws only when it is aborted. */
export async function loadDefinition(source: string | object, signal: AbortSignal): Promise<Loaded> {
  if (typeof source === 'object') return adopted(source);
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(source, { signal });
    if (!response.ok) return { code: 'not-found', params: { value: source, status: response.status } };
    bytes = await response.arrayBuffer();
  } catch (error) {
    if (signal.aborted) throw error;
    return { code: 'not-reached', params: { value: source } };
  }
  const text = textOf(bytes);
  if (text === undefined) return { code: 'not-utf8' };
  if (text.length > MOST_CHARACTERS) return { code: 'too-large', params: { most: MOST_CHARACTERS } };
  if (text.includes('"__proto__"')) return { code: 'prototype', text };
  try {
    return adopted(JSON.parse(text), text, source);
  } catch {
    return { code: 'not-json', text };
  }
}

/** A text in UTF-8; undefined where it is in another coding, as an old editor writes it. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function adopted(json: unknown, text?: string, address?: string): Loaded {
  try {
    return { form: { definition: adopt(json), json, address }, json, text };
  } catch {
    // So wrong that nothing can be made of it: the checks will say why.
    return { json, text };
  }
}

/** Reads who the association is; without it the form only lacks what stands around the questions. */
export async function loadAssociation(source: string | object | undefined): Promise<Association | undefined> {
  if (source === undefined || source === '') return undefined;
  try {
    const json: unknown = typeof source === 'object' ? source : await (await fetch(source)).json();
    const { associationSchema } = await import('./checks.js');
    return associationSchema.parse(json);
  } catch (error) {
    console.warn('The association’s document cannot be used.', error);
    return undefined;
  }
}
