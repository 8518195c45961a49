import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesBelow, textOf } from '../../source-files.js';
import { agreeingTypes, answersAgree, formsAgree } from '../schema-agreement.js';
import type { Json } from '../trial-form.js';
import {
  dataFitTheirSchemas,
  everyKeywordOfAnySchemaCounts,
  formsAreFixedPoints,
  spoiltSchemasAreRead,
} from './schema-reading.js';

/** What was tried, for whoever reads the figures. */
function tell(what: string): void {
  console.log(`  ${what}`);
}

describe('ten thousand answers to each type of field', () => {
  for (const type of agreeingTypes())
    it(`${type}: browser, receiver and schema agree`, () => {
      const { taken, refused } = answersAgree(type, 10_000);
      tell(`${type}: ${taken} taken, ${refused} refused`);
      assert.ok(taken > 300 && refused > 300, `${taken} taken, ${refused} refused`);
    });
});

describe('a thousand forms', () => {
  it('have schemas that say what the receiver says', () => formsAgree(1_500));
  it('are the same after they were written as a schema and read again', () => formsAreFixedPoints(1_500));
});

describe('a thousand schemas', () => {
  const samples = filesBelow('test/fixtures/json-schema').map((path) => JSON.parse(textOf(path)) as Json);

  it('fit the data that come of them', () => {
    const { filled, silent } = dataFitTheirSchemas(1_200);
    tell(`${filled} filled in, ${silent} schemas without a report`);
  });
  it('have no keyword of which nothing comes', () => everyKeywordOfAnySchemaCounts(1_000));
  it('may be spoilt in any way', () => {
    const { slowest } = spoiltSchemasAreRead(
      samples.map((json) => json.schema ?? json),
      5_000,
    );
    tell(`the slowest took ${slowest.toFixed(1)} ms`);
  });
});
