import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { catalog, parseDefinition, validateAnswers } from '../../src/core/index.js';
import { isP256Point } from '../../src/core/p256.js';
import { asReceived } from '../../src/core/received-form.js';
import { sealed } from '../../src/fields/sealed/sealed.type.js';
import { base64url } from '../../src/sealing/bytes.js';
import { surveyCatalog, surveyFields, surveyForm } from '../core/survey/survey-form.js';
import { newPair } from '../sealing/key-pair.js';
import { context, definitionProblems, formWith, TrialField } from './trial-field.js';

const pair = newPair();
const key = { id: '2026-11', publicKey: pair.written };
const label = { ar: 'داخل', en: 'Inside' };
const inner = { id: 'inner', type: 'text', label };
const section = { type: 'sealed', key, fields: [inner] };
const field = new TrialField(sealed, section);

/** What is wrong with a form with a sealed section and others beside it. */
function problemsOf(inside: object, beside: object, document: object = {}): Record<string, string> {
  const form = formWith({ ...section, fields: [{ ...inner, ...inside }] });
  const [step] = form.steps as { fields: object[] }[];
  step?.fields.push({ id: 'beside', type: 'text', label, ...beside });
  const { problems } = parseDefinition({ ...form, ...document }, catalog);
  return Object.fromEntries(problems.map(({ pointer, code }) => [pointer, code]));
}

