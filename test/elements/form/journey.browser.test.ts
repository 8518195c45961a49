import { expect } from '@open-wc/testing';
import type { Submission } from '../../../src/index.js';
import { exampleApplication } from '../../../stories/support/example-application.js';
import { pretendedTransport, receiptFor } from '../../../stories/support/pretended-transport.js';
import { definitionOf } from '../../../stories/support/written-definition.js';
import { press, tabTo, write } from '../keyboard.js';
import { openForm } from '../open-form.js';

describe('a whole application', () => {
  for (const lang of ['ar', 'en']) {
    it(`can be filled in and sent by keyboard alone, in ${lang}`, async function () {
      this.timeout(30_000);
      const sent: Submission[] = [];
      const transport = pretendedTransport({
        submit: async (submission) => {
          sent.push(submission);
          return receiptFor(submission);
        },
      });
      const person = await openForm(exampleApplication, { lang, transport });

      await tabTo(person, '[part~="primary"]');
      await press('Enter');
      await person.isOn('about');
      expect(person.focused?.id, 'the heading of the new page has the focus').to.equal('title');

      await tabTo(person, '[name="fullName"]');
      await write('سالم المثالي');
      await tabTo(person, '[name="birthDate.day"]');
      await write('30');
      await tabTo(person, '[name="birthDate.month"]');
      await write('10');
      await tabTo(person, '[name="birthDate.year"]');
      await write('1400');
      await tabTo(person, '[name="mobile"]');
      await write('0501234567');
      await tabTo(person, '[name="supportsOthers"]');
      await press('Space');
      // Enter in a box of text goes on, as everywhere on the web.
      person.control('mobile').focus();
      await press('Enter');
      await person.isOn('family');

      await tabTo(person, '[id="dependants"]');
      await press('Enter');
      await tabTo(person, '[name="dependants.0.name"]');
      await write('ريم');
      await tabTo(person, '[name="dependants.0.relation"]');
      await press('ArrowDown');
      await tabTo(person, '[part~="primary"]');
      await press('Enter');
      await person.isOn('request');

      await tabTo(person, '[name="need"]');
      await write('أحتاج إلى سكن');
      await press('Enter');
      await write('قريب من العلاج');
      expect(person.form.page, 'Enter in a box of several lines begins a line').to.equal('request');
      await tabTo(person, '[name="declaration"]');
      await press('Space');
      await tabTo(person, '[part~="primary"]');
      await press('Enter');
      await person.isOn('review');
      await tabTo(person, '[part~="primary"]');
      await press('Enter');
      await person.isOn('receipt');

      expect(sent).to.have.length(1);
      expect(sent[0]?.language).to.equal(lang);
      expect(sent[0]?.answers).to.deep.equal({
        fullName: 'سالم المثالي',
        birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' },
        age: 46,
        mobile: '+966501234567',
        supportsOthers: true,
        dependants: [{ name: 'ريم', relation: 'parent' }],
        need: 'أحتاج إلى سكن\nقريب من العلاج',
        declaration: true,
      });
      expect(sent[0]?.consents).to.deep.equal([
        { path: 'declaration', language: lang, at: '2026-11-22T09:00:00.000Z' },
      ]);
      expect(person.text).to.contain('4829-1730-5612-49');
    });
  }

  it('leaves out a step whose condition does not hold, and counts the steps without it', async () => {
    const person = await openForm(exampleApplication, {
      prefill: {
        fullName: 'Salem',
        mobile: '+966501234567',
        birthDate: { date: '1980-09-10', calendar: 'gregory' },
        supportsOthers: false,
      },
    });
    await person.goOnTo('about');
    expect(person.text).to.contain('Step 1 of 2');
    await person.take('supportsOthers', 'yes');
    expect(person.text).to.contain('Step 1 of 3');
    await person.take('supportsOthers', 'no');
    await person.goOnTo('request');
    expect(person.text).to.contain('Step 2 of 2');
  });

  it('says above its first question what form it is, where no page before has said so', async () => {
    const { start, ...withoutStart } = exampleApplication;
    const person = await openForm(withoutStart, {
      prefill: {
        fullName: 'Salem',
        mobile: '+966501234567',
        birthDate: { date: '1980-09-10', calendar: 'gregory' },
        supportsOthers: false,
      },
    });
    expect(start, 'the form as it is has a start page').to.be.an('object');
    const headings = () =>
      [...person.root.querySelectorAll('h1, h2, h3, h4')].map(({ localName }) => localName);
    expect(person.form.page).to.equal('about');
    expect(person.text).to.contain('Application for support');
    expect(headings(), 'it is no heading: the page has one').to.deep.equal(['h2']);
    await person.goOnTo('request');
    expect(person.text).not.to.contain('Application for support');
    await person.press('.back');
    expect(person.text).to.contain('Application for support');

    const withStart = await openForm(exampleApplication);
    await withStart.goOnTo('about');
    expect(withStart.text).not.to.contain('Application for support');
  });

  it('does not say twice what the form and its only step are both called', async () => {
    const fields = [{ id: 'name', type: 'text', label: 'Name' }];
    const person = await openForm(
      definitionOf([{ id: 'only', title: 'A question', fields }], { title: 'A question' }),
    );
    expect(person.text.match(/A question/g)).to.have.length(1);
  });

  it('says the age as soon as the day of birth is whole', async () => {
    const person = await openForm(exampleApplication);
    await person.goOnTo('about');
    expect(person.root.querySelector('output')).to.equal(null);
    await person.fill('birthDate.day', '1');
    await person.fill('birthDate.month', '1');
    expect(person.root.querySelector('output')).to.equal(null);
    await person.fill('birthDate.year', '1428');
    // 1 Muharram 1428 was 20 January 2007.
    expect(person.find('output').textContent).to.equal('19');
  });

  it('tells the page each step of the way', async () => {
    const person = await openForm(exampleApplication);
    const pages: string[] = [];
    person.form.addEventListener('taafi-page', ({ page }) => pages.push(page));
    await person.goOnTo('about');
    person.form.goTo('request');
    await person.isOn('request');
    await person.press('.back');
    await person.isOn('about');
    expect(pages).to.deep.equal(['about', 'request', 'about']);
    expect(person.form.goTo('no-such-page')).to.equal(false);
    expect(person.form.goTo('family'), 'a step whose condition does not hold').to.equal(false);
    expect(person.form.page).to.equal('about');
  });
});
