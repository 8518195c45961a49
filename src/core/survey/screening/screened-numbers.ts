import { toAsciiDigits } from '../../typed-numbers.js';

/** What may stand between the digits of one number: all but letters, and the tatweel, which is beside the hyphen. */
const BETWEEN = '(?:[^\\p{L}\\p{N}]|\\u0640)*';
const SPELLED =
  'صفر|واحد|واحده|اثنين|اثنان|ثنين|ثلاثه|ثلاث|اربعه|اربع|خمسه|خمس|سته|ست|سبعه|سبع|ثمانيه|ثمانية|ثمان|تسعه|تسع|ثلاثة|أربعة|أربع|خمسة|ستة|سبعة|تسعة|واحدة|zero|one|two|three|four|five|six|seven|eight|nine';
const DIGIT = `(?:\\p{N}|(?<![\\p{L}\\p{N}])و?(?:${SPELLED})(?![\\p{L}\\p{N}]))`;
/** Five digits or more, among them a few letters as in account and reference numbers: `SA44 2000…`, `AB-1042-77`. */
const NUMBER = new RegExp(
  `(?<![a-z])(?:[a-z]{1,4}\\p{Pd}?)?${DIGIT}(?:(?:${BETWEEN}|[a-z]{1,3}|\\s[a-z]{1,2}\\s)${DIGIT}){4,}(?:[a-z]{1,3}(?![\\p{L}]))?`,
  'giu',
);
/** The short address of a building: `RRRD2929`. */
const SHORT_ADDRESS = /(?<![\p{L}\p{N}])[A-Z]{4}\p{N}{4}(?![\p{L}\p{N}])/gu;

const CURRENCY =
  '(?:الف\\s+|ألف\\s+|مليون\\s+)?(?:ريال|ریال|﷼|\\u20c1|ر\\.?\\s?س|دولار|دينار|درهم|جنيه|جنية|يورو|دراهم|آلاف|الاف|ألف|الف|sar|sr|s\\.r|riyal|rial|usd|dollar|euro|pound|[$€£])';
/** Up to seven digits without a zero before them, perhaps in groups of three, perhaps with decimals. */
const SUM =
  '[1-9]\\d{0,2}(?:[,\\u066c\\u060c]\\d{3}){0,2}(?:[.\\u066b]\\d{1,2})?|[1-9]\\d{0,6}(?:[.\\u066b]\\d{1,2})?';
const AMOUNT = new RegExp(`^(?:sar|sr|usd)?(?:${SUM})(?:sar|sr|usd)?$`, 'i');
const SUMS = new RegExp(`^(${SUM})\\s?\\p{Pd}\\s?(?:${SUM})$`, 'u');
const CURRENCY_BEHIND = new RegExp(`^\\s?(?:(?:إلى|الى|أو|او|to|or)\\s(?:${SUM})\\s?)?${CURRENCY}`, 'iu');
const MONEY_BEFORE =
  /(?:(?<!\p{L})(?:sar|sr|usd|[$€£\u20c1]|مبلغ|بمبلغ|ومبلغ|المبلغ|راتب|راتبي|راتبه|دفعت|دفعنا|salary|paid)\s?|(?:ريال|ریال|دولار)\s)$/iu;
const TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?:\\s?[ap]m)?';
const FROM_TO = `${TIME}(?:\\s?\\p{Pd}\\s?|\\sto\\s)${TIME}`;
const OPENING_HOURS = new RegExp(`^${FROM_TO}(?:\\s?[,،;/&]\\s?${FROM_TO})?$`, 'iu');

