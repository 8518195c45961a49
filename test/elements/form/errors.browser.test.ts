import { expect } from '@open-wc/testing';
import type { Person } from '../../../stories/support/person.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { press, tabTo, write } from '../keyboard.js';
import { openForm } from '../open-form.js';

/** One field of each type that an error can lead to, none of them answered. */
const unanswered = oneStep([
  { id: 'name', type: 'text', required: true, label: 'Name' },
  { id: 'need', type: 'long-text', required: true, label: 'Need' },
  { id: 'salary', type: 'number', required: true, label: 'Salary' },
  { id: 'mobile', type: 'phone', required: true, label: 'Mobile' },
  { id: 'nationalId', type: 'national-id', required: true, label: 'ID number' },
  { id: 'birthDate', type: 'date', required: true, label: 'Date of birth' },
  {
    id: 'marital',
    type: 'choice',
    required: true,
    label: 'Marital status',
    options: [
      { value: 'single', ar: 'أعزب', en: 'Single' },
      { value: 'married', ar: 'متزوج', en: 'Married' },
    ],
  },
  {
    id: 'letter',
    type: 'choice',
    required: true,
    label: 'Letter',
    options: [...'abcdefghi'].map((value) => ({ value, ar: value, en: value })),
  },
  {
    id: 'support',
    type: 'choices',
    required: true,
    label: 'Support',
    options: [
      { value: 'rent', ar: 'إيجار', en: 'Rent' },
      { value: 'work', ar: 'عمل', en: 'Work' },
    ],
  },
  { id: 'employed', type: 'yes-no', required: true, label: 'Employed' },
  {
    id: 'children',
    type: 'list',
    required: true,
    label: 'Children',
    itemLabel: 'Child {n}',
    fields: [{ id: 'name', type: 'text', required: true, label: 'Name of the child' }],
  },
  { id: 'identity', type: 'file', required: true, label: 'Copy of your ID' },
  { id: 'declaration', type: 'statement', required: true, label: 'All is right' },
]);

/** A list inside a list. */
const homes = oneStep([
  {
    id: 'homes',
    type: 'list',
    label: 'Homes',
    itemLabel: { ar: 'المنزل {n}', en: 'Home {n}' },
    fields: [
      { id: 'city', type: 'text', required: true, label: { ar: 'المدينة', en: 'City' } },
      {
        id: 'people',
        type: 'list',
        label: 'People',
        itemLabel: { ar: 'الفرد {n}', en: 'Person {n}' },
        fields: [{ id: 'name', type: 'text', required: true, label: { ar: 'الاسم', en: 'Name' } }],
      },
    ],
  },
]);

const links = (person: Person) => [...person.root.querySelectorAll<HTMLAnchorElement>('#errors a')];
const sentences = (person: Person) => links(person).map(({ textContent }) => textContent?.trim());

