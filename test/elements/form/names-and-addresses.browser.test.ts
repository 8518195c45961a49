import { expect } from '@open-wc/testing';
import type { Person } from '../../../stories/support/person.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { openForm } from '../open-form.js';

const label = { ar: 'حقل', en: 'Field' };
const nationality = {
  id: 'nationality',
  type: 'choice',
  label: { ar: 'الجنسية', en: 'Nationality' },
  options: [
    { value: 'saudi', ar: 'سعودي', en: 'Saudi' },
    { value: 'other', ar: 'أخرى', en: 'Another' },
  ],
} as const;

/** What is wrong, as the list on top says it, and where its first link leads. */
async function stopped(person: Person): Promise<{ said: string[]; focus: string }> {
  await person.isStopped();
  const links = [...person.root.querySelectorAll<HTMLElement>('#errors a')];
  links[0]?.click();
  await person.form.updateComplete;
  return { said: links.map((link) => (link.textContent ?? '').trim()), focus: person.focused?.id ?? '' };
}

describe('a name', () => {
  const asking = oneStep([
    nationality,
    {
      id: 'name',
      type: 'person-name',
      required: true,
      label,
      resident: { field: 'nationality', is: 'other' },
    },
  ]);

  it('wants of a citizen what it does not want of a resident, and says so at once', async () => {
    const person = await openForm(asking);
    await person.take('nationality', 'saudi');
    await person.fill('name.first', 'Anne');
    await person.fill('name.family', 'O’Neil');
    expect(await stopped(person)).to.deep.equal({
      said: ['Enter the father’s name: Field'],
      focus: 'name.father',
    });
    expect(person.control('name.father').getAttribute('aria-invalid')).to.equal('true');
    expect(person.control('name.first').hasAttribute('aria-invalid')).to.equal(false);
    await person.take('nationality', 'other');
    expect(person.root.querySelector('#errors')).to.equal(null);
    expect(person.find('[for="name.father"]').textContent).to.contain('(optional)');
    expect(person.form.answers.name).to.deep.equal({ first: 'Anne', family: 'O’Neil' });
  });
});

describe('a name on the review', () => {
  it('is nothing for a browser to translate', async () => {
    const asking = oneStep([{ id: 'name', type: 'person-name', parts: 2, label }]);
    const person = await openForm(asking, { prefill: { name: { first: 'نور', family: 'سعيد' } } });
    await person.goOnTo('review');
    const shown = person.root.querySelector('.answer dd bdi');
    expect(shown?.textContent).to.equal('نور سعيد');
    expect(shown?.getAttribute('translate')).to.equal('no');
  });
});

describe('an address', () => {
  const asking = oneStep([{ id: 'address', type: 'national-address', required: true, label }]);

  it('leads to what is to be chosen, and to the box at fault', async () => {
    const person = await openForm(asking);
    expect((await stopped(person)).focus).to.equal('address.way.short');
    await person.take('address.way', 'full');
    expect(await stopped(person)).to.deep.equal({
      said: ['Enter the building number: Field'],
      focus: 'address.building',
    });
    const parts = {
      building: '2929',
      street: 'King Road',
      secondary: '7182',
      district: 'D',
      postalCode: '31952',
    };
    for (const [part, text] of Object.entries({ ...parts, city: 'Dammam', short: 'rrrd2920' }))
      await person.fill(`address.${part}`, text);
    expect((await stopped(person)).focus).to.equal('address.building');
    expect(person.control('address.short').getAttribute('aria-invalid')).to.equal('true');
    await person.fill('address.building', '2920');
    expect(person.form.answers.address).to.include({ building: '2920', short: 'RRRD2920' });
  });

  it('is shown on the review in lines, each in its own direction', async () => {
    const address = {
      building: '2929',
      street: 'شارع الملك',
      secondary: '7182',
      district: 'النور',
      postalCode: '31952',
      city: 'الدمام',
      short: 'RRRD2929',
    };
    const person = await openForm(asking, { prefill: { address } });
    await person.goOnTo('review');
    const lines = [...person.root.querySelectorAll<HTMLElement>('.answer dd bdi')];
    expect(lines.map(({ textContent }) => textContent?.replace(/[\u2066-\u2069]/g, ''))).to.deep.equal([
      'RRRD2929',
      '2929 شارع الملك',
      '7182 النور',
      '31952 الدمام',
    ]);
    const tops = new Set(lines.map((line) => Math.round(line.getBoundingClientRect().top)));
    expect(tops.size).to.equal(4);
  });

  it('keeps what was typed in another way', async () => {
    const person = await openForm(asking);
    await person.take('address.way', 'short');
    await person.fill('address.short', 'RRRD2929');
    await person.take('address.way', 'none');
    expect(person.form.answers.address).to.deep.equal({ none: true });
    await person.take('address.way', 'short');
    expect(person.form.answers.address).to.deep.equal({ short: 'RRRD2929' });
  });
});

