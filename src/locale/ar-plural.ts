import type { PluralForms } from './plural.js';

/** From three up the counted noun is the same wherever the phrase stands; one and two are declined. */
export const fromThree = (few: string, many: string, other: string) => ({
  few: `{n} ${few}`,
  many: `{n} ${many}`,
  other: `{n} ${other}`,
});

const letters = fromThree('أحرف', 'حرفًا', 'حرف');

/** Characters after a preposition. */
export const charactersAfter: PluralForms = { zero: 'صفر حرف', one: 'حرف واحد', two: 'حرفين', ...letters };

/** The same after a verb. */
export const charactersObject: PluralForms = { one: 'حرفًا واحدًا', two: 'حرفين', ...letters };
