import { TaafiSatisfactionSurvey } from './satisfaction-survey.js';

// A tag that is taken is left alone: the script may be on a page twice.
if (customElements.get('taafi-satisfaction-survey') === undefined)
  customElements.define('taafi-satisfaction-survey', TaafiSatisfactionSurvey);
