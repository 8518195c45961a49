import { expect } from '@open-wc/testing';
import type { Person } from '../../../stories/support/person.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { press, tabTo } from '../keyboard.js';
import { openForm } from '../open-form.js';

const day = oneStep([{ id: 'day', type: 'date', required: true, label: { ar: 'اليوم', en: 'The day' } }]);

/** The same days in both calendars, as the Umm al-Qura calendar has them. */
const sameDays = [
  { hijri: [1, 1, 1445], gregorian: [19, 7, 2023], iso: '2023-07-19' },
  { hijri: [1, 9, 1446], gregorian: [1, 3, 2025], iso: '2025-03-01' },
  { hijri: [10, 12, 1446], gregorian: [6, 6, 2025], iso: '2025-06-06' },
  { hijri: [1, 1, 1447], gregorian: [26, 6, 2025], iso: '2025-06-26' },
  { hijri: [30, 10, 1400], gregorian: [10, 9, 1980], iso: '1980-09-10' },
] as const;

async function typeDate(person: Person, [d, m, y]: readonly [number, number, number]): Promise<void> {
  await person.fill('day.day', String(d));
  await person.fill('day.month', String(m));
  await person.fill('day.year', String(y));
}

const shown = (person: Person) =>
  ['day', 'month', 'year'].map((part) => Number(person.control(`day.${part}`).value));

describe('a date', () => {
  for (const { hijri, gregorian, iso } of sameDays) {
    it(`is ${iso} in both calendars`, async () => {
      const person = await openForm(day);
      await typeDate(person, hijri);
      expect(person.form.answers).to.deep.equal({ day: { date: iso, calendar: 'islamic-umalqura' } });
      await person.take('day.calendar', 'gregory');
      expect(shown(person)).to.deep.equal(gregorian);
      expect(person.form.answers).to.deep.equal({ day: { date: iso, calendar: 'gregory' } });
      await person.take('day.calendar', 'islamic-umalqura');
      expect(shown(person)).to.deep.equal(hijri);
    });
  }

  it('is said in the other calendar as soon as it is whole', async () => {
    const person = await openForm(day);
    await person.fill('day.day', '1');
    await person.fill('day.month', '9');
    expect(person.find('.same-day').textContent).to.equal('');
    await person.fill('day.year', '1446');
    expect(person.find('.same-day').textContent).to.contain('1 March 2025');
    await person.take('day.calendar', 'gregory');
    expect(person.find('.same-day').textContent).to.contain('1 Ramadan 1446');
    await person.press('#language-ar');
    await person.seen('[dir="rtl"]');
    expect(person.find('.same-day').textContent).to.contain('1 رمضان 1446');
  });

  it('names its months in the chosen calendar', async () => {
    const person = await openForm(day);
    const months = () =>
      [...person.control('day.month').querySelectorAll('option')].map(({ textContent }) =>
        textContent?.trim(),
      );
    expect(months()[9]).to.equal('9 – Ramadan');
    await person.take('day.calendar', 'gregory');
    expect(months()[9]).to.equal('9 – September');
    expect(months()).to.have.length(13);
  });

  it('that is not whole stays as it was typed when the calendar changes', async () => {
    const person = await openForm(day);
    await person.fill('day.day', '15');
    await person.fill('day.month', '3');
    await person.take('day.calendar', 'gregory');
    expect(shown(person)).to.deep.equal([15, 3, 0]);
    expect(person.form.answers).to.deep.equal({});
  });

  it('that does not exist is kept and named', async () => {
    const person = await openForm(day);
    await person.take('day.calendar', 'gregory');
    await typeDate(person, [31, 2, 1999]);
    await person.isStopped();
    expect(shown(person)).to.deep.equal([31, 2, 1999]);
    expect(person.find('#errors a').textContent).to.contain('that month does not have this day');
    await person.fill('day.day', '28');
    expect(person.root.querySelector('#errors')).to.equal(null);
  });

  it('of a year that the calendar cannot have says to look at the calendar', async () => {
    const person = await openForm(day);
    await typeDate(person, [1, 1, 1999]);
    await person.isStopped();
    expect(person.find('#errors a').textContent).to.equal('Check the year and the calendar: The day');
    // What was meant was the other calendar: one press mends it.
    await person.take('day.calendar', 'gregory');
    expect(person.form.answers).to.deep.equal({ day: { date: '1999-01-01', calendar: 'gregory' } });
    expect(person.root.querySelector('#errors')).to.equal(null);
  });

  it('knows its limits, today being a day in Riyadh', async () => {
    const until = {
      id: 'day',
      type: 'date',
      required: true,
      max: 'today',
      calendars: ['gregory'],
      label: 'The day',
    };
    // 22 November, 22:30 in London is the 23rd in Riyadh.
    const clock = () => new Date('2026-11-22T22:30:00Z');
    const person = await openForm(oneStep([until]), { clock });
    await typeDate(person, [24, 11, 2026]);
    await person.isStopped();
    expect(person.find('#errors a').textContent).to.equal('The day must be on or before 23 November 2026');
    await person.fill('day.day', '23');
    await person.goOnTo('review');
  });

  it('of one calendar offers no other', async () => {
    const person = await openForm(
      oneStep([{ id: 'day', type: 'date', calendars: ['gregory'], label: 'The day' }]),
    );
    expect(person.root.querySelector('[name="day.calendar"]')).to.equal(null);
    await typeDate(person, [1, 3, 2025]);
    expect(person.form.answers).to.deep.equal({ day: { date: '2025-03-01', calendar: 'gregory' } });
  });

  it('lets the calendar be chosen by the arrow keys', async () => {
    const person = await openForm(day);
    await typeDate(person, [1, 9, 1446]);
    await tabTo(person, '[name="day.calendar"]');
    await press('ArrowDown');
    expect(shown(person)).to.deep.equal([1, 3, 2025]);
    expect(person.focused?.id).to.equal('day.calendar.gregory');
  });
});
