import { cleanLine, countOf, isolateLtr } from '../../core/characters.js';
import type { FieldDefinition, Reading, Shapes } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { JsonSchema } from '../../core/json-schema.js';
import { digitsOnly, stripInvisible, toAsciiDigits } from '../../core/typed-numbers.js';
import { nationalAddressSentences, noAddress } from './national-address.sentences.js';

/** How an address may be given: by its short form, in full, or not at all, for want of one. */
export const addressWays = ['short', 'full', 'none'] as const;

export type AddressWay = (typeof addressWays)[number];

/** What a full address consists of, in the order in which it is written. `secondary` is the four digits after the street. */
export const addressParts = ['building', 'street', 'secondary', 'district', 'postalCode', 'city'] as const;

export type AddressPart = (typeof addressParts)[number];

/** Most characters of a street, a district or a city. */
const LONGEST = 100;

const SHORT = /^[A-Z]{4}\d{4}$/;
const FOUR_DIGITS = /^\d{4}$/;
const POSTAL_CODE = /^[1-8]\d{4}$/;

export interface NationalAddressDefinition extends FieldDefinition {
  /** The ways that are offered; all, where nothing is said. */
  readonly ways?: readonly AddressWay[];
}

/** What the controls hold: the way that was taken, and the boxes. What was typed in another way stays. */
export type NationalAddressInput = Readonly<Partial<Record<AddressPart | 'short' | 'way', string>>>;

export type FullAddress = Readonly<Record<AddressPart, string>> & { readonly short?: string };

export type NationalAddressAnswer = { readonly short: string } | FullAddress | { readonly none: true };

/**
 * A Saudi national address (SPL): four Latin letters and four digits, or the full address, whose building number is those
 * digits, or that there is none.
 */
export const nationalAddress = defineFieldType<
  NationalAddressDefinition,
  NationalAddressInput,
  NationalAddressAnswer
>({
  type: 'national-address',
  kind: 'parts',
  definition: (z) =>
    z.strictObject({
      ...z.answerBase,
      ways: z.optional(z.array(z.enum(addressWays)).check(z.minLength(1), z.maxLength(3))),
    }),
  empty: {},
  read: readAddress,
  write(answer) {
    if ('none' in answer) return { way: 'none' };
    return 'building' in answer ? { way: 'full', ...answer } : { way: 'short', ...answer };
  },
  answer: (z, definition) => {
    const short = code(z, SHORT, 'short-form');
    const rules = {
      short: z.strictObject({ short }, 'type'),
      full: z
        .strictObject(
          {
            building: code(z, FOUR_DIGITS, 'building-digits'),
            street: line(z, 'street'),
            secondary: code(z, FOUR_DIGITS, 'secondary-digits'),
            district: line(z, 'district'),
            postalCode: code(z, POSTAL_CODE, 'postalCode-digits'),
            city: line(z, 'city'),
            short: z.optional(short),
          },
          'type',
        )
        .check(z.refine((address) => fits(address), 'other-building')),
      none: z.strictObject({ none: z.literal(true, 'type') }, 'type'),
    };
    const ways = waysOf(definition);
    // The keys tell which way was meant, and what is wrong is told of that one.
    return z.unknown().check((ctx) => {
      const way = wayOf(ctx.value);
      const issues = way && ways.includes(way) ? rules[way].safeParse(ctx.value).error?.issues : undefined;
      const message = way && ways.includes(way) ? issues?.[0]?.message : 'type';
      if (message !== undefined) ctx.issues.push({ code: 'custom', message, input: ctx.value });
    });
  },
  parts: (definition) => [
    ...(waysOf(definition).some((way) => way !== 'none') ? ['short'] : []),
    ...(waysOf(definition).includes('full') ? addressParts : []),
    ...(waysOf(definition).includes('none') ? ['none'] : []),
  ],
  jsonSchema: (definition) => ({ oneOf: waysOf(definition).map((way) => schemas[way]) }),
  unstated: (definition) =>
    waysOf(definition).includes('full')
      ? [
          'street, district and city are trimmed NFC text with single spaces and no invisible marks',
          'the digits of the short address are the number of the building',
        ]
      : [],
  display(answer, _definition, locale) {
    if ('none' in answer) return noAddress(locale);
    if (!('building' in answer)) return isolateLtr(answer.short);
    const { short, building, street, secondary, district, postalCode, city } = answer;
    const lines = [`${building} ${street}`, `${secondary} ${district}`, `${postalCode} ${city}`];
    return [...(short === undefined ? [] : [isolateLtr(short)]), ...lines].join('\n');
  },
  problems: [
    'short-missing',
    'short-arabic',
    'short-form',
    ...addressParts.map((part) => `${part}-missing`),
    'building-digits',
    'secondary-digits',
    'postalCode-digits',
    'other-building',
    ...(['street', 'district', 'city'] as const).map((part) => `${part}-too-long`),
  ],
  sentences: nationalAddressSentences,
});

