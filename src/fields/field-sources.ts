import type { FieldView } from './field-view.js';

/** Brings the views of a type, and those of others where they come together. */
type Source = () => Promise<readonly FieldView[]>;

const surveys: Source = async () => (await import('./survey-views.js')).surveyViews;
const usual: Source = async () => (await import('./views.js')).usualViews;

/**
 * Where each type of field comes from in a browser. What most forms have comes together, what surveys have of that a little
 * earlier; every other type comes by itself, and what few forms have whole, with its sentences.
 */
export const fieldSources: Readonly<Record<string, Source>> = {
  rating: surveys,
  scale: async () => [(await import('./scale/scale.view.js')).scaleView],
  matrix: async () => [(await import('./matrix/matrix.view.js')).matrixView],
  choice: surveys,
  choices: surveys,
  'long-text': surveys,
  note: surveys,
  section: surveys,
  text: usual,
  number: usual,
  date: usual,
  'yes-no': usual,
  phone: usual,
  'national-id': usual,
  list: usual,
  computed: usual,
  file: usual,
  statement: usual,
  signature: usual,
  given: usual,
  'date-range': async () => [(await import('./date-range/date-range.view.js')).dateRangeView],
  'national-address': async () => [
    (await import('./national-address/national-address.view.js')).nationalAddressView,
  ],
  'person-name': async () => [(await import('./person-name/person-name.view.js')).personNameView],
  ranking: async () => [(await import('./ranking/ranking.view.js')).rankingView],
  money: async () => [(await import('./money/money.view.js')).moneyView],
  email: async () => [(await import('./email/email.view.js')).emailView],
  iban: async () => [(await import('./iban/iban.view.js')).ibanView],
  url: async () => [(await import('./url/url.view.js')).urlView],
  time: async () => [(await import('./time/time.view.js')).timeView],
  'map-link': async () => [(await import('./map-link/map-link.view.js')).mapLinkView],
  hidden: async () => [(await import('./hidden/hidden.view.js')).hiddenView],
  sealed: async () => [(await import('./sealed/sealed.view.js')).sealedView],
  select: async () => [(await import('./select/select.view.js')).selectView],
};

/** Brings what some types need, all at once; of a name that no type has nothing comes. Rejects where it cannot be brought. */
export async function viewsFrom(names: readonly string[]): Promise<readonly FieldView[]> {
  const sources = names.flatMap((name) => (Object.hasOwn(fieldSources, name) ? fieldSources[name] : []));
  return (await Promise.all([...new Set(sources)].map((source) => source?.() ?? []))).flat();
}
