import { expect } from '@open-wc/testing';
import { exampleApplication, exampleAssociation } from '../../../stories/support/example-application.js';
import { exampleFile } from '../../../stories/support/example-files.js';
import { until } from '../../../stories/support/until.js';
import { framedForm, strictPolicy } from './framed-form.js';

describe('under a strict content security policy', () => {
  it('a whole application can be filled in and sent, and nothing is reported', async function () {
    this.timeout(30_000);
    const { frame, page, person, reports } = await framedForm(strictPolicy, {
      association: exampleAssociation,
      definition: exampleApplication,
    });

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
