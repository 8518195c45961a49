import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { SendError } from '../../../src/transport/transport.js';
import {
  exampleAnswers,
  exampleApplication,
  goOnToReview,
} from '../../../stories/support/example-application.js';
import { exampleFile } from '../../../stories/support/example-files.js';
import type { Person } from '../../../stories/support/person.js';
import { pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { openForm } from '../open-form.js';

const reviewed = (person: Person) =>
  [...person.root.querySelectorAll('.answer')].map((row) =>
    [row.querySelector('dt'), row.querySelector('dd')].map((cell) =>
      cell?.textContent?.replace(/[\u2066-\u2069]/g, '').trim(),
    ),
  );

describe('the review', () => {
  it('shows every answer in the words of the form, and what was left out', async () => {
    const person = await openForm(exampleApplication, { prefill: { ...exampleAnswers, need: undefined } });
    await goOnToReview(person, exampleFile('lease.pdf', 'application/pdf', 1_200_000));
    expect(reviewed(person)).to.deep.equal([
      ['Full name', 'سالم بن عبدالله المثالي'],
      ['Date of birth', '30 Shawwal 1400 AH (10 September 1980)'],
      ['Age', '46'],
      ['Mobile number', '050 123 4567'],
      ['Do you support anyone?', 'Yes'],
      ['People you support', '2'],
      ['Name', 'ريم سالم المثالي'],
      ['Relationship', 'Child'],
      ['Name', 'نورة المثالي'],
      ['Relationship', 'Parent'],
      ['What do you need?', 'Not given'],
      ['Documents that support your request', 'lease.pdf (1.2 MB)'],
      ['I declare that what I entered is right', 'Agreed'],
    ]);
  });

  it('leads to one question and straight back', async () => {
    const person = await openForm(exampleApplication, { prefill: exampleAnswers });
    await goOnToReview(person);
    const mobile = [...person.root.querySelectorAll<HTMLElement>('.change button')].find((button) =>
      button.textContent?.includes('Mobile number'),
    );
    mobile?.click();
    await person.isOn('about');
    expect(person.focused?.id).to.equal('mobile');
    expect(person.find('[part~="primary"]').textContent?.trim()).to.equal('Back to checking');
    await person.fill('mobile', '0555555555');
    await person.goOnTo('review');
    expect(reviewed(person).find(([name]) => name === 'Mobile number')).to.deep.equal([
      'Mobile number',
      '055 555 5555',
    ]);
  });

  it('has a link on one line beside each answer, and room above what has failed', async () => {
    await setViewport({ width: 1000, height: 800 });
    const transport = pretendedTransport({
      submit: () => Promise.reject(new SendError('unreachable')),
    });
    const person = await openForm(exampleApplication, { prefill: exampleAnswers, transport });
    await goOnToReview(person);
    const heights = [...person.root.querySelectorAll('.change button')].map((link) => link.clientHeight);
    const [first = 0] = heights;
    expect(first).to.be.within(20, 36);
    expect(new Set(heights).size).to.equal(1);
    person.find('[part~="primary"]').click();
    await waitUntil(() => person.root.querySelector('#sending') !== null);
    const failed = person.find('#sending');
    const above = failed.previousElementSibling as HTMLElement;
    expect(failed.getBoundingClientRect().top - above.getBoundingClientRect().bottom).to.be.at.least(16);
    await setViewport({ width: 800, height: 600 });
  });

  it('leads on where a change has opened a new step', async () => {
    const person = await openForm(exampleApplication, {
      prefill: { ...exampleAnswers, supportsOthers: false, dependants: undefined },
    });
    await goOnToReview(person);
    await person.press('.answers .change button');
    await person.isOn('about');
    await person.take('supportsOthers', 'yes');
    await person.goOnTo('review');
    // Sending checks all: the new step has not been answered.
    await person.isStopped();
    const [link] = person.root.querySelectorAll<HTMLAnchorElement>('#errors a');
    expect(link?.textContent).to.contain('People you support');
    link?.click();
    await person.isOn('family');
    expect(person.focused?.id).to.equal('dependants');
  });

  it('does not send answers that are wrong, and says on which page to mend them', async () => {
    let calls = 0;
    const person = await openForm(exampleApplication, { prefill: { fullName: 'Salem' } });
    person.form.addEventListener('taafi-submit', () => {
      calls += 1;
    });
    person.form.goTo('review');
    await person.isOn('review');
    await person.isStopped();
    expect(calls).to.equal(0);
    const texts = [...person.root.querySelectorAll('#errors a')].map((link) => link.textContent?.trim());
    expect(texts).to.deep.equal([
      'Enter date of birth',
      'Enter mobile number',
      'Choose yes or no: Do you support anyone?',
      'Tick the box if you agree: I declare that what I entered is right',
    ]);
  });

  it('says before sending that no answer comes before a date, in both calendars', async () => {
    const person = await openForm(exampleApplication, { prefill: exampleAnswers });
    await goOnToReview(person);
    // 22 November 2026 and fourteen days.
    expect(person.text).to.contain('26 Jumada II 1448 AH (6 December 2026)');
  });
});
