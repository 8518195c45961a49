import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { definitionDigest, sha256Hex } from '../../src/transport/digest.js';

test('the digest is that of Node, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(sha256Hex(text), createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});

test('the digest of nothing is the one of FIPS 180-4', () => {
  assert.equal(sha256Hex(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('a definition keeps its digest when its members change places, and no other', () => {
  const digest = definitionDigest({ id: 'a', steps: [{ id: 'one' }, { id: 'two' }] });
  assert.equal(digest, definitionDigest(JSON.parse('{ "steps": [{"id":"one"}, {"id":"two"}], "id": "a" }')));
  assert.notEqual(digest, definitionDigest({ id: 'a', steps: [{ id: 'two' }, { id: 'one' }] }));
  assert.equal(digest, sha256Hex('{"id":"a","steps":[{"id":"one"},{"id":"two"}]}'));
});