describe('sealed', () => {
  it('is a section for who fills it in, and one answer for who receives it', () => {
    const { definition } = parseDefinition(formWith(section), catalog);
    assert.ok(definition);
    assert.deepEqual(validateAnswers(definition, { inner: 'x' }, catalog, context).answers, { inner: 'x' });
    const received = validateAnswers(asReceived(definition), { inner: 'x' }, catalog, context);
    assert.deepEqual(received.problems, [
      { pointer: '/inner', code: 'unknown' },
      { pointer: '/trial', code: 'required' },
    ]);
  });

  it('is told by its key, in both languages', () => {
    const envelope = { v: 1, key: '2026-11', enc: '', ciphertext: '' } as const;
    assert.equal(field.show(envelope, 'en'), 'Sealed to the key 2026-11');
    assert.match(field.show(envelope, 'ar'), /2026-11/);
    for (const code of [...sealed.problems, 'required'])
      assert.notEqual(field.sentence(code, 'ar'), field.sentence(code, 'en'), code);
  });

  it('takes nothing that is no envelope', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => assert.ok(!field.accepts(value))),
      { numRuns: 300 },
    );
  });

  it('needs a key to which something can be sealed, and something in it', () => {
    const problems = (particulars: object) => definitionProblems({ ...section, ...particulars });
    assert.deepEqual(problems({ key: undefined }), { '/key': 'missing' });
    assert.deepEqual(problems({ key: { ...key, publicKey: 'abc' } }), { '/key/publicKey': 'sealing-key' });
    assert.deepEqual(problems({ key: { ...key, id: 'a b' } }), { '/key/id': 'sealing-key-id' });
    // Somebody has pasted the private key.
    assert.deepEqual(problems({ key: { ...key, d: pair.jwk.d } }), { '/key': 'sealing-key-private' });
    assert.deepEqual(problems({ key: { kid: 'x', ...pair.jwk } }), { '/key': 'sealing-key-private' });
    const { d: _d, ...publicJwk } = pair.jwk;
    assert.deepEqual(problems({ key: publicJwk }), { '/key': 'sealing-key' });
    assert.deepEqual(problems({ key: 'x' }), { '/key': 'wrong-kind' });
    assert.deepEqual(problems({ fields: [] }), { '/fields': 'too-small' });
  });

  it('holds nothing that the receiver has to be able to read or to prove', () => {
    const inside = (particulars: object) => problemsOf(particulars, {});
    const place = '/steps/0/fields/0/fields/0/type';
    assert.deepEqual(inside({ type: 'file' }), { [place]: 'sealed-file' });
    assert.deepEqual(inside({ type: 'signature' }), { [place]: 'sealed-type' });
    assert.deepEqual(inside({ type: 'statement' }), { [place]: 'sealed-type' });
    assert.deepEqual(inside({ type: 'given' }), { [place]: 'sealed-type' });
    const twice = { ...section, fields: [{ ...inner, id: 'deep' }] };
    assert.deepEqual(inside(twice), { [place]: 'sealed-type' });
    const inItem = { type: 'list', itemLabel: '{n}', fields: [{ ...inner, type: 'file' }] };
    assert.deepEqual(inside({ id: 'some', ...inItem }), {
      '/steps/0/fields/0/fields/0/fields/0/type': 'sealed-file',
    });
  });

  it('stands in no list and in no survey', () => {
    const list = {
      id: 'some',
      type: 'list',
      itemLabel: '{n}',
      label,
      fields: [{ ...section, id: 'x', label }],
    };
    assert.deepEqual(definitionProblems(list), { '/fields/0/type': 'sealed-in-list' });
    const survey = surveyForm({}, [...surveyFields, { ...section, id: 'x', label }]);
    const { problems } = parseDefinition(survey, surveyCatalog);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['sealed-in-survey'],
    );
  });

  it('is looked into by nothing outside', () => {
    const beside = '/steps/0/fields/1';
    const looks = (field: object, at: string, document = {}, inside = {}) =>
      assert.deepEqual(problemsOf(inside, field, document), { [at]: 'looks-sealed' }, at);
    looks({ when: { field: 'inner', is: 'x' } }, `${beside}/when`);
    looks({ when: 'secret' }, `${beside}/when`, { conditions: { secret: { field: 'inner', empty: false } } });
    looks({ notEqual: 'inner' }, `${beside}/notEqual`);
    looks({ type: 'computed', value: { concat: ['inner'] } }, `${beside}/value`);
    looks({ type: 'date', after: 'inner' }, `${beside}/after`, {}, { type: 'date' });
    looks({}, '/prefill/url/0', { prefill: { url: ['inner'] } });
    looks({}, '/prefill/signed/0', { prefill: { signed: ['inner'] } });
  });

  it('looks itself wherever it likes, and fields in it at one another', () => {
    assert.deepEqual(problemsOf({ when: { field: 'beside', is: 'x' }, notEqual: 'beside' }, {}), {});
    const other = { id: 'other', type: 'text', label, when: { field: 'inner', is: 'x' } };
    const form = formWith({ ...section, fields: [inner, other] });
    assert.deepEqual(parseDefinition(form, catalog).problems, []);
  });

  it('is not looked into by a step, or by another sealed section', () => {
    const form = formWith(section) as { steps: object[] };
    const fields = [{ ...section, id: 'second', label, fields: [{ ...inner, id: 'b', notEqual: 'inner' }] }];
    const step = { id: 'later', title: label, when: { field: 'inner', is: 'x' }, fields };
    const { problems } = parseDefinition({ ...form, steps: [...form.steps, step] }, catalog);
    assert.deepEqual(
      problems.map(({ pointer, code }) => [pointer, code]),
      [
        ['/steps/1/when', 'looks-sealed'],
        ['/steps/1/fields/0/fields/0/notEqual', 'looks-sealed'],
      ],
    );
  });
});

describe('a point of P-256', () => {
  it('is what a new key is, and nothing one bit away', () => {
    for (let round = 0; round < 20; round++) {
      const { publicKey, written } = newPair();
      assert.ok(isP256Point(written));
      const at = round * 3;
      assert.ok(!isP256Point(base64url(publicKey.map((byte, index) => (index === at ? byte ^ 1 : byte)))));
    }
    for (const text of ['', 'A', `${pair.written}A`, pair.written.slice(1), 'B'.repeat(87)])
      assert.ok(!isP256Point(text), text);
  });
});
