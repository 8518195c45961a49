import { parseJson } from '../../core/json-source.js';
import { parseDefinition } from '../../core/parse.js';
import { allTypeNames, rulesFor } from '../../fields/rules-at-hand.js';
import type { ExplainedProblem } from '../../locale/definition-problems.js';
import { explain } from './explain.js';
import type { Loaded } from './load-definition.js';

/** What keeps a definition from being used, or could be better about it, explained to the web admin. */
export async function problemsOf(
  { json, text, code, params = {} }: Loaded,
  language: string,
): Promise<ExplainedProblem[]> {
  // The receiver is as strict: a name that stands twice would be another form there than here.
  const fault = code ?? (text === undefined || 'value' in parseJson(text) ? undefined : 'not-json');
  const problems =
    fault === undefined
      ? parseDefinition(json, await rulesFor(json), allTypeNames).problems
      : [{ pointer: '', code: fault, severity: 'error' as const, params }];
  return explain(problems, text, language);
}

/** Writes them where web admins look. */
export function logProblems(problems: readonly ExplainedProblem[], tag: string): void {
  for (const { message, pointer, line, severity } of problems) {
    const place = line === undefined ? pointer : `${pointer} (line ${line})`;
    console[severity === 'error' ? 'error' : 'warn'](`<${tag}> ${message} ${place}`);
  }
}
