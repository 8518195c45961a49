import { addDays, isIsoDate } from '../calendar.js';
import { countOf } from '../characters.js';
import { WIDTH } from '../drawing.js';
import type { Context, FieldDefinition, FieldType, Option } from '../field-type.js';
import { nationalIdProblem } from '../saudi.js';
import type { Dice } from './dice.js';
import type { Person, SampleLanguage } from './person.js';
import { fullNameOf } from './person.js';
import { sampleOfPattern } from './sample-pattern.js';
import { sampleOfSchema } from './sample-schema.js';
import { sampleLine, sampleParagraphs } from './sample-text.js';

/** What a sample of an answer may depend on. */
export interface Setting {
  readonly definition: FieldDefinition;
  readonly type: FieldType<FieldDefinition, unknown, unknown>;
  readonly context: Context;
  readonly dice: Dice;
  readonly language: SampleLanguage;
  /** Who answers, or whom the item of a list is about. */
  readonly person: Person;
  /** The answer of another field as a condition sees it; undefined where there is none. */
  readonly answerOf: (name: string) => unknown;
}

type Sampler = (setting: Setting) => unknown;

/** First and last day that every calendar of the kit can show. */
const EARLIEST = '1882-11-12';
const LATEST = '2174-11-25';

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
  number: numberFor,
  date: ({ definition, ...setting }) => {
    const { calendars } = calendarsIn(definition, setting.type);
    return { date: dayFor({ definition, ...setting }), calendar: setting.dice.pick(calendars) };
  },
  choice: optionFor,
  choices: ({ definition, type, dice }) => {
    const { minItems, maxItems } = type.jsonSchema(definition) as { minItems: number; maxItems: number };
    const values = valuesOf(definition);
    const chosen = dice.some(values, dice.whole(minItems, Math.min(maxItems, minItems + 2)));
    return values.filter((value) => chosen.includes(value));
  },
  phone: ({ definition, dice }) => {
    const { kind } = definition as { kind?: string };
    return kind === 'any' && dice.chance(0.2) ? `+96613${dice.digits(7)}` : `+96650${dice.digits(7)}`;
  },
  'national-id': ({ person, dice }) => nationalId(person.isResident ? '2' : '1', dice),
  file: fileFor,
  signature: signatureFor,
  given: ({ person, language }) => ({
    lines: [
      { label: { ar: 'صاحب الطلب', en: 'Applicant' }[language], value: fullNameOf(person, language) },
      { label: { ar: 'المدينة', en: 'City' }[language], value: { ar: 'الدمام', en: 'Dammam' }[language] },
    ],
    signer: fullNameOf(person, language),
  }),
};

/** The answer that the type itself makes of what was typed. */
function tidied({ type, definition, context }: Setting, typed: string): unknown {
  return type.read(typed, definition, context).answer;
}

