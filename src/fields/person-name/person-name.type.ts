import { cleanLine, countOf } from '../../core/characters.js';
import type { FieldTest } from '../../core/condition.js';
import { holds } from '../../core/condition.js';
import type { FieldDefinition, Reading, Shapes } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { NameParts } from '../../core/names.js';
import { wholeName } from '../../core/names.js';
import { personNameSentences } from './person-name.sentences.js';

/** The parts of a Saudi name, as they stand on a card. */
export const nameParts = ['first', 'father', 'grandfather', 'family'] as const;

export type NamePart = (typeof nameParts)[number];

/** Most characters of one part. */
const LONGEST = 60;

export interface PersonNameDefinition extends FieldDefinition {
  /** How many parts are asked for: four, three without the grandfather's, or two. Four where nothing is said. */
  readonly parts?: 2 | 3 | 4;
  /** Letters of which script are wanted; those of any where nothing is said. */
  readonly letters?: 'any' | 'arabic' | 'latin';
  /** By which answer somebody is a resident, whose papers may name neither father nor grandfather. */
  readonly resident?: FieldTest;
}

/** What the boxes hold, by part. */
export type PersonNameInput = Readonly<Partial<Record<NamePart, string>>>;

/** The name of a person, part by part, tidy and without tatweel. First and family name are always there. */
export const personName = defineFieldType<PersonNameDefinition, PersonNameInput, NameParts>({
  type: 'person-name',
  kind: 'parts',
  definition: (z) =>
    z.strictObject({
      ...z.answerBase,
      parts: z.optional(z.whole(2, 4)),
      letters: z.optional(z.enum(['any', 'arabic', 'latin'])),
      resident: z.optional(z.fieldTest),
    }),
  namesOf: ({ resident }) =>
    resident === undefined ? [] : [{ path: ['resident', 'field'], name: resident.field, test: resident }],
  empty: {},
  read: readName,
  write: ({ first, father, grandfather, family }) => ({
    first,
    family,
    ...(father !== undefined && { father }),
    ...(grandfather !== undefined && { grandfather }),
  }),
  answer: (z, definition) => {
    const shape = askedOf(definition).map((part) => {
      const rule = partRule(z, part, definition);
      return [part, isAlwaysAsked(part) ? rule : z.optional(rule)] as const;
    });
    return z.strictObject(Object.fromEntries(shape), 'type');
  },
  agrees: (answer, definition, answerOf) => {
    if (isResident(definition, answerOf)) return undefined;
    const missing = askedOf(definition).find((part) => answer[part] === undefined);
    return missing && `${missing}-missing`;
  },
  parts: askedOf,
  jsonSchema: (definition) => ({
    type: 'object',
    additionalProperties: false,
    required: askedOf(definition).filter(isAlwaysAsked),
    properties: Object.fromEntries(
      askedOf(definition).map((part) => [part, { type: 'string', minLength: 1, maxLength: LONGEST }]),
    ),
  }),
  unstated: (definition) => [
    'each part is trimmed NFC text with single spaces, without tatweel and invisible marks',
    `each part has letters${scripts[definition.letters ?? 'any']}, marks, spaces, hyphens and apostrophes only`,
    ...(definition.parts === 2
      ? []
      : [
          `every part is wanted${definition.resident === undefined ? '' : `, but of residents, by ${definition.resident.field}`}`,
        ]),
  ],
  display: wholeName,
  problems: nameParts.flatMap((part) =>
    ['missing', 'letters', 'arabic', 'latin', 'too-long'].map((code) => `${part}-${code}`),
  ),
  sentences: personNameSentences,
});

const scripts = { any: '', arabic: ' of the Arabic script', latin: ' of the Latin script' } as const;

/** The parts that a field asks for. */
export function askedOf({ parts = 4 }: PersonNameDefinition): readonly NamePart[] {
  if (parts === 4) return nameParts;
  return parts === 3 ? ['first', 'father', 'family'] : ['first', 'family'];
}

/** Whether a part may not be left out by anybody. */
export function isAlwaysAsked(part: NamePart): boolean {
  return part === 'first' || part === 'family';
}

/** Whether the person is a resident, as far as the other answers tell. */
export function isResident({ resident }: PersonNameDefinition, answerOf: (name: string) => unknown): boolean {
  return resident !== undefined && holds(resident, {}, answerOf);
}

function readName(input: PersonNameInput, definition: PersonNameDefinition): Reading<NameParts> {
  const asked = askedOf(definition);
  const answer: Partial<Record<NamePart, string>> = {};
  for (const part of asked) {
    const text = tidy(input[part] ?? '');
    if (text !== '') answer[part] = text;
  }
  if (Object.keys(answer).length === 0) return {};
  for (const part of asked) {
    const problem = partProblem(answer[part], part, definition);
    if (problem !== undefined) return { problem };
  }
  const { first = '', family = '', ...others } = answer;
  return { answer: { first, ...others, family } };
}

/** What is wrong with one part; undefined too for a part that somebody may leave out. */
function partProblem(
  text: string | undefined,
  part: NamePart,
  { letters = 'any' }: PersonNameDefinition,
): string | undefined {
  if (text === undefined) return isAlwaysAsked(part) ? `${part}-missing` : undefined;
  if (!ofLetters.test(text)) return `${part}-letters`;
  if (letters !== 'any' && !ofScript[letters].test(text)) return `${part}-${letters}`;
  return countOf(text) > LONGEST ? `${part}-too-long` : undefined;
}

function partRule(z: Shapes, part: NamePart, definition: PersonNameDefinition) {
  const isNot = (problem: string) => (text: string) => partProblem(text, part, definition) !== problem;
  const code = (name: string) => ({ error: `${part}-${name}`, abort: true });
  return z.string('type').check(
    z.refine((text) => text !== '' && tidy(text) === text, { error: 'unnormalised', abort: true }),
    z.refine(isNot(`${part}-letters`), code('letters')),
    z.refine(isNot(`${part}-arabic`), code('arabic')),
    z.refine(isNot(`${part}-latin`), code('latin')),
    z.refine(isNot(`${part}-too-long`), code('too-long')),
  );
}

/** Letters and their marks, joiners, spaces, hyphens and apostrophes; a letter in front. */
const ofLetters = /^\p{L}(?:[\p{L}\p{M} '’ʼ‑-]|\u200c|\u200d)*$/u;

/** The same, without the letters of other scripts. Marks belong to several. */
const ofScript = {
  arabic: /^(?:[\p{Script=Arabic}\p{M} '’ʼ‑-]|\u200c|\u200d)+$/u,
  latin: /^(?:[\p{Script=Latin}\p{M} '’ʼ‑-]|\u200c|\u200d)+$/u,
} as const;

/** One line, without the tatweel that only stretches a name. */
function tidy(text: string): string {
  return cleanLine(text.replaceAll('\u0640', ''));
}
