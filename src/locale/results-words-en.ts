import { enDates } from './en-dates.js';
import type { PluralForms } from './plural.js';
import { plural } from './plural.js';
import type { ResultsWords } from './results-words.js';
import { englishWait } from './waits.js';

const count = (n: number, forms: PluralForms) => plural('en', n, forms).replace(String(n), grouped(n));

const grouped = (n: number) => String(n).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** As the survey offers it. */
const notApplicable = '“Does not apply / I would rather not say”';

/** The words of the results in English, as complete as the Arabic. */
export const resultsWordsEn: ResultsWords = {
  language: 'en',
  direction: 'ltr',
  dates: enDates,
  languageLabel: 'Language of the page',
  audience: { external: 'What beneficiaries say', internal: 'What the association’s staff say' },
  loading: 'Adding up the results…',
  percent: (number) => `${number}%`,
  between: (low, high) => `between ${low} and ${high}`,
  responses: (n) =>
    count(n, { one: '{n} person answered the survey', other: '{n} people answered the survey' }),
  answers: (n) => count(n, { one: '{n} answer', other: '{n} answers' }),
  people: (n) => count(n, { one: '{n} person', other: '{n} people' }),
  hidden: 'Hidden: fewer than 5 answers, or it would reveal fewer',
  nothing: 'Fewer than 5 people have answered, so nothing is shown. The results appear when there are more.',
  few: 'Fewer than 30 answers, too few to compare',
  secure:
    'The line on each figure is its confidence interval: if everybody had been asked, the figure would lie within it 95 times out of 100.',
  access: {
    title: 'Results of the survey',
    intro:
      'The results are for staff of the association. Enter your access token to see them. Nothing in them tells who gave an answer.',
    token: 'Access token',
    hint: 'It stays on this page alone and is not kept on the device.',
    open: 'Show the results',
    opening: 'Opening the results…',
    missing: 'Enter the access token',
    lock: 'Lock',
    lockHint: 'The token is forgotten and the results are hidden. Do this before you leave the device.',
    locked: 'The results are locked. Nothing of them was kept on this device.',
    troubleTitle: 'The results are not open',
    tryAgain: 'Try again',
  },
  troubles: {
    offline: 'Your device has no internet connection. Connect it, then try again.',
    unreachable: 'The association’s server could not be reached. Check the connection, then try again.',
    busy: 'The service is busy now. Try again in a few minutes.',
    tooMany: (wait) =>
      `There were too many tries. Try again in ${wait === undefined ? 'a few minutes' : englishWait(wait)}.`,
    token: 'The access token is not right, or is no longer in use. Check it, then try again.',
    role: 'The access token is right, but your role may not see the results. Ask whoever runs the system for it.',
    unknown: 'The association’s server has no survey of this name. Check how the page is set up.',
    refused: 'The server did not accept this. Choose something else, then try again.',
    unexpected: 'The server gave no answer that can be understood. Try again in a few minutes.',
  },
  filter: {
    title: 'Which answers do you want to see?',
    from: 'From month',
    to: 'To month',
    step: 'Occasion',
    all: 'All',
    firstMonth: 'First month',
    lastMonth: 'Last month',
    apply: 'Apply',
    clear: 'Show all',
    applied: (responses) => `The results are now those you chose. ${responses}`,
  },
  export: {
    csv: 'Download the table (CSV)',
    png: 'PNG picture',
    pngOf: (title) => `PNG picture: ${title}`,
    pngFailed: 'The browser could not make the picture. You can print the page instead.',
    print: 'Print',
  },
  sections: {
    headline: 'In short',
    participation: 'Who took part',
    items: 'What people are satisfied with',
    distributions: 'How people answered',
    shares: 'What hinders people, and what they chose',
    rankings: 'What matters most to people',
    compare: 'Month by month, and group by group',
    comments: 'What people wrote',
  },
  kinds: { csat: 'Satisfaction', ces: 'Ease', nps: 'Recommending the association' },
  clause: (clause) => `Policy ${clause}`,
  formula: 'How it is worked out',
  mean: (mean) => `Mean ${mean}`,
  notApplicable: (n) =>
    n === 0
      ? `Nobody chose ${notApplicable}`
      : count(n, {
          one: `{n} person chose ${notApplicable} and is not counted`,
          other: `{n} people chose ${notApplicable} and are not counted`,
        }),
  participation: {
    counts: (invited, started, completed) =>
      `Invited: ${invited}. Started: ${started}. Completed: ${completed}.`,
    fewer: 'fewer than 5',
    hidden: 'Hidden: fewer than 5 people, or it would reveal fewer',
    few: 'Fewer than 30 people, too few to compare',
    response: 'Response rate: completed of those invited',
    completion: 'Completion rate: completed of those who started',
    rates: 'Share of those who answered',
    brokeOff: 'Where those who did not complete stopped',
    brokeOffHint: 'The page at which most people stop is the first to look at again.',
    place: (title) => `Page “${title}”`,
  },
  charts: {
    items: 'Share of the satisfied, by question',
    distribution: (title) => `How people answered: ${title}`,
    trend: (title) => `${title}: month by month`,
    bySlice: (title, kind) => `${title}: by “${kind}”`,
    byStep: 'occasion',
    chosen: 'Measure',
    meanPlace: (place) => `mean place ${place}`,
    meanPlaceColumn: 'Mean place',
    rankHint:
      'The bar is the share of those who put it first. The mean place is that of those alone who ranked it; the nearer it is to 1, the more it matters to them.',
    table: 'The numbers as a table',
    what: 'Question',
    month: 'Month',
    value: 'Value',
    count: 'Number',
    legend: 'The thick line is the value, the area around it its 95% confidence interval.',
    fewLegend: 'A striped bar or an empty circle: fewer than 30 answers.',
  },
  findings: {
    one: (label, value) => `${label}: ${value}.`,
    ends: (highest, most, lowest, least) => `Highest: “${highest}”, ${most}. Lowest: “${lowest}”, ${least}.`,
    most: {
      sure: (label, value) => `Chosen most often: “${label}”, ${value}.`,
      unsure: 'No answer was chosen reliably more often than the others.',
    },
    first: {
      sure: (label, value) => `What matters most is “${label}”, put first by ${value}.`,
      unsure: 'Nothing was put first reliably more often than the others.',
    },
    left: {
      sure: (label, value) => `${label} is where most people stop: ${value}.`,
      unsure: 'There is no page at which people stop reliably more often than at the others.',
    },
    last: (month, value) => `Latest figure, ${month}: ${value}.`,
    up: (month) => `▲ Higher in ${month} than in the month before.`,
    down: (month) => `▼ Lower in ${month} than in the month before.`,
    noChange: 'No month differs reliably from the one before.',
    noDifference: 'There is no reliable difference between them: their intervals overlap.',
    none: 'There are not enough answers to show.',
  },
  comments: {
    intro:
      'The names and numbers that were recognised were taken out before anybody read them. If you see something that tells who wrote it, tell whoever runs the system, and do not pass it on.',
    none: 'Nobody wrote anything.',
    count: (n) => count(n, { one: '{n} comment', other: '{n} comments' }),
    more: (n) => `Show ${count(n, { one: '{n} more comment', other: '{n} more comments' })}`,
  },
};
