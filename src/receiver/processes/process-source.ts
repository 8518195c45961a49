import { canonicalJson } from '../../core/canonical-json.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import { sha256Hex } from '../digest.js';
import type { PlacedProblem } from '../forms/definition-source.js';
export interface ProcessSource {
  readonly json: unknown;
  readonly document: string | undefined;
  readonly sha256: string | undefined;
  readonly process: ProcessDefinition | undefined;
  readonly problems: readonly PlacedProblem[];
}
export function readProcess(bytes: Uint8Array): ProcessSource {
  const json = JSON.parse(new TextDecoder().decode(bytes)) as ProcessDefinition;
  const document = canonicalJson(json);
  return { json, document, sha256: sha256Hex(document), process: json, problems: [] };
}
