import { expect } from '@open-wc/testing';
import { drawn, sign } from '../../../stories/support/signing.js';
import { until } from '../../../stories/support/until.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { openForm } from '../open-form.js';

const definition = oneStep([
  { id: 'fullName', type: 'text', required: true, label: 'Full name' },
  { id: 'signature', type: 'signature', required: true, signer: ['fullName'], label: 'Your signature' },
]);

describe('a signature at the end of a form', () => {
  it('is an answer, and stands in the review', async () => {
    const person = await openForm(definition);
    await person.fill('fullName', 'Salem');
    await sign(person, { method: 'typed', name: 'salem' });
    expect(person.form.answers.signature).to.deep.equal({ method: 'typed', name: 'salem' });
    await person.goOnTo('review');
    expect(person.text).to.contain('salem');
  });

  it('is void as soon as something else is changed, and the person is told', async () => {
    const person = await openForm(definition);
    await person.fill('fullName', 'Salem');
    await sign(person, drawn);
    expect(person.form.answers.signature).to.deep.equal(drawn);
    await person.fill('fullName', 'Salem S');
    expect(person.form.answers.signature).to.equal(undefined);
    await until(() => person.text.includes('Sign again'), 'the reason');
    expect(person.find('#announcements').textContent).to.contain('the signature no longer counts');
    expect(person.find<HTMLElement & { value: unknown }>('taafi-signature').value).to.equal(undefined);
    await person.isStopped();
    await sign(person, drawn);
    await person.goOnTo('review');
  });

  it('must be in the name that was given', async () => {
    const person = await openForm(definition);
    await person.fill('fullName', 'سالم آل سعد');
    await sign(person, { method: 'typed', name: 'سليم آل سعد' });
    await person.isStopped();
    expect(person.text).to.contain('Write the name as you gave it');
    await sign(person, { method: 'typed', name: 'سالم ال سعد' });
    await person.goOnTo('review');
  });
});
