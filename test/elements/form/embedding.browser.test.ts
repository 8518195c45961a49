import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import {
  TaafiChangeEvent,
  TaafiForm,
  TaafiPageEvent,
  TaafiProblemEvent,
  TaafiReadyEvent,
  TaafiSentEvent,
  TaafiSubmitEvent,
} from '../../../src/index.js';
import { Person } from '../../../stories/support/person.js';
import { never, pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { definitionOf, oneStep } from '../../../stories/support/written-definition.js';
import { newForm, openForm } from '../open-form.js';

const named = (label: string) => oneStep([{ id: 'name', type: 'text', required: true, label }]);
const choice = oneStep([
  {
    id: 'answer',
    type: 'yes-no',
    required: true,
    label: { ar: 'هل توافق؟', en: 'Do you agree?' },
  },
]);

/** The address of a definition, as if the site served it. */
function addressOf(definition: object): string {
  return URL.createObjectURL(new Blob([JSON.stringify(definition)], { type: 'application/json' }));
}

describe('the element in a page', () => {
  it('is made of HTML alone', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = document.createElement('taafi-form');
    form.setAttribute('lang', 'ar');
    form.setAttribute('history', 'off');
    form.setAttribute('definition', addressOf(named('Name')));
    frame.append(form);
    const person = await Person.at(frame);
    expect(person.text).to.contain('متابعة');
    expect(person.control('name').value).to.equal('');
  });

  it('takes its definition before it stands in a page as well as after', async () => {
    const before = newForm({ definition: named('Before') });
    const after = newForm({});
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    frame.append(before, after);
    after.definition = named('After');
    for (const form of [before, after]) await until(() => form.page === 'only', 'both forms');
    expect(new Person(before).text).to.contain('Before');
    expect(new Person(after).text).to.contain('After');
  });

  it('keeps what a page has set on it before its script came', async () => {
    const frame = await fixture<HTMLElement>(html`<div><taafi-form-late lang="en"></taafi-form-late></div>`);
    const early = frame.querySelector<TaafiForm>('taafi-form-late')!;
    Object.assign(early, { definition: named('Early'), history: 'off' });
    customElements.define('taafi-form-late', class extends TaafiForm {});
    const person = await Person.at(frame, 'taafi-form-late');
    expect(person.text).to.contain('Early');
  });

  it('shows the definition that was set last', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({ definition: addressOf(named('First')) });
    frame.append(form);
    form.definition = addressOf(named('Second'));
    form.definition = addressOf(named('Third'));
    const person = await Person.at(frame);
    expect(person.text).to.contain('Third');
    await person.fill('name', 'Salem');
    form.definition = named('Fourth');
    await until(() => person.text.includes('Fourth'), 'the fourth form');
    expect(form.answers, 'another form begins empty').to.deep.equal({});
    form.definition = undefined;
    await until(() => form.page === '', 'no form');
    expect(form.shadowRoot?.querySelector('form')).to.equal(null);
  });

  it('shows the page’s own words until the form is there', async () => {
    const frame = await fixture<HTMLElement>(
      html`<div><taafi-form lang="en"><p>Call us.</p></taafi-form></div>`,
    );
    const form = frame.querySelector('taafi-form')!;
    const words = form.querySelector('p')!;
    expect(words.checkVisibility()).to.equal(true);
    form.definition = named('Name');
    await Person.at(frame);
    expect(words.checkVisibility()).to.equal(false);
  });

  it('tells the page what happens, by events of its own', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({ definition: named('Name'), transport: pretendedTransport() });
    const heard: Event[] = [];
    for (const type of ['ready', 'change', 'page', 'submit', 'sent']) {
      frame.addEventListener(`taafi-${type}`, (event) => heard.push(event));
    }
    frame.append(form);
    const person = await Person.at(frame);
    await person.fill('name', ' Salem ');
    await person.goOnTo('review');
    await person.goOnTo('receipt');
    await until(() => heard.some(({ type }) => type === 'taafi-sent'), 'the end');
    const [ready, change, review, submit, receipt, sent] = heard;
    expect(heard.map(({ type }) => type)).to.deep.equal([
      'taafi-ready',
      'taafi-change',
      'taafi-page',
      'taafi-submit',
      'taafi-page',
      'taafi-sent',
    ]);
    expect(ready).to.be.instanceOf(TaafiReadyEvent);
    expect(change).to.be.instanceOf(TaafiChangeEvent).and.include({ path: 'name', answer: 'Salem' });
    expect(review).to.be.instanceOf(TaafiPageEvent).and.include({ page: 'review' });
    expect(submit).to.be.instanceOf(TaafiSubmitEvent);
    expect((submit as TaafiSubmitEvent).answers).to.deep.equal({ name: 'Salem' });
    expect(receipt).to.include({ page: 'receipt' });
    expect(sent).to.be.instanceOf(TaafiSentEvent);
    expect((sent as TaafiSentEvent).receipt.reference).to.equal('48291730561249');
    expect(heard.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
  });

  it('leaves the sending to a page that wants to do it', async () => {
    const person = await openForm(named('Name'), { transport: pretendedTransport({ submit: never }) });
    let calls = 0;
    person.form.transport = pretendedTransport({
      submit: () => {
        calls += 1;
        return never();
      },
    });
    person.form.addEventListener('taafi-submit', (event) => event.preventDefault());
    await person.fill('name', 'Salem');
    await person.goOnTo('review');
    const submitted = oneEvent(person.form, 'taafi-submit');
    await person.goOn();
    await submitted;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).to.equal(0);
    expect(person.form.page).to.equal('review');
    expect(person.root.querySelector('#sending')).to.equal(null);
  });

  it('tells of native changes too', async () => {
    const person = await openForm(named('Name'));
    const changed = oneEvent(person.form, 'change');
    await person.fill('name', 'Salem');
    expect((await changed).target).to.equal(person.form);
  });

  it('tells of changes by its own buttons as well', async () => {
    const person = await openForm(
      oneStep([
        { id: 'agree', type: 'yes-no', label: 'Agree' },
        {
          id: 'list',
          type: 'list',
          label: 'List',
          itemLabel: 'Item {n}',
          fields: [{ id: 'name', type: 'text', label: 'Name' }],
        },
      ]),
      { prefill: { agree: true } },
    );
    const paths: string[] = [];
    person.form.addEventListener('taafi-change', ({ path }) => paths.push(path));
    await person.press('.clear');
    await person.press('[id="list"]');
    await person.press('.item-tools .quiet');
    expect(paths).to.deep.equal(['agree', 'list', 'list']);
  });

  it('can be emptied and judged by the page', async () => {
    const person = await openForm(named('Name'));
    const { form } = person;
    await until(() => !form.checkValidity(), 'the judgement');
    expect(person.root.querySelector('.error'), 'checking shows nothing').to.equal(null);
    expect(form.reportValidity()).to.equal(false);
    await person.seen('#errors');
    await person.fill('name', 'Salem');
    await until(() => form.checkValidity(), 'the judgement');
    expect(form.reportValidity()).to.equal(true);
    form.reset();
    await until(() => person.control('name').value === '', 'an empty box');
    expect(form.answers).to.deep.equal({});
    expect(person.root.querySelector('.error')).to.equal(null);
  });

  it('judges right answers as right before anything was pressed', async () => {
    const person = await openForm(named('Name'), { prefill: { name: 'Salem' } });
    await until(() => person.form.checkValidity(), 'the judgement');
    expect(person.form.reportValidity()).to.equal(true);
  });

  it('takes what it is to begin with as late as the person lets it', async () => {
    const person = await openForm(
      oneStep([{ id: 'name', type: 'text', label: 'Name' }], { prefill: { host: ['name'] } }),
    );
    person.form.prefill = { name: 'Salem' };
    await until(() => person.control('name').value === 'Salem', 'the name');
    expect(person.form.answers).to.deep.equal({ name: 'Salem' });
    await person.fill('name', 'Noura');
    person.form.prefill = { name: 'Somebody else' };
    await person.form.updateComplete;
    expect(person.form.answers).to.deep.equal({ name: 'Noura' });
  });

  it('takes no input while it is disabled', async () => {
    const person = await openForm(choice, { disabled: true });
    expect(person.control('answer').matches(':disabled')).to.equal(true);
    expect(person.find('[part~="primary"]').matches(':disabled')).to.equal(true);
    person.form.disabled = false;
    await until(() => !person.control('answer').matches(':disabled'), 'a control to use');
  });

  it('can be asked for the focus', async () => {
    const person = await openForm(named('Name'));
    person.form.focus();
    await person.form.updateComplete;
    expect(person.focused?.id).to.equal('title');
  });

  it('stands beside others of its kind, each in its own language and with its own answers', async () => {
    const arabic = await openForm(choice, { lang: 'ar' });
    const english = await openForm(choice, { lang: 'en' });
    await arabic.take('answer', 'yes');
    await english.take('answer', 'no');
    expect(arabic.form.answers).to.deep.equal({ answer: true });
    expect(english.form.answers).to.deep.equal({ answer: false });
    expect(arabic.text).to.contain('هل توافق؟').and.contain('متابعة');
    expect(english.text).to.contain('Do you agree?').and.contain('Continue');
    expect([arabic, english].map((person) => getComputedStyle(person.find('.root')).direction)).to.deep.equal(
      ['rtl', 'ltr'],
    );
    await arabic.goOnTo('review');
    expect(english.form.page).to.equal('only');
  });

  it('does not mind that its script is on the page twice', async () => {
    const first = customElements.get('taafi-form');
    const again = new URL('../../../src/define.js?again', import.meta.url).href;
    await import(again);
    expect(customElements.get('taafi-form')).to.equal(first);
    const person = await openForm(named('Name'));
    await person.fill('name', 'Salem');
    expect(person.form.answers).to.deep.equal({ name: 'Salem' });
  });

  it('is hidden when the page hides it', async () => {
    const person = await openForm(named('Name'));
    person.form.hidden = true;
    expect(getComputedStyle(person.form).display).to.equal('none');
  });

  it('lets the browser’s history be', async () => {
    const steps = definitionOf([
      { id: 'one', title: 'One', fields: [{ id: 'a', type: 'text', label: 'A' }] },
      { id: 'two', title: 'Two', fields: [{ id: 'b', type: 'text', label: 'B' }] },
    ]);
    const { length } = history;
    const person = await openForm(steps, { history: 'off' });
    await person.goOnTo('two');
    expect(history.length).to.equal(length);
    await person.press('.back');
    await person.isOn('one');
  });

  it('says why there is no form', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const logged = console.error;
    console.error = () => undefined;
    const told = oneEvent(frame, 'taafi-problem');
    frame.append(newForm({ definition: { id: 'x' } }));
    const event = await told;
    console.error = logged;
    expect(event).to.be.instanceOf(TaafiProblemEvent);
    expect((event as unknown as TaafiProblemEvent).problems[0]).to.include.keys(
      'pointer',
      'code',
      'message',
      'severity',
    );
  });
});

