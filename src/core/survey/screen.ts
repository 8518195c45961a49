import { withoutNames } from './screened-names.js';

/** What stands in place of what was taken out, in the language of the text. */
const replacements = {
  ar: { number: '[رقم]', name: '[اسم]', mail: '[بريد]', link: '[رابط]' },
  en: { number: '[number]', name: '[name]', mail: '[email]', link: '[link]' },
} as const;

/** Characters that nobody sees: between two digits or letters they would hide a number or a name. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u3164]|\u17b4|\u17b5/gu;

const LABEL = '[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*';
const MAIL = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]+\\s*@\\s*${LABEL}(?:\\s*\\.\\s*${LABEL})+`,
  'gu',
);
const LINK = /(?:https?:\/\/|www\.)[^\s<>«»]+/giu;
const DOMAINS = 'com|net|org|sa|me|gov|edu|info|io|co|app|link|ly|tv|gl|site|online|page|السعودية';
const BARE_LINK = new RegExp(
  `(?<![\\p{L}\\p{N}@._-])(?:${LABEL}\\.)+(?:${DOMAINS})(?![\\p{L}\\p{N}])(?:/[^\\s<>«»]*)?`,
  'giu',
);
const HANDLE = /(?<![\p{L}\p{N}])@\s?[\p{L}\p{N}_][\p{L}\p{N}_.]*/gu;
const ACCOUNT =
  /((?:سناب|السناب|سنابي|تويتر|انستقرام|إنستقرام|انستا|تيك توك|تلجرام|تيليجرام|يوزر|يوزري|حسابي|snapchat|snap|twitter|instagram|insta|tiktok|telegram|user ?name)(?!\p{L})\s*(?:هو|is)?\s*[:=-]?\s*)(?=[a-z\d_.]*[a-z])[a-z\d_.]{3,}/giu;

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
/** A date with its year, however few its digits: 5/3/90, and a year of birth. */
const DATE = /(?<!\p{N})\p{N}{1,4}\s?[/.\\\p{Pd}]\s?\p{N}{1,2}\s?[/.\\\p{Pd}]\s?\p{N}{1,4}(?!\p{N})/gu;
const BIRTH =
  /((?:مواليد|ولدت|مولود|مولوده|مولودة|المولود|born)\s+(?:في|عام|سنة|سنه|in|on)?\s*(?:عام|سنة|سنه)?\s*)\p{N}{2,4}/giu;

/**
 * A comment without what would tell who wrote it or whom it is about, before anybody reads it: numbers of five digits and
 * more in whatever digits and however parted, dates, e-mail addresses, links and accounts, and names, each replaced by a word in
 * brackets, in the language of the text. What holds none of it comes back as it is; screening twice changes nothing.
 *
 * It takes out rather too much than too little, and yet it is a sieve and not a promise. Names are found by a list of
 * some hundred given names and families and by what stands before them («الأستاذ», «اسمي», «Dr»), so it lets through rare
 * names alone in a sentence, names that are words («كان أمل معنا»), misspelt names, nicknames and places, and whoever is
 * described without being named («جاري الذي يعمل عندكم»). Staff are asked to tell of such a comment; where that is not
 * enough, the survey should have no `comments`.
 */
export function screen(text: string): string {
  const visible = text.normalize('NFKC').replace(INVISIBLE, '');
  const words = replacements[isLatin(visible) ? 'en' : 'ar'];
  let screened = visible;
  for (;;) {
    const before = screened;
    screened = screenedOnce(before, words);
    if (screened === before) break;
  }
  return screened === visible ? text : screened;
}

function screenedOnce(text: string, words: (typeof replacements)['ar' | 'en']): string {
  const withoutNumbers = text
    .replace(MAIL, words.mail)
    .replace(LINK, words.link)
    .replace(BARE_LINK, words.link)
    .replace(HANDLE, words.link)
    .replace(NUMBER, words.number)
    .replace(DATE, words.number)
    .replace(BIRTH, `$1${words.number}`)
    .replace(ACCOUNT, `$1${words.link}`);
  return withoutNames(withoutNumbers, words.name);
}

/** Whether a text has more Latin letters than Arabic ones; addresses and what was put in brackets are not its own. */
function isLatin(text: string): boolean {
  const own = text.replace(/\[(?:رقم|اسم|بريد|رابط|number|name|email|link)\]|(?<!\S)\S*[@./]\S+/g, '');
  return (own.match(/[a-z]/gi)?.length ?? 0) > (own.match(/\p{Script=Arabic}/gu)?.length ?? 0);
}
