import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Campaign, missing } from './campaign.js';
import { faults } from './faults.js';
import { findingsOf } from './table.js';

/** The runs of `npm run faults`, each fault twice at the same time. */
const conditions = {
  seed: randomBytes(4).toString('hex'),
  runs: [1, 2],
  atOnce: 2,
  receivers: 1,
  postgresql: false,
};

describe(`every fault of the table, seed ${conditions.seed}`, () => {
  const campaign = new Campaign(conditions);
  before(() => campaign.start());
  after(() => campaign.end());

  for (const fault of faults) {
    it(`${fault.name}: it arrives once, and is not called sent before`, {
      skip: missing(fault, conditions),
    }, async () => {
      assert.equal(findingsOf([await campaign.play(fault)]), '');
    });
  }
});
