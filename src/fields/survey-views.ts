import { choiceView } from './choice/choice.view.js';
import { choicesView } from './choices/choices.view.js';
import type { FieldView } from './field-view.js';
import { longTextView } from './long-text/long-text.view.js';
import { noteView } from './note/note.view.js';
import { ratingView } from './rating/rating.view.js';
import { sectionView } from './section/section.view.js';

/** The type that most surveys begin with, and those that they share with most forms. */
export const surveyViews: readonly FieldView[] = [
  ratingView,
  choiceView,
  choicesView,
  longTextView,
  noteView,
  sectionView,
];
