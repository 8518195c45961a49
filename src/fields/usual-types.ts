import type { AnyFieldType } from '../core/field-type.js';
import { choice } from './choice/choice.type.js';
import { choices } from './choices/choices.type.js';
import { computed } from './computed/computed.type.js';
import { date } from './date/date.type.js';
import { file } from './file/file.type.js';
import { given } from './given/given.type.js';
import { list } from './list/list.type.js';
import { longText } from './long-text/long-text.type.js';
import { matrix } from './matrix/matrix.type.js';
import { nationalId } from './national-id/national-id.type.js';
import { note } from './note/note.type.js';
import { number } from './number/number.type.js';
import { phone } from './phone/phone.type.js';
import { rating } from './rating/rating.type.js';
import { scale } from './scale/scale.type.js';
import { section } from './section/section.type.js';
import { signature } from './signature/signature.type.js';
import { statement } from './statement/statement.type.js';
import { text } from './text/text.type.js';
import { yesNo } from './yes-no/yes-no.type.js';

/** The types of field that most forms or most surveys have: in browsers their rules come together, beside the first page. */
export const usualTypes = [
  text,
  longText,
  number,
  date,
  choice,
  choices,
  yesNo,
  phone,
  nationalId,
  list,
  section,
  computed,
  file,
  statement,
  signature,
  given,
  note,
  rating,
  scale,
  matrix,
] as unknown as readonly AnyFieldType[];
