import { TaafiSurveyResults } from './survey-results.js';

if (customElements.get('taafi-survey-results') === undefined)
  customElements.define('taafi-survey-results', TaafiSurveyResults);
