import { choiceView } from './choice/choice.view.js';
import { choicesView } from './choices/choices.view.js';
import { computedView } from './computed/computed.view.js';
import { dateView } from './date/date.view.js';
import type { FieldView } from './field-view.js';
import { fileView } from './file/file.view.js';
import { givenView } from './given/given.view.js';
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

/** The types of field that most forms have. */
export const usualViews: readonly FieldView[] = [
  textView,
  longTextView,
  numberView,
  dateView,
  choiceView,
  choicesView,
  yesNoView,
  phoneView,
  nationalIdView,
  listView,
  sectionView,
  computedView,
  fileView,
  statementView,
  signatureView,
  givenView,
  noteView,
];
