import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { definitionJsonSchema } from '../../src/core/definition-schema.js';
import { catalog, parseDefinition } from '../../src/core/index.js';
import { filesBelow, textOf } from '../source-files.js';
import { mutated } from './mutation.js';
import type { Json } from './trial-form.js';
import { field, form, list, options, step } from './trial-form.js';

const schema = definitionJsonSchema(catalog);
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const everyType = JSON.parse(textOf('test/fixtures/every-type.json')) as Json;

function isTaken(json: unknown): boolean {
  return validate(JSON.parse(JSON.stringify(json)));
}

/** Where the schema finds fault, without the branches that only say that something inside of them is at fault. */
function faults(json: unknown): string[] {
  validate(JSON.parse(JSON.stringify(json)));
  const paths = (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath }) => instancePath);
  return [...new Set(paths)];
}

describe('definitionJsonSchema', () => {
  it('is draft-07, which editors know best, and can be written', () => {
    assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
    assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
    assert.ok(JSON.stringify(schema).length < 200_000);
  });

  it('takes every form of the packs and of the fixtures', () => {
    const packs = filesBelow('src/packs').filter((path) => path.endsWith('.json'));
    const forms = packs
      .map((path) => JSON.parse(textOf(path)) as Json)
      .filter((json) => Object.hasOwn(json, 'steps'));
    assert.ok(forms.length > 0);
    const { definitions } = JSON.parse(textOf('test/fixtures/answers.json')) as { definitions: Json };
    for (const json of [...forms, everyType, ...Object.values(definitions)])
      assert.deepEqual(faults(json), []);
  });

  it('offers every type, and every key of each', () => {
    const { definitions } = schema as unknown as {
      definitions: {
        field: { properties: { type: { enum: string[] } }; allOf: { then: { properties: Json } }[] };
      };
    };
    assert.deepEqual(definitions.field.properties.type.enum, [...catalog.keys()]);
    assert.equal(definitions.field.allOf.length, catalog.size);
    for (const { then } of definitions.field.allOf) {
      for (const key of ['id', 'type', 'label', 'hint', 'when']) assert.ok(key in then.properties, key);
    }
  });

  it('finds fault where the fault is', () => {
    const wrong: [unknown, string][] = [
      [{ ...form([field('a', 'text')]), titel: 'x' }, ''],
      [{ ...form([field('a', 'text')]), id: 'Trial Form' }, '/id'],
      [{ ...form([field('a', 'text')]), languages: [] }, '/languages'],
      [form([field('a', 'txet')]), '/steps/0/fields/0/type'],
      [form([field('a b', 'text')]), '/steps/0/fields/0/id'],
      [form([field('a', 'text', { requird: true })]), '/steps/0/fields/0'],
      [form([field('a', 'text', { maxLength: '5' })]), '/steps/0/fields/0/maxLength'],
      [form([{ id: 'a', type: 'text' }]), '/steps/0/fields/0'],
      [form([field('a', 'choice')]), '/steps/0/fields/0'],
      [form([list('l', [field('a', 'number', { minimum: 'x' })])]), '/steps/0/fields/0/fields/0/minimum'],
      [form([field('s', 'section', { fields: [field('a', 'nothing')] })]), '/steps/0/fields/0/fields/0/type'],
      [form([field('s', 'section', { fields: [] })]), '/steps/0/fields/0/fields'],
      [form([field('a', 'text', { when: { field: 'b', is: null } })]), '/steps/0/fields/0/when'],
      [form([step('s', [], { when: { all: [] } })]), '/steps/0/when'],
      [form([field('a', 'computed', { value: { divide: [1] } })]), '/steps/0/fields/0/value'],
      [form([field('a', 'note', { required: true })]), '/steps/0/fields/0'],
      [form([field('a', 'text')], { exit: { url: 'http://example.org' } }), '/exit/url'],
      [form([field('a', 'choice', { options: 'kinds' })], { options: { kinds: [] } }), '/options/kinds'],
      [5, ''],
    ];
    for (const [json, path] of wrong) {
      assert.ok(!isTaken(json), JSON.stringify(json).slice(0, 200));
      assert.ok(
        faults(json).some((found) => found.startsWith(path)),
        `${path} is not in ${faults(json).join(' ')}`,
      );
    }
  });

  it('underlines nothing of a form that the parser takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(mutated(everyType), (json) => {
        if (parseDefinition(json, catalog).definition === undefined) return;
        taken += 1;
        assert.deepEqual(faults(json), []);
      }),
      { numRuns: 400 },
    );
    assert.ok(taken > 40, String(taken));
  });

  it('names options in both ways that the parser takes', () => {
    assert.ok(isTaken(form([field('a', 'choice', { options: options('x') })])));
    assert.ok(
      isTaken(form([field('a', 'choice', { options: 'kinds' })], { options: { kinds: options('x') } })),
    );
  });
});
