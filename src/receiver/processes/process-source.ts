import type { FormDefinition } from '../../core/definition.js';
import { formProblems } from '../../core/process/form-problems.js';
import type { ProcessParseResult } from '../../core/process/parse-process.js';
import { parseProcess } from '../../core/process/parse-process.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import { processSentences } from '../../locale/process-problems.js';
import type { DocumentSource } from '../forms/definition-source.js';
import { readDocument } from '../forms/definition-source.js';

export interface ProcessSource extends DocumentSource {
  /** Undefined where there is an error. */
  readonly process: ProcessDefinition | undefined;
}

/**
 * Reads the file of a process and finds the place of each of its faults, of those too that it has beside the forms it is
 * for, as far as they are among `forms`. Never throws.
 */
export function readProcess(bytes: Uint8Array, forms: readonly FormDefinition[] = []): ProcessSource {
  const { parsed, ...source } = readDocument(bytes, (json) => parsedBeside(json, forms), processSentences);
  return { ...source, process: parsed?.process };
}

/** Whether a document is a process: a form has steps, and neither states nor moves. */
export function isProcess(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('states' in json || 'moves' in json);
}

function parsedBeside(json: unknown, forms: readonly FormDefinition[]): ProcessParseResult {
  const parsed = parseProcess(json);
  const { process } = parsed;
  if (process === undefined) return parsed;
  const own = forms.filter(({ id }) => process.forms.includes(id));
  const problems = own.flatMap((form) => formProblems(process, form));
  return problems.length > 0 ? { problems } : parsed;
}
