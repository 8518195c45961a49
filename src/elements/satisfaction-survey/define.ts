import { addFields, addTypes } from '../../fields/at-hand.js';
import { ratingView } from '../../fields/rating/rating.view.js';
import { surveyTypes } from '../../fields/survey-types.js';
import { TaafiSatisfactionSurvey } from './satisfaction-survey.js';

// A tag that is taken is left alone: another script of the page may have brought it.
if (customElements.get('taafi-satisfaction-survey') === undefined) {
  // A survey begins with one question: how the others are drawn comes while it is read.
  addTypes(surveyTypes);
  addFields([ratingView]);
  customElements.define('taafi-satisfaction-survey', TaafiSatisfactionSurvey);
}
