import { canonicalJson } from '../../core/canonical-json.js';
import type { DefinitionProblem, FormDefinition } from '../../core/definition.js';
import { parseJson } from '../../core/json-source.js';
import { parseDefinition } from '../../core/parse.js';
import { catalog } from '../../fields/catalog.js';
import { explain } from '../../locale/definition-problems.js';
import { sha256Hex } from '../digest.js';

/** One fault of a file, with the place a person finds it at. Lines and columns count from 1. */
export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  /** RFC 6901 pointer of the value at fault; empty where the text is no JSON at all. */
  readonly pointer: string;
  readonly severity: 'error' | 'warning';
  readonly sentence: { readonly ar: string; readonly en: string };
}

/** What a text says, as far as it says anything. */
export interface DefinitionSource {
  readonly json: unknown;
  /** The canonical JSON and its digest; undefined where there is none. */
  readonly document: string | undefined;
  readonly sha256: string | undefined;
  /** Undefined where there is an error. */
  readonly definition: FormDefinition | undefined;
  readonly problems: readonly PlacedProblem[];
}

/** Reads the text of a definition and finds the place of each of its faults. Never throws. */
export function readDefinition(source: string): DefinitionSource {
  const parsed = parseJson(source);
  if (!('value' in parsed)) return unread(undefined, 'not-json', source);
  const { value: json } = parsed;
  const document = canonical(json);
  if (document === undefined) return unread(json, 'half-character', source);
  const { definition, problems } = parseDefinition(json, catalog);
  return { json, document, sha256: sha256Hex(document), definition, problems: placed(problems, source) };
}

/** A problem for one line of a terminal or a log: `form.json:12:9: error: … (/steps/0/title)`. */
export function problemLine(file: string, problem: PlacedProblem, language: 'ar' | 'en' = 'en'): string {
  const { line, column, pointer, severity, sentence } = problem;
  const at = pointer === '' ? '' : ` (${pointer})`;
  return `${file}:${line}:${column}: ${severity}: ${sentence[language]}${at}`;
}

function unread(json: unknown, code: string, source: string): DefinitionSource {
  const problems = placed([{ pointer: '', code, severity: 'error' }], source);
  return { json, document: undefined, sha256: undefined, definition: undefined, problems };
}

function placed(problems: readonly DefinitionProblem[], source: string): readonly PlacedProblem[] {
  const arabic = explain(problems, source, 'ar');
  return explain(problems, source, 'en').map(
    ({ line = 1, column = 1, pointer, severity, message }, index) => ({
      line,
      column,
      pointer,
      severity,
      sentence: { ar: arabic[index]?.message ?? message, en: message },
    }),
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
