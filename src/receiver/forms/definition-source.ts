import { canonicalJson } from '../../core/canonical-json.js';
import type { DefinitionProblem, FormDefinition } from '../../core/definition.js';
import { MOST_CHARACTERS } from '../../core/definition.js';
import { formFromSchema } from '../../core/json-schema/form-from-schema.js';
import { parseJson } from '../../core/json-source.js';
import type { FoundList } from '../../core/option-lists.js';
import { withLists } from '../../core/option-lists.js';
import type { ParseResult } from '../../core/parse.js';
import { parseDefinition } from '../../core/parse.js';
import { catalog } from '../../fields/catalog.js';
import { explain } from '../../locale/definition-problems.js';
import type { ProblemSentences } from '../../locale/definition-sentences.js';
import { lintWords } from '../../locale/lint-words.js';
import { schemaSentences } from '../../locale/schema-problems.js';
import { sha256Hex } from '../digest.js';

/** One fault of a file, with the place a person finds it at. Lines and columns count from 1. */
export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  /** RFC 6901 pointer of the value at fault; empty where the text is no JSON at all. */
  readonly pointer: string;
  readonly severity: 'error' | 'warning';
  /** What programs know it by. */
  readonly code: string;
  readonly sentence: { readonly ar: string; readonly en: string };
  /** What was probably meant, or would do. */
  readonly suggestion?: string;
}

/** What a file says, as far as it says anything, whether it is a form or a process. */
export interface DocumentSource {
  readonly json: unknown;
  /** The canonical JSON and its digest; undefined where there is none. */
  readonly document: string | undefined;
  readonly sha256: string | undefined;
  readonly problems: readonly PlacedProblem[];
}

export interface DefinitionSource extends DocumentSource {
  /** Undefined where there is an error. */
  readonly definition: FormDefinition | undefined;
  /** It was made of a JSON Schema: problems name places in that. */
  readonly isMade: boolean;
}

/** Why a file is not even looked into. */
export type Unusable = 'file-name' | 'too-large' | 'unreadable';

/**
/**
 * Reads the file of a definition, or of a JSON Schema of which one is made, and finds the place of each of its faults.
 * `listAt` gives the options that stand in files of their own; without it they are not looked for. `name` is what a form
 * is called whose schema does not say. Never throws.
 */
export function readDefinition(
  bytes: Uint8Array,
  listAt?: (src: string) => FoundList,
  name?: string,
): DefinitionSource {
  const parse = (json: unknown) => {
    const result = parseForm(json, name);
    if (result.definition === undefined || listAt === undefined) return result;
    const { definition, problems } = withLists(result.definition, listAt);
    return problems.length === 0 ? { ...result, definition } : { problems };
  };
  const { parsed, ...source } = readDocument(bytes, parse, schemaSentences);
  const { definition, made } = parsed ?? {};
  if (made === undefined) return { ...source, definition, isMade: false };
  // What is filled in, served and kept is the form that was made, and not the schema.
  const document = canonical(made);
  const sha256 = document && sha256Hex(document);
  return { ...source, json: made, document, sha256, definition, isMade: true };
}

/** What a document says of a form; `made` is the definition that a schema has come to. */
function parseForm(json: unknown, name?: string): ParseResult & { readonly made?: object | undefined } {
  const found = formFromSchema(json, catalog, { name });
  if (found === undefined) return parseDefinition(json, catalog);
  const { document: made, problems } = found;
  if (made === undefined) return { problems };
  const { definition, problems: faults } = parseDefinition(made, catalog);
  return definition === undefined ? { problems: [...problems, ...faults] } : { definition, problems, made };
}

/** Reads a file and what `parse` makes of its JSON; `more` are sentences about such problems. Never throws. */
export function readDocument<Parsed extends { readonly problems: readonly DefinitionProblem[] }>(
  bytes: Uint8Array,
  parse: (json: unknown) => Parsed,
  more?: ProblemSentences,
): DocumentSource & { readonly parsed: Parsed | undefined } {
  const source = textOf(bytes);
  if (source === undefined) return unread('not-utf8');
  const read = parseJson(source);
  if (!('value' in read)) return unread('not-json', source);
  const { value: json } = read;
  const document = canonical(json);
  if (document === undefined) return { ...unread('half-character', source), json };
  const parsed = parse(json);
  const problems = placed(parsed.problems, source, more);
  return { json, document, sha256: sha256Hex(document), parsed, problems };
}

/** A problem for one line of a terminal or a log: `form.json:12:9: error: … (/steps/0/title)`. */
export function problemLine(file: string, problem: PlacedProblem, language: 'ar' | 'en' = 'en'): string {
  const { line, column, pointer, severity, sentence } = problem;
  const at = pointer === '' ? '' : ` (${pointer})`;
  return `${file}:${line}:${column}: ${lintWords[language][severity]}: ${sentence[language]}${at}`;
}

/** What is known of a file that cannot be used whatever it says. */
export function unusable(why: Unusable): DefinitionSource {
  const { parsed: definition, ...source } = unread(why);
  return { ...source, definition, isMade: false };
}

function unread(code: string, source = ''): DocumentSource & { readonly parsed: undefined } {
  const problem = { pointer: '', code, severity: 'error', params: { most: MOST_CHARACTERS } } as const;
  const problems = placed([problem], source);
  return { json: undefined, document: undefined, sha256: undefined, parsed: undefined, problems };
}

/**
 * Undefined where the bytes are not UTF-8, as those of an old Arabic editor. JSON holds no zero byte, and in UTF-16
 * every second one is.
 */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function placed(
  problems: readonly DefinitionProblem[],
  source: string,
  more?: ProblemSentences,
): readonly PlacedProblem[] {
  const arabic = explain(problems, source, 'ar', more);
  return explain(problems, source, 'en', more).map(
    ({ line = 1, column = 1, pointer, severity, code, params = {}, message }, index) => {
      const { suggestion = params.better } = params;
      const sentence = { ar: arabic[index]?.message ?? message, en: message };
      const told = { line, column, pointer, severity, code, sentence };
      return suggestion === undefined ? told : { ...told, suggestion: String(suggestion) };
    },
  );
}

/** Undefined where a text holds half a character (a lone surrogate), which has no UTF-8 form. */
function canonical(json: unknown): string | undefined {
  try {
    return canonicalJson(json);
  } catch {
    return undefined;
  }
}