function lineFor(setting: Setting): string {
  const { definition, dice, person, language } = setting;
  const { pattern, characters, minLength, maxLength } = definition as {
    pattern?: string;
    characters?: string;
    minLength?: number;
    maxLength?: number;
  };
  if (pattern !== undefined) return sampleOfPattern(pattern, dice) ?? '';
  if (characters === 'digits' || characters === 'code') {
    const length = dice.whole(minLength ?? Math.min(6, maxLength ?? 6), Math.min(maxLength ?? 10, 1_000));
    return characters === 'digits'
      ? dice.digits(length)
      : `A${dice.digits(length)}`.slice(0, Math.max(1, length));
  }
  return fitted(setting, sampleLine(definition, person, language, dice));
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

/** Amounts of money are hundreds, what is counted is small; both as far as the definition lets them. */
function numberFor({ definition, dice }: Setting): number {
  const {
    minimum,
    maximum,
    integer = false,
  } = definition as {
    minimum?: number;
    maximum?: number;
    integer?: boolean;
  };
  const isAmount = /income|amount|rent|salary|instal|loan|cost|price|total|utilit|obligation/i.test(
    definition.id,
  );
  const step = isAmount ? 50 : 1;
  const least = minimum ?? Math.min(0, maximum ?? 0);
  const most = Math.min(maximum ?? Number.POSITIVE_INFINITY, least + (isAmount ? 4_000 : 12));
  const [first, last] = [Math.ceil(least / step), Math.floor(most / step)];
  if (first <= last) return dice.whole(first, last) * step;
  if (integer) return dice.whole(Math.ceil(least), Math.floor(most));
  return Number((least + dice.next() * (most - least)).toPrecision(6));
}

function calendarsIn(
  definition: FieldDefinition,
  type: Setting['type'],
): { readonly calendars: readonly string[] } {
  const { properties } = type.jsonSchema(definition) as { properties: { calendar: { enum: string[] } } };
  return { calendars: properties.calendar.enum };
}

/** A day within the limits of a field: a day of birth is that of a grown-up, or of whom the item is about. */
function dayFor({ definition, dice, context: { today }, answerOf }: Setting): string {
  const { min, max } = definition as { min?: string; max?: string };
  const limit = (written: string | undefined) => (written === 'today' ? today : written);
  const [least, most] = [limit(min) ?? EARLIEST, limit(max) ?? LATEST];
  const [first, last] = usualDays(/birth|born/i.test(definition.id), answerOf('relation'), {
    today,
    isAhead: limit(min) !== undefined && least >= today,
  });
  const [from, to] = [later(least, earlier(first, most)), earlier(most, later(last, least))];
  return addDays(from, dice.whole(0, daysBetween(from, to)));
}

/** Between which days a day is looked for where the definition leaves it open. */
function usualDays(
  isBirth: boolean,
  relation: unknown,
  { today, isAhead }: { today: string; isAhead: boolean },
): [string, string] {
  if (isBirth && /child|son|daughter/i.test(String(relation)))
    return [addDays(today, -6_000), addDays(today, -400)];
  if (isBirth && /parent|father|mother/i.test(String(relation))) return ['1945-01-01', '1962-12-31'];
  // Not reckoned from today, so that a seed gives the same person next year.
  if (isBirth) return ['1968-01-01', '2004-12-31'];
  return isAhead ? [today, addDays(today, 60)] : [addDays(today, -700), today];
}

const earlier = (one: string, other: string) => (one < other ? one : other);
const later = (one: string, other: string) => (one > other ? one : other);

function daysBetween(from: string, to: string): number {
  if (!isIsoDate(from) || !isIsoDate(to)) return 0;
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

function valuesOf({ options = [] }: { options?: readonly Option[] | undefined }): readonly string[] {
  return options.map(({ value }) => value);
}

/** The option that is true of the person where one of them is; any other way one by chance. */
function optionFor({ definition, person, dice }: Setting): string {
  const values = valuesOf(definition);
  if (values.includes(person.sex)) return person.sex;
  const citizen = values.find((value) => /^(saudi|SA)$/i.test(value));
  if (citizen === undefined) return dice.pick(values);
  if (!person.isResident) return citizen;
  const others = values.filter((value) => value !== citizen);
  return others.length > 0 ? dice.pick(others) : citizen;
}

/** A number whose check digit is right. Whether anybody has it cannot be known: it is for trials alone. */
export function nationalId(first: '1' | '2', dice: Dice): string {
  const start = `${first}${dice.digits(8)}`;
  const last = [...'0123456789'].find((digit) => nationalIdProblem(start + digit) === undefined);
  return `${start}${last ?? '0'}`;
}

/** A file that nobody has uploaded: whoever sends such answers uploads one under its id before. */
function fileFor({ definition, type, dice, language }: Setting): readonly object[] {
  const { items } = type.jsonSchema(definition) as {
    items: { properties: { type: { enum: string[] }; size: { maximum: number } } };
  };
  const mediaType = dice.pick(items.properties.type.enum);
  const ending = mediaType.split('/')[1]?.replace('jpeg', 'jpg');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return [
    {
      id: Array.from({ length: 22 }, () => dice.pick([...letters])).join(''),
      name: `${{ ar: 'مستند', en: 'document' }[language]}.${ending}`,
      type: mediaType,
      size: Math.min(items.properties.size.maximum, dice.whole(40_000, 400_000)),
    },
  ];
}

/** Drawn or typed: what is typed is the name that the other answers give the signer. */
function signatureFor({ definition, dice, person, language, answerOf }: Setting): object {
  if (dice.chance(0.4)) return { method: 'drawn', drawing: drawingBy(dice) };
  const { signer = [] } = definition as { signer?: readonly string[] };
  const named = signer
    .map(answerOf)
    .map((answer) => (typeof answer === 'object' ? (answer as { signer?: string } | null)?.signer : answer))
    .filter((part) => part !== undefined && part !== '');
  return { method: 'typed', name: named.length > 0 ? named.join(' ') : fullNameOf(person, language) };
}

function drawingBy(dice: Dice): object {
  const height = 4_000;
  const points = Array.from({ length: 24 }, (_, index) => [
    Math.round(WIDTH / 10 + (index * WIDTH) / 32),
    Math.round(height / 2 + Math.sin(index / 2) * dice.whole(300, 1_500)),
    index * 16,
  ]);
  return { height, strokes: [points] };
}
