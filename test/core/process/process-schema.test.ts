import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseProcess } from '../../../src/core/process/parse-process.js';
import { processJsonSchema } from '../../../src/core/process/process-schema.js';
import { textOf } from '../../source-files.js';
import { mutated } from '../mutation.js';
import type { Draft } from './small-process.js';
import { draft } from './small-process.js';

const schema = processJsonSchema();
const validate = new Ajv({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  strictRequired: false,
}).compile(schema);
const pack = JSON.parse(textOf('src/packs/taafi/process.json')) as unknown;

function faults(json: unknown): string[] {
  validate(JSON.parse(JSON.stringify(json)));
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

describe('processJsonSchema', () => {
  it('is draft-07, which editors know best, and can be written', () => {
    assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
    assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
  });

  it('takes every process', () => {
    for (const json of [pack, draft()]) assert.deepEqual(faults(json), []);
  });

  it('finds fault where the fault is', () => {
    const wrong: [(p: Draft) => void, string][] = [
      [(p) => Object.assign(p, { statess: [] }), ''],
      [(p) => Object.assign(p.states[0] ?? {}, { stge: 'x' }), '/states/0'],
      [(p) => delete p.moves[0]?.message, '/moves/0'],
      [(p) => delete p.moves[0]?.to, '/moves/0'],
      [(p) => Object.assign(p.moves[0] ?? {}, { back: true }), '/moves/0'],
      [(p) => Object.assign(p.moves[0] ?? {}, { needs: ['luck'] }), '/moves/0/needs/0'],
      [(p) => Object.assign(p.calendar, { weekend: ['funday'] }), '/calendar/weekend/0'],
      [(p) => Object.assign(p.lookUp, { linkLasts: '1 year' }), '/lookUp/linkLasts'],
    ];
    for (const [change, path] of wrong) assert.ok(faults(draft(change)).includes(path), path);
  });

  it('underlines nothing of a process that the parser takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(mutated(pack), mutated(draft())), (json) => {
        if (parseProcess(json).process === undefined) return;
        taken += 1;
        assert.deepEqual(faults(json), []);
      }),
      { numRuns: 400 },
    );
    assert.ok(taken > 20, String(taken));
  });
});
