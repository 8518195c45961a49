import type { FormDefinition } from '../definition.js';
import type { Participation, SurveyFilter, SurveyResponse, SurveyResults } from './survey.js';
export function resultsOf(
  _definition: FormDefinition,
  _responses: Iterable<SurveyResponse>,
  _participation: readonly Participation[],
  _filter: SurveyFilter,
): SurveyResults {
  throw new Error('not yet');
}
