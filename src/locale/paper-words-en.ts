import type { Comparison, PaperWords } from './paper-words.js';
import { plural } from './plural.js';

const numbers: Readonly<Record<Comparison, (than: string) => string>> = {
  gt: (than) => `more than ${than}`,
  gte: (than) => `${than} or more`,
  lt: (than) => `less than ${than}`,
  lte: (than) => `${than} or less`,
};

const days: Readonly<Record<Comparison, (than: string) => string>> = {
  gt: (than) => `after ${than}`,
  gte: (than) => `on ${than} or later`,
  lt: (than) => `before ${than}`,
  lte: (than) => `on ${than} or earlier`,
};

/** A form on paper in English. */
export const paperWordsEn: PaperWords = {
  page: ['Page ', ' of '],
  reference: 'Request number',
  office: 'For the association',
  received: 'Received on',
  part: (number) => `Part ${number}`,
  how: {
    title: 'How to fill in this form',
    lines: [
      'Write clearly in black or blue ink, one digit in each box.',
      'A circle is for one answer, a square for all that apply. Put a ✓ inside.',
      'Answer every question except those marked “optional” and those you are told to pass over.',
      'Where there is too little room, go on on another sheet and write the number of the question on it.',
    ],
  },
  optional: 'optional',
  anyOf: 'Choose all that apply.',
  atMost: (most) => `Choose ${most} at most.`,
  quoted: (text) => `“${text}”`,
  questions: (ranges) => {
    const [only] = ranges;
    if (only !== undefined && ranges.length === 1 && only[0] === only[1]) return `question ${only[0]}`;
    const told = ranges.map(([first, last]) => (first === last ? first : `${first} to ${last}`));
    const last = told.pop();
    return `questions ${told.length === 0 ? last : `${told.join(', ')} and ${last}`}`;
  },
  rule: (condition, questions, next) =>
    `If ${condition}, answer ${questions}.${next === undefined ? '' : ` Otherwise go on to question ${next}.`}`,
  onlyIf: (condition) => `If ${condition}:`,
  all: (conditions) => conditions.join(', and '),
  any: (conditions) => conditions.join(', or '),
  or: (values) => values.join(' or '),
  nor: (values) => values.join(' or '),
  answerTo: (question) => `your answer to question ${question}`,
  is: (what, values, isNot) => `${what} ${isNot ? 'is not' : 'is'} ${values}`,
  isYes: (question, isYes, isNot) =>
    `you ${isNot ? 'did not answer' : 'answered'} ${isYes ? 'yes' : 'no'} to question ${question}`,
  isTicked: (question, isNot) =>
    `you ${isNot ? 'did not tick' : 'ticked'} the square in question ${question}`,
  chose: (values, question, isNot) =>
    `you ${isNot ? 'did not choose' : 'chose'} ${values} in question ${question}`,
  isFilled: (question, name, isFilled) =>
    question === undefined
      ? `${name} ${isFilled ? 'is known' : 'is not known'}`
      : `you ${isFilled ? 'answered' : 'did not answer'} question ${question}`,
  compares: (what, how, than, isDay, isNot) =>
    `${what} ${isNot ? 'is not' : 'is'} ${(isDay ? days : numbers)[how](than)}`,
  date: {
    either: 'Write the date in one of the two calendars.',
    calendars: { 'islamic-umalqura': 'Hijri', gregory: 'Gregorian' },
    day: 'Day',
    month: 'Month',
    year: 'Year',
  },
  attach: 'Attach a paper copy to the form.',
  attached: 'Attached; number of sheets:',
  place: (most) => `Write the place into the box: 1 for the most important, then 2, up to ${most}.`,
  given: {
    what: 'Item',
    value: 'Value',
    empty: 'The association writes the recorded information here before you sign it.',
  },
  signature: { name: 'Name', sign: 'Signature', date: 'Date' },
  another: (question) =>
    `If you need more, use another sheet and write “question ${question}” and your name on it.`,
  noticeBelow: 'You find all of it at the end of the form.',
  notice: 'Privacy notice',
  why: 'Why we ask',
  retention: 'How long we keep it',
  next: 'What happens next',
  notBefore: (count) =>
    `No answer comes before ${plural('en', count, { one: '{n} day has', other: '{n} days have' })} passed since the form was received.`,
  contact: 'Where to hand in the form, and how to ask about it',
};
