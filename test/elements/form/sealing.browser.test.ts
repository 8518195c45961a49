import { expect, fixture, html } from '@open-wc/testing';
import type { Envelope } from '../../../src/sealing/envelope-shape.js';
import type { Submission } from '../../../src/transport/transport.js';
import { SendError } from '../../../src/transport/transport.js';
import { Person } from '../../../stories/support/person.js';
import { pretendedTransport, receiptFor } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { newForm, openForm } from '../open-form.js';

const definition = oneStep([
  { id: 'name', type: 'text', required: true, label: 'Name' },
  {
    id: 'private',
    type: 'sealed',
    label: 'Your story',
    key: {
      id: '2026-11',
      publicKey: 'BBqesWoAav7pU_vp4TCxkVUlD-ciAlv31VK8LViiB0d9THpumUN_pAVDwlpS6QDLvSlWmlDsQ68khW6X9jyBbFQ',
    },
    fields: [
      { id: 'secret', type: 'text', label: 'What happened' },
      {
        id: 'people',
        type: 'list',
        label: 'People',
        itemLabel: 'One {n}',
        fields: [{ id: 'who', type: 'text', label: 'Who' }],
      },
    ],
  },
]);

const prefill = { name: 'Salem', secret: 'nobody else', people: [{ who: 'another' }] };

describe('a sealed section', () => {
  it('goes to a transport as an envelope, the same one when it is tried again', async () => {
    const sent: Submission[] = [];
    const transport = pretendedTransport({
      submit: async (submission) => {
        sent.push(submission);
        if (sent.length === 1) throw new SendError('unreachable');
        return receiptFor(submission);
      },
    });
    const person = await openForm(definition, { prefill, transport });
    await person.goOnTo('review');
    expect(person.text).to.contain('only whoever holds the key can read them');
    await person.goOn();
    await until(() => person.text.includes('could not be reached'), 'it is told that it has failed');
    await person.goOnTo('receipt');
    const [first, second] = sent;
    expect(second).to.deep.equal(first);
    expect(Object.keys(first ?? {})).not.to.contain('own');
    expect(Object.keys(first?.answers ?? {})).to.deep.equal(['name', 'private']);
    const envelope = first?.answers.private as Envelope | undefined;
    expect(envelope?.key).to.equal('2026-11');
    expect(JSON.stringify(sent)).not.to.match(/nobody else|another/);
  });

  it('is no part of what a form of the page takes', async () => {
    const host = await fixture<HTMLFormElement>(html`<form></form>`);
    host.append(newForm({ definition, prefill }));
    await Person.at(host);
    expect([...new FormData(host)]).to.deep.equal([['name', 'Salem']]);
  });
});
