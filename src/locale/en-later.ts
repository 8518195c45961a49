import { lowerFirst } from '../core/sentence.js';
import { count } from './en-count.js';
import { enDateField } from './en-date-field.js';
import { enPressed } from './en-exit.js';
import { enFile, fileSize, files } from './en-file.js';
import { characters, enLength } from './en-length.js';
import { enList } from './en-list.js';
import type { LaterMessages, Sentence } from './messages.js';
import type { PluralForms } from './plural.js';
import { problemSentence } from './problem-sentence.js';
import { unreached } from './unreached.js';

const options: PluralForms = { one: '{n} option', other: '{n} options' };

const oneAnswer: Sentence = ({ name }) => `Choose an answer: ${name}`;
const everyRow: Sentence = ({ name }) => `Choose an answer in every row: ${name}`;

/** What a form says in English once its first page is there, and all that only some types of field say. */
export const enLater: LaterMessages = {
  shiftPressed: enPressed,
  drawn: 'Drawn signature',
  problemSentence,
  problems: {
    required: ({ name }) => `Enter ${lowerFirst(name)}`,
    'choice.required': oneAnswer,
    'rating.required': oneAnswer,
    'scale.required': oneAnswer,
    'matrix.required': everyRow,
    'matrix.incomplete': everyRow,
    'choices.required': ({ name }) => `Choose at least one answer: ${name}`,
    'yes-no.required': ({ name }) => `Choose yes or no: ${name}`,
    'statement.required': ({ name }) => `Tick the box if you agree: ${name}`,
    'file.required': ({ name }) => `Attach ${lowerFirst(name)}`,
    'signature.required': ({ name }) => `Sign, or type your full name: ${lowerFirst(name)}`,
    'signature.too-little-ink': ({ name }) =>
      `This is shorter than a signature. Sign with a longer line, or type your full name: ${lowerFirst(name)}`,
    'signature.too-much-ink': ({ name }) =>
      `Clear what you have drawn and sign with a shorter line: ${lowerFirst(name)}`,
    'signature.other-name': ({ name }) => `Write the name as you gave it before: ${lowerFirst(name)}`,
    changed: ({ name }) =>
      `An answer has changed since you signed, so the signature no longer counts. Sign again: ${lowerFirst(name)}`,
    'list.required': ({ name }) => `Add at least one: ${name}`,
    'too-short': ({ name, leastCount }) => `${name} must be ${count(leastCount, characters)} or more`,
    'too-long': ({ name, mostCount }) => `${name} must be ${count(mostCount, characters)} or fewer`,
    pattern: ({ name }) => `Check ${lowerFirst(name)}: it is not in the form we need`,
    'not-a-number': ({ name }) => `${name} must be a number, like 1500`,
    'not-whole': ({ name }) => `${name} must be a whole number`,
    'too-small': ({ name, least }) => `${name} must be ${least} or more`,
    'too-large': ({ name, most }) => `${name} must be ${most} or less`,
    'day-missing': ({ name }) => `${name} must include a day`,
    'month-missing': ({ name }) => `${name} must include a month`,
    'year-missing': ({ name }) => `${name} must include a year`,
    'not-a-date': ({ name }) => `${name} must have a day and a year in numbers`,
    'no-such-date': ({ name }) => `${name} must be a real date: that month does not have this day`,
    'out-of-calendar': ({ name }) => `Check the year and the calendar: ${name}`,
    'too-early': ({ name, least }) => `${name} must be on or after ${least}`,
    'too-late': ({ name, most }) => `${name} must be on or before ${most}`,
    weekend: ({ name }) => `${name} must be a working day, from Sunday to Thursday`,
    'closed-day': ({ name }) => `That day is a holiday. Choose another day: ${name}`,
    'not-after': ({ name, other, otherAnswer }) =>
      `${name} must be after ${otherAnswer}, which you gave for “${other}”`,
    'not-before': ({ name, other, otherAnswer }) =>
      `${name} must be before ${otherAnswer}, which you gave for “${other}”`,
    'not-different': ({ name, other }) => `${name} must not be the same as what you gave for “${other}”`,
    'not-unique': ({ name, other }) => `${name} is the same as for “${other}”. Check both`,
    'not-an-option': ({ name }) => `Choose from the list: ${name}`,
    'choices.too-few': ({ name, leastCount }) => `Choose at least ${count(leastCount, options)}: ${name}`,
    'choices.too-many': ({ name, mostCount }) => `Choose no more than ${count(mostCount, options)}: ${name}`,
    'list.too-few': ({ name, leastCount }) => `Add more until there are ${leastCount}: ${name}`,
    'list.too-many': ({ name, mostCount }) => `Remove what is over ${mostCount}: ${name}`,
    'phone.format': ({ name }) => `Check ${lowerFirst(name)}, like 0501234567`,
    'phone.not-mobile': ({ name }) =>
      `Enter a Saudi mobile number that begins with 05, so that we can message it: ${name}`,
    'national-id.length': ({ name }) => `${name} must have 10 digits`,
    'national-id.first-digit': ({ name }) => `${name} must begin with 1 for a citizen or 2 for a resident`,
    'national-id.checksum': ({ name }) =>
      `Check ${lowerFirst(name)} against the card: one digit does not match`,
    'national-id.not-citizen': ({ name, other }) =>
      `${name} must begin with 1 for a citizen. Check the number, or your answer to “${other}”`,
    'national-id.not-resident': ({ name, other }) =>
      `${name} must begin with 2 for a resident. Check the number, or your answer to “${other}”`,
    'file-empty': ({ name }) => `The file is empty. Choose another file: ${name}`,
    'file-too-large': ({ name, mostCount }) => `Choose a file of ${fileSize(mostCount)} or smaller: ${name}`,
    'file-type': ({ name }) => `This kind of file cannot be used. Choose a photo or a PDF: ${name}`,
    'file-pending': ({ name }) => `Wait a moment until the photo is ready: ${name}`,
    'file-damaged': ({ name }) =>
      `This picture cannot be shown. Take it again or choose another one: ${name}`,
    'file.too-many': ({ name, mostCount }) =>
      `Remove the others, as you can attach up to ${count(mostCount, files)}: ${name}`,
    upload: ({ name }) => `This file did not arrive whole. Remove it and attach it again: ${name}`,
    unnormalised: ({ name }) => `Enter ${lowerFirst(name)} again`,
    unsealed: ({ name }) =>
      `This answer did not arrive sealed and was not taken. Open the page again and send it once more: ${name}`,
    type: ({ name }) => `Enter ${lowerFirst(name)} again`,
  },
  statement: { given: 'Agreed' },
  review: {
    title: 'Check your answers before sending',
    intro: 'Make sure that what you entered is right. You can change any answer.',
    change: 'Change',
    notGiven: 'Not given',
    send: 'Send request',
    returnTo: 'Back to checking',
  },
  notBefore: (date) => `The answer will not come before ${date}.`,
  sending: {
    title: 'Your answers are being sent',
    files: (sent, total) => `Files: ${sent} of ${total} sent`,
    request: 'Sending the answers',
    waiting: (seconds) =>
      count(seconds, {
        one: 'The connection is weak. Trying again in {n} second.',
        other: 'The connection is weak. Trying again in {n} seconds.',
      }),
    cancel: 'Stop sending',
    failures: {
      offline: 'Your device is not connected to the internet.',
      unreachable: unreached.en.unreachable,
      busy: 'The service is busy. Try again in a few minutes.',
      failing: 'The association’s service has a fault right now. Try again in a few minutes.',
      refused: 'The association found something in your answers that needs changing.',
      'too-large':
        'What you are sending is larger than can be received. Remove some files or choose smaller ones.',
      'form-changed':
        'The form has changed since you opened this page. Copy what you need, then open the page again.',
      'unknown-form': 'The association no longer takes this form. Contact it directly.',
      'key-reused': 'Your answers may have arrived before. Ask the association before you send them again.',
      referral:
        'The referral cannot be used any more: its time is over, or a request was sent with it. You can send your request now without it.',
      'unknown-invitation':
        'This survey is answered by the link of an invitation, and there is none that can be used.',
      unreadable: 'Your device could not read one of the files. Remove it and attach it again.',
      'file-type': 'One of the files is neither a photo nor a PDF. Remove it and choose another.',
      'not-sealed':
        'Your answers could not be sealed on this page, so nothing was sent. Open it at an address that begins with https://, or contact the association.',
      cancelled: 'You stopped the sending.',
      unexpected: 'The service’s reply made no sense, so we cannot say that your answers arrived.',
    },
    answersRefused: 'Check these answers, then send them again.',
  },
  leaveWarning: 'Your answers have not been sent yet',
  ...enDateField,
  ...enList,
  ...enFile,
  ...enLength,
};
