import { expect, html } from '@open-wc/testing';
import type { TaafiDataDeclaration } from '../../../src/index.js';
import { packAddress, signByName } from '../../../stories/support/declaration.js';
import { Person } from '../../../stories/support/person.js';
import { now, pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { linesOf, openDeclaration } from './open-declaration.js';

declare global {
  interface Window {
    executed?: string[];
  }
}

/** Markup that would run something, were it taken for more than text. */
const attacks = [
  '<img src=x onerror="executed.push(1)">',
  '<svg onload="executed.push(2)"></svg>',
  '"><script>executed.push(3)</script>',
  '[press me](javascript:executed.push(4))',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay what it is.
  "${executed.push(5)} {{constructor.constructor('executed.push(6)')()}}",
  '<iframe srcdoc="<script>parent.executed.push(7)</script>"></iframe>',
];

/** Marks that turn the order of letters round, and others that nobody sees. */
const turned = 'The rent is \u202e0021\u202c riyals\u2066\u200f\u200b\u0000\ufeff, agreed';

/**
 * What a careful site allows: its own scripts and styles, and no text that becomes code. It is named, not `'self'`: in a page
 * that stands in an attribute Firefox takes nothing for itself.
 */
const policy = [
  "default-src 'none'",
  `script-src ${location.origin}`,
  `style-src ${location.origin}`,
  `connect-src ${location.origin}`,
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

function expectTextOnly({ root }: Person): void {
  const made = root.querySelectorAll('img, script, iframe, object, embed, [onerror], [onload]');
  expect(Array.from(made, ({ outerHTML }) => outerHTML)).to.deep.equal([]);
}

describe('hostile data', () => {
  beforeEach(() => {
    window.executed = [];
  });

  afterEach(async () => {
    // Pictures that fail do so a moment later.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(window.executed).to.deep.equal([]);
    delete window.executed;
  });

  it('of the page are text to their end, on the receipt too', async () => {
    const data = Object.fromEntries(attacks.map((attack) => [attack, { [attack]: [attack, attack] }]));
    const person = await openDeclaration({ data, signer: attacks[0] ?? '' });
    expect(linesOf(person).map(([label]) => label)).to.deep.equal(
      attacks.flatMap((attack) => [attack, attack]),
    );
    expectTextOnly(person);
    await signByName(person, attacks[1] ?? '');
    await person.isStopped();
    expectTextOnly(person);
    const { sign } = await import('../../../stories/support/signing.js');
    await sign(person, { method: 'typed', name: attacks[0] ?? '' });
    await person.goOnTo('receipt');
    expect(person.find('.paper').textContent).to.contain(attacks[0]);
    expectTextOnly(person);
  });

  it('of a form on the page are text: labels, values, options, names of files', async () => {
    const [attack = ''] = attacks;
    const person = await openDeclaration(
      { for: 'source' },
      html`<form id="source">
        <label>${attack} <input name=${attack} value=${attack} /></label>
        <input name=${`${attack}2`} value=${attack} />
        <label>List <select name="list"><option>${attack}</option></select></label>
        <label>Files <input type="file" name="files" /></label>
      </form>`,
    );
    const chosen = new DataTransfer();
    chosen.items.add(new File(['x'], `${attack}.jpg`));
    const files = document.querySelector<HTMLInputElement>('#source [name="files"]') as HTMLInputElement;
    files.files = chosen.files;
    files.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => linesOf(person).length === 4, 'the file');
    for (const [, value] of linesOf(person)) expect(value).to.contain('onerror');
    expectTextOnly(person);
  });

  it('cannot turn the page round: each is by itself, without marks that nobody sees', async () => {
    const person = await openDeclaration({ data: { [turned]: turned } });
    const words = 'The rent is 0021 riyals, agreed';
    expect(linesOf(person)).to.deep.equal([[words, words]]);
    expect(person.find('.answers dd > bdi').textContent).to.equal(words);
    expect(person.form.answers.given).to.deep.equal({ lines: [{ label: words, value: words }] });
  });

  it('cannot be more than a person can read: what is too much is not sent', async () => {
    let sent = 0;
    const transport = pretendedTransport();
    const counting = {
      ...transport,
      submit: (...submission: Parameters<typeof transport.submit>) => {
        sent += 1;
        return transport.submit(...submission);
      },
    };
    const many = Array.from({ length: 1001 }, (_none, index) => ({ label: `Line ${index}`, value: 'x' }));
    const person = await openDeclaration({ data: many, transport: counting });
    await signByName(person, 'Salem');
    await person.isStopped();
    expect(sent).to.equal(0);
  });
});

describe('a declaration under a strict content security policy', () => {
  it('can be read, signed and sent, and nothing is reported', async function () {
    this.timeout(30_000);
    const frame = document.createElement('iframe');
    frame.style.cssText = 'inline-size: 600px; block-size: 600px';
    const script = new URL('../../../src/define.js', import.meta.url).href;
    frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}">
      <body><form id="source"><label>Name <input name="name" value="Salem"></label></form>
      <taafi-data-declaration lang="en" history="off" for="source" association="" definition="${packAddress('data-declaration')}"></taafi-data-declaration>
      <script type="module" src="${script}"></script>`;
    document.body.append(frame);
    const page = await until(() => {
      const found = frame.contentDocument?.querySelector('taafi-data-declaration:defined');
      return found?.ownerDocument;
    }, 'the element');
    const reports: string[] = [];
    page.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      reports.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
    const form = page.querySelector('taafi-data-declaration') as TaafiDataDeclaration;
    Object.assign(form, { clock: () => now, transport: pretendedTransport() });
    const person = await Person.at(page);
    expect(linesOf(person)).to.deep.equal([['Name', 'Salem']]);
    await signByName(person, 'Salem');
    await person.goOnTo('receipt');
    expect(reports).to.deep.equal([]);
    // The policy is in force: what it forbids is reported.
    expect(() => {
      page.body.innerHTML = '<p>text</p>';
    }).to.throw();
    await until(() => reports.length === 1, 'the report');
    frame.remove();
  });
});
