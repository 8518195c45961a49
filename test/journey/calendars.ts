/** Day, month and year of an ISO date in a calendar, as ICU knows it and not as the kit does. */
export function dateParts(iso: string, calendar: string): { day: number; month: number; year: number } {
  const format = new Intl.DateTimeFormat('en', {
    calendar,
    numberingSystem: 'latn',
    timeZone: 'UTC',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });
  const parts = new Map(
    format.formatToParts(new Date(`${iso}T12:00:00Z`)).map(({ type, value }) => [type, value]),
  );
  const part = (name: string) => Number.parseInt(parts.get(name as 'day') ?? '', 10);
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** The name of the month of an ISO date. */
export function monthName(iso: string, calendar: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { calendar, timeZone: 'UTC', month: 'long' });
  return format.format(new Date(`${iso}T12:00:00Z`));
}

/** The ISO date in Riyadh at a moment. */
export function dayInRiyadh(moment: string | Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Riyadh' }).format(new Date(moment));
}

/** The ISO date so many days later. */
export function daysLater(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A text with every ASCII digit as an Arabic-Indic one, and a decimal point as the Arabic one. */
export function arabicDigits(text: string): string {
  return text
    .replaceAll(/(?<=\d)\.(?=\d)/g, '٫')
    .replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}