describe('errors', () => {
  it('are listed in the order of the fields, and the list has the focus', async () => {
    const person = await openForm(unanswered);
    await person.isStopped();
    expect(sentences(person)).to.deep.equal([
      'Enter name',
      'Enter need',
      'Enter salary',
      'Enter mobile',
      'Enter ID number',
      'Enter date of birth',
      'Choose an answer: Marital status',
      'Choose an answer: Letter',
      'Choose at least one answer: Support',
      'Choose yes or no: Employed',
      'Add at least one: Children',
      'Attach copy of your ID',
      'Tick the box if you agree: All is right',
    ]);
    expect(person.focused?.id).to.equal('errors');
  });

  it('say at the field what they say in the list', async () => {
    const person = await openForm(unanswered);
    await person.isStopped();
    const atFields = [...person.root.querySelectorAll('.error')].map((error) =>
      error.textContent?.replace('Error:', '').trim(),
    );
    expect(atFields).to.deep.equal(sentences(person));
  });

  it('lead by keyboard to the control where each can be mended', async () => {
    const person = await openForm(unanswered);
    await person.isStopped();
    const reached: (string | undefined)[] = [];
    for (const link of links(person)) {
      link.focus();
      await press('Enter');
      await person.form.updateComplete;
      reached.push(person.focused?.id);
    }
    expect(reached).to.deep.equal([
      'name',
      'need',
      'salary',
      'mobile',
      'nationalId',
      'birthDate.day',
      'marital.single',
      'letter',
      'support.rent',
      'employed.yes',
      'children',
      'identity',
      'declaration',
    ]);
    expect(location.hash, 'the address stays as it is').to.equal('');
  });

  it('lead to the part of a date that is missing', async () => {
    const person = await openForm(
      oneStep([{ id: 'birthDate', type: 'date', required: true, label: 'Date of birth' }]),
    );
    const given = { day: '30', month: '10', year: '1400' };
    for (const missing of ['day', 'month', 'year'] as const) {
      for (const part of ['day', 'month', 'year'] as const) {
        await person.fill(`birthDate.${part}`, part === missing ? '' : given[part]);
      }
      await person.isStopped();
      expect(sentences(person)).to.deep.equal([`Date of birth must include a ${missing}`]);
      links(person)[0]?.click();
      await person.form.updateComplete;
      expect(person.focused?.id).to.equal(`birthDate.${missing}`);
    }
  });

  it('are not told while somebody types for the first time, nor when he leaves a field', async () => {
    const person = await openForm(unanswered);
    await tabTo(person, '[name="nationalId"]');
    await write('12');
    await press('Tab');
    expect(person.root.querySelectorAll('.error, [aria-invalid]')).to.have.length(0);
    expect(person.root.querySelector('#errors')).to.equal(null);
  });

  it('follow what is typed once they have been told, and the list goes when all is mended', async () => {
    const person = await openForm(
      oneStep([
        { id: 'name', type: 'text', required: true, maxLength: 5, label: 'Name' },
        { id: 'nationalId', type: 'national-id', required: true, label: 'ID number' },
      ]),
    );
    await person.isStopped();
    expect(sentences(person)).to.deep.equal(['Enter name', 'Enter ID number']);

    await tabTo(person, '[name="name"]');
    await write('Salem A');
    expect(sentences(person)).to.deep.equal(['Name must be 5 characters or fewer', 'Enter ID number']);
    await press('Backspace', 'Backspace');
    expect(sentences(person)).to.deep.equal(['Enter ID number']);
    expect(person.control('name').getAttribute('aria-invalid')).to.equal(null);

    await tabTo(person, '[name="nationalId"]');
    await write('100000000');
    expect(sentences(person)).to.deep.equal(['ID number must have 10 digits']);
    await write('8');
    expect(person.root.querySelector('#errors')).to.equal(null);
    expect(person.root.querySelectorAll('.error, [aria-invalid]')).to.have.length(0);
    expect(person.focused?.id, 'the focus stays where somebody types').to.equal('nationalId');
  });

  it('come back where what was mended is spoilt again', async () => {
    const person = await openForm(oneStep([{ id: 'name', type: 'text', required: true, label: 'Name' }]));
    await person.isStopped();
    await person.fill('name', 'Salem');
    expect(person.root.querySelector('#errors')).to.equal(null);
    await person.fill('name', '');
    expect(person.root.querySelectorAll('.error')).to.have.length(1);
  });

  it('of a field that is hidden no longer count', async () => {
    const person = await openForm(
      oneStep([
        { id: 'employed', type: 'yes-no', required: true, label: 'Employed' },
        {
          id: 'employer',
          type: 'text',
          required: true,
          when: { field: 'employed', is: true },
          label: 'Employer',
        },
      ]),
      { prefill: { employed: true } },
    );
    await person.isStopped();
    expect(sentences(person)).to.deep.equal(['Enter employer']);
    await person.take('employed', 'no');
    expect(person.root.querySelector('#errors')).to.equal(null);
    await person.goOnTo('review');
  });

  it('inside an item lead into the item', async () => {
    const person = await openForm(
      oneStep([
        {
          id: 'children',
          type: 'list',
          required: true,
          label: 'Children',
          itemLabel: 'Child {n}',
          fields: [{ id: 'name', type: 'text', required: true, label: 'Name' }],
        },
      ]),
      { prefill: { children: [{ name: 'Reem' }, {}] } },
    );
    await person.isStopped();
    expect(sentences(person)).to.deep.equal(['Child 2: Enter name']);
    links(person)[0]?.click();
    await person.form.updateComplete;
    expect(person.focused?.id).to.equal('children.1.name');
  });

  it('say in which items they are, and at the field, where that is seen, do not', async () => {
    const person = await openForm(homes, { prefill: { homes: [{ people: [{}, { name: 'Reem' }] }, {}] } });
    await person.isStopped();
    expect(sentences(person)).to.deep.equal([
      'Home 1: Enter city',
      'Home 1: Person 1: Enter name',
      'Home 2: Enter city',
    ]);
    const atFields = [...person.root.querySelectorAll('.error')].map((error) =>
      error.textContent?.replace('Error:', '').trim(),
    );
    expect(atFields).to.deep.equal(['Enter city', 'Enter name', 'Enter city']);

    await person.press('#language-ar');
    await person.seen('[dir="rtl"]');
    expect(sentences(person)[1]).to.equal('المنزل 1: الفرد 1: أدخل الاسم');
  });

  it('go with the items when those are moved or removed', async () => {
    const person = await openForm(homes, { prefill: { homes: [{ city: 'Dammam' }, {}, {}] } });
    await person.isStopped();
    expect(sentences(person)).to.deep.equal(['Home 2: Enter city', 'Home 3: Enter city']);
    await person.press('[aria-label="Move Home 2 up"]');
    expect(sentences(person)).to.deep.equal(['Home 1: Enter city', 'Home 3: Enter city']);
    await person.press('[aria-label="Remove Home 2"]');
    expect(sentences(person)).to.deep.equal(['Home 1: Enter city', 'Home 2: Enter city']);
    links(person)[1]?.click();
    await person.form.updateComplete;
    expect(person.focused?.id).to.equal('homes.1.city');
  });

  it('tell fields of one type apart', async () => {
    const person = await openForm(
      oneStep([
        { id: 'identity', type: 'file', label: 'Copy of your ID' },
        { id: 'lease', type: 'file', label: 'Lease' },
        { id: 'mobile', type: 'phone', label: 'Mobile number' },
        { id: 'other', type: 'phone', label: 'Another number' },
        { id: 'own', type: 'national-id', label: 'ID number' },
        { id: 'guardian', type: 'national-id', label: 'ID number of your guardian' },
      ]),
    );
    for (const id of ['identity', 'lease']) await person.attach(id, new File(['text'], 'notes.txt'));
    for (const id of ['mobile', 'other', 'own', 'guardian']) await person.fill(id, '12');
    await person.isStopped();
    const told = sentences(person);
    expect(told).to.have.length(6);
    expect(new Set(told).size, told.join('\n')).to.equal(6);
  });

  it('speak another language as soon as the form does', async () => {
    const person = await openForm(
      oneStep([{ id: 'name', type: 'text', required: true, label: { ar: 'الاسم', en: 'Name' } }]),
    );
    await person.isStopped();
    await person.press('#language-ar');
    await person.seen('[dir="rtl"]');
    expect(sentences(person)).to.deep.equal(['أدخل الاسم']);
    expect(person.find('.error').textContent).to.contain('أدخل الاسم');
  });

  it('take the sentence of the definition before the general one', async () => {
    const person = await openForm(
      oneStep([
        {
          id: 'age',
          type: 'number',
          required: true,
          minimum: 18,
          label: 'Age',
          errors: { required: 'Tell us your age', 'too-small': 'Come back with a guardian: {least} or more' },
        },
      ]),
    );
    await person.isStopped();
    expect(sentences(person)).to.deep.equal(['Tell us your age']);
    await person.fill('age', '17');
    expect(sentences(person)).to.deep.equal(['Come back with a guardian: 18 or more']);
  });
});
