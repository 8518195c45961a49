import { expect, fixture, html } from '@open-wc/testing';
import { exampleFile } from '../../../stories/support/example-files.js';
import { Person } from '../../../stories/support/person.js';
import { until } from '../../../stories/support/until.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { tabTo, write } from '../keyboard.js';
import { newForm, openForm } from '../open-form.js';

const number = oneStep([
  { id: 'salary', type: 'number', label: 'Salary' },
  { id: 'people', type: 'number', integer: true, label: 'People' },
  { id: 'mobile', type: 'phone', label: 'Mobile' },
  { id: 'nationalId', type: 'national-id', label: 'ID number' },
  { id: 'birthDate', type: 'date', label: 'Date of birth' },
  { id: 'code', type: 'text', characters: 'code', label: 'Code' },
  { id: 'building', type: 'text', characters: 'digits', label: 'Building' },
  { id: 'name', type: 'text', label: 'Name' },
]);

/** The digits people have on their keyboards, by the 0 of each. */
const keyboards = { ASCII: 0x30, 'Arabic-Indic': 0x660, Persian: 0x6f0, 'full-width': 0xff10 };

describe('what is typed', () => {
  for (const [keyboard, zero] of Object.entries(keyboards)) {
    it(`is taken in ${keyboard} digits by every field`, async () => {
      const person = await openForm(number);
      const typed = (text: string) =>
        text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
      const answers = {
        salary: '3200.5',
        people: '12',
        mobile: '0501234567',
        nationalId: '1000000008',
        'birthDate.day': '30',
        'birthDate.year': '1400',
        code: 'RRRD2929',
        building: '7421',
      };
      for (const [name, text] of Object.entries(answers)) {
        await tabTo(person, `[name="${name}"]`);
        await write(typed(text));
        expect(person.control(name).value, 'it stays as it was typed').to.equal(typed(text));
      }
      await person.fill('birthDate.month', '10');
      expect(person.form.answers).to.deep.equal({
        salary: 3200.5,
        people: 12,
        mobile: '+966501234567',
        nationalId: '1000000008',
        birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' },
        code: 'RRRD2929',
        building: '7421',
      });
      await person.goOnTo('review');
    });
  }

  it('is tidied only where it is stored', async () => {
    const person = await openForm(number);
    await person.fill('name', '  سالم\u200f   المثالي ');
    await person.fill('mobile', '+966 (0) 50-123-4567');
    await person.fill('nationalId', '1 0000 0000 8');
    await person.fill('salary', '١٬٢٣٤٫٥');
    await person.fill('code', 'rrrd 2929');
    expect(person.form.answers).to.deep.equal({
      name: 'سالم المثالي',
      mobile: '+966501234567',
      nationalId: '1000000008',
      salary: 1234.5,
      code: 'RRRD2929',
    });
    expect(person.control('name').value).to.equal('  سالم\u200f   المثالي ');
    expect(person.control('mobile').value).to.equal('+966 (0) 50-123-4567');
  });
});

const eachType = oneStep([
  { id: 'name', type: 'text', label: 'Name', autocomplete: 'name' },
  { id: 'need', type: 'long-text', label: 'Need' },
  { id: 'salary', type: 'number', label: 'Salary' },
  { id: 'mobile', type: 'phone', label: 'Mobile', autocomplete: 'tel' },
  { id: 'nationalId', type: 'national-id', label: 'ID number' },
  { id: 'birthDate', type: 'date', label: 'Date of birth', autocomplete: 'bday', calendars: ['gregory'] },
  {
    id: 'marital',
    type: 'choice',
    label: 'Marital status',
    options: [
      { value: 'single', ar: 'أعزب', en: 'Single' },
      { value: 'married', ar: 'متزوج', en: 'Married' },
    ],
  },
  {
    id: 'letter',
    type: 'choice',
    label: 'Letter',
    options: [...'abcdefghi'].map((value) => ({ value, ar: value, en: value })),
  },
  {
    id: 'support',
    type: 'choices',
    label: 'Support',
    options: [
      { value: 'rent', ar: 'إيجار', en: 'Rent' },
      { value: 'work', ar: 'عمل', en: 'Work' },
    ],
  },
  { id: 'employed', type: 'yes-no', label: 'Employed' },
  {
    id: 'dependants',
    type: 'list',
    label: 'Dependants',
    itemLabel: 'Dependant {n}',
    fields: [{ id: 'birthDate', type: 'date', label: 'Date of birth' }],
  },
  { id: 'identity', type: 'file', label: 'Copy of your ID' },
  { id: 'declaration', type: 'statement', label: 'All is right' },
]);