describe('the language of the element', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('is that of the nearest element that has one, and Arabic where none has', async () => {
    const frame = await fixture<HTMLElement>(
      html`<div><div lang="en-GB"><p id="inner"></p></div><p id="outer"></p></div>`,
    );
    for (const id of ['inner', 'outer'])
      frame.querySelector(`#${id}`)?.append(newForm({ lang: '', definition: choice }));
    const english = await Person.at(frame.querySelector('#inner')!);
    const arabic = await Person.at(frame.querySelector('#outer')!);
    expect(english.text).to.contain('Do you agree?');
    expect(arabic.text).to.contain('هل توافق؟');
  });

  it('follows the page', async () => {
    document.documentElement.lang = 'en';
    const person = await openForm(choice, { lang: '' });
    expect(person.text).to.contain('Do you agree?');
    await person.take('answer', 'yes');
    document.documentElement.lang = 'ar';
    await person.seen('[dir="rtl"]');
    expect(person.text).to.contain('هل توافق؟');
    expect(person.form.answers).to.deep.equal({ answer: true });
  });

  it('follows a page that uses @lit/localize', async () => {
    const frame = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    frame.append(newForm({ lang: '', definition: choice }));
    const person = await Person.at(frame);
    frame.lang = 'ar';
    dispatchEvent(new CustomEvent('lit-localize-status', { detail: { status: 'ready', readyLocale: 'ar' } }));
    await person.seen('[dir="rtl"]');
  });

  it('can be set by the page at any time', async () => {
    const person = await openForm(choice, { lang: 'en' });
    person.form.lang = 'ar';
    await person.seen('[dir="rtl"]');
    person.form.setAttribute('lang', 'en');
    await person.seen('[dir="ltr"]');
    expect(person.text).to.contain('Do you agree?');
  });
});
