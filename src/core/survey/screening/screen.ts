import { withoutNames } from './screened-names.js';
import { withoutNumbers } from './screened-numbers.js';
import { visibleText } from './visible-text.js';

/** What stands in place of what was taken out, in the language of the text. */
const replacements = {
  ar: { number: '[رقم]', name: '[اسم]', mail: '[بريد]', link: '[رابط]' },
  en: { number: '[number]', name: '[name]', mail: '[email]', link: '[link]' },
} as const;

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

/** An address as it is said: `x [at] y dot com`, «اكس ات جيميل دوت كوم», `x at gmail.com`. */
const AT = '(?:\\s?[\\[({]\\s?(?:at|آت|ات|أت)\\s?[\\])}]\\s?|\\s(?:at|آت|ات|أت)\\s|\\s?@\\s?)';
const DOT = '(?:\\s?[\\[({]\\s?(?:dot|دوت|نقطة|نقطه)\\s?[\\])}]\\s?|\\s(?:dot|دوت|نقطة|نقطه)\\s)';
const PROVIDERS = 'gmail|hotmail|outlook|yahoo|icloud|live|جيميل|هوتميل|ياهو|ايميل|آيكلاود';
const SAID_DOMAINS = `${DOMAINS}|كوم|نت|اورق|أورق`;
const SAID_MAIL = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]+(?:${AT}${LABEL}(?:${DOT}${LABEL}){0,2}${DOT}(?:${SAID_DOMAINS})|${AT}(?:${PROVIDERS})(?:\\s?\\.\\s?(?:${SAID_DOMAINS}))?|\\s?[\\[({]\\s?(?:at|آت|ات)\\s?[\\])}]\\s?(?:${LABEL}\\.)+(?:${DOMAINS}))(?![\\p{L}\\p{N}])`,
  'giu',
);

/**
 * A comment without what would tell who wrote it or whom it is about, before anybody reads it: numbers of five digits and
 * more in whatever digits and however parted, dates with their year, e-mail addresses, links and accounts, and names, each replaced by a word in
 * brackets, in the language of the text. What holds none of it comes back as it is; screening twice changes nothing.
 *
 * Names are found by lists of some hundred given names and families; those that are words as well, only where what stands beside
 * them says so: a title, a post, «يا», thanks, a department, or what somebody did. Behind a post or kinship a word that is no known
 * name stays, because there people write what somebody did to them. Sums of money («12000 ريال») and times of the day stay too.
 *
 * It is a sieve and not a promise. What passes: names that are in no list, misspelt names and nicknames, except behind «أبو»,
 * «اسمي», «الأستاذ» with what he did, `Mr`; names that are adjectives behind a post («المدير صالح») and names that are words without anything
 * beside them («كان أمل معنا», «قال لي عمر»); places, short numbers, dates without a year; and whoever is described without being named
 * («جاري الذي يعمل عندكم»). What is lost: a word that is hardly ever anything but a name, where it is not one («سلطان النوم»). Staff are asked
 * to tell of a comment that names somebody; where that is not enough, the survey should have no `comments`.
 */
export function screen(text: string): string {
  const visible = visibleText(text);
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
  const withoutAddresses = text
    .replace(MAIL, words.mail)
    .replace(SAID_MAIL, words.mail)
    .replace(LINK, words.link)
    .replace(BARE_LINK, words.link)
    .replace(HANDLE, words.link);
  const withoutAccounts = withoutNumbers(withoutAddresses, words.number).replace(ACCOUNT, `$1${words.link}`);
  return withoutNames(withoutAccounts, words.name);
}

/** Whether a text has more Latin letters than Arabic ones; addresses and what was put in brackets are not its own. */
function isLatin(text: string): boolean {
  const own = text.replace(/\[(?:رقم|اسم|بريد|رابط|number|name|email|link)\]|(?<!\S)\S*[@./]\S+/g, '');
  return (own.match(/[a-z]/gi)?.length ?? 0) > (own.match(/\p{Script=Arabic}/gu)?.length ?? 0);
}
