import { cleanLine, isolateLtr } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { formatPhone, parsePhone } from '../../core/saudi.js';

export interface PhoneDefinition extends FieldDefinition {
  /** `mobile` (the rule where nothing is said) wants a Saudi mobile, `any` takes every number. */
  readonly kind?: 'mobile' | 'any';
}

/** A telephone number, stored as E.164. Saudi numbers may be typed in each of the usual ways. */
export const phone = defineFieldType<PhoneDefinition, string, string>({
  type: 'phone',
  kind: 'text',
  definition: (z) => z.strictObject({ ...z.comparedBase, kind: z.optional(z.enum(['mobile', 'any'])) }),
  empty: '',
  read(input, definition) {
    if (cleanLine(input) === '') return {};
    const parsed = parsePhone(input);
    if ('problem' in parsed) return { problem: parsed.problem };
    return isWelcome(parsed.kind, definition) ? { answer: parsed.e164 } : { problem: 'not-mobile' };
  },
  write: formatPhone,
  answer: (z, definition) =>
    z.string('type').check(
      z.refine(
        (value) => {
          const parsed = parsePhone(value);
          return 'e164' in parsed && parsed.e164 === value;
        },
        { error: 'format', abort: true },
      ),
      z.refine((value) => {
        const parsed = parsePhone(value);
        return 'kind' in parsed && isWelcome(parsed.kind, definition);
      }, 'not-mobile'),
    ),
  jsonSchema: ({ kind }) => ({
    type: 'string',
    pattern: kind === 'any' ? '^\\+[1-9]\\d{6,14}$' : '^\\+9665\\d{8}$',
  }),
  unstated: ({ kind }) =>
    kind === 'any' ? ['a number of the Saudi numbering plan where it begins with +966'] : [],
  display: (answer) => isolateLtr(formatPhone(answer)),
  problems: ['format', 'not-mobile'],
});

function isWelcome(found: 'mobile' | 'landline' | 'foreign', { kind }: PhoneDefinition): boolean {
  return kind === 'any' || found === 'mobile';
}
