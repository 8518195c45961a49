import { choice } from './choice/choice.type.js';
import { choices } from './choices/choices.type.js';
import type { FieldView } from './field-view.js';
import { longText } from './long-text/long-text.type.js';
import { matrix } from './matrix/matrix.type.js';
import { note } from './note/note.type.js';
import { rating } from './rating/rating.type.js';
import { scale } from './scale/scale.type.js';
import { section } from './section/section.type.js';

/** The types of field that most surveys have, without how they are drawn. */
export const surveyTypes: readonly FieldView['type'][] = [
  rating,
  scale,
  matrix,
  choice,
  choices,
  longText,
  note,
  section,
];
