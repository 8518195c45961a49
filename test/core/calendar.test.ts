import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CalendarName, DateParts } from '../../src/core/calendar.js';
import {
  addDays,
  ageOn,
  dayNumber,
  daysInMonth,
  isIsoDate,
  isoFromParts,
  partsFromIso,
} from '../../src/core/calendar.js';
import { date } from '../../src/fields/date/date.type.js';

const HIJRI = 'islamic-umalqura';
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1882, 10, 12) / DAY;
const LAST_DAY = Date.UTC(2174, 10, 25) / DAY;

const intl = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

function intlParts(day: number): DateParts {
  const parts = Object.fromEntries(
    intl.formatToParts(day * DAY).map(({ type, value }) => [type, Number(value)]),
  );
  return { year: parts.year!, month: parts.month!, day: parts.day! };
}

function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

const definition = { id: 'day', type: 'date', label: 'Day' };

const gregorianDay = fc.integer({ min: Date.UTC(1800, 0, 1) / DAY, max: Date.UTC(2200, 11, 31) / DAY });

describe('the Umm al-Qura table', () => {
  it('gives every one of the 3,612 months the length and the place that Intl gives it', () => {
    let day = FIRST_DAY;
    const lengths = { 29: 0, 30: 0 };
    for (let year = 1300; year <= 1600; year++) {
      for (let month = 1; month <= 12; month++) {
        const length = daysInMonth(HIJRI, year, month) as 29 | 30;
        assert.deepEqual(intlParts(day), { year, month, day: 1 });
        assert.deepEqual(intlParts(day + length - 1), { year, month, day: length });
        assert.equal(isoFromParts(HIJRI, { year, month, day: 1 }), isoOf(day));
        assert.equal(isoFromParts(HIJRI, { year, month, day: length + 1 }), undefined);
        lengths[length] += 1;
        day += length;
      }
    }
    assert.deepEqual(lengths, { 29: 1695, 30: 1917 });
    assert.equal(day, LAST_DAY + 1);
  });

  it('agrees with Intl on each of its 106,665 days, both ways', () => {
    let days = 0;
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const parts = partsFromIso(HIJRI, isoOf(day));
      const { year, month, day: number } = intlParts(day);
      assert.ok(parts?.year === year && parts.month === month && parts.day === number, isoOf(day));
      assert.equal(isoFromParts(HIJRI, parts), isoOf(day));
      days += 1;
    }
    assert.equal(days, 106_665);
  });

  it('needs no Intl: what a person types comes back as it was typed, on each of its days', () => {
    const { Intl: kept } = globalThis;
    try {
      Reflect.deleteProperty(globalThis, 'Intl');
      for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
        const answer = { date: isoOf(day), calendar: HIJRI } as const;
        const typed = date.write(answer, definition);
        const read = date.read(typed, definition, { today: '2026-11-23' }).answer;
        assert.ok(read?.date === answer.date && read.calendar === HIJRI, answer.date);
      }
    } finally {
      globalThis.Intl = kept;
    }
  });

  it('ends at its borders', () => {
    assert.deepEqual(partsFromIso(HIJRI, '1882-11-12'), { year: 1300, month: 1, day: 1 });
    assert.deepEqual(partsFromIso(HIJRI, '2174-11-25'), { year: 1600, month: 12, day: 30 });
    for (const iso of ['1882-11-11', '2174-11-26', '1800-01-01', '9999-12-31', '0000-01-01']) {
      assert.equal(partsFromIso(HIJRI, iso), undefined);
    }
  });
});

