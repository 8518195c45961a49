import { count } from './en-count.js';
import { enDates } from './en-dates.js';
import { enPressed } from './en-exit.js';
import { fileSize } from './en-file.js';
import type { PluralForms } from './plural.js';
import type { GroupOfDigits, TrackerWords } from './tracker-words.js';
import { englishWait } from './waits.js';

const digits: PluralForms = { one: '{n} digit', other: '{n} digits' };
const files: PluralForms = { one: '{n} file', other: '{n} files' };

const groups = ['first', 'second', 'third', 'fourth'];

const named = ({ group, digits: typed }: GroupOfDigits) => `${groups[group - 1]} group: ${typed}`;

/** The words of the tracker in English, as complete as the Arabic. */
export const trackerWordsEn: TrackerWords = {
  language: 'en',
  direction: 'ltr',
  dates: enDates,
  fileSize,
  languageLabel: 'Language of the page',
  exit: {
    button: 'Exit this page',
    hint: 'Opens another site and closes your request here. It does not clear the browser’s history. You can also press Shift three times.',
    pressed: enPressed,
  },
  lookUp: {
    title: 'Where is your request?',
    intro:
      'Enter the number of your request, and something that shows it is yours, to see where it is, who has it now and what comes next.',
    reference: 'Reference number',
    referenceHint: 'Fourteen digits on your receipt and in our messages to you, like 4829-1730-5612-49',
    factor: 'Last four digits of your mobile number, or your year of birth',
    factorHint: 'The mobile number you gave in the request. The year may be Hijri or Gregorian.',
    open: 'Show my request',
    opening: 'Opening your request…',
    lost: 'Don’t have the reference number?',
    lostText:
      'It is on the receipt you saw after sending, and in every message you got about your request. If you cannot find it, contact the association: an officer will help you.',
    newRequest: 'Send a new request',
    closed: 'Your request is closed on this device. Nothing of it was kept here.',
    problemsTitle: 'There is a problem',
    troubleTitle: 'Your request is not open yet',
    referenceMissing: 'Enter the reference number',
    referenceLetters: 'The reference number has only digits: no letters and no signs',
    referenceLength: (n, wrong) => {
      const sentence = `The reference number has 14 digits, and you have entered ${count(n, digits)}`;
      return wrong === undefined ? sentence : `${sentence}. Look at the ${named(wrong)}`;
    },
    referenceWrong: (groups) =>
      groups.length === 0
        ? 'A digit of the reference number does not match. Compare it with your receipt from beginning to end'
        : `A digit of the reference number does not match. Look at the ${groups.map(named).join(', then at the ')}`,
    factorMissing: 'Enter the last four digits of your mobile number, or your year of birth',
    factorLength: 'Enter four digits only: the last four of your mobile number, or your year of birth',
    factorOther: (label, digits) => `Enter “${label}” in digits, ${digits} of them`,
  },
  troubles: {
    offline: 'Your device is not connected to the internet. Connect it and try again.',
    unreachable: 'The association could not be reached. Check the connection and try again.',
    busy: 'The service is busy right now. Try again in a few minutes.',
    tooMany: (wait) => {
      const after = wait === undefined ? 'a few minutes' : englishWait(wait);
      return `There were many tries, so we have paused them to protect the requests. Try again in ${after}, or open your request with its link if you have it.`;
    },
    unknown:
      'We found no request with this number and what you entered in the second box. Check both boxes. If your mobile number has changed since, try your year of birth.',
    unknownLink:
      'This link opens no request. Enter the number of your request and the second box to open it.',
    brokenLink:
      'The link is not complete. Copy all of it and open it again, or enter your request’s number here.',
    expired: 'The time of this link is over. Enter the number of your request and the second box to open it.',
    session:
      'Some time has passed since you opened your request, so it was closed to protect your privacy. Fill in the second box to open it again.',
    moved: 'Your request has moved on meanwhile. What you see now is the latest: read it, then decide.',
    notArrived: 'One of the files has not arrived whole. Send them again.',
    refused: 'The service did not take what was sent. Check it and try again, or contact the association.',
    unexpected: 'The service gave no answer that makes sense. Try again in a few minutes.',
    unreadable: 'Your device could not read one of the files. Remove it and choose it again.',
    fileType: 'One of the files is neither a photo nor a PDF. Remove it and choose another.',
    fileTooLarge: 'One of the files is larger than can be taken. Remove it and choose a smaller one.',
    tryAgain: 'Try again',
    notUpToDate: (time) => `What you see here is as it was at ${time}.`,
  },
  view: {
    yourTurn: 'It is your turn',
    actor: 'Who has it now',
    you: 'You',
    next: 'What comes next',
    notBefore: 'Earliest answer',
    notBeforeHint: 'No answer comes before this day.',
    received: 'We received it on',
    since: 'Since',
    reason: 'Reason',
    timeline: 'Progress of your request',
    statuses: { done: 'Done', now: 'Now', next: 'Not yet' },
    print: 'Print',
    close: 'Close my request on this device',
    closeHint:
      'Nothing of your request stays on the device. Do this before you leave a device that is not yours.',
    upToDate: (time) => `This page renews itself. Last checked at ${time}.`,
  },
  news: {
    state: (title) => `There is news about your request: ${title}`,
    answer: 'What you asked has been answered.',
    missing: 'The list of what we need from you has changed.',
    right: 'What you asked about your data has been answered.',
    other: 'There is news about your request.',
  },
  missing: {
    title: 'What we need from you',
    given: 'What you have given us',
    received: 'Received',
    rules: (size, most) => `A photo or a PDF, up to ${size}, at most ${count(most, files)}.`,
    choose: 'Choose a file or take a photo',
    chooseMore: 'Add another file',
    added: (names) => `Chosen: ${names}`,
    remove: (name) => `Remove file ${name}`,
    removeShort: 'Remove',
    removed: (name) => `File ${name} removed`,
    answer: 'Your answer',
    send: 'Send',
    sending: (sent, total) => `${sent} of ${total} sent`,
    stop: 'Stop sending',
    stopped: 'Sending has stopped. The files are still here, to send whenever you like.',
    sent: (title) => `Received: ${title}`,
    noFile: 'Choose the file first',
    noText: 'Write your answer first',
    tooMany: (most) => `Remove what is more than ${count(most, files)}`,
    photos:
      'Before photos are sent, they are made smaller, and the place and the device are taken out of them.',
    uncleaned: 'We could not take the place and the device out of this picture.',
    fileProblems: {
      'file-empty': 'This file is empty. Remove it and choose another.',
      'file-too-large': 'This file is too large. Remove it and choose a smaller one.',
      'file-type': 'This is neither a photo nor a PDF. Remove it and choose another.',
      'file-pending': 'The photo is being made ready. Wait a moment.',
      'file-damaged': 'This picture cannot be shown. Remove it and take it again.',
    },
  },
  questions: {
    title: 'Your questions and suggestions',
    asked: {
      question: (date) => `Question you sent on ${date}`,
      suggestion: (date) => `Suggestion you sent on ${date}`,
    },
    answered: (date) => `Answer of ${date}`,
    waiting: 'No answer yet. You will find it here.',
    ask: 'Ask or suggest something',
    kind: 'What do you want to send?',
    kinds: { question: 'A question', suggestion: 'A suggestion' },
    text: 'What you want to say',
    textHint: 'Use your own words. No ID number and no private details are needed.',
    send: 'Send',
    sending: 'Sending…',
    sent: {
      question: 'Your question has arrived. You will find the answer on this page.',
      suggestion: 'Your suggestion has arrived. Thank you.',
    },
    nothing: 'Write what you want to say',
  },
  moves: {
    title: 'What you can do',
    reason: 'The reason, in your own words',
    noReason: 'Write the reason',
    back: 'Go back',
    sending: 'Sending…',
    done: 'Done as you wished.',
  },
  sharing: {
    title: 'What you allowed to be shared',
    told: {
      received: (partner) =>
        `\u2068${partner}\u2069 is told that your request was received, and on which day.`,
      decided: (partner) =>
        `\u2068${partner}\u2069 is told when your request has been decided, and on which day.`,
    },
    stop: 'Stop sharing',
    confirm:
      'We tell the organisation that referred you nothing more. It does not affect your request. What it has learnt already we cannot take back.',
    stopped: 'Sharing has stopped.',
  },
  rights: {
    title: 'Your data',
    intro: 'You may ask for a copy of your data, or ask for it to be deleted. The answer comes on this page.',
    ask: { copy: 'Ask for a copy of my data', deletion: 'Ask for my data to be deleted' },
    confirm: {
      copy: 'We prepare a copy of your data, and tell you here how you get it.',
      deletion:
        'The officer in charge looks into it, and tells you here what was deleted, what the law makes us keep, and for how long.',
    },
    asked: {
      copy: (date) => `You asked for a copy of your data on ${date}`,
      deletion: (date) => `You asked for your data to be deleted on ${date}`,
    },
    done: (date) => `Answered on ${date}`,
    waiting: 'Not done yet. You will find the answer here.',
    sent: 'What you asked about your data has arrived.',
  },
};
