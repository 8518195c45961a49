import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { url } from '../../src/fields/url/url.type.js';
import { keepsOneForm, TrialField, typedText } from './trial-field.js';

const field = new TrialField(url);

const address = fc
  .tuple(
    fc.constantFrom('https://', 'http://'),
    fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/),
    fc.constantFrom('.com', '.org.sa', '.com:8080'),
    fc.constantFrom('', '/', '/a/b?c=d&e=%20#f', '?q=1', '#top', '/%D8%B1'),
  )
  .map((parts) => parts.join(''));

describe('url', () => {
  it('takes addresses as people write them', () => {
    const read = {
      'https://example.com': 'https://example.com',
      'example.com': 'https://example.com',
      ' www.Example.com/Path?Q=1 ': 'https://www.example.com/Path?Q=1',
      'HTTP://EXAMPLE.COM/': 'http://example.com/',
      'example.com:8080/a': 'https://example.com:8080/a',
      'https:/example.com': 'https://example.com',
      'https://example.com/عن-الجمعية': `https://example.com/${encodeURIComponent('عن-الجمعية')}`,
      'example.com/٢٠٢٦': 'https://example.com/%D9%A2%D9%A0%D9%A2%D9%A6',
      '\u200fexample.com\u200e': 'https://example.com',
      'https://example.com/a،': 'https://example.com/a',
    };
    for (const [typed, answer] of Object.entries(read))
      assert.deepEqual(field.read(typed), { answer }, typed);
    for (const typed of ['', ' ', '\u200f']) assert.deepEqual(field.read(typed), {}, typed);
  });

  it('has one sentence for each cause', () => {
    const wrong = {
      scheme: [
        'javascript:alert(1)',
        'JavaScript:alert(1)',
        'data:text/html,x',
        'mailto:a@b.com',
        'ftp://example.com',
      ],
      userinfo: ['https://user@example.com', 'https://bank.com@example.com/', 'name@example.com'],
      space: ['example .com', 'www. example.com/a', 'example.com/my page'],
      'not-latin': ['https://مثال.السعودية', 'https://xn--mgbh0fb.com', 'https://ехample.com'],
      host: [
        'example',
        'https://',
        'https://localhost/a',
        'http://127.0.0.1',
        'https://-a.com',
        'https:///a',
        '/a',
      ],
      signs: ['https://example.com/<b>', 'https://example.com/a"b', 'https://example.com/a\\b'],
      'too-long': [`https://example.com/${'a'.repeat(2000)}`],
    };
    for (const [problem, texts] of Object.entries(wrong))
      for (const typed of texts) assert.deepEqual(field.read(typed), { problem }, typed);
    assert.equal(field.sentence('scheme', 'ar'), 'اكتب رابط صفحة يبدأ بـ \u2066https://\u2069: الاسم');
    assert.equal(field.sentence('userinfo', 'en'), 'Remove the @ and what stands before it: Name');
  });

  it('refuses what is not stored so', () => {
    for (const sent of [
      'example.com',
      'https://Example.com',
      ' https://example.com',
      'https://example.com/ع',
    ])
      assert.equal(field.problem(sent), 'unnormalised', sent);
    for (const sent of [null, 5, [], {}]) assert.equal(field.problem(sent), 'type');
    assert.ok(field.problem(''));
  });

  it('says what its JSON Schema leaves out', () => {
    assert.ok(field.schemaAccepts('https://xn--mgbh0fb.com'));
    assert.ok(!field.schemaAccepts('javascript:alert(1)'));
  });

  keepsOneForm(field, {
    typed: fc.oneof(
      typedText,
      address,
      fc.tuple(address, typedText).map((parts) => parts.join('')),
      fc.webUrl(),
    ),
    stored: address,
    sent: fc.oneof(fc.webUrl(), fc.webUrl({ validSchemes: ['ftp', 'javascript'] })),
  });
});
