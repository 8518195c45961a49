import { expect, html } from '@open-wc/testing';
import { exampleAnswers, exampleApplication } from '../../../stories/support/example-application.js';
import { exampleFile } from '../../../stories/support/example-files.js';
import { Person } from '../../../stories/support/person.js';
import { now } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { linesOf, openDeclaration } from './open-declaration.js';

/** A person changes a control of the page. */
function change(control: HTMLInputElement | HTMLSelectElement | null, value: string): void {
  if (control === null) throw new Error('There is no such control.');
  control.value = value;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

describe('data given by the page', () => {
  it('are lines, or an object of any depth', async () => {
    const person = await openDeclaration({
      data: {
        Name: 'Salem',
        Age: 46,
        Balance: 0,
        Married: true,
        Employed: false,
        Wishes: ['rent', 'work', 7, true, null, ''],
        Home: { City: 'Abha', Rent: { Amount: 1200.5, Paid: false } },
        Children: [{ Name: 'Reem' }, { Name: 'Omar', Note: 'two\nlines' }],
        Contacts: ['at home', { Mobile: '050 123 4567' }],
        Empty: '',
        Spaces: '  \u200b ',
        Null: null,
        Nothing: undefined,
        None: [],
        Hollow: { a: '', b: {} },
        '  ': 'no label',
      },
    });
    expect(linesOf(person)).to.deep.equal([
      ['Name', 'Salem'],
      ['Age', '46'],
      ['Balance', '0'],
      ['Married', 'Yes'],
      ['Employed', 'No'],
      ['Wishes', 'rent, work, 7, and Yes'],
      ['Home'],
      ['City', 'Abha'],
      ['Rent'],
      ['Amount', '1200.5'],
      ['Paid', 'No'],
      ['Children 1'],
      ['Name', 'Reem'],
      ['Children 2'],
      ['Name', 'Omar'],
      ['Note', 'two\nlines'],
      ['Contacts 1', 'at home'],
      ['Contacts 2'],
      ['Mobile', '050 123 4567'],
    ]);
  });

  it('are a list of lines, in its order, with headings', async () => {
    const person = await openDeclaration({
      data: [
        { label: 'About you' },
        { label: 'Name', value: 'Salem' },
        { label: 'Employed', value: false },
        { label: 'Wishes', value: ['rent', 'work'] },
        { label: 'Rent', value: 1200 },
        { label: 'Empty', value: '' },
        { label: 'Null', value: null },
        { value: 'no label' },
        'text',
        null,
      ],
    });
    expect(linesOf(person)).to.deep.equal([
      ['About you'],
      ['Name', 'Salem'],
      ['Employed', 'No'],
      ['Wishes', 'rent and work'],
      ['Rent', '1200'],
    ]);
  });

  it('can be other ones later, and there may be nothing to sign', async () => {
    const person = await openDeclaration({ data: { Name: 'Salem' } });
    person.form.data = { Name: 'Omar' };
    await until(() => linesOf(person)[0]?.[1] === 'Omar', 'the other name');
    for (const nothing of [{}, [], undefined, null, 'text', 7, { a: '' }]) {
      person.form.data = nothing;
      await until(() => person.text.includes('There is no information here to sign'), String(nothing));
      expect(person.root.querySelector('.primary'), 'a button to send').to.equal(null);
      person.form.data = { Name: 'Reem' };
      await until(() => linesOf(person)[0]?.[1] === 'Reem', 'the data');
    }
  });

  it('say yes and no in the language of the page', async () => {
    const person = await openDeclaration({ data: { متزوج: true, يعمل: false }, lang: 'ar' });
    expect(linesOf(person)).to.deep.equal([
      ['متزوج', 'نعم'],
      ['يعمل', 'لا'],
    ]);
    await person.press('#language-en');
    await until(() => linesOf(person)[0]?.[1] === 'Yes', 'English');
  });

  it('follow a page that changes its language', async () => {
    const { documentElement } = document;
    const { lang } = documentElement;
    documentElement.lang = 'en';
    try {
      const person = await openDeclaration({ data: { Married: true }, lang: '' });
      expect(linesOf(person)).to.deep.equal([['Married', 'Yes']]);
      documentElement.lang = 'ar';
      await until(() => linesOf(person)[0]?.[1] === 'نعم', 'Arabic');
    } finally {
      documentElement.lang = lang;
    }
  });
});

describe('data of a form on the page', () => {
  const form = html`<form id="source">
    <label for="full">Full name</label><input id="full" name="full" value="Salem" />
    <label>City <input name="city" value=" Abha " /></label>
    <label>Region <select name="region"><option value="">Choose</option><option value="04" selected>East</option></select></label>
    <label>Wishes <select name="wishes" multiple><option selected>Rent</option><option selected>Work</option><option>Food</option></select></label>
    <fieldset><legend>How may we reach you?</legend>
      <label><input type="radio" name="channel" value="sms" checked /> By text message</label>
      <label><input type="radio" name="channel" value="call" /> By telephone</label>
    </fieldset>
    <fieldset><legend>Times</legend>
      <label><input type="checkbox" name="times" value="am" checked /> Morning</label>
      <label><input type="checkbox" name="times" value="pm" checked /> Evening</label>
      <label><input type="checkbox" name="times" value="night" /> Night</label>
    </fieldset>
    <label><input type="checkbox" name="news" checked /> I want news</label>
    <label><input type="checkbox" name="calls" /> I want calls</label>
    <input type="date" name="born" aria-label="Date of birth" value="1980-09-10" />
    <label>Need <textarea name="need">two
lines</textarea></label>
    <label>Papers <input type="file" name="papers" multiple /></label>
    <input name="unlabelled" value="has only a name" />
    <label>Not chosen <select name="none"><option value="">Choose</option><option>One</option></select></label>
    <label>Empty <input name="empty" /></label>
    <input type="hidden" name="csrf" value="secret-1" />
    <label>Password <input type="password" name="password" value="secret-2" /></label>
    <label>Off <input name="off" value="secret-3" disabled /></label>
    <fieldset disabled><label>Off too <input name="off2" value="secret-4" /></label></fieldset>
    <label>Without a name <input value="secret-5" /></label>
    <button name="button" value="secret-6">Send</button>
    <input type="submit" name="submit" value="secret-7" />
    <output name="output">secret-8</output>
  </form>
  <label>Outside <input form="source" name="outside" value="belongs to it" /></label>
  <label>Elsewhere <input name="elsewhere" value="secret-9" /></label>`;

  const source = () => document.querySelector('#source') as HTMLFormElement;
  const control = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`);

  const expected = [
    ['Full name', 'Salem'],
    ['City', 'Abha'],
    ['Region', 'East'],
    ['Wishes', 'Rent and Work'],
    ['How may we reach you?', 'By text message'],
    ['Times', 'Morning and Evening'],
    ['I want news', 'Yes'],
    ['Date of birth', '1980-09-10'],
    ['Need', 'two\nlines'],
    ['unlabelled', 'has only a name'],
    ['Outside', 'belongs to it'],
  ];

  it('are its controls as they are read, without what is hidden, secret or turned off', async () => {
    const person = await openDeclaration({ for: 'source' }, form);
    expect(linesOf(person)).to.deep.equal(expected);
    expect(JSON.stringify(person.form.answers)).not.to.contain('secret');
  });

  it('are those of the moment, files by their names', async () => {
    const person = await openDeclaration({ for: 'source' }, form);
    change(control('city'), 'Jeddah');
    await until(() => linesOf(person)[1]?.[1] === 'Jeddah', 'another city');
    const chosen = new DataTransfer();
    for (const name of ['id.jpg', 'lease.pdf']) chosen.items.add(exampleFile(name, 'image/jpeg', 100));
    const papers = control('papers') as HTMLInputElement;
    papers.files = chosen.files;
    papers.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => person.text.includes('id.jpg and lease.pdf'), 'the files');
    source().reset();
    await until(() => linesOf(person)[1]?.[1] === 'Abha', 'the first city');
    expect(linesOf(person)).to.deep.equal(expected);
  });

  it('may come when the form is filled in', async () => {
    const person = await openDeclaration(
      { for: 'source' },
      html`<form id="source"><label>Name <input name="name" /></label></form>`,
    );
    expect(person.text).to.contain('There is no information here to sign');
    change(control('name'), 'Salem');
    await until(() => linesOf(person)[0]?.[1] === 'Salem', 'the name');
    change(control('name'), '');
    await until(() => person.text.includes('There is no information here to sign'), 'nothing again');
  });

  it('are followed no more once another form is named', async () => {
    const person = await openDeclaration(
      { for: 'one' },
      html`<form id="one"><input name="a" value="first" /></form><form id="two"><input name="b" value="second" /></form>`,
    );
    person.form.for = 'two';
    await until(() => linesOf(person)[0]?.[1] === 'second', 'the other form');
    change(control('a'), 'changed');
    change(control('b'), 'changed too');
    await until(() => linesOf(person)[0]?.[1] === 'changed too', 'the change');
    expect(linesOf(person)).to.deep.equal([['b', 'changed too']]);
  });

  it('are found in the shadow root the element stands in, and the console says where there is no such form', async () => {
    const { warn } = console;
    const told: unknown[] = [];
    console.warn = (...words: unknown[]) => told.push(...words);
    const person = await openDeclaration({ for: 'nowhere' });
    console.warn = warn;
    expect(told.join()).to.contain('There is no form with the id "nowhere"');
    expect(person.text).to.contain('There is no information here to sign');
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    person.form.parentElement?.append(host);
    const inner = document.createElement('form');
    inner.id = 'nowhere';
    const box = document.createElement('input');
    Object.assign(box, { name: 'inner', value: 'found' });
    inner.append(box);
    root.append(inner, person.form);
    await until(() => linesOf(person)[0]?.[1] === 'found', 'the form inside');
  });
});

describe('data of a form of the kit', () => {
  const around = html`<taafi-form
    id="kit"
    lang="en"
    history="off"
    .clock=${() => now}
    .prefill=${exampleAnswers}
    .definition=${exampleApplication}
  ></taafi-form>`;

  it('are its answers as its review shows them, and those of the moment', async () => {
    const person = await openDeclaration({ for: 'kit' }, around);
    const lines = [
      ['About you'],
      ['Full name', 'سالم بن عبدالله المثالي'],
      ['Date of birth', '30 Shawwal 1400 AH (10 September 1980)'],
      ['Age', '46'],
      ['Mobile number', '\u2066050 123 4567\u2069'],
      ['Do you support anyone?', 'Yes'],
      ['People you support'],
      ['People you support', '2'],
      ['Dependant 1'],
      ['Name', 'ريم سالم المثالي'],
      ['Relationship', 'Child'],
      ['Dependant 2'],
      ['Name', 'نورة المثالي'],
      ['Relationship', 'Parent'],
      ['Your request'],
      ['What do you need?', exampleAnswers.need],
    ];
    await until(() => linesOf(person).length === lines.length, 'the answers');
    expect(linesOf(person)).to.deep.equal(lines);
    const source = await Person.at(document, '#kit');
    await source.goOnTo('about');
    await source.fill('fullName', 'Salem');
    await until(() => linesOf(person)[1]?.[1] === 'Salem', 'another name');
    await source.take('supportsOthers', 'no');
    await until(() => linesOf(person).every(([label]) => label !== 'Dependant 1'), 'nobody else');
  });

  it('may come later than the declaration', async () => {
    const person = await openDeclaration(
      { for: 'late' },
      html`<taafi-form id="late" lang="en" history="off" .clock=${() => now}></taafi-form>`,
    );
    expect(person.text).to.contain('There is no information here to sign');
    const late = document.querySelector('taafi-form');
    Object.assign(late ?? {}, { prefill: exampleAnswers, definition: exampleApplication });
    await until(() => linesOf(person)[1]?.[0] === 'Full name', 'the answers');
  });
});
