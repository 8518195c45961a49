import assert from 'node:assert/strict';
import type { Ajv } from 'ajv';
import { Ajv as Ajv07 } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { FormDefinition } from '../../../src/core/definition.js';
import {
  answersFrom,
  catalog,
  dataFrom,
  parseDefinition,
  readJsonSchema,
  toJsonSchema,
  validateAnswers,
} from '../../../src/core/index.js';
import { documentOf } from '../../../src/core/json-schema/carried-definition.js';
import { pathOf } from '../../../src/core/pointer.js';
import { anyForm } from '../any-form.js';
import { filledForm } from '../filled-form.js';
import { mutated } from '../mutation.js';
import type { Json } from '../trial-form.js';
import { context, parsed } from '../trial-form.js';
import { anyJsonSchema } from './any-json-schema.js';

/** A partner's own validator: it knows nothing of us. */
export function partnersValidator(schema: Json): (data: unknown) => boolean {
  const options = { strict: false, allErrors: true, code: { optimize: false } } as const;
  const isOld = String(schema.$schema ?? '').includes('draft-07');
  const ajv: Ajv = isOld ? new Ajv07(options) : new Ajv2020(options);
  addFormats.default(ajv);
  ajv.addFormat('data-url', /^data:/);
  return ajv.compile(schema);
}

/** What a schema has come to, which must be a form. */
export function formOf(
  schema: unknown,
  uiSchema?: unknown,
): { definition: FormDefinition; reported: readonly string[] } {
  const { definition, problems, uiProblems } = readJsonSchema(schema, catalog, { uiSchema });
  return {
    definition: parsed(definition),
    reported: [...problems, ...uiProblems].map(({ pointer }) => pointer),
  };
}

/** A definition, written as a schema and read again, is the same definition, and gives the same schema again. */
export function isFixedPoint(definition: FormDefinition): void {
  const { schema } = toJsonSchema(definition, catalog);
  const { definition: document, problems } = readJsonSchema(JSON.parse(JSON.stringify(schema)), catalog);
  assert.deepEqual(problems, []);
  assert.deepEqual(document, documentOf(definition));
  assert.deepEqual(toJsonSchema(parsed(document), catalog).schema, schema);
}

/** The same for forms of every kind. */
export function formsAreFixedPoints(runs: number): void {
  fc.assert(
    fc.property(anyForm, (json) => isFixedPoint(parsed(json))),
    { numRuns: runs },
  );
}

/**
 * Of what is filled in, the data fit the schema, wherever nothing was reported; and they give the same answers again.
 * Schemas of which something was reported come to a form all the same.
 */
export function dataFitTheirSchemas(runs: number): { readonly filled: number; readonly silent: number } {
  let [filled, silent] = [0, 0];
  fc.assert(
    fc.property(
      fc
        .boolean()
        .chain(anyJsonSchema)
        .chain((schema) => {
          const { definition, problems } = readJsonSchema(schema, catalog);
          const isEmpty = definition === undefined;
          if (isEmpty) assert.ok(problems.length > 0);
          const made = isEmpty ? undefined : parsed(definition);
          const answers =
            made === undefined ? fc.constant([]) : fc.array(filledForm(made), { minLength: 3, maxLength: 3 });
          return fc.tuple(fc.constant(schema), fc.constant(made), fc.constant(problems), answers);
        }),
      ([schema, definition, problems, all]) => {
        if (definition === undefined) return;
        const { data: shape } = definition;
        assert.ok(shape);
        const faults = problems.filter(({ code }) => code !== 'schema-stricter');
        if (faults.length === 0) silent += 1;
        const isValid = faults.length > 0 ? undefined : partnersValidator(schema);
        for (const answers of all) {
          const { problems: wrong } = validateAnswers(definition, answers, catalog, context);
          if (wrong !== undefined) continue;
          filled += 1;
          const data = dataFrom(shape, answers);
          if (isValid !== undefined)
            assert.ok(isValid(data), `${JSON.stringify(data)} does not fit ${JSON.stringify(schema)}`);
          assert.deepEqual(dataFrom(shape, answersFrom(shape, data)), data);
        }
      },
    ),
    { numRuns: runs },
  );
  return { filled, silent };
}

/** Keywords that change nothing where they are, each for a reason. */
const withoutEffect = new Set([
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'definitions',
  'additionalProperties',
  'uniqueItems',
]);

/**
 * Every keyword of a schema counts: without it the form is another, or other things are reported. What is neither used nor
 * reported would make no difference.
 */
