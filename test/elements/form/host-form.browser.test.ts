import { expect, fixture, html } from '@open-wc/testing';
import { exampleFile } from '../../../stories/support/example-files.js';
import { Person } from '../../../stories/support/person.js';
import { until } from '../../../stories/support/until.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { press, tabTo } from '../keyboard.js';
import { newForm } from '../open-form.js';

const definition = oneStep([
  { id: 'name', type: 'text', required: true, label: 'Name' },
  { id: 'birthDate', type: 'date', label: 'Date of birth' },
  {
    id: 'support',
    type: 'choices',
    label: 'Support',
    options: [
      { value: 'rent', ar: 'إيجار', en: 'Rent' },
      { value: 'work', ar: 'عمل', en: 'Work' },
    ],
  },
  {
    id: 'children',
    type: 'list',
    label: 'Children',
    itemLabel: 'Child {n}',
    fields: [{ id: 'name', type: 'text', label: 'Name of the child' }],
  },
  { id: 'identity', type: 'file', label: 'Copy of your ID' },
  { id: 'employed', type: 'yes-no', label: 'Employed' },
]);

const answers = {
  name: 'Salem',
  birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' },
  support: ['rent', 'work'],
  children: [{ name: 'Reem' }, { name: 'Omar' }],
  employed: false,
};

/** A form of the page with an element in it, and how often it was really submitted. */
async function hostForm(properties: Parameters<typeof newForm>[0] = {}) {
  const host = await fixture<HTMLFormElement>(html`<form>
    <input name="member" value="7" />
    <fieldset></fieldset>
    <button>Send the page</button>
  </form>`);
  const submissions: [string, FormDataEntryValue][][] = [];
  host.addEventListener('submit', (event) => {
    event.preventDefault();
    submissions.push([...new FormData(host)]);
  });
  host.querySelector('fieldset')?.append(newForm({ definition, ...properties }));
  return { host, submissions, person: await Person.at(host) };
}

describe('the element in a form of the page', () => {
  it('adds its answers, named after their paths', async () => {
    const { host } = await hostForm({ prefill: answers });
    expect([...new FormData(host)]).to.deep.equal([
      ['member', '7'],
      ['name', 'Salem'],
      ['birthDate', '1980-09-10'],
      ['birthDate.calendar', 'islamic-umalqura'],
      ['support', 'rent'],
      ['support', 'work'],
      ['children.0.name', 'Reem'],
      ['children.1.name', 'Omar'],
      ['employed', 'false'],
    ]);
  });

  it('puts its own name in front of them', async () => {
    const { host } = await hostForm({ prefill: answers, name: 'aid' });
    expect([...new FormData(host).keys()]).to.deep.equal([
      'member',
      'aid.name',
      'aid.birthDate',
      'aid.birthDate.calendar',
      'aid.support',
      'aid.support',
      'aid.children.0.name',
      'aid.children.1.name',
      'aid.employed',
    ]);
  });

  it('adds the files that were chosen', async () => {
    const { host, person } = await hostForm();
    await person.attach(
      'identity',
      exampleFile('front.jpg', 'image/jpeg', 500),
      exampleFile('back.jpg', 'image/jpeg', 600),
    );
    const files = new FormData(host).getAll('identity') as File[];
    expect(files.map(({ name, size }) => [name, size])).to.deep.equal([
      ['front.jpg', 500],
      ['back.jpg', 600],
    ]);
  });

  it('adds the answers of the moment', async () => {
    const { host, person } = await hostForm();
    expect(new FormData(host).has('name')).to.equal(false);
    // A listener of the page that reads the data when something changes sees what was typed.
    const seen: FormDataEntryValue[] = [];
    person.form.addEventListener('taafi-change', () => seen.push(new FormData(host).get('name') ?? ''));
    await person.fill('name', 'Salem');
    expect(seen).to.deep.equal(['Salem']);
  });

  it('keeps the page’s form from being submitted while an answer is wrong, and shows which', async () => {
    const { host, submissions, person } = await hostForm();
    host.querySelector('button')?.click();
    await person.seen('#errors');
    expect(submissions).to.have.length(0);
    expect(person.find('#errors a').textContent).to.equal('Enter name');
    await person.fill('name', 'Salem');
    host.querySelector('button')?.click();
    await until(() => submissions.length === 1, 'the submission');
    expect(submissions[0]).to.deep.include(['name', 'Salem']);
  });

  it('lets right answers be submitted by the page’s own button at once', async () => {
    const { host, submissions } = await hostForm({ prefill: answers });
    await until(() => {
      host.querySelector('button')?.click();
      return submissions.length > 0;
    }, 'the submission');
    expect(submissions[0]).to.deep.include(['name', 'Salem']);
  });

  it('submits the page’s form when its own last button is pressed and nobody else sends', async () => {
    const { submissions, person } = await hostForm({ prefill: answers });
    await person.goOnTo('review');
    await person.goOn();
    await until(() => submissions.length === 1, 'the submission');
    expect(submissions[0]).to.deep.include(['member', '7']).and.to.deep.include(['name', 'Salem']);
  });

  it('does not submit the page’s form by Enter in one of its boxes, but goes on', async () => {
    const { submissions, person } = await hostForm({ prefill: answers });
    await tabTo(person, '[name="name"]');
    await press('Enter');
    await person.isOn('review');
    expect(submissions).to.have.length(0);
  });

  it('is emptied with the page’s form', async () => {
    const { host, person } = await hostForm();
    await person.fill('name', 'Salem');
    host.reset();
    await until(() => person.control('name').value === '', 'an empty box');
    expect([...new FormData(host).keys()]).to.deep.equal(['member']);
  });

  it('is disabled with a fieldset of the page, and then adds nothing and stops nothing', async () => {
    const { host, submissions, person } = await hostForm();
    const fieldset = host.querySelector('fieldset')!;
    fieldset.disabled = true;
    await person.form.updateComplete;
    expect(person.control('name').matches(':disabled')).to.equal(true);
    expect([...new FormData(host).keys()]).to.deep.equal(['member']);
    host.querySelector('button')?.click();
    expect(submissions).to.have.length(1);
    fieldset.disabled = false;
    await person.form.updateComplete;
    expect(person.control('name').matches(':disabled')).to.equal(false);
  });

  it('belongs to the form it stands in now', async () => {
    const { host, person } = await hostForm({ prefill: answers });
    const other = await fixture<HTMLFormElement>(html`<form></form>`);
    expect(person.form.form).to.equal(host);
    other.append(person.form);
    expect(person.form.form).to.equal(other);
    expect([...new FormData(host).keys()]).to.deep.equal(['member']);
    expect(new FormData(other).get('name')).to.equal('Salem');
  });

  it('can belong to a form elsewhere in the page', async () => {
    const host = await fixture<HTMLFormElement>(html`<form id="elsewhere"></form>`);
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({ definition, prefill: answers });
    form.setAttribute('form', 'elsewhere');
    frame.append(form);
    await Person.at(frame);
    expect(new FormData(host).get('name')).to.equal('Salem');
  });
});
