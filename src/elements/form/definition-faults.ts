import { adopt } from '../../core/definition.js';
import { parseJson } from '../../core/json-source.js';
import { parseDefinition } from '../../core/parse.js';
import { allTypeNames, rulesFor } from '../../fields/rules-at-hand.js';
import type { ExplainedProblem } from '../../locale/definition-problems.js';
import { explain } from './explain.js';
import type { Loaded, LoadedDefinition } from './load-definition.js';
import type { OpeningHost } from './opening.js';

/**
 * What keeps a definition from being used, or could be better about it, explained to the web admin. Where it turns out to
 * be a JSON Schema, the form made of it is shown.
 */
export async function problemsOf(
  { form, json, text, code, params = {} }: Loaded,
  host: OpeningHost,
  show: (form: LoadedDefinition) => Promise<void>,
): Promise<readonly ExplainedProblem[]> {
  const language = host.spokenLanguage;
  // The receiver is as strict: a name that stands twice would be another form there than here.
  const fault = code ?? (text === undefined || 'value' in parseJson(text) ? undefined : 'not-json');
  if (form === undefined && fault === undefined) {
    const { schemaForm } = await import('./schema-form.js');
    const made = await schemaForm({ json, text }, host);
    if (made?.document !== undefined) {
      const { document, problems } = made;
      await show({ definition: adopt(document), json: document });
      const { problems: faults } = parseDefinition(document, await rulesFor(document), allTypeNames);
      const errors = faults.filter(({ severity }) => severity === 'error');
      return [...problems, ...(await explain(errors, undefined, language))];
    }
    if (made !== undefined) return made.problems;
  }
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
