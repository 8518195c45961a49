import type { DefinitionProblem, FormDefinition } from '../definition.js';
import { errorAt } from '../problem-at.js';
import { suggest } from '../suggestion.js';
import type { ProcessDefinition } from './process.js';

/** Invitations to a form that is no survey, or for an occasion that the survey does not know. */
export function inviteProblems({ moves }: ProcessDefinition, form: FormDefinition): DefinitionProblem[] {
  return moves.flatMap(({ invite }, index) => {
    if (invite?.survey !== form.id) return [];
    const path = ['moves', index, 'invite'];
    if (form.survey === undefined) return [errorAt([...path, 'survey'], 'not-a-survey', { value: form.id })];
    const steps = (form.survey.steps ?? []).map(({ id }) => id);
    return steps.includes(invite.step)
      ? []
      : [errorAt([...path, 'step'], 'unknown-survey-step', suggest(invite.step, steps))];
  });
}
