import type { DefinitionProblem } from '../../core/definition.js';
import type { ExplainedProblem } from '../../locale/definition-problems.js';

/** The sentences for the web admin are loaded only where there is something to explain. */
export async function explain(
  problems: readonly DefinitionProblem[],
  text: string | undefined,
  language: string,
): Promise<ExplainedProblem[]> {
  if (problems.length === 0) return [];
  const { explain: explained } = await import('../../locale/definition-problems.js');
  return explained(problems, text, language);
}
