import type { Dice } from './dice.js';

/** Languages in which a sample can be written. */
export type SampleLanguage = 'ar' | 'en';

type Name = Readonly<Record<SampleLanguage, string>>;

/** Somebody who does not exist, so that the answers of one form are those of one person. */
export interface Person {
  readonly sex: 'male' | 'female';
  /** A resident has an iqama, a citizen a national ID. */
  readonly isResident: boolean;
  readonly first: Name;
  readonly father: Name;
  readonly grandfather: Name;
  readonly family: Name;
}

const names = (...pairs: readonly (readonly [ar: string, en: string])[]): readonly Name[] =>
  pairs.map(([ar, en]) => ({ ar, en }));

const men = names(
  ['سالم', 'Salem'],
  ['عبدالله', 'Abdullah'],
  ['محمد', 'Mohammed'],
  ['فهد', 'Fahad'],
  ['ناصر', 'Nasser'],
  ['خالد', 'Khalid'],
  ['ماجد', 'Majed'],
  ['إبراهيم', 'Ibrahim'],
  ['يوسف', 'Yousef'],
  ['تركي', 'Turki'],
);

const women = names(
  ['نورة', 'Noura'],
  ['سارة', 'Sarah'],
  ['هدى', 'Huda'],
  ['ريم', 'Reem'],
  ['منى', 'Mona'],
  ['أمل', 'Amal'],
  ['لطيفة', 'Latifah'],
  ['عائشة', 'Aisha'],
);

/** Names of no family: who reads them knows that nobody is meant. */
const families = names(
  ['المثالي', 'Almithali'],
  ['التجريبي', 'Altajribi'],
  ['النموذجي', 'Alnamuthaji'],
  ['الافتراضي', 'Aliftiradi'],
);

/** Draws a person; of a family where one is given. */
export function drawPerson(
  dice: Dice,
  { isResident = false, family = dice.pick(families) }: { isResident?: boolean; family?: Name } = {},
): Person {
  const sex = dice.chance(0.5) ? 'male' : 'female';
  const first = dice.pick(sex === 'male' ? men : women);
  return { sex, isResident, first, father: dice.pick(men), grandfather: dice.pick(men), family };
}

/** The name of a person from the first to the family's. */
export function fullNameOf({ first, father, grandfather, family }: Person, language: SampleLanguage): string {
  return [first, father, grandfather, family].map((name) => name[language]).join(' ');
}
