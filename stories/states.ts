/**
 * In which story each state of each element and each type of field can be seen, by the id in the address of the story;
 * where a state does not exist, why. A test holds it against the manifest, the catalogue and the stories there are.
 */

/** The states that a designer asks for. */
export const states = [
  'empty',
  'filled',
  'errors',
  'longContent',
  'loading',
  'sent',
  'offline',
  'readOnly',
  'disabled',
] as const;

export type State = (typeof states)[number];

/** The id of a story, or why there is none. */
export type Seen = string | { readonly none: string };

export type SeenStates = Readonly<Record<State, Seen>>;

const none = (why: string): Seen => ({ none: why });

const NOT_DISABLED = none('It has no `disabled`: nothing in it is a control of a form of the page.');
const NOTHING_SENT = none('It sends nothing to anybody.');

const OF_THE_FORM = none(
  'The form in the frame is the association’s own page: its states are those of that form.',
);

/** By tag. */
export const elementStates: Readonly<Record<string, SeenStates>> = {
  'taafi-form': {
    empty: 'form-pages--first-step',
    filled: 'form-pages--step-with-progress-opened',
    errors: 'form-pages--error-summary',
    longContent: 'form-embedding--many-fields',
    loading: 'form-broken-definition--loading-slowly',
    sent: 'form-sending--receipt',
    offline: 'form-sending--offline',
    readOnly: 'form-pages--review',
    disabled: 'form-embedding--disabled',
  },
  'taafi-embed': {
    empty: OF_THE_FORM,
    filled: OF_THE_FORM,
    errors: OF_THE_FORM,
    longContent: OF_THE_FORM,
    loading: 'embed--waiting',
    sent: OF_THE_FORM,
    offline: 'embed--not-shown',
    readOnly: OF_THE_FORM,
    disabled: NOT_DISABLED,
  },
  'taafi-support-request': {
    empty: 'support-request--nothing-filled',
    filled: 'support-request--about',
    errors: 'support-request--contact-unanswered',
    longContent: 'support-request--long-content',
    loading: 'support-request--loading',
    sent: 'support-request--receipt',
    offline: 'support-request--offline',
    readOnly: 'support-request--review',
    disabled: 'support-request--disabled',
  },
  'taafi-data-declaration': {
    empty: 'data-declaration--to-read',
    filled: 'data-declaration--typed',
    errors: 'data-declaration--unanswered',
    longContent: 'data-declaration--long-content',
    loading: 'data-declaration--loading',
    sent: 'data-declaration--sent',
    offline: 'data-declaration--offline',
    readOnly: 'data-declaration-where-the-data-come-from--signed-before',
    disabled: 'data-declaration--disabled',
  },
  'taafi-satisfaction-survey': {
    empty: 'satisfaction-survey--ease',
    filled: 'satisfaction-survey--overall',
    errors: 'satisfaction-survey--comment-too-long',
    longContent: 'satisfaction-survey--long-content',
    loading: 'satisfaction-survey--loading',
    sent: 'satisfaction-survey--thanks',
    offline: 'satisfaction-survey--not-sent',
    readOnly: none(
      'Answers are not shown again: what was said of the service is nobody’s to look at over a shoulder.',
    ),
    disabled: 'satisfaction-survey--disabled',
  },
  'taafi-signature': {
    empty: 'signature--empty',
    filled: 'signature--drawn',
    errors: 'signature--missing',
    longContent: 'signature--long-content',
    loading: none('It needs nothing from anywhere: the pad is there with its script.'),
    sent: none('The form it stands in sends it: see data-declaration--sent.'),
    offline: none('The form it stands in sends it: see data-declaration--offline.'),
    readOnly: none('A signature that cannot be changed is a disabled one, or the picture that `svg` gives.'),
    disabled: 'signature--disabled',
  },
  'taafi-receipt-check': {
    empty: 'receipt-check--at-first',
    filled: 'receipt-check--chosen',
    errors: 'receipt-check--no-receipt',
    longContent: 'receipt-check--long-content',
    loading: 'receipt-check--loading',
    sent: NOTHING_SENT,
    offline: 'receipt-check--offline',
    readOnly: 'receipt-check--genuine',
    disabled: NOT_DISABLED,
  },
  'taafi-status-tracker': {
    empty: 'status-tracker--look-up',
    filled: 'status-tracker--typed',
    errors: 'status-tracker--wrong-digit',
    longContent: 'status-tracker--long-content',
    loading: 'status-tracker--loading',
    sent: 'status-tracker--item-sent',
    offline: 'status-tracker--offline',
    readOnly: 'status-tracker--withdrawn',
    disabled: NOT_DISABLED,
  },
  'taafi-survey-results': {
    empty: 'survey-results--empty',
    filled: 'survey-results--a-year',
    errors: 'survey-results--wrong-token',
    longContent: 'survey-results--long-content',
    loading: 'survey-results--loading',
    sent: NOTHING_SENT,
    offline: 'survey-results--offline',
    readOnly: 'survey-results--ready-results',
    disabled: NOT_DISABLED,
  },
};

