import { count } from './en-count.js';
import { enPressed } from './en-exit.js';
import type { FirstMessages } from './messages.js';
import type { PluralForms } from './plural.js';
import { unreached } from './unreached.js';

export const characters: PluralForms = { one: '{n} character', other: '{n} characters' };

/** What a form says in English on its first page. */
export const enFirst: FirstMessages = {
  direction: 'ltr',
  languageName: 'English',
  yes: 'Yes',
  no: 'No',
  notApplicable: 'Does not apply / I would rather not say',
  optional: '(optional)',
  clear: (name) => `Clear answer: ${name}`,
  clearShort: 'Clear answer',
  continue: 'Continue',
  sendAnswers: 'Send my answers',
  back: 'Back',
  start: 'Start now',
  cancel: 'Cancel',
  close: 'Close',
  tryAgain: unreached.en.tryAgain,
  loading: 'Opening the form…',
  unavailable: unreached.en.unavailable,
  forAdministrator: 'For the site’s administrator: what kept the form from showing',
  step: (current, total) => `Step ${current} of ${total}`,
  progress: 'Your progress',
  errorPrefix: 'Error:',
  errorSummary: 'There is a problem',
  charactersLeft: (n) => `You have ${count(n, characters)} left`,
  charactersOver: (n) => `You are ${count(n, characters)} over the limit`,
  exit: {
    button: 'Exit this page',
    hint: 'Opens another site and clears what you entered. It does not clear the browser’s history. You can also press Shift three times.',
    leaving: 'Opening another site…',
    pressed: enPressed,
  },
  notice: {
    controller: 'Who keeps your data',
    contact: 'How to contact us about your data',
    basis: 'Legal basis',
    purposes: 'Why we ask for data',
    mandatory: 'What is required and what is optional',
    sharing: 'Who sees it',
    retention: 'How long we keep it',
    rights: 'Your rights',
    withdrawal: 'How to withdraw your consent',
  },
  language: 'Language of the form',
  unsent: {
    failed: 'Your request has not been sent yet',
    nothingLost: 'All you entered is kept on this page. Do not close it, and try again.',
    unreachable: unreached.en.unreachable,
  },
};
