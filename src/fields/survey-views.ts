import { choiceView } from './choice/choice.view.js';
import { choicesView } from './choices/choices.view.js';
import type { FieldView } from './field-view.js';
import { longTextView } from './long-text/long-text.view.js';
import { matrixView } from './matrix/matrix.view.js';
import { noteView } from './note/note.view.js';
import { ratingView } from './rating/rating.view.js';
import { scaleView } from './scale/scale.view.js';
import { sectionView } from './section/section.view.js';

/** The types of field that most surveys have. */
export const surveyViews: readonly FieldView[] = [
  ratingView,
  scaleView,
  matrixView,
  choiceView,
  choicesView,
  longTextView,
  noteView,
  sectionView,
];