describe('a range of dates', () => {
  const asking = oneStep([{ id: 'stay', type: 'date-range', required: true, label }]);

  async function typed(person: Person, which: 'from' | 'to', day: string, month: string, year: string) {
    await person.fill(`stay.${which}.day`, day);
    await person.fill(`stay.${which}.month`, month);
    await person.fill(`stay.${which}.year`, year);
  }

  it('leads to the day at fault', async () => {
    const person = await openForm(asking);
    expect((await stopped(person)).focus).to.equal('stay.from.day');
    await person.take('stay.calendar', 'gregory');
    await typed(person, 'from', '22', '11', '2026');
    await typed(person, 'to', '21', '', '2026');
    expect((await stopped(person)).focus).to.equal('stay.to.month');
    await person.fill('stay.to.month', '11');
    expect(await stopped(person)).to.deep.equal({
      said: ['The end date must be the same as or after the start date: Field'],
      focus: 'stay.to.day',
    });
    expect(person.control('stay.from.day').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('is the same two days in both calendars', async () => {
    const person = await openForm(asking);
    await typed(person, 'from', '1', '1', '1447');
    await typed(person, 'to', '1', '1', '1448');
    await person.take('stay.calendar', 'gregory');
    expect(person.form.answers.stay).to.deep.equal({
      from: '2025-06-26',
      to: '2026-06-16',
      calendar: 'gregory',
    });
    expect(person.control('stay.to.month').value).to.equal('6');
  });
});

describe('what consists of parts', () => {
  it('is an entry for each part in a form of the page', async () => {
    const person = await openForm(
      oneStep([
        { id: 'name', type: 'person-name', parts: 2, label },
        { id: 'address', type: 'national-address', label },
      ]),
    );
    await person.fill('name.first', 'سالم');
    await person.fill('name.family', 'المثالي');
    await person.take('address.way', 'short');
    await person.fill('address.short', 'rrrd ٢٩٢٩');
    expect([...person.form.entries()]).to.deep.equal([
      ['name.first', 'سالم'],
      ['name.family', 'المثالي'],
      ['address.short', 'RRRD2929'],
    ]);
  });
});

describe('an answer beside another', () => {
  it('is said to be wrong where it stands, until either is mended', async () => {
    const person = await openForm(
      oneStep([
        { id: 'mobile', type: 'phone', label: { ar: 'الجوال', en: 'Mobile' } },
        { id: 'second', type: 'phone', notEqual: 'mobile', label: { ar: 'رقم آخر', en: 'Second number' } },
      ]),
    );
    await person.fill('mobile', '0501234567');
    await person.fill('second', '+966 50 123 4567');
    expect(await stopped(person)).to.deep.equal({
      said: ['Second number must not be the same as what you gave for “Mobile”'],
      focus: 'second',
    });
    await person.fill('mobile', '0551234567');
    expect(person.root.querySelector('#errors')).to.equal(null);
    expect(person.control('second').hasAttribute('aria-invalid')).to.equal(false);
  });
});