/** The ways that a field offers, always in the same order. */
export function waysOf({ ways = addressWays }: NationalAddressDefinition): readonly AddressWay[] {
  return addressWays.filter((way) => ways.includes(way));
}

/** The way that is taken: the only one where there is no choice. */
export function takenWay(
  { way }: NationalAddressInput,
  definition: NationalAddressDefinition,
): AddressWay | undefined {
  const ways = waysOf(definition);
  return ways.length === 1 ? ways[0] : ways.find((one) => one === way);
}

/** The parts that are codes of digits; the others are names. */
export function isDigits(part: AddressPart): boolean {
  return part === 'building' || part === 'secondary' || part === 'postalCode';
}

function readAddress(
  input: NationalAddressInput,
  definition: NationalAddressDefinition,
): Reading<NationalAddressAnswer> {
  const way = takenWay(input, definition);
  if (way === undefined) return {};
  // A single way is not taken by anybody, so nothing typed is no answer.
  if (way === 'none') return input.way === 'none' ? { answer: { none: true } } : {};
  const short = codeFrom(input.short ?? '');
  const wrongShort = short === '' ? undefined : shortProblem(short);
  if (way === 'short') {
    if (wrongShort !== undefined) return { problem: wrongShort };
    if (short !== '') return { answer: { short } };
    return input.way === undefined ? {} : { problem: 'short-missing' };
  }
  const full = Object.fromEntries(
    addressParts.map((part) => [
      part,
      isDigits(part) ? digitsOnly(input[part] ?? '') : cleanLine(input[part] ?? ''),
    ]),
  ) as Record<AddressPart, string>;
  if (input.way === undefined && short === '' && addressParts.every((part) => full[part] === '')) return {};
  const problem = wrongShort ?? fullProblem(full);
  if (problem !== undefined) return { problem };
  const answer = short === '' ? full : { ...full, short };
  return fits(answer) ? { answer } : { problem: 'other-building' };
}

function shortProblem(short: string): string | undefined {
  if (/\p{Script=Arabic}/u.test(short)) return 'short-arabic';
  return SHORT.test(short) ? undefined : 'short-form';
}

function fullProblem(full: Readonly<Record<AddressPart, string>>): string | undefined {
  for (const part of addressParts) {
    const text = full[part];
    if (text === '') return `${part}-missing`;
    if (isDigits(part) && !(part === 'postalCode' ? POSTAL_CODE : FOUR_DIGITS).test(text))
      return `${part}-digits`;
    if (countOf(text) > LONGEST) return `${part}-too-long`;
  }
  return undefined;
}

/** Whether the digits of the short address are the number of the building. */
function fits({
  short,
  building,
}: {
  readonly short?: string | undefined;
  readonly building: string;
}): boolean {
  return short === undefined || short.slice(4) === building;
}

/** A code as it was meant: Latin capitals and ASCII digits, without spaces and dashes. */
function codeFrom(text: string): string {
  const code = toAsciiDigits(stripInvisible(text)).replace(/[\s\p{Pd}\u0640]/gu, '');
  return code.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

function wayOf(value: unknown): AddressWay | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if ('none' in value) return 'none';
  return addressParts.some((part) => part in value) ? 'full' : 'short';
}

function code(z: Shapes, form: RegExp, problem: string) {
  return z.string('type').check(z.regex(form, problem));
}

function line(z: Shapes, part: AddressPart) {
  return z.string('type').check(
    z.refine((text) => text !== '' && cleanLine(text) === text, { error: 'unnormalised', abort: true }),
    z.refine((text) => countOf(text) <= LONGEST, `${part}-too-long`),
  );
}

const text = { type: 'string', minLength: 1, maxLength: LONGEST };
const coded = (form: RegExp) => ({ type: 'string', pattern: form.source });

const schemas: Readonly<Record<AddressWay, JsonSchema>> = {
  short: objectOf({ short: coded(SHORT) }),
  full: objectOf(
    {
      building: coded(FOUR_DIGITS),
      street: text,
      secondary: coded(FOUR_DIGITS),
      district: text,
      postalCode: coded(POSTAL_CODE),
      city: text,
      short: coded(SHORT),
    },
    addressParts,
  ),
  none: objectOf({ none: { const: true } }),
};

function objectOf(properties: JsonSchema, required: readonly string[] = Object.keys(properties)): JsonSchema {
  return { type: 'object', additionalProperties: false, required, properties };
}
