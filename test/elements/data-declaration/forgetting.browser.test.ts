import { expect } from '@open-wc/testing';
import type { TaafiDataDeclaration } from '../../../src/index.js';
import { packAddress, signByName } from '../../../stories/support/declaration.js';
import { Person } from '../../../stories/support/person.js';
import { pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { LAST_LOOK } from '../last-look.js';
import { linesOf, openDeclaration } from './open-declaration.js';

/** What was to be seen at the moment when the way out was taken. */
interface Sight {
  readonly answers: unknown;
  readonly text: string;
  readonly isHidden: boolean;
  readonly asked: number;
}

describe('a declaration that is begun anew', () => {
  it('forgets what was ticked, signed and attached, and reads the data again', async () => {
    const person = await openDeclaration({ data: { Name: 'Salem' } });
    await signByName(person, 'Salem');
    person.form.reset();
    await until(() => person.form.answers.given !== undefined, 'the data');
    await person.form.updateComplete;
    expect(person.form.answers).to.deep.equal({ given: { lines: [{ label: 'Name', value: 'Salem' }] } });
    expect(person.root.querySelectorAll('input:checked')).to.have.length(0);
    await person.isStopped();
  });

  it('can be signed again after it was sent', async () => {
    let sent = 0;
    const transport = pretendedTransport();
    const person = await openDeclaration({
      data: { Name: 'Salem' },
      transport: {
        ...transport,
        submit: (...submission) => {
          sent += 1;
          return transport.submit(...submission);
        },
      },
    });
    for (const count of [1, 2]) {
      await signByName(person, 'Salem');
      await person.goOnTo('receipt');
      expect(sent).to.equal(count);
      person.form.reset();
      await person.isOn('review');
      await until(() => linesOf(person).length === 1, 'the data');
    }
    expect(person.root.textContent).not.to.contain('4829');
  });

  it('forgets where the element is told to, and brings nothing back', async () => {
    const person = await openDeclaration({ data: { Name: 'Salem' } });
    await signByName(person, 'Salem');
    person.form.forget();
    expect(person.form.answers).to.deep.equal({});
    person.form.data = { Name: 'Omar' };
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(person.form.answers).to.deep.equal({});
    expect(person.root.textContent).not.to.contain('Salem');
    expect(person.root.textContent).not.to.contain('Omar');
    expect(person.text).to.contain('There is no information here to sign');
  });

  it('is followed no more once it has left the page, and again when it is back', async () => {
    const person = await openDeclaration({ data: { Name: 'Salem' } });
    const { form } = person;
    const around = form.parentElement as HTMLElement;
    form.remove();
    form.data = { Name: 'Omar' };
    await new Promise((resolve) => setTimeout(resolve, 20));
    around.append(form);
    await until(() => linesOf(person)[0]?.[1] === 'Omar', 'the data of the moment');
  });
});

describe('the way out of a declaration', () => {
  it('leaves nothing of the data, the signature or the link, and asks for nothing again', async function () {
    this.timeout(20_000);
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><html lang="en"><body>
      <taafi-data-declaration lang="en" history="off" association="" definition="" reference="48291730561249" token="${'a'.repeat(22)}"></taafi-data-declaration>
      <script type="module" src="${new URL('../../../src/define.js', import.meta.url).href}"></script>`;
    document.body.append(frame);
    const inside = frame.contentWindow as Window & typeof globalThis;
    let asked = 0;
    const form = await until(() => {
      const found = frame.contentDocument?.querySelector<TaafiDataDeclaration>('taafi-data-declaration');
      return found?.matches(':defined') ? found : undefined;
    }, 'the element in the frame');
    const { fetch } = inside;
    inside.fetch = async (input, init) => {
      if (!String(input).endsWith('/api/requests/data')) return fetch(input, init);
      asked += 1;
      const given = { lines: [{ label: 'Name', value: 'Salem Secret' }], signer: 'Salem' };
      return new Response(JSON.stringify({ given }), { headers: { 'Content-Type': 'application/json' } });
    };
    // To a domain that never exists (RFC 2606).
    const definition = (await (await fetch(packAddress('data-declaration'))).json()) as object;
    form.definition = { ...definition, exit: { url: 'https://weather.invalid' } };
    const person = await Person.at(frame.contentDocument as Document);
    await until(() => person.text.includes('Salem Secret'), 'the data');
    await signByName(person, 'Salem');
    const leaving = new Promise<Sight>((resolve) => {
      inside.addEventListener(LAST_LOOK, () =>
        resolve({
          answers: form.answers,
          text: form.shadowRoot?.textContent ?? '',
          isHidden: inside.document.body.hidden,
          asked,
        }),
      );
    });
    person.find('.exit').click();
    const sight = await leaving;
    expect(sight.answers).to.deep.equal({});
    expect(sight.text).not.to.contain('Secret');
    expect(sight.isHidden).to.equal(true);
    expect(sight.asked).to.equal(1);
    frame.remove();
  });
});
