import { countOf } from '../characters.js';
import type { FieldDefinition, Option } from '../field-type.js';
import type { SampleLanguage } from './person.js';
import { sampleDay, sampleDays, sampleTime } from './sample-days.js';
import { sampleIban, sampleNationalId, sampleNumber, samplePhone } from './sample-numbers.js';
import { sampleFiles, sampleGiven, sampleSignature } from './sample-papers.js';
import { sampleOfPattern } from './sample-pattern.js';
import { sampleOfSchema } from './sample-schema.js';
import { sampleAddress, sampleLine, sampleParagraphs } from './sample-text.js';
import type { Sampler, Setting } from './setting.js';

/**
 * A value that a person could have answered; the rule of the type says whether it is right. Types whose answers mean more
 * than their JSON Schema says have a sampler of their own, all others are sampled by that schema.
 */
export function sampleFor(setting: Setting): unknown {
  const sampler = samplers[setting.definition.type];
  return sampler === undefined
    ? sampleOfSchema(setting.type.jsonSchema(setting.definition), setting.dice)
    : sampler(setting);
}

const samplers: Readonly<Record<string, Sampler>> = {
  text: (setting) => tidied(setting, lineFor(setting)),
  'long-text': (setting) =>
    tidied(setting, fitted(setting, sampleParagraphs(setting.language, setting.dice))),
  'person-name': sampleName,
  number: sampleNumber,
  money: sampleNumber,
  date: sampleDay,
  'date-range': sampleDays,
  time: sampleTime,
  choice: sampleOption,
  select: sampleOption,
  choices: ({ definition, type, dice }) => {
    const { minItems, maxItems } = type.jsonSchema(definition) as { minItems: number; maxItems: number };
    const values = valuesOf(definition);
    const chosen = dice.some(values, dice.whole(minItems, Math.min(maxItems, minItems + 2)));
    return values.filter((value) => chosen.includes(value));
  },
  'yes-no': ({ definition: { id }, person, dice }) => {
    if (/saudi|citizen/i.test(id)) return !person.isResident;
    return /resident/i.test(id) ? person.isResident : dice.chance(0.5);
  },
  phone: samplePhone,
  email: ({ person, dice }) => `${person.first.en.toLowerCase()}${dice.digits(3)}@example.org`,
  url: ({ dice }) => `https://www.example.org/${dice.digits(4)}`,
  // Somewhere in the Eastern Province.
  'map-link': ({ dice }) =>
    `26.${dice.whole(1, 5)}${dice.whole(1, 9)},49.${dice.whole(5, 9)}${dice.whole(1, 9)}`,
  iban: sampleIban,
  'national-id': sampleNationalId,
  'national-address': sampleAddress,
  file: sampleFiles,
  signature: sampleSignature,
  given: sampleGiven,
};

/** The answer that the type itself makes of what was typed. */
function tidied({ type, definition, context }: Setting, typed: string): unknown {
  return type.read(typed, definition, context).answer;
}

function lineFor(setting: Setting): string {
  const { definition, dice } = setting;
  const { pattern, characters, minLength, maxLength } = definition as {
    pattern?: string;
    characters?: string;
    minLength?: number;
    maxLength?: number;
  };
  if (pattern !== undefined) return sampleOfPattern(pattern, dice) ?? '';
  if (characters === 'digits' || characters === 'code') {
    const length = dice.whole(
      minLength ?? Math.min(6, maxLength ?? 6),
      maxLength ?? Math.max(10, minLength ?? 0),
    );
    const digits = dice.digits(length);
    return characters === 'digits' ? digits : `A${digits.slice(1)}`;
  }
  return fitted(setting, sampleLine(setting));
}

/** A text as long as a field wants it. */
function fitted({ definition }: Setting, text: string): string {
  const { minLength = 1, maxLength = Number.POSITIVE_INFINITY } = definition as {
    minLength?: number;
    maxLength?: number;
  };
  let long = text;
  while (countOf(long.trim()) < minLength) long += ` ${text}`;
  if (countOf(long) <= maxLength) return long;
  const cut = [...long].slice(0, maxLength).join('').trim();
  // A space at the end would not count.
  return cut.padEnd(Math.min(minLength, maxLength), '.');
}

/** The parts that a field asks for, in the letters it wants; residents may have fewer. */
function sampleName({ definition, type, person, language, dice }: Setting): object {
  const { letters } = definition as { letters?: string };
  const { properties, required } = type.jsonSchema(definition) as { properties: object; required: string[] };
  const script: SampleLanguage = letters === 'latin' ? 'en' : letters === 'arabic' ? 'ar' : language;
  const isLeftOut = (part: string) => person.isResident && !required.includes(part) && dice.chance(0.5);
  const parts = (['first', 'father', 'grandfather', 'family'] as const).filter(
    (part) => part in properties && !isLeftOut(part),
  );
  return Object.fromEntries(parts.map((part) => [part, person[part][script]]));
}

function valuesOf({ options = [] }: { options?: readonly Option[] | undefined }): readonly string[] {
  return options.map(({ value }) => value);
}

/** The option that is true of the person where one of them is; any other way one by chance. */
function sampleOption({ definition, person, dice }: Setting): string | undefined {
  const values = valuesOf(definition);
  // A list that stands elsewhere is not known here.
  if (values.length === 0) return undefined;
  if (values.includes(person.sex)) return person.sex;
  // The towns of the samples are in the Eastern Province (ISO 3166-2).
  if (values.includes('SA-04')) return 'SA-04';
  const citizen = citizenIn(definition, values);
  if (citizen === undefined) return dice.pick(values);
  if (!person.isResident) return citizen;
  const others = values.filter((value) => value !== citizen);
  return others.length > 0 ? dice.pick(others) : citizen;
}

function citizenIn({ id }: FieldDefinition, values: readonly string[]): string | undefined {
  return values.find(
    (value) => /^saudi$/i.test(value) || (/nationality|country/i.test(id) && value === 'SA'),
  );
}
