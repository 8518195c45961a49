import type { Dice } from './dice.js';
import type { Person, SampleLanguage } from './person.js';
import { drawPerson, fullNameOf } from './person.js';
import type { Setting } from './setting.js';

type Words = Readonly<Record<SampleLanguage, readonly string[]>>;

const cities: Words = {
  ar: ['الدمام', 'الخبر', 'القطيف', 'الأحساء', 'الجبيل'],
  en: ['Dammam', 'Khobar', 'Qatif', 'Al-Ahsa', 'Jubail'],
};

const districts: Words = {
  ar: ['حي المثال', 'حي التجربة', 'حي النموذج'],
  en: ['Example district', 'Trial district'],
};

const streets: Words = { ar: ['شارع المثال', 'طريق التجربة'], en: ['Example Street', 'Trial Road'] };

const organisations: Words = {
  ar: ['جمعية المثال', 'مؤسسة المثال', 'شركة التجربة'],
  en: ['Example Association', 'Example Foundation', 'Trial Company'],
};

const jobs: Words = {
  ar: ['بائع', 'سائق', 'فني كهرباء', 'محاسب'],
  en: ['Shop assistant', 'Driver', 'Electrician'],
};

const phrases: Words = {
  ar: ['نص كُتب للتجربة', 'تفاصيل للعرض فقط', 'مثال لما قد يكتبه صاحب الطلب'],
  en: ['Written for a trial', 'Details for a demonstration', 'An example of what somebody may write'],
};

const paragraphs: Words = {
  ar: [
    'ينتهي عقد الإيجار بعد شهرين، وأبحث عن سكن قريب من العمل.',
    'أتممت البرنامج قبل ثلاثة أشهر، وأرغب في الالتحاق بدورة تدريبية.',
    'أعمل بدوام جزئي ولا يكفي الدخل لمصروف البيت.',
  ],
  en: [
    'My lease ends in two months, and I am looking for a home near my work.',
    'I finished the programme three months ago and would like to join a training course.',
    'I work part-time, and the income does not cover the household.',
  ],
};

/** What names of fields and their `autocomplete` have to do with what is typed there, the first that fits. */
const meanings: readonly (readonly [RegExp, Words])[] = [
  [/city|address-level2/i, cities],
  [/district|neighbou?rhood|address-level3/i, districts],
  [/street|address/i, streets],
  [/organi[sz]ation|partner|employer|company|school|body/i, organisations],
  [/job|occupation|profession/i, jobs],
];

/** A line of text that a person could have typed into a field: what it asks for is guessed from its names. */
export function sampleLine({
  definition: { id, autocomplete = '' },
  person,
  language,
  dice,
}: Setting): string {
  const asked = `${id} ${autocomplete}`;
  const name = nameIn(id, autocomplete, person, language, dice);
  if (name !== undefined) return name;
  const [, words = phrases] = meanings.find(([pattern]) => pattern.test(asked)) ?? [];
  return dice.pick(words[language]);
}

/** An address by one of the ways that the field offers. The short form ends in the number of the building. */
export function sampleAddress({ definition, type, language, dice }: Setting): object {
  const { oneOf } = type.jsonSchema(definition) as {
    oneOf: { properties: Record<'short' | 'building' | 'none', unknown> }[];
  };
  const { properties } = dice.pick(oneOf);
  if ('none' in properties) return { none: true };
  const building = String(dice.whole(2_000, 9_999));
  const short = `EXAM${building}`;
  if (!('building' in properties)) return { short };
  return {
    building,
    street: dice.pick(streets[language]),
    secondary: dice.digits(4),
    district: dice.pick(districts[language]),
    postalCode: `3${dice.digits(4)}`,
    city: dice.pick(cities[language]),
    ...(dice.chance(0.5) && { short }),
  };
}

/** Some sentences. */
export function sampleParagraphs(language: SampleLanguage, dice: Dice): string {
  return dice.some(paragraphs[language], dice.whole(1, 2)).join('\n');
}

function nameIn(
  id: string,
  autocomplete: string,
  person: Person,
  language: SampleLanguage,
  dice: Dice,
): string | undefined {
  const asked = `${id} ${autocomplete}`;
  if (/organi[sz]ation|partner|employer|company|school/i.test(asked)) return undefined;
  if (/given-name|firstName/i.test(asked)) return person.first[language];
  if (/family-name|familyName|lastName|surname/i.test(asked)) return person.family[language];
  if (/grandfather/i.test(asked)) return person.grandfather[language];
  if (/middle/i.test(asked)) return `${person.father[language]} ${person.grandfather[language]}`;
  if (/father|additional-name/i.test(asked)) return person.father[language];
  if (/^(full|your|own|applicant)?name$/i.test(id)) return fullNameOf(person, language);
  // Whoever else is named is somebody else.
  return /name/i.test(asked) ? fullNameOf(drawPerson(dice), language) : undefined;
}