export function everyKeywordCounts(schema: Json): void {
  const whole = JSON.stringify(reading(schema));
  for (const path of keywordsIn(schema, [])) {
    const keyword = String(path.at(-1));
    if (withoutEffect.has(keyword)) continue;
    const less = structuredClone(schema);
    const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Json)[key], less) as Record<
      string,
      unknown
    >;
    const removed = holder[keyword];
    delete holder[keyword];
    if (isImplied(keyword, removed, holder, schema, path)) continue;
    assert.notEqual(
      JSON.stringify(reading(less)),
      whole,
      `nothing comes of ${JSON.stringify(removed)} at /${path.join('/')}`,
    );
  }
}

function reading(schema: unknown): unknown {
  const { definition, problems } = readJsonSchema(schema, catalog);
  return [definition, problems.map(({ pointer, code }) => `${pointer} ${code}`).sort()];
}

/** What says the same as something beside it, or what is the case anyway. */
function isImplied(
  keyword: string,
  value: unknown,
  holder: Json,
  schema: Json,
  path: readonly string[],
): boolean {
  // That nothing more may be there is so in any form.
  if (value === false || isUnreachable(schema, path)) return true;
  // A type that is to be seen from the rest, and a length that every answer has.
  if (keyword === 'type') return true;
  if (keyword === 'minLength') return value === 1;
  // A title like the name, one beside those in several languages, and one of a thing that is not asked.
  if (`x-i18n-${keyword}` in holder) return true;
  if (keyword === 'title') return 'const' in holder || path.includes('oneOf');
  if (keyword === 'description' || keyword === 'x-i18n-title')
    return 'const' in holder || 'readOnly' in holder;
  // What is always the same is there anyway.
  if (keyword === 'required')
    return (value as string[]).every((name) => {
      // What must be there need not be asked for in a condition.
      if (path.at(-2) === 'if') return true;
      const own = ((holder.properties ?? {}) as Json)[name] as Json | undefined;
      return own !== undefined && ('readOnly' in own || ('const' in own && own.const !== true));
    });
  return false;
}

/** Inside of something that was reported as a whole. */
function isUnreachable(schema: Json, path: readonly string[]): boolean {
  const { problems } = readJsonSchema(schema, catalog);
  return problems.some(({ pointer, code }) => {
    const told = pathOf(pointer);
    // What is asked under a condition that never holds is never asked for.
    if (code === 'schema-never' && path.at(-1) === 'required' && isBelow(told, path.slice(0, -1)))
      return true;
    // What leads nowhere takes what is said beside it along.
    const at = told.at(-1) === '$ref' ? told.slice(0, -1) : told;
    return at.length < path.length && at.every((key, index) => key === path[index]);
  });
}

function isBelow(path: readonly string[], above: readonly string[]): boolean {
  return above.every((key, index) => key === path[index]);
}

/** Where the keywords of a schema stand, those of the schemas inside of it too. */
function* keywordsIn(schema: unknown, path: readonly string[]): Generator<readonly string[]> {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  for (const [keyword, value] of Object.entries(schema)) {
    const at = [...path, keyword];
    yield at;
    if (['properties', 'dependentSchemas'].includes(keyword))
      for (const [name, inner] of Object.entries(value as Json)) yield* keywordsIn(inner, [...at, name]);
    if (['if', 'then', 'else', 'items'].includes(keyword)) yield* keywordsIn(value, at);
    if (['allOf'].includes(keyword) && Array.isArray(value))
      for (const [index, inner] of value.entries()) yield* keywordsIn(inner, [...at, String(index)]);
  }
}

/** The same for schemas of every kind. */
export function everyKeywordOfAnySchemaCounts(runs: number): void {
  fc.assert(
    fc.property(fc.boolean().chain(anyJsonSchema), (schema) => everyKeywordCounts(schema)),
    { numRuns: runs },
  );
}

/** How long a schema takes to be read, in milliseconds; of two times the shorter one is not that of other programs. */
function timeOf(schema: unknown): number {
  const start = performance.now();
  readJsonSchema(schema, catalog);
  return performance.now() - start;
}

/** Whatever a schema is spoilt with, it is read in little time, and comes to a form without faults or to an error. */
export function spoiltSchemasAreRead(
  schemas: readonly unknown[],
  runs: number,
): { readonly slowest: number } {
  let slowest = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...schemas).chain((schema) => mutated(schema, 4)),
      (schema) => {
        const { definition, problems } = readJsonSchema(schema, catalog);
        slowest = Math.max(slowest, Math.min(timeOf(schema), timeOf(schema)));
        if (definition === undefined) assert.ok(problems.length > 0, JSON.stringify(schema));
        else {
          const faults = parseDefinition(definition, catalog).problems.filter(
            ({ severity }) => severity === 'error',
          );
          assert.deepEqual(faults, [], JSON.stringify(schema));
        }
      },
    ),
    { numRuns: runs },
  );
  return { slowest };
}