describe('controls', () => {
  it('are named after the paths of the answers', async () => {
    const person = await openForm(eachType, { prefill: { dependants: [{}] } });
    const controls = person.root.querySelectorAll<HTMLInputElement>('form [name]');
    const names = new Set([...controls].map(({ name }) => name));
    expect([...names]).to.deep.equal([
      'name',
      'need',
      'salary',
      'mobile',
      'nationalId',
      'birthDate.day',
      'birthDate.month',
      'birthDate.year',
      'marital',
      'letter',
      'support',
      'employed',
      'dependants.0.birthDate.calendar',
      'dependants.0.birthDate.day',
      'dependants.0.birthDate.month',
      'dependants.0.birthDate.year',
      'identity',
      'declaration',
    ]);
  });

  it('take what autofill, a password manager or a script of the page puts into them', async () => {
    const person = await openForm(eachType, { prefill: { dependants: [{}] } });
    const changes: [string, unknown][] = [];
    person.form.addEventListener('taafi-change', ({ path, answer }) => changes.push([path, answer]));
    await person.fill('name', 'Salem');
    await person.fill('need', 'Rent\r\nand work');
    await person.fill('salary', '3200');
    await person.fill('mobile', '0501234567');
    await person.fill('nationalId', '1000000008');
    await person.fill('birthDate.day', '10');
    await person.fill('birthDate.month', '9');
    await person.fill('birthDate.year', '1980');
    await person.fill('letter', 'c');
    await person.take('marital', 'married');
    await person.take('support', 'work');
    await person.take('support', 'rent');
    await person.take('employed', 'no');
    await person.take('declaration');
    await person.fill('dependants.0.birthDate.day', '1');
    await person.fill('dependants.0.birthDate.month', '9');
    await person.fill('dependants.0.birthDate.year', '1446');
    expect(person.form.answers).to.deep.equal({
      name: 'Salem',
      need: 'Rent\nand work',
      salary: 3200,
      mobile: '+966501234567',
      nationalId: '1000000008',
      birthDate: { date: '1980-09-10', calendar: 'gregory' },
      marital: 'married',
      letter: 'c',
      support: ['rent', 'work'],
      employed: false,
      dependants: [{ birthDate: { date: '2025-03-01', calendar: 'islamic-umalqura' } }],
      declaration: true,
    });
    expect(changes).to.deep.include(['name', 'Salem']);
    expect(changes.at(-1)).to.deep.equal([
      'dependants.0.birthDate',
      { date: '2025-03-01', calendar: 'islamic-umalqura' },
    ]);
  });

  it('take a value that is told by change alone, as some password managers do', async () => {
    const person = await openForm(eachType);
    const control = person.control('name');
    control.value = 'Salem';
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await person.form.updateComplete;
    expect(person.form.answers).to.deep.equal({ name: 'Salem' });
  });

  it('tell the browser what they are for, but for what is sensitive', async () => {
    const person = await openForm(
      oneStep([
        { id: 'name', type: 'text', autocomplete: 'name', label: 'Name' },
        { id: 'mobile', type: 'phone', autocomplete: 'tel', label: 'Mobile' },
        {
          id: 'birthDate',
          type: 'date',
          autocomplete: 'bday',
          calendars: ['gregory'],
          label: 'Date of birth',
        },
        { id: 'formerName', type: 'text', autocomplete: 'name', sensitive: true, label: 'Former name' },
        { id: 'nationalId', type: 'national-id', label: 'ID number' },
      ]),
    );
    const tokens = ['name', 'mobile', 'birthDate.day', 'birthDate.year', 'formerName', 'nationalId'].map(
      (name) => person.control(name).getAttribute('autocomplete'),
    );
    expect(tokens).to.deep.equal(['name', 'tel', 'bday-day', 'bday-year', 'off', 'off']);
  });

  it('show the keyboard that fits', async () => {
    const person = await openForm(number);
    const modes = ['salary', 'people', 'nationalId', 'birthDate.day', 'building'].map(
      (name) => person.control(name).inputMode,
    );
    expect(modes).to.deep.equal(['decimal', 'numeric', 'numeric', 'numeric', 'numeric']);
    expect((person.control('mobile') as HTMLInputElement).type).to.equal('tel');
  });

  it('of an optional question can be emptied again', async () => {
    const person = await openForm(eachType, { prefill: { marital: 'single', employed: true } });
    for (const name of ['Marital status', 'Employed']) {
      const clear = [...person.root.querySelectorAll<HTMLElement>('.clear')].find((button) =>
        (button.getAttribute('aria-label') ?? button.textContent)?.includes(name),
      );
      clear?.click();
      await person.form.updateComplete;
    }
    expect(person.form.answers).to.deep.equal({});
    expect(person.root.querySelectorAll('[type="radio"]:checked')).to.have.length(0);
  });
});

