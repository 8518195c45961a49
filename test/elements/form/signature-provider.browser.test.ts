import { expect } from '@open-wc/testing';
import type { SignatureProvider, SigningRequest } from '../../../src/index.js';
import { drawn, sign } from '../../../stories/support/signing.js';
import { until } from '../../../stories/support/until.js';
import { definitionOf } from '../../../stories/support/written-definition.js';
import { openForm } from '../open-form.js';

const definition = definitionOf([
  {
    id: 'about',
    title: 'About you',
    fields: [{ id: 'fullName', type: 'text', required: true, label: 'Full name' }],
  },
  {
    id: 'declaration',
    at: 'review',
    title: 'Signature',
    fields: [
      { id: 'signature', type: 'signature', required: true, signer: ['fullName'], label: 'Your signature' },
    ],
  },
]);

/** A provider who signs what he is asked to, as `answer` says. */
function provider(answer: (request: SigningRequest) => Promise<string | undefined>): SignatureProvider {
  return { id: 'nafath', label: { ar: 'وقّع عبر نفاذ', en: 'Sign with Nafath' }, sign: answer };
}

async function atTheSignature(signatureProvider: SignatureProvider) {
  const person = await openForm(definition, { signatureProvider });
  await person.fill('fullName', 'Salem');
  await person.goOnTo('review');
  const button = await until(
    () => person.root.querySelector<HTMLElement>('.elsewhere button'),
    'the button of the provider',
  );
  return { person, button };
}

describe('signing with a provider', () => {
  it('gives him what is signed, and is void like any other when an answer changes', async () => {
    const asked: SigningRequest[] = [];
    const { person, button } = await atTheSignature(
      provider(async (request) => {
        asked.push(request);
        return 'proof';
      }),
    );
    expect(button.textContent).to.equal('Sign with Nafath');
    button.click();
    await until(() => person.text.includes('Signed: Sign with Nafath'), 'the word that it is signed');
    expect(person.form.answers.signature).to.deep.equal({
      method: 'provider',
      provider: 'nafath',
      proof: 'proof',
    });
    expect(asked).to.have.length(1);
    expect(asked[0]?.signer).to.equal('Salem');
    expect(asked[0]?.contentSha256).to.match(/^[0-9a-f]{64}$/);
    person.form.goTo('about');
    await person.seen('[name="fullName"]');
    await person.fill('fullName', 'Salem S');
    expect(person.form.answers.signature).to.equal(undefined);
  });

  it('leaves the pad and the name to who changes his mind, or cannot sign there', async () => {
    const { warn } = console;
    console.warn = () => undefined;
    try {
      for (const answer of [
        async () => undefined,
        async () => {
          throw new Error('no line');
        },
      ]) {
        const { person, button } = await atTheSignature(provider(answer));
        button.click();
        await new Promise((resolve) => setTimeout(resolve));
        expect(person.form.answers.signature).to.equal(undefined);
        await sign(person, drawn);
        expect(person.form.answers.signature).to.deep.equal(drawn);
      }
    } finally {
      console.warn = warn;
    }
  });
});
