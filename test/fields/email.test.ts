import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { email } from '../../src/fields/email/email.type.js';
import { definitionProblems, keepsOneForm, TrialField, typedText } from './trial-field.js';

const field = new TrialField(email);

const word = fc.stringMatching(/^[a-z0-9]{1,9}$/);
const address = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 3 }),
    word,
    fc.constantFrom('com', 'org.sa', 'xn--mgberp4a5d4ar'),
  )
  .map(([local, host, top]) => `${local.join('.')}@${host}.${top}`);

describe('email', () => {
  it('takes addresses as they are typed and pasted', () => {
    const read = {
      'name@example.com': 'name@example.com',
      ' Name.Last+aid@Example.COM ': 'Name.Last+aid@example.com',
      'mailto:name@example.com': 'name@example.com',
      '<name@example.com>': 'name@example.com',
      'سعاد الأحمد <name@example.com>': 'name@example.com',
      'name@example.com.': 'name@example.com',
      'name٢٠٢٦@example.com': 'name2026@example.com',
      '\u200fname@example.com\u200e': 'name@example.com',
      'name＠example.com': 'name@example.com',
      "o'neil_1@sub.example.org.sa": "o'neil_1@sub.example.org.sa",
    };
    for (const [typed, answer] of Object.entries(read))
      assert.deepEqual(field.read(typed), { answer }, typed);
    for (const typed of ['', ' ', '\u200f', '\n']) assert.deepEqual(field.read(typed), {}, typed);
  });

  it('has one sentence for each cause', () => {
    const wrong = {
      'no-at': ['name', 'name.example.com', 'www.example.com'],
      'two-ats': ['name@example@com', 'a@b.com@c.com', 'a@b.com, c@d.com', 'علي@b.com c@d.com'],
      space: ['my name@example.com', 'name@ example.com'],
      'not-latin': ['سالم@example.com', 'name@مثال.السعودية'],
      domain: ['name@', 'name@example', 'name@-a.com', 'name@example..com', 'name@127.0.0.1', '@example.com'],
      format: [
        '.name@example.com',
        'na..me@example.com',
        'na(me@example.com',
        `${'a'.repeat(65)}@example.com`,
      ],
      'too-long': [`name@${'a.'.repeat(130)}com`],
    };
    for (const [problem, texts] of Object.entries(wrong))
      for (const typed of texts) {
        const found = typed.startsWith('@') ? 'domain' : problem;
        assert.deepEqual(field.read(typed), { problem: found }, typed);
      }
    assert.equal(field.sentence('no-at', 'en'), 'Name must have an @, like name@example.com');
    assert.match(field.sentence('no-at', 'ar'), /^اكتب العنوان كاملًا/);
  });

  it('refuses what is not stored so', () => {
    for (const sent of [' name@example.com', 'name@Example.com', 'mailto:name@example.com'])
      assert.equal(field.problem(sent), 'unnormalised', sent);
    for (const sent of [null, 5, [], {}]) assert.equal(field.problem(sent), 'type');
    assert.ok(field.problem(''));
  });

  it('runs from left to right in any sentence', () => {
    assert.equal(field.show('name@example.com', 'ar'), '\u2066name@example.com\u2069');
  });

  it('has no keys of its own', () => {
    assert.deepEqual(definitionProblems({ type: 'email', pattern: '.' }), { '/pattern': 'unknown-key' });
  });

  keepsOneForm(field, {
    typed: fc.oneof(
      typedText,
      address,
      fc.tuple(address, typedText).map((parts) => parts.join('')),
    ),
    stored: address,
    sent: fc.oneof(
      fc.emailAddress(),
      address.map((text) => text.toUpperCase()),
    ),
  });
});
