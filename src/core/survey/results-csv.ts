import type { SurveyResults } from './survey.js';
export function resultsCsv(_results: SurveyResults, _language: string): string {
  throw new Error('not yet');
}
