import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesBelow, textOf } from '../../source-files.js';
import type { Json } from '../trial-form.js';
import { parsed } from '../trial-form.js';
import {
  dataFitTheirSchemas,
  everyKeywordCounts,
  everyKeywordOfAnySchemaCounts,
  formsAreFixedPoints,
  isFixedPoint,
  spoiltSchemasAreRead,
} from './schema-reading.js';

const samples = filesBelow('test/fixtures/json-schema').map((path) => JSON.parse(textOf(path)) as Json);
const schemas = samples.map((json) => (json.schema ?? json) as Json);

describe('a definition that is written as a schema and read again', () => {
  it('is the same, for all packs and fixtures', () => {
    const { definitions } = JSON.parse(textOf('test/fixtures/answers.json')) as { definitions: Json };
    const packs = filesBelow('src/packs').filter((path) => path.endsWith('.json'));
    const forms = [
      ...packs.map((path) => JSON.parse(textOf(path)) as Json).filter((json) => 'steps' in json),
      JSON.parse(textOf('test/fixtures/every-type.json')) as Json,
      ...Object.values(definitions),
    ];
    assert.ok(forms.length > 10);
    for (const json of forms) isFixedPoint(parsed(json));
  });

  it('is the same, whatever it holds', () => formsAreFixedPoints(30));
});

describe('a schema that a form is made of', () => {
  it('fits the data that come of it', () => {
    const { filled, silent } = dataFitTheirSchemas(40);
    assert.ok(filled > 20 && silent > 8, `${filled} filled, ${silent} without a report`);
  });

  it('has no keyword of which nothing comes', () => {
    for (const schema of schemas) everyKeywordCounts(schema);
    everyKeywordOfAnySchemaCounts(12);
  });

  it('may be spoilt in any way', () => {
    spoiltSchemasAreRead(schemas, 60);
  });
});
