import type { DefinitionProblem, FormDefinition } from '../../core/definition.js';
import { formProblems } from '../../core/process/form-problems.js';
import { inviteProblems } from '../../core/process/invite-problems.js';
import { parseProcess } from '../../core/process/parse-process.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import { processSentences } from '../../locale/process-problems.js';
import type { DocumentSource } from '../forms/definition-source.js';
import { readDocument } from '../forms/definition-source.js';

export interface ProcessSource extends DocumentSource {
  /** Undefined where there is an error. */
  readonly process: ProcessDefinition | undefined;
  /** The process even where there are errors beside its forms: they keep no request from being handled. */
  readonly usable: ProcessDefinition | undefined;
}

/**
 * Reads the file of a process and finds the place of each of its faults, of those too that it has beside the forms it is
 * for, as far as they are among `forms`. Never throws.
 */
export function readProcess(bytes: Uint8Array, forms: readonly FormDefinition[] = []): ProcessSource {
  const { parsed, ...source } = readDocument(bytes, (json) => parseBeside(json, forms), processSentences);
  const { usable, isFitting = false } = parsed ?? {};
  return { ...source, process: isFitting ? usable : undefined, usable };
}

/** Whether a document is a process: a form has steps, and neither states nor moves. */
export function isProcess(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('states' in json || 'moves' in json);
}

/** A process, whether it fits its forms, and what is to be told first: where it does not fit, nothing else. */
export interface ParsedBeside {
  readonly usable: ProcessDefinition | undefined;
  readonly isFitting: boolean;
  readonly problems: readonly DefinitionProblem[];
}

/** Reads an untrusted JSON value as a process, beside the forms it is for as far as they are among `forms`. Never throws. */
export function parseBeside(json: unknown, forms: readonly FormDefinition[]): ParsedBeside {
  const { process, problems } = parseProcess(json);
  const own = forms.filter(({ id }) => process?.forms.includes(id));
  const misfits =
    process === undefined
      ? []
      : [
          ...own.flatMap((form) => formProblems(process, form)),
          ...forms.flatMap((form) => inviteProblems(process, form)),
        ];
  if (misfits.length > 0) return { usable: process, isFitting: false, problems: misfits };
  return { usable: process, isFitting: true, problems };
}
