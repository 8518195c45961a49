import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { note } from '../../src/fields/note/note.type.js';
import { definitionProblems, TrialField } from './trial-field.js';

const field = new TrialField(note, { text: { ar: 'نص', en: 'Text' }, look: 'details' });

describe('note', () => {
  it('holds no answer', () => {
    assert.equal(field.type.kind, 'none');
    assert.deepEqual(field.read(undefined), {});
    for (const sent of [null, true, '', {}, []]) assert.ok(!field.accepts(sent));
    assert.deepEqual(field.type.problems, []);
  });

  it('asks for nothing', () => {
    assert.deepEqual(definitionProblems({ type: 'note', required: true }), { '/required': 'unknown-key' });
    assert.deepEqual(definitionProblems({ type: 'note', purpose: 'handle' }), { '/purpose': 'unknown-key' });
  });

  it('has three looks, and may show the privacy notice', () => {
    for (const look of ['plain', 'important', 'details']) {
      assert.deepEqual(definitionProblems({ type: 'note', look }), {});
    }
    assert.deepEqual(definitionProblems({ type: 'note', look: 'red' }), { '/look': 'invalid-value' });
    assert.deepEqual(definitionProblems({ type: 'note', shows: 'notice' }), {});
    assert.deepEqual(definitionProblems({ type: 'note', shows: 'terms' }), { '/shows': 'invalid-value' });
    assert.deepEqual(definitionProblems({ type: 'note', text: { ar: 'نص' } }), {
      '/text': 'language-missing',
    });
  });
});
