import { expect } from '@open-wc/testing';
import { exampleFile } from '../../../stories/support/example-files.js';
import type { Person } from '../../../stories/support/person.js';
import { until } from '../../../stories/support/until.js';
import { definitionOf, oneStep } from '../../../stories/support/written-definition.js';
import { press, tabTo, write } from '../keyboard.js';
import { openForm } from '../open-form.js';

const twoSteps = definitionOf([
  {
    id: 'first',
    title: 'First',
    fields: [
      { id: 'name', type: 'text', required: true, label: { ar: 'الاسم', en: 'Name' } },
      { id: 'birthDate', type: 'date', required: true, label: { ar: 'الميلاد', en: 'Date of birth' } },
      { id: 'identity', type: 'file', label: { ar: 'الهوية', en: 'Copy of your ID' } },
    ],
  },
  {
    id: 'second',
    title: 'Second',
    fields: [{ id: 'need', type: 'long-text', required: true, label: { ar: 'الحاجة', en: 'Need' } }],
  },
]);

async function fillsFirst(person: Person): Promise<void> {
  await person.fill('name', 'سالم');
  await person.fill('birthDate.day', '31');
  await person.fill('birthDate.month', '2');
  await person.attach('identity', exampleFile('id.jpg', 'image/jpeg'));
}

function seesFirst(person: Person): void {
  expect(person.control('name').value).to.equal('سالم');
  expect(person.control('birthDate.day').value).to.equal('31');
  expect(person.control('birthDate.month').value).to.equal('2');
  expect(person.control('birthDate.year').value).to.equal('');
  expect(person.find('.files').textContent).to.contain('id.jpg');
}

describe('nothing that was typed is lost', () => {
  it('when there are errors', async () => {
    const person = await openForm(twoSteps);
    await fillsFirst(person);
    await person.isStopped();
    seesFirst(person);
  });

  it('when the language changes', async () => {
    const person = await openForm(twoSteps);
    await fillsFirst(person);
    await person.press('#language-ar');
    await person.seen('[dir="rtl"]');
    seesFirst(person);
    await person.press('#language-en');
    await person.seen('[dir="ltr"]');
    seesFirst(person);
  });

  it('keeps the focus on the switch of the language, which then leads back', async () => {
    const person = await openForm(twoSteps);
    await tabTo(person, '#language-ar');
    await press('Enter');
    await person.seen('[dir="rtl"]');
    expect(person.focused?.getAttribute('lang')).to.equal('en');
  });

  it('when a question is hidden and shown again', async () => {
    const person = await openForm(
      oneStep([
        { id: 'employed', type: 'yes-no', required: true, label: 'Employed' },
        { id: 'employer', type: 'text', when: { field: 'employed', is: true }, label: 'Employer' },
      ]),
    );
    await person.take('employed', 'yes');
    await person.fill('employer', 'Example Ltd.');
    expect(person.form.answers).to.deep.equal({ employed: true, employer: 'Example Ltd.' });
    await person.take('employed', 'no');
    expect(person.root.querySelector('[name="employer"]')).to.equal(null);
    expect(person.form.answers, 'what is hidden is not sent').to.deep.equal({ employed: false });
    await person.take('employed', 'yes');
    expect(person.control('employer').value).to.equal('Example Ltd.');
  });

  it('when somebody goes back and forward by the browser', async () => {
    const person = await openForm(twoSteps, { history: 'on' });
    await person.fill('name', 'سالم');
    for (const [part, value] of [
      ['day', '30'],
      ['month', '10'],
      ['year', '1400'],
    ] as const) {
      await person.fill(`birthDate.${part}`, value);
    }
    const address = location.href;
    await person.goOnTo('second');
    expect(location.href, 'nothing is written into the address').to.equal(address);
    await person.fill('need', 'Rent');
    history.back();
    await person.isOn('first');
    expect(person.control('name').value).to.equal('سالم');
    history.forward();
    await person.isOn('second');
    expect(person.control('need').value).to.equal('Rent');
    expect(JSON.stringify(history.state), 'nor into the history').not.to.match(/سالم|Rent/);
    history.back();
    await person.isOn('first');
  });

  it('when the form’s own way back is taken', async () => {
    const person = await openForm(twoSteps, { history: 'on' });
    await fillsFirst(person);
    await person.fill('birthDate.month', '3');
    await person.fill('birthDate.year', '1999');
    await person.take('birthDate.calendar', 'gregory');
    await person.goOnTo('second');
    await person.fill('need', 'Rent');
    const { length } = history;
    await person.press('.back');
    await person.isOn('first');
    expect(person.control('name').value).to.equal('سالم');
    expect(history.length, 'back is the browser’s own way back, and adds nothing to it').to.equal(length);
    await person.goOnTo('second');
    expect(person.control('need').value).to.equal('Rent');
  });

  it('when the element is taken out of the page and put back', async () => {
    const person = await openForm(twoSteps);
    await fillsFirst(person);
    const { form } = person;
    const place = form.parentElement;
    form.remove();
    place?.append(form);
    await form.updateComplete;
    seesFirst(person);
    await person.fill('name', 'ريم');
    expect(form.answers.name, 'and it goes on taking what is typed').to.equal('ريم');
    await person.isStopped();
  });

  it('asks before the page is closed as long as there is something unsent', async () => {
    const person = await openForm(twoSteps);
    const asks = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(asks()).to.equal(false);
    await person.fill('name', 'سالم');
    expect(asks()).to.equal(true);
    person.form.reset();
    await until(() => person.form.answers.name === undefined, 'an empty form');
    expect(asks()).to.equal(false);
  });

  it('nor does the cursor leave its place', async () => {
    const person = await openForm(oneStep([{ id: 'name', type: 'text', required: true, label: 'Name' }]));
    await person.isStopped();
    await tabTo(person, '[name="name"]');
    await write('Slem');
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await write('a');
    expect(person.control('name').value).to.equal('Salem');
    expect((person.control('name') as HTMLInputElement).selectionStart).to.equal(2);
    expect(person.form.answers.name).to.equal('Salem');
  });
});