describe('files', () => {
  it('can be chosen, removed and chosen again', async () => {
    const person = await openForm(eachType);
    await person.attach('identity', exampleFile('id.jpg', 'image/jpeg', 2000));
    expect(person.form.answers.identity).to.have.length(1);
    await person.attach('identity', exampleFile('lease.pdf', 'application/pdf', 3000));
    expect(
      (person.form.answers.identity as { name: string; type: string }[]).map(({ name, type }) => [
        name,
        type,
      ]),
    ).to.deep.equal([
      ['id.jpg', 'image/jpeg'],
      ['lease.pdf', 'application/pdf'],
    ]);
    await person.press('.files button');
    expect(person.find('.files').textContent).not.to.contain('id.jpg');
    expect(person.find('#announcements').textContent).to.equal('File id.jpg removed');
    expect(person.focused?.id).to.equal('identity');
    await person.attach('identity', exampleFile('id.jpg', 'image/jpeg', 2000));
    expect(person.form.answers.identity).to.have.length(2);
  });

  const wrong: readonly [string, File, string][] = [
    ['an empty file', new File([], 'empty.pdf'), 'The file is empty'],
    [
      'a script in the clothes of a photo',
      new File(['<script>alert(1)</script>'], 'photo.jpg', { type: 'image/jpeg' }),
      'This kind of file cannot be used',
    ],
    [
      'a file that is too large',
      exampleFile('large.jpg', 'image/jpeg', 1001),
      'Choose a file of 1 kB or smaller: Copy of your ID',
    ],
  ];
  for (const [what, file, sentence] of wrong) {
    it(`say at once that ${what} cannot be sent`, async () => {
      const person = await openForm(
        oneStep([{ id: 'identity', type: 'file', required: true, maxSize: 1000, label: 'Copy of your ID' }]),
      );
      await person.attach('identity', file);
      expect((await person.seen('.error')).textContent).to.contain(sentence);
      await person.isStopped();
      await person.press('.files button');
      await person.attach('identity', exampleFile('small.jpg', 'image/jpeg', 900));
      await person.goOnTo('review');
    });
  }
});

describe('answers given beforehand', () => {
  it('come from the page for the fields that allow it, and for no others', async () => {
    const definition = {
      ...oneStep([
        { id: 'name', type: 'text', label: 'Name' },
        { id: 'mobile', type: 'phone', label: 'Mobile' },
      ]),
      prefill: { host: ['name'] },
    };
    const person = await openForm(definition, { prefill: { name: 'Salem', mobile: '+966501234567' } });
    expect(person.form.answers).to.deep.equal({ name: 'Salem' });
  });

  it('come from the address for the fields that allow it', async () => {
    const address = location.href;
    const given = new URL(address);
    given.searchParams.set('partner', 'example');
    given.searchParams.set('name', 'Eve');
    history.replaceState(history.state, '', given);
    const definition = {
      ...oneStep([
        { id: 'partner', type: 'text', label: 'Partner' },
        { id: 'name', type: 'text', label: 'Name' },
      ]),
      prefill: { url: ['partner'] },
    };
    const person = await openForm(definition);
    expect(person.form.answers).to.deep.equal({ partner: 'example' });
    history.replaceState(history.state, '', address);
  });

  it('never tick a statement: consent is the person’s own act', async () => {
    const definition = {
      ...oneStep([{ id: 'consent', type: 'statement', label: 'I agree' }]),
      prefill: { host: ['consent'] },
    };
    const { error } = console;
    console.error = () => undefined;
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({ definition, prefill: { consent: true } });
    frame.append(form);
    // The form may be on the page for a moment, or not at all: what is wrong takes its place.
    const person = new Person(form);
    await until(() => form.shadowRoot?.querySelector('.faults'), 'what is wrong');
    console.error = error;
    expect(person.find('.faults').textContent).to.contain('/prefill/host/0');
    expect(person.form.answers).to.deep.equal({});
  });
});
