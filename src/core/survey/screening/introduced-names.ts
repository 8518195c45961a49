import {
  callings,
  continuations,
  degrees,
  encounters,
  encountersWith,
  exclamations,
  greetings,
  introductions,
  isAmong,
  links,
  mothers,
  posts,
  shortTitles,
  titles,
  vocatives,
  withWords,
} from './beside-names.js';
import { isOtherWord, isPreposition, kindOf } from './known-names.js';
import { isChained, isFormed } from './name-chains.js';
import { isFeminine, isSurelyName, standsAsName } from './name-evidence.js';
import { isDeed, isNameShaped, isOrdinary } from './ordinary-words.js';
import { nextOf, type Word } from './words-of-text.js';

/** Whether what stands before a word says that it is a name. */
export function isIntroduced(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const before = words[index - 1];
  if (word === undefined || before === undefined) return false;
  const { folded } = word;
  if (links.has(folded) || isPreposition(word) || (isOrdinary(folded) && kindOf(word) === undefined))
    return false;
  const isShort = shortTitles.has(before.folded) && before.hasDot && !before.isBesideDigit;
  const isTitle = isShort || (isAmong(titles, before.folded) && isTitleWritten(before));
  if (word.isApart)
    return (before.hasDot && isTitle && isTitled(words, index)) || isNamedAfterColon(words, index);
  if (isTitle) return isTitled(words, index);
  if (before.hasDot) return false;
  if (before.folded === 'د') return kindOf(word) !== undefined;
  if (isAmong(introductions, before.folded))
    return kindOf(word) !== undefined || isFormed(words, index) || isGuessed(words, index);
  return isMeant(words, index, before.folded) || isEnglishIntroduced(words, index);
}

/** Whether a known name, or one with a family behind it, is meant behind a word that often stands before names. */
function isMeant(words: readonly Word[], index: number, before: string): boolean {
  const word = words[index];
  const kind = word && kindOf(word);
  const isCalling = isAmong(callings, before);
  const isPost = isAmong(posts, before);
  const isGreeting = isAmong(greetings, before);
  if ((isCalling || isPost || isGreeting) && isFormed(words, index)) return true;
  if (word === undefined || kind === undefined) return false;
  if (kind === 'clear' && isOtherWord(words, index, word.folded)) return false;
  if (isCalling) return kind !== 'adjective' || !isDescribing(words, index);
  if (isGreeting && word.folded === 'علي' && (word.hasDot || nextOf(words, index) === undefined)) return true;
  if (isPost && /^[a-z]/.test(word.folded))
    return !/^(i|you|he|she|we|they|it|have|be|not|never)$/.test(nextOf(words, index)?.folded ?? '');
  const title = words[index - 2]?.folded ?? '';
  if (isPost && !words[index - 1]?.isApart && (vocatives.has(title) || /^و?اسم$/.test(title))) return true;
  if (isPost || isGreeting)
    return kind === 'adjective' ? isSurelyName(words, index) : standsAsName(words, index, kind);
  if (vocatives.has(before))
    return (
      !exclamations.has(word.folded) &&
      (kind !== 'noun' || !/^ال|.{3}[يه]$|.نا$/.test(nextOf(words, index)?.folded ?? ''))
    );
  if (mothers.has(before)) return nextOf(words, index)?.folded !== 'ان';
  if (kind === 'noun' && /ت(ني|نا)$/.test(before) && isEncountered(words, index))
    return !isFeminine(word.folded);
  return isEncountered(words, index) && standsAsName(words, index, kind);
}

/** «شكرا عمر», «تكلمت مع عمر», `spoke to Grace`. */
function isEncountered(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.folded ?? '';
  if (isAmong(encounters, before) || before === 'متصل') return true;
  const first = words[index - 2];
  return (
    withWords.has(before) &&
    first !== undefined &&
    !first.hasDot &&
    !words[index - 1]?.isApart &&
    isAmong(encountersWith, first.folded)
  );
}

/** Behind a title: a known name, unless it describes, or a word of the form of a name. */
function isTitled(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  const kind = kindOf(word);
  if (kind !== undefined) return kind !== 'adjective' || !isDescribing(words, index);
  return isFormed(words, index) || (isGuessed(words, index) && isActing(words, index));
}

/**
 * Whether a word behind «الأستاذ» that we know not does something, or is thanked: «الأستاذ عجلان طردني», «شكرا للأستاذ عجلان».
 * Behind «أبو» and titles in Latin letters it need not.
 */
function isActing(words: readonly Word[], index: number): boolean {
  const title = words[index - 1]?.folded ?? '';
  if (/ابو$|ابا$|^[a-z]/.test(title)) return true;
  const next = words[index]?.hasDot ? undefined : nextOf(words, index);
  if (next === undefined) return /^و?لل/.test(title) || shortTitles.has(title);
  return isDeed(next.folded) || (/^و?لل/.test(title) && continuations.has(next.folded));
}

/** A word that we know not, of the form of a name, that nothing belongs to: «أ. سرعة الرد» is none. */
function isGuessed(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !isNameShaped(word.folded) || word.folded.length < 2) return false;
  if (/^[a-z]/.test(word.folded)) return /^\p{Lu}/u.test(word.written);
  const next = nextOf(words, index)?.folded ?? '';
  return !/^ال/.test(next) || /ي$/.test(next);
}

/** «الأستاذ كريم جدا», «الأستاذة حسنة التعامل». */
function isDescribing(words: readonly Word[], index: number): boolean {
  const next = words[index]?.hasDot ? undefined : nextOf(words, index);
  if (next === undefined) return false;
  return (
    degrees.has(next.folded) ||
    (/^ال/.test(next.folded) && !/ي$/.test(next.folded) && !isChained(words, index))
  );
}

/** «اسمي: مشبب»: behind the colon stands a name, unless it is a word of every day. */
function isNamedAfterColon(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]?.folded ?? '';
  const folded = words[index]?.folded ?? '';
  if (words[index]?.isAfterColon !== true) return false;
  return /^و?(اسم(ي|ه|ها)|الاسم|name)$/.test(before) && folded.length > 1 && !/^ال/.test(folded);
}

/** `My name is`, `I am`, `this is`. */
function isEnglishIntroduced(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !/^[a-z]/.test(word.folded)) return false;
  const [second, first] = [words[index - 1]?.folded, words[index - 2]?.folded];
  if (second === 'is' && first === 'name') return kindOf(word) !== undefined || isNameShaped(word.folded);
  if ((second !== 'am' && second !== 'm') || first !== 'i') return false;
  const kind = kindOf(word);
  if (kind !== undefined) return standsAsName(words, index, kind);
  const next = nextOf(words, index);
  const isEnded = next === undefined || /^(and|from)$/.test(next.folded) || isCapital(next);
  return isCapital(word) && isNameShaped(word.folded) && isEnded;
}

/** «miss» is a verb, and «ms» a measure, where they have no capital. */
function isTitleWritten({ folded, written }: Word): boolean {
  return !/^(miss|ms|eng|prof)$/.test(folded) || /^\p{Lu}/u.test(written);
}

function isCapital({ written }: Word): boolean {
  return /^\p{Lu}\p{Ll}/u.test(written);
}
