import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CalendarName } from '../../src/core/calendar.js';
import { addDays } from '../../src/core/calendar.js';
import type { DateInput } from '../../src/fields/date/date.type.js';
import { calendarsOf, date, rangeOf } from '../../src/fields/date/date.type.js';
import { context, definitionProblems, keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const any = new TrialField(date);
const birth = new TrialField(date, { max: 'today' });
const visit = new TrialField(date, { calendars: ['gregory'], min: '2026-11-01', max: '2026-12-31' });

const hijri = (day: string, month: string, year: string): DateInput => {
  return { day, month, year, calendar: 'islamic-umalqura' };
};
const gregorian = (day: string, month: string, year: string): DateInput => {
  return { day, month, year, calendar: 'gregory' };
};

/** Umm al-Qura dates and the same days in the Gregorian calendar. */
const sameDays = {
  '27/5/1441': '2020-01-22',
  '1/1/1356': '1937-03-14',
  '30/12/1500': '2077-11-16',
  '1/1/1446': '2024-07-07',
  '1/1/1447': '2025-06-26',
  '1/1/1448': '2026-06-16',
  '30/7/1443': '2022-03-03',
  '30/10/1400': '1980-09-10',
  '1/9/1447': '2026-02-18',
  '12/6/1448': '2026-11-22',
  '1/1/1300': '1882-11-12',
  '30/12/1600': '2174-11-25',
};

const calendar = fc.constantFrom<CalendarName>('gregory', 'islamic-umalqura');
const stored = fc.record({
  date: fc.nat(106_664).map((days) => addDays('1882-11-12', days)),
  calendar,
});
const part = fc.oneof(typedText, pasted(fc.integer({ min: 0, max: 32 }).map(String)), fc.constant(''));
const typed = fc.record(
  {
    day: part,
    month: fc.oneof(part, fc.integer({ min: 1, max: 12 }).map(String)),
    year: fc.oneof(part, pasted(fc.integer({ min: 1290, max: 2210 }).map(String))),
    calendar,
  },
  { requiredKeys: ['day', 'month', 'year'] },
);
const sent = fc.record({
  date: fc.oneof(
    fc.stringMatching(/^(1[89]|20|21)\d\d-[01]\d-[0-3]\d$/),
    fc.constantFrom('2026-02-29', '2026-2-1', '1882-11-11', '2174-11-26', ''),
  ),
  calendar: fc.oneof(calendar, fc.constantFrom('islamic', 'islamic-civil', '')),
});

describe('date', () => {
  it('reads both calendars', () => {
    for (const [parts, iso] of Object.entries(sameDays)) {
      const [day = '', month = '', year = ''] = parts.split('/');
      assert.deepEqual(any.read(hijri(day, month, year)), {
        answer: { date: iso, calendar: 'islamic-umalqura' },
      });
    }
    assert.deepEqual(any.read(gregorian('22', '11', '2026')), {
      answer: { date: '2026-11-22', calendar: 'gregory' },
    });
  });

  it('reads digits of every keyboard', () => {
    const answer = { date: '2026-11-22', calendar: 'islamic-umalqura' };
    assert.deepEqual(any.read(hijri('١٢', '٦', '١٤٤٨')), { answer });
    assert.deepEqual(any.read(hijri('۱۲', '06', '۱۴۴۸')), { answer });
    assert.deepEqual(any.read(hijri('１２ ', '6', '\u200f1448\u200e')), { answer });
  });

  it('means the calendar that is offered first until one is chosen', () => {
    assert.equal(any.read({ day: '1', month: '1', year: '1448' }).answer?.calendar, 'islamic-umalqura');
    assert.equal(visit.read({ day: '1', month: '12', year: '2026' }).answer?.calendar, 'gregory');
  });

  it('says which part is missing', () => {
    assert.deepEqual(any.read(hijri('', '', '')), {});
    assert.deepEqual(any.read(hijri(' ', '', '\u200f')), {});
    assert.deepEqual(any.read(hijri('', '6', '1448')), { problem: 'day-missing' });
    assert.deepEqual(any.read(hijri('12', '', '1448')), { problem: 'month-missing' });
    assert.deepEqual(any.read(hijri('12', '6', '')), { problem: 'year-missing' });
    assert.deepEqual(any.read(hijri('', '', '1448')), { problem: 'day-missing' });
  });

  it('says what is no date', () => {
    for (const typed of [hijri('30', '9', '1446'), hijri('30', '9', '1448'), hijri('31', '1', '1446')]) {
      assert.deepEqual(any.read(typed), { problem: 'no-such-date' });
    }
    assert.deepEqual(any.read(hijri('1', '13', '1446')), { problem: 'no-such-date' });
    assert.deepEqual(any.read(hijri('0', '1', '1446')), { problem: 'no-such-date' });
    assert.deepEqual(any.read(gregorian('29', '2', '2026')), { problem: 'no-such-date' });
    assert.equal(any.read(gregorian('29', '2', '2028')).problem, undefined);
    assert.deepEqual(any.read(hijri('أول', '1', '1446')), { problem: 'not-a-date' });
    assert.deepEqual(any.read(hijri('1', '1', '14460')), { problem: 'not-a-date' });
  });

  it('says when the year belongs to the other calendar', () => {
    assert.deepEqual(any.read(hijri('1', '1', '1990')), { problem: 'out-of-calendar' });
    assert.deepEqual(any.read(gregorian('1', '1', '1410')), { problem: 'out-of-calendar' });
    assert.deepEqual(any.read(hijri('1', '1', '1299')), { problem: 'out-of-calendar' });
    assert.deepEqual(any.read(hijri('1', '1', '1601')), { problem: 'out-of-calendar' });
    assert.deepEqual(any.read(hijri('1', '1', '48')), { problem: 'out-of-calendar' });
  });

  it('holds to its first and last day, both included', () => {
    const on = (iso: string) => ({ date: iso, calendar: 'gregory' });
    assert.equal(birth.problem(on('2026-11-22')), undefined);
    assert.equal(birth.problem(on('2026-11-23')), 'too-late');
    assert.equal(visit.problem(on('2026-10-31')), 'too-early');
    assert.equal(visit.problem(on('2026-11-01')), undefined);
    assert.equal(visit.problem(on('2027-01-01')), 'too-late');
    assert.equal(any.problem(on('1882-11-11')), 'out-of-calendar');
    assert.equal(any.problem(on('2174-11-26')), 'out-of-calendar');
    assert.deepEqual(rangeOf(birth.definition, context), { max: '2026-11-22' });
  });

  it('refuses what is not stored so', () => {
    for (const iso of ['2026-2-1', '2026-02-30', '22/11/2026', '٢٠٢٦-١١-٢٢', '2026-11-22T00:00:00Z', '']) {
      assert.equal(any.problem({ date: iso, calendar: 'gregory' }), 'no-such-date', iso);
    }
    const wrong = ['2026-11-22', null, 5, [], {}, { date: '2026-11-22' }, { calendar: 'gregory' }];
    for (const value of wrong) assert.equal(any.problem(value), 'type');
    const answer = { date: '2026-11-22', calendar: 'gregory' };
    assert.equal(any.problem({ ...answer, time: '10:00' }), 'type');
    assert.equal(any.problem({ ...answer, calendar: 'islamic' }), 'type');
    assert.equal(visit.problem({ ...answer, calendar: 'islamic-umalqura' }), 'type');
    assert.equal(any.problem({ ...answer, date: 20_261_122 }), 'type');
  });

  it('writes the parts of the calendar it was typed in', () => {
    assert.deepEqual(
      any.write({ date: '2026-11-22', calendar: 'islamic-umalqura' }),
      hijri('12', '6', '1448'),
    );
    assert.deepEqual(any.write({ date: '2026-11-22', calendar: 'gregory' }), gregorian('22', '11', '2026'));
  });

  it('is shown in both calendars, its own first', () => {
    const answer = { date: '2026-11-22', calendar: 'islamic-umalqura' } as const;
    assert.equal(any.show(answer, 'ar'), '12 جمادى الآخرة 1448 هـ الموافق 22 نوفمبر 2026 م');
    assert.equal(any.show(answer, 'en'), '12 Jumada II 1448 AH (22 November 2026)');
    assert.equal(
      any.show({ ...answer, calendar: 'gregory' }, 'ar'),
      '22 نوفمبر 2026 م الموافق 12 جمادى الآخرة 1448 هـ',
    );
  });

  it('tells its limits in words', () => {
    assert.equal(birth.sentence('too-late', 'ar'), 'يجب أن يكون التاريخ 22 نوفمبر 2026 م أو قبله: الاسم');
    assert.equal(visit.sentence('too-early', 'en'), 'Name must be on or after 1 November 2026');
    assert.equal(
      any.sentence('no-such-date', 'ar'),
      'راجع التاريخ، فهذا اليوم غير موجود في هذا الشهر: الاسم',
    );
  });

  it('has its form in the JSON Schema, and says what is left out', () => {
    assert.deepEqual(visit.type.jsonSchema(visit.definition), {
      type: 'object',
      additionalProperties: false,
      required: ['date', 'calendar'],
      properties: { date: { type: 'string', format: 'date' }, calendar: { enum: ['gregory'] } },
    });
    assert.deepEqual(visit.type.unstated?.(visit.definition), [
      'between 1882-11-12 and 2174-11-25',
      'not before 2026-11-01',
      'not after 2026-12-31',
    ]);
    assert.ok(!any.schemaAccepts({ date: '2026-02-30', calendar: 'gregory' }));
  });

  it('offers both calendars, the Hijri one first, unless it says otherwise', () => {
    assert.deepEqual(calendarsOf(any.definition), ['islamic-umalqura', 'gregory']);
    assert.deepEqual(calendarsOf(visit.definition), ['gregory']);
  });

  it('refuses definitions that nothing can meet', () => {
    assert.deepEqual(definitionProblems({ type: 'date', min: '2026-02-01', max: '2026-01-01' }), {
      '/min': 'empty-range',
    });
    assert.deepEqual(definitionProblems({ type: 'date', min: '2026-02-30' }), { '/min': 'iso-date' });
    assert.deepEqual(definitionProblems({ type: 'date', max: 'tomorrow' }), { '/max': 'iso-date' });
    assert.deepEqual(definitionProblems({ type: 'date', calendars: ['islamic'] }), {
      '/calendars/0': 'invalid-value',
    });
    assert.deepEqual(definitionProblems({ type: 'date', calendars: [] }), { '/calendars': 'too-small' });
  });

  describe('any', () => keepsOneForm(any, { typed, stored, sent }));
  describe('up to today', () =>
    keepsOneForm(birth, { typed, stored: stored.filter((answer) => birth.accepts(answer)), sent }));
});
