import { describe, it } from 'node:test';
import { checkAgreement } from './agreement.js';

const SETS = 10_000;

describe('the results, the table, and what somebody works out who has only the formulas', () => {
  it(`agree to the last printed digit on ${SETS} sets of responses`, () => checkAgreement(SETS));
});
