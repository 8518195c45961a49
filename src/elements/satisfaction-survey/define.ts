import { addFields } from '../../fields/at-hand.js';
import { surveyViews } from '../../fields/survey-views.js';
import { TaafiSatisfactionSurvey } from './satisfaction-survey.js';

// A tag that is taken is left alone: another script of the page may have brought it.
if (customElements.get('taafi-satisfaction-survey') === undefined) {
  addFields(surveyViews);
  customElements.define('taafi-satisfaction-survey', TaafiSatisfactionSurvey);
}
