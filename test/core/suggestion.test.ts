import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nearest, suggest } from '../../src/core/suggestion.js';

const types = ['text', 'long-text', 'number', 'national-id', 'choice', 'choices', 'yes-no'];

describe('nearest', () => {
  it('finds what was probably meant', () => {
    const meant = {
      txet: 'text',
      tex: 'text',
      Text: 'text',
      nunber: 'number',
      'national-iD': 'national-id',
      nationalid: 'national-id',
      chioce: 'choice',
      choicess: 'choices',
      'yesno-': 'yes-no',
    };
    for (const [word, found] of Object.entries(meant)) assert.equal(nearest(word, types), found, word);
  });

  it('finds nothing in what is too far off', () => {
    for (const word of ['', 'x', 'te', 'checkbox', 'identity', 'select', 'longtextarea']) {
      assert.equal(nearest(word, types), undefined, word);
    }
    assert.equal(nearest('text', []), undefined);
  });

  it('takes the nearest of several', () => {
    assert.equal(nearest('choicee', ['choices', 'choice']), 'choices');
    assert.equal(nearest('fater', ['mother', 'father', 'later']), 'father');
  });

  it('looks for a word of two letters only in capitals', () => {
    assert.equal(nearest('AR', ['en', 'ar']), 'ar');
    assert.equal(nearest('at', ['en', 'ar']), undefined);
  });

  it('finds every word with one slip in it', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'double', 'swap'), (right, at, slip) => {
        const place = at % (right.length - 1);
        const [one = '', other = ''] = [right[place], right[place + 1]];
        const middle = { drop: other, double: one + one + other, swap: other + one }[slip];
        const wrong = right.slice(0, place) + middle + right.slice(place + 2);
        assert.equal(nearest(wrong, [right]), right);
      }),
    );
  });
});

describe('suggest', () => {
  it('gives the word, and what was meant where something was', () => {
    assert.deepEqual(suggest('txet', types), { value: 'txet', suggestion: 'text' });
    assert.deepEqual(suggest('select', types), { value: 'select' });
  });
});
