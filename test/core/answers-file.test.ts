import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answersFileText, readAnswersFile } from '../../src/core/answers-file.js';

const trial = { id: 'trial', version: '1.2.0' };
const whole = answersFileText(trial, 'ar', { name: 'سالم', list: [{ a: 1 }] });
const read = (text: string) => readAnswersFile(text, 'trial');

describe('a file of answers', () => {
  it('is read as it was written', () => {
    assert.deepEqual(read(whole), {
      taafiAnswers: 1,
      form: trial,
      language: 'ar',
      answers: { name: 'سالم', list: [{ a: 1 }] },
    });
    assert.deepEqual(read(`\ufeff${whole}\n`), read(whole));
  });

  it('is read whatever the answers are', () => {
    const answers = fc.dictionary(
      fc.stringMatching(/^[a-z][A-Za-z0-9]{0,9}$/),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(answers, (given) => {
        // Names that no form has, such as `__proto__` inside an answer, are refused.
        const text = answersFileText(trial, 'en', given);
        fc.pre(!text.includes('__proto__'));
        const file = read(text);
        assert.ok(typeof file === 'object');
        assert.deepEqual(file.answers, JSON.parse(JSON.stringify(given)));
      }),
      { numRuns: 200 },
    );
  });

  const faults: Readonly<Record<string, readonly string[]>> = {
    broken: [
      '',
      'x',
      '\u0000',
      whole.slice(0, -1),
      `${whole}${whole}`,
      '{"taafiAnswers":1,"taafiAnswers":1}',
      whole.replace('"name"', '"__proto__"'),
      `{"taafiAnswers":1,"form":{"id":"trial","version":"1"},"language":"ar","answers":${'['.repeat(100)}`,
    ],
    'no-answers': [
      '1',
      'null',
      '[]',
      '{}',
      '{"taafiAnswers":"1"}',
      '{"taafiAnswers":1}',
      '{"taafiAnswers":0.5,"form":{"id":"trial","version":"1"},"language":"ar","answers":{}}',
      '{"taafiAnswers":1,"form":{"id":1,"version":"1"},"language":"ar","answers":{}}',
      '{"taafiAnswers":1,"form":{"id":"trial","version":"1"},"language":"ar","answers":[]}',
      '{"taafiAnswers":1,"form":{"id":"trial","version":"1"},"answers":{}}',
      '{"kind":"taafi-receipt","v":1}',
    ],
    newer: ['{"taafiAnswers":2}', '{"taafiAnswers":3,"form":null}'],
    'other-form': [whole.replace('"trial"', '"survey"')],
    'too-large': [`${whole}${' '.repeat(1_000_000)}`, 'x'.repeat(5_000_000)],
  };
  for (const [fault, texts] of Object.entries(faults)) {
    it(`is refused as ${fault}`, () => {
      for (const text of texts) assert.equal(read(text), fault, text.slice(0, 100));
    });
  }

  it('is never a surprise: any text is answers or a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        assert.ok(['string', 'object'].includes(typeof read(text)));
      }),
      { numRuns: 300 },
    );
  });
});