/** What holds of all types of field: a field is loaded and sent with its form, never by itself. */
const ofItsForm = {
  loading: none(
    'A step is shown when all its fields can be drawn: see form-broken-definition--loading-slowly.',
  ),
  sent: none('Answers go with their form: see form-sending--receipt.'),
  offline: none('Answers go with their form: see form-sending--offline.'),
} as const;

const SIGNED_AGAIN = none(
  'What is ticked or signed stands below the answers, where it is still to be done or undone.',
);
const NOT_ANSWERED = none('It asks for nothing, so nothing can be wrong, missing or taken back.');

/** Of a type whose stories are named as most are. */
const usual = (type: string, filled = 'filled', errors = 'missing'): SeenStates => ({
  ...ofItsForm,
  empty: `fields-${type}--empty`,
  filled: `fields-${type}--${filled}`,
  errors: `fields-${type}--${errors}`,
  longContent: `fields-${type}--long-content`,
  readOnly: `fields-${type}--read-only`,
  disabled: `fields-${type}--disabled`,
});

/** By the type in a definition. */
export const fieldStates: Readonly<Record<string, SeenStates>> = {
  text: usual('text'),
  'long-text': usual('long-text'),
  number: usual('number'),
  date: usual('date', 'filled-in-hijri'),
  choice: usual('choice', 'chosen'),
  choices: usual('choices', 'ticked'),
  'yes-no': { ...usual('yes-or-no', 'yes') },
  phone: usual('phone'),
  'national-id': usual('national-id'),
  list: usual('list', 'two-items'),
  section: { ...usual('section', 'filled', 'problem-inside'), empty: 'fields-section--plain' },
  sealed: usual('sealed', 'filled', 'problem-inside'),
  computed: {
    ...usual('computed', 'total'),
    empty: 'fields-computed--not-yet-known',
    errors: NOT_ANSWERED,
    disabled: none('Nobody types in it: it is worked out of other answers.'),
  },
  file: {
    ...usual('file', 'chosen'),
    sent: 'form-sending--files',
    offline: 'form-sending--waiting',
  },
  statement: {
    ...usual('statement', 'ticked'),
    empty: 'fields-statement--not-ticked',
    readOnly: SIGNED_AGAIN,
  },
  signature: { ...usual('signature', 'drawn'), readOnly: SIGNED_AGAIN },
  given: {
    ...usual('given', 'lines'),
    empty: 'fields-given--nothing',
    readOnly: 'fields-given--lines',
    disabled: none('There is nothing in it to be typed or pressed.'),
  },
  note: {
    ...usual('note', 'plain'),
    empty: 'fields-note--only-a-title',
    errors: NOT_ANSWERED,
    readOnly: 'fields-note--plain',
    disabled: NOT_ANSWERED,
  },
  rating: usual('rating', 'faces-taken'),
  scale: usual('scale', 'taken'),
  matrix: usual('matrix', 'answered'),
  ranking: usual('ranking', 'begun'),
  'date-range': usual('date-range'),
  'national-address': usual('national-address'),
  'person-name': usual('person-name'),
  select: {
    ...usual('select', 'chosen'),
    loading: none(
      'A list in a file of its own is asked for as soon as the field is drawn: see fields-select--not-loaded.',
    ),
    offline: 'fields-select--not-loaded',
  },
  money: usual('money'),
  email: usual('email'),
  iban: usual('iban'),
  url: usual('url'),
  time: usual('time'),
  'map-link': usual('map-link'),
  hidden: {
    ...usual('hidden', 'given', 'not-given'),
    empty: 'fields-hidden--not-given',
    disabled: none('There is nothing in it to be typed or pressed.'),
  },
};
