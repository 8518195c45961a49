/*
 * Prints the constant of src/core/umm-al-qura.ts: `node scripts/make-umalqura.js`.
 *
 * The months of the Umm al-Qura calendar follow official decisions, no formula, so they are read day by day
 * from the ICU data inside Node's Intl. The SHA-256 of the month lengths, written `30,29,…` from Muharram
 * 1300 to Dhu al-Hijja 1600, is checked: if a later ICU corrects a month, this script fails, and a person
 * decides. All dates that were stored keep their meaning, because it is the Gregorian date that is stored.
 */
import { createHash } from 'node:crypto';

const FIRST_DAY = Date.UTC(1882, 10, 12);
const LAST_DAY = Date.UTC(2174, 10, 25);
const DAY = 86_400_000;
const SHA256 = '36e684efedcee87a5b5ae11a432bffc11fa6a52bddfb569d5b05c3a0ca5bf48e';

const dayOfMonth = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  day: 'numeric',
});

/** The length of each month, found by counting until the day is 1 again. */
function monthLengths() {
  const lengths = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day += DAY) {
    if (dayOfMonth.format(day) === '1') lengths.push(0);
    lengths[lengths.length - 1] += 1;
  }
  return lengths;
}

const lengths = monthLengths();
const found = createHash('sha256').update(lengths.join()).digest('hex');
if (found !== SHA256) {
  console.error(`The calendar of this Node (ICU ${process.versions.icu}) differs from the table: ${found}`);
  process.exit(1);
}

// Twelve months are three hexadecimal digits, Muharram first; a set bit is a month of 30 days.
const digits = lengths.join('').replace(/(?:29|30){4}/g, (four) => {
  const bits = (four.match(/../g) ?? []).map((length) => (length === '30' ? 1 : 0));
  return Number.parseInt(bits.join(''), 2).toString(16);
});
const rows = (digits.match(/.{1,99}/g) ?? []).map((row) => `  '${row}'`);
console.log(`export const MONTHS =\n${rows.join(' +\n')};`);
