import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { FieldDefinition, FieldType, Reading } from '../../src/core/field-type.js';
import { catalog, parseDefinition } from '../../src/core/index.js';
import * as shapes from '../../src/core/shapes.js';
import { ar } from '../../src/locale/ar.js';
import { en } from '../../src/locale/en.js';
import { FormLocale } from '../../src/locale/locale.js';

/** A Sunday; 12 Jumada II 1448. */
export const context = { today: '2026-11-22' };

export const locales = {
  ar: new FormLocale('ar', ar, ['ar', 'en']),
  en: new FormLocale('en', en, ['ar', 'en']),
};

type Json = Readonly<Record<string, unknown>>;

/** A form with one field. */
export function formWith(field: Json, document: Json = {}): Json {
  const fields: Json[] = [{ id: 'trial', label: { ar: 'الاسم', en: 'Name' }, ...field }];
  // On a page there must be something to be seen.
  if (field.type === 'hidden')
    fields.push({ id: 'beside', type: 'note', label: { ar: 'أهلًا', en: 'Welcome' } });
  const steps = [{ id: 'only', title: { ar: 'خطوة', en: 'Step' }, fields }];
  const title = { ar: 'نموذج', en: 'Form' };
  return { id: 'trial', version: '1.0.0', languages: ['ar', 'en'], title, steps, ...document };
}

/** What is wrong with the definition of a field: its problems, with pointers from the field on. */
export function definitionProblems(field: Json, document: Json = {}): Record<string, string> {
  const { problems } = parseDefinition(formWith(field, document), catalog);
  const told = problems.map(({ pointer, code }) => [pointer.replace('/steps/0/fields/0', ''), code]);
  return Object.fromEntries(told) as Record<string, string>;
}

/** One field of a type, defined as a web admin would, with what tests ask of it. */
export class TrialField<Definition extends FieldDefinition, Input, Answer> {
  readonly type: FieldType<Definition, Input, Answer>;
  readonly definition: Definition;
  readonly rule: ReturnType<FieldType<Definition, Input, Answer>['answer']>;
  readonly #fitsSchema: (answer: unknown) => boolean;

  constructor(type: FieldType<Definition, Input, Answer>, particulars: Json = {}, document: Json = {}) {
    this.type = type;
    const form = formWith({ type: type.type, ...particulars }, document);
    const { definition, problems } = parseDefinition(form, catalog);
    assert.deepEqual(problems, []);
    // The parser gave it the shape of its type.
    this.definition = definition?.steps[0]?.fields[0] as Definition;
    this.rule = type.answer(shapes, this.definition, context);
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    this.#fitsSchema = ajv.compile(type.jsonSchema(this.definition));
  }

  read(input: Input): Reading<Answer> {
    return this.type.read(input, this.definition, context);
  }

  write(answer: Answer): Input {
    return this.type.write(answer, this.definition);
  }

  /** Code of what is wrong with a stored answer; undefined where nothing is. */
  problem(answer: unknown): string | undefined {
    const result = this.rule.safeParse(answer);
    return result.success ? undefined : result.error.issues[0]?.message;
  }

  accepts(answer: unknown): boolean {
    return this.problem(answer) === undefined;
  }

  schemaAccepts(answer: unknown): boolean {
    return this.#fitsSchema(answer);
  }

  show(answer: Answer, language: 'ar' | 'en'): string {
    return this.type.display(answer, this.definition, locales[language]);
  }

  /** The sentence a person reads about a problem. */
  sentence(code: string, language: 'ar' | 'en'): string {
    const limits = this.type.limits?.(this.definition, context, code);
    return locales[language].problem(this.definition, code, limits, this.type.sentences);
  }
}

/** What to try on a field: what is typed, answers as they are stored, and what somebody might send instead. */
interface Trials<Input, Answer> {
  readonly typed: fc.Arbitrary<Input>;
  readonly stored: fc.Arbitrary<Answer>;
  readonly sent?: fc.Arbitrary<unknown>;
}

/** What holds for every type: reading and rule agree on one stored form, and the JSON Schema follows the rule. */
export function keepsOneForm<Definition extends FieldDefinition, Input, Answer>(
  field: TrialField<Definition, Input, Answer>,
  { typed, stored, sent = fc.jsonValue() }: Trials<Input, Answer>,
): void {
  const codes = new Set(['type', 'unnormalised', ...field.type.problems]);

  it('reads what it has written', () => {
    fc.assert(
      fc.property(stored, (answer) => {
        assert.equal(field.problem(answer), undefined);
        assert.deepEqual(plain(field.read(field.write(answer))), plain({ answer }));
      }),
      { numRuns: 200 },
    );
  });

  it('reads an answer in its stored form, or says what is wrong in a sentence', () => {
    fc.assert(
      fc.property(typed, (input) => {
        const { answer, problem } = field.read(input);
        assert.ok(answer === undefined || problem === undefined);
        const code = problem ?? (answer === undefined ? undefined : field.problem(answer));
        if (code === undefined) return;
        assert.ok(codes.has(code) && code !== 'unnormalised', code);
        assert.ok(field.sentence(code, 'ar') && field.sentence(code, 'en'));
      }),
      { numRuns: 400 },
    );
  });

  it('accepts nothing but the stored form, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(sent, stored, fc.jsonValue()), (value) => {
        const code = field.problem(value);
        if (code !== undefined) assert.ok(codes.has(code), code);
        // The rule has accepted the value, so it is an answer.
        else assert.deepEqual(plain(field.read(field.write(value as Answer))), plain({ answer: value }));
      }),
      { numRuns: 400 },
    );
  });

  it('has a JSON Schema that accepts what the rule does, and more only where it says so', () => {
    const isComplete = (field.type.unstated?.(field.definition) ?? []).length === 0;
    fc.assert(
      fc.property(fc.oneof(sent, stored, fc.jsonValue()), (value) => {
        if (field.accepts(value)) assert.ok(field.schemaAccepts(value), JSON.stringify(value));
        else if (isComplete) assert.ok(!field.schemaAccepts(value), JSON.stringify(value));
      }),
      { numRuns: 400 },
    );
  });
}

/** Digits of every keyboard, letters and marks of both scripts, what cannot be seen, and what belongs nowhere. */
export const typedText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９'),
      fc.constantFrom(...'ابتأإىةهـمحمدکی، . - + ( ) / ; a b Z é ß ŉ ΐ'),
      fc.constantFrom('\u0654', '\u0301', '\u064b', '\u0651', '😀', '\ud800', '\0'),
      fc.constantFrom(' ', '\xa0', '\n', '\r\n', '\t', '\u2028', '\u3000', '\u202f'),
      fc.constantFrom('\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202b', '\u2066', '\ufeff', '\xad'),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** A number as it may have been pasted: digits of any keyboard, marks that cannot be seen, spaces. */
export function pasted(digits: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const scripts = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９'].map((script) => [
    ...script,
  ]);
  const noise = fc.constantFrom(
    '',
    '',
    '',
    ' ',
    '\xa0',
    '\u200f',
    '\u200e',
    '\u202a',
    '\u2066',
    '\u061c',
    '\ufeff',
  );
  return fc
    .tuple(digits, fc.constantFrom(...scripts), fc.infiniteStream(noise))
    .map(([text, script, between]) => {
      const marks = between[Symbol.iterator]();
      const next = (): string => marks.next().value ?? '';
      return [...text].map((sign) => next() + (script[Number.parseInt(sign, 10)] ?? sign)).join('') + next();
    });
}

/** A value as it arrives in JSON. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
