import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CalendarName } from '../../src/core/calendar.js';
import { addDays } from '../../src/core/calendar.js';
import { catalog, validateAnswers } from '../../src/core/index.js';
import { dateRange } from '../../src/fields/date-range/date-range.type.js';
import { inArabDigits } from '../../src/locale/arab-digits.js';
import { field, form, parsed } from '../core/trial-form.js';
import { context, definitionProblems, keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const any = new TrialField(dateRange);
const leave = new TrialField(dateRange, {
  calendars: ['gregory'],
  min: 'today',
  max: '2026-12-31',
  longest: 10,
});

const day = (day: string, month: string, year: string) => ({ day, month, year });
const none = day('', '', '');

const calendar = fc.constantFrom<CalendarName>('gregory', 'islamic-umalqura');
const part = fc.oneof(typedText, pasted(fc.integer({ min: 0, max: 32 }).map(String)), fc.constant(''));
const typedDay = fc.record({
  day: part,
  month: fc.integer({ min: 1, max: 12 }).map(String),
  year: fc.oneof(part, pasted(fc.integer({ min: 1290, max: 2210 }).map(String))),
});
const stored = fc
  .record({ first: fc.nat(100_000), days: fc.nat(6_000), calendar })
  .map(({ first, days, calendar }) => ({
    from: addDays('1882-11-12', first),
    to: addDays('1882-11-12', Math.min(first + days, 106_664)),
    calendar,
  }));
const iso = fc.oneof(
  fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d$/),
  fc.constantFrom('2026-02-29', '2026-2-1', '1882-11-11', ''),
);

describe('date-range', () => {
  it('is two days, both in the same calendar', () => {
    assert.deepEqual(any.read({ from: day('١', '1', '1447'), to: day('12', '6', '1448') }), {
      answer: { from: '2025-06-26', to: '2026-11-22', calendar: 'islamic-umalqura' },
    });
    assert.deepEqual(
      any.read({ from: day('22', '11', '2026'), to: day('22', '11', '2026'), calendar: 'gregory' }),
      { answer: { from: '2026-11-22', to: '2026-11-22', calendar: 'gregory' } },
    );
  });

  it('says which of the two days is not whole', () => {
    assert.deepEqual(any.read({ from: none, to: none }), {});
    assert.deepEqual(any.read({ from: none, to: day('1', '1', '1447') }), { problem: 'from-missing' });
    assert.deepEqual(any.read({ from: day('1', '1', '1447'), to: none }), { problem: 'to-missing' });
    assert.deepEqual(any.read({ from: day('1', '1', '1447'), to: day('1', '', '1447') }), {
      problem: 'to-month-missing',
    });
    assert.deepEqual(any.read({ from: day('30', '9', '1446'), to: none }), { problem: 'from-no-such-date' });
    assert.equal(any.sentence('to-month-missing', 'ar'), 'أكمل تاريخ النهاية بالشهر: الاسم');
    assert.equal(any.sentence('from-missing', 'en'), 'Enter the start date: Name');
  });

  it('ends on the day it begins, or after it', () => {
    const days = fc.nat(3_000).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(days, days, (from, to) => {
        assert.equal(any.problem({ from, to, calendar: 'gregory' }), to < from ? 'ends-before' : undefined);
      }),
      { numRuns: 200 },
    );
  });

  it('lies in its limits, and is no longer than it may be', () => {
    const answer = (from: string, to: string) => ({ from, to, calendar: 'gregory' });
    assert.equal(leave.problem(answer('2026-11-22', '2026-12-01')), undefined);
    assert.equal(leave.problem(answer('2026-11-22', '2026-12-02')), 'too-long');
    assert.equal(leave.problem(answer('2026-11-21', '2026-11-22')), 'too-early');
    assert.equal(leave.problem(answer('2026-12-25', '2027-01-01')), 'too-late');
    assert.equal(
      leave.problem({ from: '2026-11-22', to: '2026-12-01', calendar: 'islamic-umalqura' }),
      'type',
    );
    assert.equal(leave.problem({ from: '2026-11-22', to: '2026-12-01' }), undefined);
    assert.equal(leave.sentence('too-long', 'en'), 'The number of days must be 10 or fewer: Name');
    assert.equal(
      leave.sentence('too-early', 'ar'),
      'يجب أن يكون تاريخ البداية 22 نوفمبر 2026 م أو بعده: الاسم',
    );
  });

  it('is shown in both calendars, the one it was typed in first', () => {
    const shown = any.show({ from: '2026-11-22', to: '2026-12-01', calendar: 'gregory' }, 'en');
    assert.match(shown, /^From 22 November 2026.* to 1 December 2026/);
    assert.match(
      any.show({ from: '2026-11-22', to: '2026-12-01' }, 'ar'),
      /^من 22 نوفمبر 2026.* إلى 1 ديسمبر/,
    );
  });

  it('is shown in Arabic-Indic digits where the person wants them', () => {
    const shown = inArabDigits(any.show({ from: '2026-11-22', to: '2026-12-01' }, 'ar'));
    assert.match(shown, /^من ٢٢ نوفمبر ٢٠٢٦.* إلى ١ ديسمبر/);
    assert.doesNotMatch(shown, /[0-9]/);
  });

  it('comes after another day, or ends before it', () => {
    const stay = parsed(
      form([
        field('accepted', 'date'),
        field('stay', 'date-range', { after: 'accepted', before: 'next' }),
        field('next', 'date-range'),
      ]),
    );
    const told = (from: string, to: string) =>
      validateAnswers(
        stay,
        {
          accepted: { date: '2026-11-22', calendar: 'gregory' },
          stay: { from, to, calendar: 'gregory' },
          next: { from: '2026-12-10', to: '2026-12-20', calendar: 'gregory' },
        },
        catalog,
        context,
      ).problems?.map(({ code }) => code);
    assert.equal(told('2026-11-23', '2026-12-09'), undefined);
    assert.deepEqual(told('2026-11-22', '2026-12-09'), ['not-after']);
    assert.deepEqual(told('2026-11-23', '2026-12-10'), ['not-before']);
  });

  it('tells a web admin what is wrong with its definition', () => {
    const problems = (more: object) => definitionProblems({ type: 'date-range', ...more });
    assert.deepEqual(problems({ min: '2026-12-01', max: '2026-11-01' }), { '/min': 'empty-range' });
    assert.deepEqual(problems({ longest: 0 }), { '/longest': 'too-small' });
    assert.deepEqual(problems({ min: 'tomorrow' }), { '/min': 'iso-date' });
  });

  keepsOneForm(any, {
    typed: fc.record({ from: typedDay, to: typedDay, calendar }),
    stored,
    sent: fc.record({ from: iso, to: iso, calendar: fc.oneof(calendar, fc.constant('islamic')) }),
  });
});
