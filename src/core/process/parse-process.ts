import type { DefinitionProblem } from '../definition.js';
import type { ProcessDefinition } from './process.js';
export type ProcessParseResult = {
  readonly process?: ProcessDefinition | undefined;
  readonly problems: readonly DefinitionProblem[];
};
export function parseProcess(json: unknown): ProcessParseResult {
  return { process: json as ProcessDefinition, problems: [] };
}
