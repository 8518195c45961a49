import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FieldDefinition } from '../../src/core/field-type.js';
import { signerOf } from '../../src/evidence/signer.js';

const signature = (signer?: readonly string[]): FieldDefinition =>
  ({ id: 'signature', type: 'signature', label: 'Signature', ...(signer && { signer }) }) as FieldDefinition;

describe('who is to give a signature', () => {
  it('is who the named fields name, without those that were not given', () => {
    const answers = { first: 'مريم', family: 'المثالية' };
    const field = signature(['first', 'father', 'family']);
    assert.equal(signerOf({ field, path: ['signature'] }, answers), 'مريم المثالية');
  });

  it('is in a list who is named beside it, and else in the form', () => {
    const answers = { family: 'Salem', people: [{ name: 'Sara' }, { name: 'Omar' }] };
    const field = signature(['name', 'family']);
    assert.equal(signerOf({ field, path: ['people', 1, 'signature'] }, answers), 'Omar Salem');
  });

  it('is who given data names, for a drawing and for a paper', () => {
    const answers = { given: { lines: [{ label: 'City' }], signer: 'Mariam' } };
    assert.equal(signerOf({ field: signature(['given']), path: ['signature'] }, answers), 'Mariam');
    const paper = { ...signature(), id: 'paper', type: 'file' };
    assert.equal(signerOf({ field: paper, path: ['paper'] }, answers), 'Mariam');
  });

  it('is nobody where nobody was named', () => {
    assert.equal(signerOf({ field: signature(), path: ['signature'] }, { city: 'Abha', drawn: null }), '');
  });
});