const MONTHS = [
  'يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يونيه|يوليو|يوليه|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر',
  'كانون\\s(?:الثاني|الأول|الاول)|شباط|[آا]ذار|نيسان|[أا]يار|حزيران|تموز|[آا]ب|[أا]يلول|تشرين\\s(?:الثاني|الأول|الاول)',
  'محرم|صفر|ربيع\\s(?:ال)?(?:[أا]ول|ثاني|[آا]خر)|جماد[ىي]?\\s(?:ال)?(?:[أا]ول[ىي]?|ثاني[ةه]?|[آا]خر[ةه]?)|رجب|شعبان|رمضان|شوال|ذ[وي]\\s?(?:ال)?(?:قعد[ةه]|حج[ةه])',
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  "muharram|safar|rabi[' ]*(?:al|ul|el)?[- ]?(?:awwal|awal|thani|akhir)|juma?da[' ]*(?:al|ul|el)?[- ]?(?:ula|awwal|thani(?:yah?)?|akhir(?:ah?)?)|rajab|sha['’]?ban|ramadh?an|shawwal|dh?u[' ]*(?:al|ul|l)?[- ]?(?:qi?[' ]?dah?|qadah?|hijjah?)",
].join('|');
const DAY = '\\p{N}{1,2}(?:st|nd|rd|th)?';
const ORDINAL =
  '(?:ال)?(?:[أا]ول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|عشرين|عشرون|ثلاثين|ثلاثون)(?:\\s?(?:عشر|و?العشرين|و?العشرون|و?الثلاثين))?';
const YEAR =
  "(?:['’]?\\p{N}{2}|\\p{N}{4})(?![\\p{N}:])(?!\\s?(?:ريال|دقيق|ساع|يوم|شخص|مر[ةه]|صباح|مساء|[ap]m|minutes|hours|days|people|riyal))";
const YEAR_WORD = '(?:\\s?[,،/\\p{Pd}]\\s?|\\s(?:من\\s)?(?:(?:سن[ةه]|عام|لعام|لسن[ةه])\\s)?|\\sof\\s)';
/** A date in words with its year: `5 March 1990`, `March 5, 1990`, «١٢ رجب ١٤١٠», «الخامس من مارس 1990». */
const WRITTEN_DATE = new RegExp(
  `(?<![\\p{N}\\p{L}])(?:(?:${DAY}|${ORDINAL})(?:\\s?[/\\p{Pd}]\\s?|\\s?)(?:(?:من|of|شهر)\\s){0,2}(?:${MONTHS})|(?:${MONTHS})\\s${DAY})(?!\\p{L})${YEAR_WORD}${YEAR}`,
  'giu',
);
/** A date with its year, however few its digits: 5/3/90, and a year of birth. */
const DATE = /(?<!\p{N})\p{N}{1,4}\s?[/.\\\p{Pd}]\s?\p{N}{1,2}\s?[/.\\\p{Pd}]\s?\p{N}{1,4}(?!\p{N})/gu;
const BIRTH = new RegExp(
  `((?:مواليد|ولدت|مولود|مولوده|مولودة|المولود|born)\\s+(?:(?:في|عام|سنة|سنه|شهر|in|on)\\s+){0,3}(?:(?:${MONTHS})\\s(?:(?:عام|سنة|سنه|of)\\s)?)?)\\p{N}{2,4}`,
  'giu',
);

/**
 * A text without numbers of five digits and more, dates with their year and years of birth. Sums of money («12000 ريال») of at
 * most seven digits and times of the day (`8:30 - 12:45`) stay: they tell of nobody who is not known already.
 */
export function withoutNumbers(text: string, replacement: string): string {
  return text
    .replace(WRITTEN_DATE, replacement)
    .replace(NUMBER, (number, offset: number, whole: string) => {
      const before = whole.slice(Math.max(0, offset - 12), offset);
      const behind = whole.slice(offset + number.length, offset + number.length + 32);
      return isMoney(number, before, behind) || isTime(number) ? number : replacement;
    })
    .replace(SHORT_ADDRESS, replacement)
    .replace(DATE, replacement)
    .replace(BIRTH, `$1${replacement}`);
}

/** Whether a number is a sum of money: a currency stands beside it, and it is too short for a telephone or an identity. */
function isMoney(number: string, before: string, behind: string): boolean {
  const digits = toAsciiDigits(number);
  const isRange = SUMS.test(digits) && digits.replace(/\D/g, '').length <= 8;
  if (!AMOUNT.test(digits) && !isRange) return false;
  if (/[\p{N}+]$/u.test(before)) return false;
  return /[a-z]/i.test(digits) || CURRENCY_BEHIND.test(toAsciiDigits(behind)) || MONEY_BEFORE.test(before);
}

/** Whether a number is opening hours: `8:30 - 12:45`, perhaps twice. The colon tells them from a telephone. */
function isTime(number: string): boolean {
  return OPENING_HOURS.test(toAsciiDigits(number));
}
