import { expect, fixture, html } from '@open-wc/testing';
import type { TaafiForm, TaafiProblemEvent, TaafiSubmitEvent } from '../../../src/index.js';
import { Person } from '../../../stories/support/person.js';
import { now, pretendedTransport } from '../../../stories/support/pretended-transport.js';
import { until } from '../../../stories/support/until.js';
import { newForm, openForm } from '../open-form.js';

/** A schema as a partner has it. */
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Referral',
  'x-i18n-title': { ar: 'إحالة', en: 'Referral' },
  type: 'object',
  required: ['full_name', 'born', 'sex'],
  properties: {
    version: { const: 2 },
    full_name: { type: 'string', minLength: 2, 'x-i18n-title': { ar: 'الاسم', en: 'Name' } },
    born: { type: 'string', format: 'date', title: 'Born' },
    sex: {
      type: 'integer',
      title: 'Sex',
      oneOf: [
        { const: 1, title: 'Male' },
        { const: 2, title: 'Female' },
      ],
    },
    address: {
      type: 'object',
      title: 'Address',
      properties: { city: { enum: ['الدمام', 'الخبر'], default: 'الخبر' }, street: { type: 'string' } },
    },
    site: { type: 'string', format: 'hostname', title: 'Site' },
  },
};

function addressOf(json: unknown): string {
  return URL.createObjectURL(new Blob([JSON.stringify(json, null, 2)], { type: 'application/json' }));
}

function lineOf(json: unknown, part: string): number {
  const text = JSON.stringify(json, null, 2);
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

/** What the page hears from a form until it can be filled in. */
async function opened(properties: Partial<TaafiForm>, uiSchema?: unknown) {
  const heard: TaafiProblemEvent[] = [];
  const submitted: TaafiSubmitEvent[] = [];
  const frame = await fixture<HTMLElement>(html`<div></div>`);
  const form = newForm({ transport: pretendedTransport(), clock: () => now, ...properties });
  if (uiSchema !== undefined) form.setAttribute('ui-schema', addressOf(uiSchema));
  form.addEventListener('taafi-problem', (event) => heard.push(event));
  form.addEventListener('taafi-submit', (event) => submitted.push(event));
  frame.append(form);
  return { person: await Person.at(frame), heard, submitted };
}

describe('a JSON Schema in place of a definition', () => {
  const { warn } = console;
  beforeEach(() => Object.assign(console, { warn: () => undefined }));
  afterEach(() => Object.assign(console, { warn }));

  it('is filled in, and what is sent has its shape', async () => {
    const { person, heard, submitted } = await opened({ definition: schema });
    await person.fill('fullName', 'سالم المثالي');
    await person.fill('born.day', '3');
    await person.fill('born.month', '5');
    await person.fill('born.year', '1990');
    await person.take('born.calendar', 'gregory');
    await person.take('sex', '2');
    await person.goOnTo('address');
    expect(
      (person.control('city', 'option2') as HTMLInputElement).checked,
      'begins with its default',
    ).to.equal(true);
    await person.goFarTo('review');
    await person.goOnTo('receipt');
    expect(submitted.map(({ data }) => data)).to.deep.equal([
      { version: 2, full_name: 'سالم المثالي', born: '1990-05-03', sex: 2, address: { city: 'الخبر' } },
    ]);
    const [event] = heard;
    expect(event?.problems.map(({ pointer, severity }) => [pointer, severity])).to.deep.equal([
      ['/properties/site/format', 'warning'],
    ]);
  });

  it('is read from an address, with what RJSF knows of it, and faults have their lines', async () => {
    const uiSchema = { 'ui:order': ['born', '*'], full_name: { 'ui:autofocus': true } };
    const { person, heard } = await opened({ definition: addressOf(schema), lang: 'ar' }, uiSchema);
    expect(person.text).to.include('إحالة');
    expect(
      [...person.root.querySelectorAll('[part~="field"] legend, [part~="field"] label')][0]?.textContent,
    ).to.include('Born');
    const [event] = await until(() => (heard.length > 0 ? heard : undefined), 'the faults');
    expect(event?.problems.map(({ pointer, line }) => [pointer, line])).to.deep.equal([
      ['/properties/site/format', lineOf(schema, '"hostname"')],
      ['/full_name/ui:autofocus', lineOf(uiSchema, 'ui:autofocus')],
    ]);
    expect(event?.problems[0]?.message).to.match(/[\u0600-\u06ff]/);
  });

  it('can be one document with its uiSchema', async () => {
    const person = await openForm({ schema, uiSchema: { full_name: { 'ui:title': 'Who are you?' } } });
    expect(person.text).to.include('Who are you?');
  });

  it('that asks nothing leaves the words of the page, and says why', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({ definition: { type: 'object', properties: {} } });
    form.textContent = 'Call us instead.';
    let told: TaafiProblemEvent | undefined;
    form.addEventListener('taafi-problem', (event) => {
      told = event;
    });
    const { error } = console;
    console.error = () => undefined;
    frame.append(form);
    const { problems } = await until(() => told, 'the fault');
    console.error = error;
    expect(problems.map(({ code }) => code)).to.deep.equal(['schema-nothing']);
    expect(form.page).to.equal('');
  });
});
