import { isolateLtr } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { nationalIdProblem } from '../../core/saudi.js';
import { digitsOnly } from '../../core/typed-numbers.js';

/** A Saudi national ID (begins with 1) or iqama (begins with 2): ten digits with a Luhn check digit. */
export const nationalId = defineFieldType<FieldDefinition, string, string>({
  type: 'national-id',
  kind: 'text',
  definition: (z) => z.strictObject(z.answerBase),
  empty: '',
  read(input) {
    const answer = digitsOnly(input);
    if (answer === '') return {};
    const problem = nationalIdProblem(answer);
    return problem === undefined ? { answer } : { problem };
  },
  write: (answer) => answer,
  answer: (z) =>
    z.string('type').check(
      z.refine((value) => /^\d{10}$/.test(value), { error: 'length', abort: true }),
      z.refine((value) => nationalIdProblem(value) !== 'first-digit', { error: 'first-digit', abort: true }),
      z.refine((value) => nationalIdProblem(value) === undefined, 'checksum'),
    ),
  jsonSchema: () => ({ type: 'string', pattern: '^[12]\\d{9}$' }),
  unstated: () => ['the check digit (Luhn)'],
  display: isolateLtr,
  problems: ['length', 'first-digit', 'checksum'],
});
