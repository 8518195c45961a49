import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { post, startReceiver } from './running-receiver.js';
import { referenceTo, submissionWith, trialForm } from './trial-form.js';
import { answersOf, mustBeProblem, mustBeWell } from './well-behaved.js';

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

const bodies: Record<string, string> = {
  nothing: '',
  space: ' ',
  null: 'null',
  true: 'true',
  number: '12',
  text: '"x"',
  'empty list': '[]',
  'empty object': '{}',
  'a list of submissions': JSON.stringify([submissionWith()]),
  'a deep list': nested('[', ']', 10_000),
  'a deep object': nested('{"a":', '}', 10_000).replace('}', '1}'),
  'deep answers': answersOf(`{"fullName":${nested('[', ']', 10_000)}}`),
  'answers as deep as may be': answersOf(`{"fullName":${nested('[', ']', 60)}}`),
  'a number too large': answersOf('{"rent":1e999}'),
  'a very long number': answersOf(`{"rent":${'9'.repeat(100_000)}}`),
  __proto__: answersOf('{"__proto__":{"fullName":"x"}}'),
  constructor: answersOf('{"constructor":{"prototype":{"x":1}}}'),
  toString: answersOf('{"toString":1,"hasOwnProperty":2,"valueOf":3}'),
  'a name twice': answersOf('{"fullName":"x","fullName":"y"}'),
  'half a character': answersOf('{"fullName":"\\ud800"}'),
  'a null character': answersOf('{"fullName":"a\\u0000b","consent":true}'),
  'not closed': '{"form":',
  'two values': '{}{}',
  'a comment': '{/* */}',
  'single quotes': "{'a':1}",
  NaN: '{"a":NaN}',
  html: '<!doctype html><title>x</title>',
  'a form': 'a=1&b=2',
  'no answers': '{"form":{},"language":"ar","consents":[]}',
  'answers null': answersOf('null'),
  'answers list': answersOf('[]'),
  'many unknown names': answersOf(
    JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`x${i}`, 1]))),
  ),
  'a list without end': answersOf(`{"dependants":[${Array(200_000).fill('{}').join()}]}`),
  'a list without end where no limit is named': answersOf(`{"jobs":[${Array(200_000).fill('{}').join()}]}`),
  'options without end': answersOf(`{"wishes":[${Array(100_000).fill('"rent"').join()}]}`),
  'files without end': answersOf(`{"documents":[${Array(20_000).fill('{}').join()}]}`),
  'consents without end': `{"form":${JSON.stringify(referenceTo(trialForm))},"language":"ar","answers":{},"consents":[${Array(20_000).fill('{}').join()}]}`,
};

describe('bodies of any shape', () => {
  for (const path of ['api/submissions', 'api/referrals']) {
    it(`are refused by ${path}`, async (test) => {
      const receiver = await startReceiver(test);
      for (const [name, body] of Object.entries(bodies)) {
        mustBeProblem(await post(receiver, path, body), name);
      }
      await mustBeWell(receiver);
    });
  }

  it('are refused whatever JSON they are', async (test) => {
    const receiver = await startReceiver(test);
    await fc.assert(
      fc.asyncProperty(
        fc.json({ maxDepth: 6 }),
        fc.constantFrom('submissions', 'referrals'),
        async (body, path) => {
          mustBeProblem(await post(receiver, `api/${path}`, body), body);
        },
      ),
      { numRuns: 200 },
    );
    await mustBeWell(receiver);
  });

  it('are refused whatever the members are', async (test) => {
    const receiver = await startReceiver(test);
    const right: Record<string, unknown> = submissionWith();
    const names = ['form', 'language', 'answers', 'consents'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 }), async (name, value) => {
        const answer = await post(receiver, 'api/submissions', { ...right, [name]: value });
        // It may happen to be a language of the form.
        if (!(name === 'language' && answer.status === 201))
          mustBeProblem(answer, `${name} ${JSON.stringify(value)}`);
      }),
      { numRuns: 200 },
    );
    await mustBeWell(receiver);
  });

  it('are taken or refused whatever the answers are', async (test) => {
    const receiver = await startReceiver(test);
    const ids = [
      'fullName',
      'mobile',
      'birthDate',
      'age',
      'marital',
      'wishes',
      'rent',
      'story',
      'dependants',
    ];
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.array(fc.dictionary(fc.constantFrom('name', 'id', 'size', 'papers'), fc.jsonValue({ maxDepth: 2 }))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids, 'documents', 'consent', 'home'), value, async (id, answer) => {
        const { status } = await post(receiver, 'api/submissions', submissionWith({ [id]: answer }));
        assert.ok([201, 400, 422].includes(status), `${status} for ${id} ${JSON.stringify(answer)}`);
      }),
      { numRuns: 250 },
    );
    await mustBeWell(receiver);
  });

  it('are refused whatever bytes they are', async (test) => {
    const receiver = await startReceiver(test);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        mustBeProblem(await post(receiver, 'api/submissions', Buffer.from(bytes)), String(bytes));
      }),
      { numRuns: 150 },
    );
    await mustBeWell(receiver);
  });
});
