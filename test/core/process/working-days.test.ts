import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, dayNumber } from '../../../src/core/calendar.js';
import { weekdays } from '../../../src/core/process/process-shape.js';
import {
  addWorkingDays,
  earliestDay,
  isWorkingDay,
  nextWorkingDay,
} from '../../../src/core/process/working-days.js';
import { textOf } from '../../source-files.js';
import { draft, parsed } from './small-process.js';

const { calendar } = parsed(JSON.parse(textOf('src/packs/taafi/process.json')));

describe('working days in Saudi Arabia', () => {
  const vectors: [from: string, days: number, count: 'calendar' | 'working', day: string, why: string][] = [
    ['2026-11-22', 14, 'calendar', '2026-12-06', 'Sunday'],
    ['2026-11-27', 14, 'calendar', '2026-12-13', 'Friday 2026-12-11'],
    ['2026-09-09', 14, 'calendar', '2026-09-24', 'National Day'],
    ['2027-02-24', 14, 'calendar', '2027-03-14', '2 Shawwal 1448'],
    ['2026-09-10', 10, 'working', '2026-09-27', 'two weekends and National Day'],
  ];
  for (const [from, days, count, day, why] of vectors) {
    it(`${days} ${count} days after ${from} is ${day}: ${why}`, () => {
      assert.equal(earliestDay(calendar, from, days, count), day);
    });
  }

  it('go from Sunday to Thursday', () => {
    const week = Array.from({ length: 7 }, (_, n) => addDays('2026-11-22', n));
    assert.deepEqual(
      week.map((day) => isWorkingDay(calendar, day)),
      [true, true, true, true, true, false, false],
    );
    // Before 1970 days have negative numbers: 1 January 1960 was a Friday.
    assert.equal(isWorkingDay(calendar, '1960-01-01'), false);
    assert.equal(isWorkingDay(calendar, '1960-01-03'), true);
  });

  it('are none where an association never works', () => {
    const closed = { weekend: [], holidays: [{ from: '2026-01-01', to: '2199-12-31' }] };
    assert.throws(() => nextWorkingDay(closed, '2026-06-01'), RangeError);
  });
});

/** Any week, and holidays of some days in the years the days below are in. */
const calendars = fc.record({
  weekend: fc.subarray([...weekdays], { maxLength: 6 }),
  holidays: fc.array(
    fc
      .tuple(fc.nat(800), fc.nat(20))
      .map(([from, more]) => ({ from: addDays('2026-01-01', from), to: addDays('2026-01-01', from + more) })),
    { maxLength: 8 },
  ),
});
const days = fc.nat(600).map((number) => addDays('2026-01-01', number));
const counts = fc.constantFrom('calendar', 'working');

type Calendar = typeof calendars extends fc.Arbitrary<infer Value> ? Value : never;

/** The same question, asked of every day by its name and of every holiday day by day. */
function isOff({ weekend, holidays }: Calendar, iso: string): boolean {
  const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })
    .format(new Date(`${iso}T00:00:00Z`))
    .toLowerCase();
  const off = holidays.flatMap(({ from, to }) => {
    const all = [];
    for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
    return all;
  });
  return weekend.some((day) => day === name) || off.includes(iso);
}

describe('any calendar', () => {
  it('works on the days that are neither weekend nor holiday', () => {
    fc.assert(
      fc.property(calendars, days, (calendar, day) => {
        assert.equal(isWorkingDay(calendar, day), !isOff(calendar, day));
      }),
      { numRuns: 500 },
    );
  });

  it('puts a day off to the first working day, found by trying each', () => {
    fc.assert(
      fc.property(calendars, days, fc.nat(60), (calendar, from, count) => {
        let day = addDays(from, count);
        while (isOff(calendar, day)) day = addDays(day, 1);
        assert.equal(earliestDay(calendar, from, count, 'calendar'), day);
      }),
      { numRuns: 200 },
    );
  });

  it('counts working days one by one', () => {
    fc.assert(
      fc.property(calendars, days, fc.nat(25), (calendar, from, count) => {
        let [day, left] = [from, count];
        while (left > 0 || isOff(calendar, day)) {
          day = addDays(day, 1);
          if (!isOff(calendar, day)) left -= 1;
          if (left <= 0 && !isOff(calendar, day)) break;
        }
        assert.equal(addWorkingDays(calendar, from, count), day);
      }),
      { numRuns: 150 },
    );
  });

  it('gives a working day, not before its time, and never an earlier one for a later start or more days', () => {
    fc.assert(
      fc.property(calendars, days, fc.nat(90), counts, fc.nat(30), (calendar, from, count, kind, more) => {
        const day = earliestDay(calendar, from, count, kind);
        assert.ok(isWorkingDay(calendar, day));
        assert.ok((dayNumber(day) ?? 0) - (dayNumber(from) ?? 0) >= count);
        assert.ok(earliestDay(calendar, addDays(from, more), count, kind) >= day);
        assert.ok(earliestDay(calendar, from, count + more, kind) >= day);
        assert.ok(kind === 'calendar' || day >= earliestDay(calendar, from, count, 'calendar'));
      }),
      { numRuns: 500 },
    );
  });

  it('comes to a working day where the parser takes it', () => {
    const long = fc.array(
      fc.tuple(fc.nat(900), fc.nat(420)).map(([from, more]) => ({
        from: addDays('2026-01-01', from),
        to: addDays('2026-01-01', from + more),
      })),
      { maxLength: 4 },
    );
    let taken = 0;
    fc.assert(
      fc.property(calendars, long, days, ({ weekend }, holidays, day) => {
        const json = draft((p) => Object.assign(p.calendar, { weekend, holidays }));
        try {
          parsed(json);
        } catch {
          return;
        }
        taken += 1;
        assert.ok(isWorkingDay({ weekend, holidays }, nextWorkingDay({ weekend, holidays }, day)));
      }),
      { numRuns: 300 },
    );
    assert.ok(taken > 100, String(taken));
  });
});
