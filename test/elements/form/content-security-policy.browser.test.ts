import { expect } from '@open-wc/testing';
import type { TaafiForm } from '../../../src/index.js';
import { exampleApplication, exampleAssociation } from '../../../stories/support/example-application.js';
import { exampleFile } from '../../../stories/support/example-files.js';
import { Person } from '../../../stories/support/person.js';
import { now, pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';

/** What a careful site allows: its own scripts and styles, and no text that becomes code. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

describe('under a strict content security policy', () => {
  it('a whole application can be filled in and sent, and nothing is reported', async function () {
    this.timeout(30_000);
    const frame = document.createElement('iframe');
    frame.style.cssText = 'inline-size: 600px; block-size: 600px';
    const script = new URL('../../../src/define.js', import.meta.url).href;
    frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}">
      <body><taafi-form lang="en" history="off"></taafi-form><script type="module" src="${script}"></script>`;
    document.body.append(frame);
    const page = await until(
      () => frame.contentDocument?.querySelector('taafi-form')?.ownerDocument,
      'the page in the frame',
    );
    const reports: string[] = [];
    page.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      reports.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
    const form = await until(() => page.querySelector<TaafiForm>('taafi-form:defined'), 'the element');
    Object.assign(form, {
      clock: () => now,
      transport: pretendedTransport(),
      association: exampleAssociation,
      definition: exampleApplication,
    });

    const person = await Person.at(page);
    await person.goOnTo('about');
    await person.isStopped();
    await person.fill('fullName', 'Salem');
    await person.fill('birthDate.day', '30');
    await person.fill('birthDate.month', '10');
    await person.fill('birthDate.year', '1400');
    await person.fill('mobile', '0501234567');
    await person.take('supportsOthers', 'yes');
    await person.goOnTo('family');
    await person.press('[id="dependants"]');
    await person.fill('dependants.0.name', 'Reem');
    await person.take('dependants.0.relation', 'child');
    await person.goOnTo('request');
    await person.attach('documents', exampleFile('lease.pdf', 'application/pdf'));
    await person.take('declaration');
    await person.press('.help button');
    await person.seen('dialog[open]');
    person.find<HTMLDialogElement>('dialog').close();
    await person.press('#language-ar');
    await person.seen('[dir="rtl"]');
    await person.goOnTo('review');
    await person.goOnTo('receipt');
    expect(getComputedStyle(person.find('.receipt')).textAlign, 'the styles are there').to.equal('center');
    expect(reports).to.deep.equal([]);

    // The policy is in force: what it forbids is reported.
    expect(() => {
      page.body.innerHTML = '<p>text</p>';
    }).to.throw();
    await until(() => reports.length === 1, 'the report');
    frame.remove();
  });
});
