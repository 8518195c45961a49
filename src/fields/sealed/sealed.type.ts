import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { isP256Point } from '../../core/p256.js';
import type { Text } from '../../core/text.js';
import type { Envelope } from '../../sealing/envelope-shape.js';
import { ciphertextLengths } from '../../sealing/envelope-shape.js';
import { sealedSentences } from './sealed.sentences.js';

export interface SealedDefinition extends FieldDefinition {
  /** The public key, as `taafi sealing-key` prints it. */
  readonly key: { readonly id: string; readonly publicKey: string };
  /** Who holds the private key, as a noun phrase. */
  readonly reader?: Text | undefined;
}

/**
 * Questions of one step that belong together, whose answers are sealed in the browser before they are sent. While it is
 * filled in it is a section; for whoever cannot read it, it is one answer: the envelope (`asReceived`).
 */
export const sealed = defineFieldType<SealedDefinition, Envelope | undefined, Envelope>({
  type: 'sealed',
  kind: 'none',
  kindOf: ({ fields }) => (fields === undefined ? 'sealed' : 'none'),
  neverPrefilled: true,
  definition: (z) =>
    z.strictObject({
      ...z.fieldBase,
      reader: z.optional(z.text),
      // A whole key file that was pasted is one mistake, and a grave one.
      key: z.pipe(
        z.unknown().check(
          z.refine((key) => !('d' in Object(key)), { error: 'sealing-key-private', abort: true }),
          z.refine((key) => !('kty' in Object(key)), { error: 'sealing-key', abort: true }),
        ),
        z.strictObject({
          id: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'sealing-key-id')),
          publicKey: z.string().check(z.refine(isP256Point, 'sealing-key')),
        }),
      ),
      fields: z.array(z.unknown()).check(z.minLength(1)),
    }),
  empty: undefined,
  read: (input) => (input === undefined ? {} : { answer: input }),
  write: (answer) => answer,
  answer: (z, { key }) =>
    z.strictObject(
      {
        v: z.literal(1, 'envelope'),
        key: z.literal(key.id, 'unknown-key'),
        enc: z.string('envelope').check(z.refine(isP256Point, 'envelope')),
        ciphertext: z
          .string('envelope')
          .check(
            z.refine((text) => ciphertextLengths.includes(text.length) && /^[\w-]*$/.test(text), 'envelope'),
          ),
      },
      'envelope',
    ),
  jsonSchema: ({ key }) => ({
    type: 'object',
    additionalProperties: false,
    required: ['v', 'key', 'enc', 'ciphertext'],
    properties: {
      v: { const: 1 },
      key: { const: key.id },
      enc: { type: 'string', pattern: '^B[A-P][A-Za-z0-9_-]{85}$' },
      ciphertext: {
        type: 'string',
        pattern: '^[A-Za-z0-9_-]*$',
        anyOf: ciphertextLengths.map((length) => ({ minLength: length, maxLength: length })),
      },
    },
  }),
  unstated: () => ['enc is a point of P-256'],
  display: (_answer, { key }, locale) =>
    locale.text({ ar: `مشفّر للمفتاح \u2066${key.id}\u2069`, en: `Sealed to the key ${key.id}` }),
  problems: ['envelope', 'unknown-key'],
  sentences: sealedSentences,
});