describe('isoFromParts and partsFromIso', () => {
  it('hold the vectors, Hijri and Gregorian', () => {
    const vectors: [number, number, number, string][] = [
      [27, 5, 1441, '2020-01-22'],
      [1, 1, 1356, '1937-03-14'],
      [30, 12, 1500, '2077-11-16'],
      [1, 1, 1446, '2024-07-07'],
      [1, 1, 1447, '2025-06-26'],
      [1, 1, 1448, '2026-06-16'],
      [30, 7, 1443, '2022-03-03'],
      [30, 10, 1400, '1980-09-10'],
      [1, 9, 1447, '2026-02-18'],
      [12, 6, 1448, '2026-11-22'],
    ];
    for (const [day, month, year, iso] of vectors) {
      assert.equal(isoFromParts(HIJRI, { year, month, day }), iso);
      assert.deepEqual(partsFromIso(HIJRI, iso), { year, month, day });
    }
  });

  it('know no day that does not exist', () => {
    const missing: [CalendarName, number, number, number][] = [
      [HIJRI, 30, 9, 1446],
      [HIJRI, 30, 9, 1448],
      [HIJRI, 31, 1, 1446],
      [HIJRI, 1, 13, 1446],
      [HIJRI, 0, 1, 1446],
      [HIJRI, 1, 0, 1446],
      [HIJRI, 1, 1, 1299],
      [HIJRI, 1, 1, 1601],
      [HIJRI, 1.5, 1, 1446],
      [HIJRI, 1, 1.5, 1446],
      [HIJRI, 1, 1, Number.NaN],
      [HIJRI, -1, 1, 1446],
      ['gregory', 29, 2, 1900],
      ['gregory', 29, 2, 2023],
      ['gregory', 30, 2, 2024],
      ['gregory', 31, 4, 2024],
      ['gregory', 1, 1, 1799],
      ['gregory', 1, 1, 2201],
      ['gregory', 1, 1, 1446],
      ['gregory', 0, 1, 2024],
    ];
    for (const [calendar, day, month, year] of missing) {
      assert.equal(
        isoFromParts(calendar, { year, month, day }),
        undefined,
        `${calendar} ${day}/${month}/${year}`,
      );
    }
    for (const iso of ['1799-12-31', '2201-01-01', '2023-02-29', '', 'x']) {
      assert.equal(partsFromIso('gregory', iso), undefined);
    }
  });

  it('know the leap days', () => {
    for (const year of [1804, 1904, 2000, 2024, 2196]) {
      assert.equal(isoFromParts('gregory', { year, month: 2, day: 29 }), `${year}-02-29`);
    }
    for (const year of [1800, 1900, 2100, 2200, 2023]) assert.equal(daysInMonth('gregory', year, 2), 28);
  });

  it('are each other’s inverse in the Gregorian calendar', () => {
    fc.assert(
      fc.property(gregorianDay, (day) => {
        const date = new Date(day * DAY);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        assert.deepEqual(partsFromIso('gregory', isoOf(day)), parts);
        assert.equal(isoFromParts('gregory', parts), isoOf(day));
        assert.equal(
          daysInMonth('gregory', parts.year, parts.month),
          new Date(Date.UTC(parts.year, parts.month, 0)).getUTCDate(),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isIsoDate', () => {
  it('takes days that exist, in ASCII digits and the one form', () => {
    for (const iso of ['2024-02-29', '0000-02-29', '9999-12-31', '2000-01-01'])
      assert.ok(isIsoDate(iso), iso);
    const refused = [
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
      '2024-04-31',
      '24-01-01',
      '2024-1-1',
    ];
    refused.push(
      '2024-01-01T00:00',
      ' 2024-01-01',
      '2024-01-01\n',
      '٢٠٢٤-٠١-٠١',
      '-024-01-01',
      '12024-01-01',
      '',
    );
    for (const text of refused) assert.ok(!isIsoDate(text), JSON.stringify(text));
  });
});

describe('dayNumber', () => {
  it('counts from 1970-01-01, as Date does, over ten thousand years', () => {
    assert.equal(dayNumber('1970-01-01'), 0);
    assert.equal(dayNumber('2026-11-22'), Date.UTC(2026, 10, 22) / DAY);
    assert.equal(dayNumber('2023-02-29'), undefined);
    const any = fc.integer({ min: Date.parse('0000-01-01') / DAY, max: Date.parse('9999-12-31') / DAY });
    fc.assert(fc.property(any, (day) => assert.equal(dayNumber(isoOf(day)), day)));
  });

  it('gives the day of the week', () => {
    // 2026-11-22 is a Sunday, the first day of the Saudi week.
    assert.equal((dayNumber('2026-11-22')! + 4) % 7, 0);
  });
});

describe('addDays', () => {
  it('counts over months, years and leap days', () => {
    assert.equal(addDays('2026-11-22', 14), '2026-12-06');
    assert.equal(addDays('2027-02-24', 14), '2027-03-10');
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2023-12-31', 1), '2024-01-01');
    assert.equal(addDays('2024-03-01', -1), '2024-02-29');
    assert.equal(addDays('2024-03-01', 0), '2024-03-01');
  });

  it('undoes itself', () => {
    fc.assert(
      fc.property(gregorianDay, fc.integer({ min: -100_000, max: 100_000 }), (day, days) => {
        assert.equal(addDays(isoOf(day), days), isoOf(day + days));
        assert.equal(addDays(addDays(isoOf(day), days), -days), isoOf(day));
      }),
    );
  });

  it('throws for what is no date or leaves the four-digit years', () => {
    for (const [iso, days] of [
      ['2023-02-29', 1],
      ['9999-12-31', 1],
      ['0000-01-01', -1],
      ['2024-01-01', 0.5],
    ] as const) {
      assert.throws(() => addDays(iso, days), RangeError);
    }
    assert.throws(() => addDays('2024-01-01', Number.NaN), RangeError);
  });
});

describe('ageOn', () => {
  it('counts whole years', () => {
    assert.equal(ageOn('2000-06-15', '2018-06-14'), 17);
    assert.equal(ageOn('2000-06-15', '2018-06-15'), 18);
    assert.equal(ageOn('2024-01-01', '2024-01-01'), 0);
  });

  it('lets who was born on a leap day turn a year older on 1 March', () => {
    assert.equal(ageOn('2004-02-29', '2022-02-28'), 17);
    assert.equal(ageOn('2004-02-29', '2022-03-01'), 18);
    assert.equal(ageOn('2004-02-29', '2024-02-29'), 20);
  });

  it('has no answer for no date and for a birth to come', () => {
    assert.equal(ageOn('2024-01-02', '2024-01-01'), undefined);
    assert.equal(ageOn('2023-02-29', '2024-01-01'), undefined);
    assert.equal(ageOn('2023-01-01', 'today'), undefined);
  });
});
