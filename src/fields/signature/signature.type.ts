import { cleanLine } from '../../core/characters.js';
import type { Drawing } from '../../core/drawing.js';
import { isSignature, MOST_POINTS, MOST_STROKES, WIDTH } from '../../core/drawing.js';
import type { FieldDefinition, Reading } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { NameParts } from '../../core/names.js';
import { isSameName, wholeName } from '../../core/names.js';
import type { GivenAnswer } from '../given/given.type.js';

export interface SignatureDefinition extends FieldDefinition {
  /** The fields whose answers, one after the other, are the name of who signs. A typed name must be the same. */
  readonly signer?: readonly string[];
}

/** What a provider has signed elsewhere: his name, and the proof that the receiver asks his counterpart about. */
export interface ProvidedSignature {
  readonly method: 'provider';
  readonly provider: string;
  readonly proof: string;
}

/** What a person has signed with here: a drawing, or his name typed out. Both weigh the same. */
export type HandSignature =
  | { readonly method: 'drawn'; readonly drawing: Drawing }
  | { readonly method: 'typed'; readonly name: string };

export type SignatureAnswer = HandSignature | ProvidedSignature;

/** A signature under everything else in the form, which a later change of an answer makes void (policy, step 4). */
export const signature = defineFieldType<SignatureDefinition, SignatureAnswer | undefined, SignatureAnswer>({
  type: 'signature',
  kind: 'signature',
  neverPrefilled: true,
  definition: (z) =>
    z.strictObject({
      ...z.answerBase,
      signer: z.optional(z.array(z.identifier).check(z.minLength(1), z.maxLength(8))),
    }),
  namesOf: ({ signer = [] }) => signer.map((name, index) => ({ path: ['signer', index], name })),
  signs: () => true,
  empty: undefined,
  read: readSignature,
  write: (answer) => answer,
  answer: (z) => {
    const point = z.tuple(
      [
        z.int('type').check(z.gte(0, 'type'), z.lte(WIDTH, 'type')),
        z.int('type').check(z.gte(0, 'type')),
        z.int('type').check(z.gte(0, 'type'), z.lte(86_400_000, 'type')),
      ],
      'type',
    );
    const drawing = z
      .strictObject(
        {
          height: z.int('type').check(z.gte(100, 'type'), z.lte(10 * WIDTH, 'type')),
          strokes: z
            .array(z.array(point, 'type').check(z.minLength(1, 'type')), 'type')
            .check(z.maxLength(MOST_STROKES, 'too-much-ink')),
        },
        'type',
      )
      .check(
        z.refine(({ strokes }) => pointsIn(strokes) <= MOST_POINTS, 'too-much-ink'),
        z.refine(
          ({ height, strokes }) => strokes.every((stroke) => stroke.every(([, y]) => y <= height)),
          'type',
        ),
        z.refine(isSignature, 'too-little-ink'),
      );
    return z.discriminatedUnion(
      'method',
      [
        z.strictObject({ method: z.literal('drawn'), drawing }, 'type'),
        z.strictObject(
          {
            method: z.literal('provider'),
            provider: z.string('type').check(z.regex(/^[a-z][a-z0-9-]{0,31}$/, 'type')),
            proof: z.string('type').check(z.refine(isProof, 'type')),
          },
          'type',
        ),
        z.strictObject(
          {
            method: z.literal('typed'),
            name: z
              .string('type')
              .check(
                z.refine(
                  (name) => name !== '' && name.length <= 200 && cleanLine(name) === name,
                  'unnormalised',
                ),
              ),
          },
          'type',
        ),
      ],
      'type',
    );
  },
  jsonSchema: () => ({
    oneOf: [
      {
        type: 'object',
        additionalProperties: false,
        required: ['method', 'drawing'],
        properties: {
          method: { const: 'drawn' },
          drawing: {
            type: 'object',
            additionalProperties: false,
            required: ['height', 'strokes'],
            properties: {
              height: { type: 'integer', minimum: 100, maximum: 10 * WIDTH },
              strokes: {
                type: 'array',
                maxItems: MOST_STROKES,
                items: {
                  type: 'array',
                  minItems: 1,
                  items: { type: 'array', minItems: 3, maxItems: 3, items: { type: 'integer', minimum: 0 } },
                },
              },
            },
          },
        },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['method', 'provider', 'proof'],
        properties: {
          method: { const: 'provider' },
          provider: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,31}$' },
          proof: { type: 'string', pattern: '^[\\x20-\\x7e]{1,20000}$' },
        },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['method', 'name'],
        properties: { method: { const: 'typed' }, name: { type: 'string', minLength: 1, maxLength: 200 } },
      },
    ],
  }),
  unstated: () => [
    `a drawing has at most ${MOST_POINTS} points, inside its area, and is longer than a quarter of its width`,
    'a typed name is tidy, and that of the signer',
  ],
  agrees: (answer, { signer }, answerOf) => {
    if (answer.method !== 'typed' || signer === undefined) return undefined;
    const name = signerIn(signer.map(answerOf));
    // Where nobody has been named, anybody may sign.
    return name === '' || isSameName(answer.name, name) ? undefined : 'other-name';
  },
  display: (answer, _definition, locale) =>
    answer.method === 'drawn' ? locale.drawn : answer.method === 'typed' ? answer.name : answer.provider,
  problems: ['too-little-ink', 'too-much-ink', 'other-name', 'changed'],
});

/** Whether a text can be what a provider gives. */
export function isProof(text: unknown): boolean {
  return typeof text === 'string' && /^[\x20-\x7e]{1,20000}$/.test(text);
}

/** The name that the answers to the fields of `signer` make up; given data names its signer itself. */
export function signerIn(answers: readonly unknown[]): string {
  return answers
    .map(
      (answer) =>
        (typeof answer === 'object' ? namedIn(answer as GivenAnswer | NameParts | null) : answer) ?? '',
    )
    .filter((name) => name !== '')
    .join(' ');
}

function namedIn(answer: GivenAnswer | NameParts | null): string | undefined {
  if (answer === null) return undefined;
  return 'family' in answer ? wholeName(answer) : answer.signer;
}

function readSignature(input: SignatureAnswer | undefined): Reading<SignatureAnswer> {
  if (input === undefined) return {};
  if (input.method === 'provider') return { answer: input };
  if (input.method === 'drawn') {
    if (input.drawing.strokes.length === 0) return {};
    return isSignature(input.drawing) ? { answer: input } : { problem: 'too-little-ink' };
  }
  const name = cleanLine(input.name);
  return name === '' ? {} : { answer: { method: 'typed', name } };
}

function pointsIn(strokes: Drawing['strokes']): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}
