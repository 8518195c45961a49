import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpTransport } from '../../src/transport/http-transport.js';
import type { Referral } from '../../src/transport/transport.js';
import { hastyWorld, json, key, misbehave } from './misbehaving-receiver.js';

const referral: Referral = {
  form: { id: 'support-request', version: '1.0.0' },
  step: 'household',
  question: 'ما المقصود بصك الحضانة؟',
  contact: '0551234567',
  language: 'ar',
};
const answer = { id: 'Q1', receivedAt: '2026-11-22T18:03:12Z' };
const options = () => ({ key, signal: new AbortController().signal });

test('a question goes to the officer with the same headers and the same patience', async (t) => {
  const { base, seen } = await misbehave(t, json(201, { id: '', receivedAt: '' }), json(201, answer));
  const got = await httpTransport(base, hastyWorld()).refer(referral, options());
  assert.deepEqual(got, answer);
  for (const { method, url, headers, body } of seen) {
    assert.equal(`${method} ${url}`, 'POST /api/referrals');
    assert.equal(headers['idempotency-key'], `"${key}"`);
    assert.deepEqual(JSON.parse(body.toString()), referral);
  }
  assert.equal(seen.length, 2);
});
