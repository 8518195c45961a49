import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formProblems } from '../../../src/core/process/form-problems.js';
import { field, form, list, parsed as parsedForm } from '../trial-form.js';
import type { Json } from './small-process.js';
import { draft, parsed } from './small-process.js';

const fields = [
  field('fullName', 'text'),
  field('story', 'long-text'),
  field('mobile', 'phone'),
  field('nationalId', 'national-id'),
  field('birthDate', 'date'),
  field('income', 'number'),
  field('channel', 'choice', { options: [{ value: 'a', ar: 'أ' }] }),
  field('times', 'choices', { options: [{ value: 'a', ar: 'أ' }] }),
  field('agreed', 'statement', { text: { ar: 'أوافق', en: 'I agree' } }),
  field('home', 'section', { fields: [field('lease', 'file')] }),
  list('people', [field('nick', 'text'), field('care', 'section', { fields: [field('needs', 'text')] })]),
  field('note', 'note', { text: { ar: 'ملاحظة', en: 'Note' } }),
  field('sign', 'signature', { signer: ['fullName'] }),
];
const trial = parsedForm(form(fields));

function told(change: Json): string[] {
  const process = parsed(draft((p) => Object.assign(p, change)));
  return formProblems(process, trial).map(({ pointer, code }) => `${pointer}: ${code}`);
}

const verify = (...names: readonly string[]) => ({
  verify: names.map((name) => ({ field: name, name: 'x' })),
});
const factors = (...list: readonly Json[]) => ({ lookUp: { factors: list, linkLasts: 'P1D' } });

describe('formProblems', () => {
  it('finds nothing wrong where every field is there and fits', () => {
    assert.deepEqual(told({}), []);
    assert.deepEqual(
      told({
        ...verify(
          'fullName',
          'mobile',
          'birthDate',
          'income',
          'channel',
          'times',
          'agreed',
          'lease',
          'people',
        ),
        ...factors(
          { field: 'mobile', last: 4 },
          { field: 'nationalId', last: 4 },
          { field: 'fullName', last: 3 },
          { field: 'birthDate', part: 'year' },
        ),
        confined: [{ fields: ['home', 'people', 'note', 'lease', 'nick', 'care', 'needs'], to: ['officer'] }],
        contact: { phone: ['mobile'], consent: 'agreed', channel: 'channel', times: 'times' },
      }),
      [],
    );
  });

  it('finds fields that the form does not have, and says which was meant', () => {
    assert.deepEqual(told(verify('fullNme')), ['/verify/0/field: unknown-field']);
    const process = parsed(draft((p) => Object.assign(p, verify('fullNme'))));
    assert.deepEqual(formProblems(process, trial)[0]?.params, { value: 'fullNme', suggestion: 'fullName' });
    assert.deepEqual(told({ confined: [{ fields: ['home', 'house'], to: [] }] }), [
      '/confined/0/fields/1: unknown-field',
    ]);
    const confined = parsed(draft((p) => Object.assign(p, { confined: [{ fields: ['nicks'], to: [] }] })));
    assert.deepEqual(formProblems(confined, trial)[0]?.params, { value: 'nicks', suggestion: 'nick' });
  });

  it('takes a field of the items of a list for what is confined only: the items are many', () => {
    assert.deepEqual(told(verify('nick', 'needs')), [
      '/verify/0/field: unknown-field',
      '/verify/1/field: unknown-field',
    ]);
    assert.deepEqual(told(factors({ field: 'nick', last: 4 })), ['/lookUp/factors/0/field: unknown-field']);
    assert.deepEqual(told({ contact: { phone: ['nick'] } }), ['/contact/phone/0: unknown-field']);
  });

  it('finds fields of another kind', () => {
    assert.deepEqual(told(verify('note', 'sign', 'home')), [
      '/verify/0/field: field-kind',
      '/verify/1/field: field-kind',
      '/verify/2/field: field-kind',
    ]);
    assert.deepEqual(told(factors({ field: 'mobile', part: 'year' })), [
      '/lookUp/factors/0/field: field-kind',
    ]);
    for (const name of ['story', 'income', 'birthDate', 'people'])
      assert.deepEqual(
        told(factors({ field: name, last: 4 })),
        ['/lookUp/factors/0/field: field-type'],
        name,
      );
    const contact = {
      phone: ['mobile', 'nationalId'],
      consent: 'channel',
      channel: 'times',
      times: 'mobile',
    };
    assert.deepEqual(told({ contact }), [
      '/contact/phone/1: field-type',
      '/contact/consent: field-kind',
      '/contact/channel: field-kind',
      '/contact/times: field-kind',
    ]);
  });
});
