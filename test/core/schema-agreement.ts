import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { judgeIn } from '../../src/core/answer-rule.js';
import type { FormDefinition } from '../../src/core/definition.js';
import { catalog, Engine, toJsonSchema, validateAnswers } from '../../src/core/index.js';
import { pathOf, pointerOf } from '../../src/core/pointer.js';
import { seeds } from './answer-seeds.js';
import { anyAnswer } from './any-answer.js';
import { anyField } from './any-field.js';
import { anyForm } from './any-form.js';
import { filledForm, mixedForm } from './filled-form.js';
import { mutated } from './mutation.js';
import { context, formOf, parsed } from './trial-form.js';

/** A validator as a partner would have it: strict, with nothing of ours but the keywords that say nothing of answers. */
const ajv = new Ajv2020({ strict: true, code: { optimize: false } });
addFormats.default(ajv);
ajv.addVocabulary(['x-i18n-title', 'x-taafi-definition']);

export function validatorOf(definition: FormDefinition): (answers: unknown) => boolean {
  const { schema } = toJsonSchema(definition, catalog);
  const validate = ajv.compile(schema);
  // Forms of one name and version come again here, which they never do elsewhere.
  ajv.removeSchema(String(schema.$id));
  return validate;
}

/** The pointers of all fields that an unstated rule speaks of. */
export function unstatedIn(definition: FormDefinition): ReadonlySet<string> {
  return new Set(toJsonSchema(definition, catalog).unstated.map(({ pointer }) => pointer));
}

/** The pointer, in a definition, of the field that an answer belongs to. */
export function fieldAt(definition: FormDefinition, pointer: string): string | undefined {
  const path = pathOf(pointer).filter((key) => !/^\d+$/.test(key));
  type Fields = FormDefinition['steps'][number]['fields'];
  const find = (
    fields: Fields,
    at: readonly PropertyKey[],
    [id, ...rest]: readonly string[],
  ): string | undefined => {
    for (const [index, { type, id: own, fields: inner = [] }] of fields.entries()) {
      const place = [...at, index];
      if (own === id && rest.length === 0) return pointerOf(place);
      const isWay = type === 'section' || own === id;
      const found = isWay
        ? find(inner, [...place, 'fields'], type === 'section' ? [id ?? '', ...rest] : rest)
        : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const [index, { fields }] of definition.steps.entries()) {
    const found = find(fields, ['steps', index, 'fields'], path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Forms and answers of every kind: the schema takes all that the receiver takes, and takes more only at a field of which
 * the list of unstated rules speaks.
 */
export function formsAgree(runs: number): void {
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      anyForm.chain((json) => {
        const definition = parsed(json);
        return fc.tuple(
          fc.constant(definition),
          filledForm(definition),
          fc.array(mixedForm(definition), { minLength: 3, maxLength: 3 }),
          fc.array(
            filledForm(definition).chain((answers) => mutated(answers, 2)),
            { minLength: 2, maxLength: 2 },
          ),
        );
      }),
      ([definition, filled, mixed, spoilt]) => {
        const isValid = validatorOf(definition);
        const unstated = unstatedIn(definition);
        for (const answers of [filled, ...mixed, ...spoilt]) {
          const { problems } = validateAnswers(definition, answers, catalog, context);
          const verdict = isValid(answers);
          if (problems === undefined) {
            taken += 1;
            assert.ok(verdict, `the schema refuses ${JSON.stringify(answers)}`);
          } else {
            refused += 1;
            const silent = problems.filter(
              ({ pointer }) => !unstated.has(fieldAt(definition, pointer) ?? ''),
            );
            if (verdict) assert.deepEqual(silent, [], `the schema takes ${JSON.stringify(answers)}`);
          }
        }
      },
    ),
    { numRuns: runs },
  );
  assert.ok(taken > runs / 2 && refused > runs, `${taken} taken, ${refused} refused`);
}

/** Types whose answers can be looked at by themselves. */
export function agreeingTypes(): readonly string[] {
  return [...new Set(seeds().map(({ type }) => type))];
}

/** Answers that are asked of one field of each kind before another field is made. */
const ANSWERS = 100;

/**
 * Answers to a field of a type, at least so many: the rules as a browser asks them and as the receiver does say the
 * same, and so does the schema where it claims to state them.
 */
export function answersAgree(
  type: string,
  most: number,
): { readonly taken: number; readonly refused: number } {
  let [taken, refused] = [0, 0];
  const judge = judgeIn(context, catalog);
  fc.assert(
    fc.property(
      anyField(type).chain((written) => {
        const definition = parsed(formOf(written));
        const made = definition.steps[0]?.fields.at(-1);
        assert.ok(made);
        const answers = fc.array(anyAnswer(made), { minLength: ANSWERS, maxLength: ANSWERS });
        return fc.tuple(fc.constant(definition), fc.constant(made.id), answers);
      }),
      ([definition, id, answers]) => {
        const isValid = validatorOf(definition);
        const { unstated } = toJsonSchema(definition, catalog);
        for (const answer of answers) {
          const isRight =
            validateAnswers(definition, { [id]: answer }, catalog, context).problems === undefined;
          // Nothing chosen is nothing in a browser; nobody sends an empty list.
          if (!Array.isArray(answer) || answer.length > 0) {
            const engine = new Engine(definition, catalog, context);
            const node = engine.find(id);
            assert.ok(node);
            engine.place(node, answer);
            const inBrowser = judge(node) === undefined;
            assert.equal(inBrowser, isRight, `browser and receiver differ about ${JSON.stringify(answer)}`);
          }
          const isTaken = isValid({ [id]: answer });
          if (isRight) assert.ok(isTaken, `the schema refuses ${JSON.stringify(answer)}`);
          else if (isTaken)
            assert.ok(unstated.length > 0, `the schema takes ${JSON.stringify(answer)} and does not say so`);
          if (isRight) taken += 1;
          else refused += 1;
        }
      },
    ),
    { numRuns: Math.ceil(most / ANSWERS) },
  );
  return { taken, refused };
}
