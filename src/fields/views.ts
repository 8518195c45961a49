import { choiceView } from './choice/choice.view.js';
import { choicesView } from './choices/choices.view.js';
import { computedView } from './computed/computed.view.js';
import { dateView } from './date/date.view.js';
import type { FieldView } from './field-view.js';
import { fileView } from './file/file.view.js';
import { givenView } from './given/given.view.js';
import { laterView } from './later-view.js';
import { listView } from './list/list.view.js';
import { longTextView } from './long-text/long-text.view.js';
import { nationalIdView } from './national-id/national-id.view.js';
import { noteView } from './note/note.view.js';
import { numberView } from './number/number.view.js';
import { phoneView } from './phone/phone.view.js';
import { sectionView } from './section/section.view.js';
import { signatureView } from './signature/signature.view.js';
import { statementView } from './statement/statement.view.js';
import { textView } from './text/text.view.js';
import { yesNoView } from './yes-no/yes-no.view.js';

/** How each type of the catalogue is drawn. */
export const views: Readonly<Record<string, FieldView>> = {
  text: textView,
  'long-text': longTextView,
  number: numberView,
  date: dateView,
  choice: choiceView,
  choices: choicesView,
  'yes-no': yesNoView,
  phone: phoneView,
  'national-id': nationalIdView,
  list: listView,
  section: sectionView,
  computed: computedView,
  file: fileView,
  statement: statementView,
  signature: signatureView,
  given: givenView,
  note: noteView,
  rating: laterView(() => import('./rating/rating.view.js').then(({ ratingView }) => ratingView)),
  scale: laterView(() => import('./scale/scale.view.js').then(({ scaleView }) => scaleView)),
  matrix: laterView(() => import('./matrix/matrix.view.js').then(({ matrixView }) => matrixView)),
  ranking: laterView(() => import('./ranking/ranking.view.js').then(({ rankingView }) => rankingView)),
};
