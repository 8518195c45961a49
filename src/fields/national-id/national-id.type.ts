import { isolateLtr } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { nationalIdProblem } from '../../core/saudi.js';
import { digitsOnly } from '../../core/typed-numbers.js';

export interface NationalIdDefinition extends FieldDefinition {
  /** The field that says who is a citizen, and by which answer: a citizen's number begins with 1, any other's with 2. */
  readonly matches?: { readonly field: string; readonly citizen: string | boolean };
}

/** A Saudi national ID (begins with 1) or iqama (begins with 2): ten digits with a Luhn check digit. */
export const nationalId = defineFieldType<NationalIdDefinition, string, string>({
  type: 'national-id',
  kind: 'text',
  definition: (z) => z.nationalIdDefinition,
  namesOf: ({ matches }) =>
    matches === undefined
      ? []
      : [
          {
            path: ['matches', 'field'],
            name: matches.field,
            kinds: ['option', 'boolean'],
            comparison: { path: ['matches', 'citizen'], value: matches.citizen },
          },
        ],
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
  unstated: ({ matches }) => [
    'the check digit (Luhn)',
    ...(matches === undefined
      ? []
      : [`begins with 1 where ${matches.field} is ${matches.citizen}, and with 2 where it is another`]),
  ],
  agrees: (answer, { matches }, answerOf) => {
    const given = matches && answerOf(matches.field);
    if (given === undefined || (given === matches?.citizen) === answer.startsWith('1')) return undefined;
    return answer.startsWith('1') ? 'not-resident' : 'not-citizen';
  },
  display: isolateLtr,
  problems: ['length', 'first-digit', 'checksum', 'not-citizen', 'not-resident'],
});
