import { digitsOnly } from './typed-numbers.js';

/** What is wrong with a national identity or residence (iqama) number. */
export type NationalIdProblem = 'length' | 'first-digit' | 'checksum';

/**
 * Says what is wrong with a national identity or iqama number, or `undefined` where its form is right. That
 * it was ever issued is more than anybody can tell from its digits.
 *
 * Ten digits; the first is 1 for a citizen and 2 for a resident; the last is a Luhn check digit. Expects what
 * `digitsOnly` returns: anything but ten ASCII digits is `'length'`.
 */
export function nationalIdProblem(digits: string): NationalIdProblem | undefined {
  if (!/^\d{10}$/.test(digits)) return 'length';
  if (!/^[12]/.test(digits)) return 'first-digit';
  let sum = 0;
  for (let place = 0; place < 10; place++) {
    const digit = Number(digits[place]) * (place % 2 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 ? 'checksum' : undefined;
}

/** A telephone number in E.164 form (`+` and 7 to 15 digits), and what can be done with it. */
export interface Phone {
  readonly e164: string;
  /**
   * A Saudi `mobile`; a Saudi `landline`, which no text message reaches; or `foreign`, where only the form is
   * known.
   */
  readonly kind: 'mobile' | 'landline' | 'foreign';
}

const SAUDI_MOBILE = /^(?:\+?966)?0?(5\d{8})$/;
const SAUDI_LANDLINE = /^(?:\+?966)?(?:0?(1[1-7]\d{7})|(9200\d{5}|800\d{7}))$/;
const FOREIGN = /^\+(?!966)[1-9]\d{6,14}$/;

/**
 * The telephone number a person typed. Spaces, dots, slashes, brackets, dashes, invisible marks and all kinds
 * of digits are taken; a foreign number needs `+` or `00` in front.
 *
 * Saudi mobiles: `05xxxxxxxx`, `5xxxxxxxx`, `9665…`, `+9665…`, `009665…`, `+966 (0) 5…`. Every prefix from
 * 050 to 059 is taken, 052 too: ranges change, and refusing a person's real number is worse than storing a
 * wrong one. Landlines are 011 to 017 and the service numbers 9200 and 800; whether one will do is for the
 * field to say. Rules: the national numbering plan as measured with libphonenumber-js 1.13.
 */
export function parsePhone(text: string): Phone | { readonly problem: 'format' } {
  const dialled = digitsOnly(text)
    .replace(/[()./]/g, '')
    .replace(/^(?:00|\uff0b)/, '+');
  const mobile = SAUDI_MOBILE.exec(dialled);
  if (mobile) return { e164: `+966${mobile[1]}`, kind: 'mobile' };
  const landline = SAUDI_LANDLINE.exec(dialled);
  if (landline) return { e164: `+966${landline[1] ?? landline[2]}`, kind: 'landline' };
  return FOREIGN.test(dialled) ? { e164: dialled, kind: 'foreign' } : { problem: 'format' };
}

/** Calling codes of one or two digits (ITU-T E.164); every other has three. */
const COUNTRY = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

/**
 * An E.164 number in groups for reading: `050 123 4567`, `011 234 5678`, `9200 12345` or `800 123 4567` for a
 * Saudi one, `+20 100 123 4567` for another country's. Anything else is returned as it is. In a right-to-left
 * sentence the result belongs in `<bdi dir="ltr">`.
 */
export function formatPhone(e164: string): string {
  const [, country, rest] = COUNTRY.exec(e164) ?? [];
  if (!country || !rest) return e164;
  if (country !== '966') return `+${country} ${rest.replace(/\d(?=(?:\d{3})*\d{4}$)/g, '$& ')}`;
  if (rest.startsWith('9200')) return rest.replace(/^\d{4}/, '$& ');
  return (rest.startsWith('800') ? rest : `0${rest}`).replace(/^(\d{3})(\d{3})/, '$1 $2 ');
}
