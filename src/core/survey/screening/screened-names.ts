import { links, prefixes } from './beside-names.js';
import { isIntroduced } from './introduced-names.js';
import { isOtherWord, isPreposition, kindOf } from './known-names.js';
import { canBeFather, isChained, isFormed } from './name-chains.js';
import { isBesideWork, isDoer, standsAlone, standsAsName } from './name-evidence.js';
import { isOrdinary } from './ordinary-words.js';
import { nextOf, type Word, wordsOf } from './words-of-text.js';

/** A text with `[word]` in place of each name that was found in it. */
export function withoutNames(text: string, replacement: string): string {
  const words = wordsOf(text);
  const isNothingElse = standsAlone(words);
  let screened = '';
  let done = 0;
  let isNameBefore = false;
  for (const [index, word] of words.entries()) {
    if (word.start < done) continue;
    isNameBefore = (isNameBefore && words[index - 1]?.end === done) || isReplacedName(words[index - 1]);
    const start: number | undefined =
      isNothingElse && !word.isReplaced
        ? word.start
        : startOfName(words, index, isNameBefore && !word.isApart);
    isNameBefore = start !== undefined;
    if (start === undefined) continue;
    const last = words[lastOf(words, index)] ?? word;
    screened += text.slice(done, start) + replacement;
    done = last.end;
  }
  return screened + text.slice(done);
}

function isReplacedName(word: Word | undefined): boolean {
  return word?.isReplaced === true && (word.written === 'اسم' || word.written === 'name');
}

/** Where in the text the name begins that a word is; undefined where it is none. */
function startOfName(words: readonly Word[], index: number, isNameBefore: boolean): number | undefined {
  const word = words[index];
  if (word === undefined || word.isReplaced) return undefined;
  const { folded } = word;
  if (isIntroduced(words, index)) return word.start;
  const kind = kindOf(word);
  if (kind === 'clear' && !isOtherWord(words, index, folded)) return word.start;
  if (folded === 'عبد' && nextOf(words, index)?.folded.startsWith('ال')) return word.start;
  if (kind !== undefined && isChained(words, index)) return word.start;
  if (kind !== undefined && (isBesideWork(words, index) || isDoer(words, index))) return word.start;
  return prefixedAt(words, index, isNameBefore);
}

/** «بنوره» with ه is his light; with ة it is somebody called so. */
const HIS_LIGHT = /^[وفبلك]نوره/;

/** «ومحمد», «لخالد», «شكرا لعمر», «عمر ومنى»: the letter in front stays. */
function prefixedAt(words: readonly Word[], index: number, isNameBefore: boolean): number | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  const [letter = ''] = word.folded;
  const folded = word.folded.slice(1);
  if (!prefixes.includes(letter) || folded.length < (letter === 'ك' ? 5 : 3)) return undefined;
  if (kindOf(word) !== undefined || isOrdinary(word.folded)) return undefined;
  if (HIS_LIGHT.test(word.folded) && word.written.endsWith('ه')) return undefined;
  // Marks may follow the letter in front.
  const length = /^.[\p{M}\u0640]*/u.exec(word.written)?.[0].length ?? 1;
  const kind = kindOf({ ...word, folded, written: word.written.slice(length) });
  const isName =
    (kind === 'clear' && !isOtherWord(words, index, folded)) ||
    (kind !== undefined && folded !== 'علي' && isChained(words, index)) ||
    (kind !== undefined && letter === 'و' && isNameBefore && standsAsName(words, index, kind)) ||
    (kind !== undefined &&
      (isThanked(words, index, letter) || isMet(words, index, letter)) &&
      standsAsName(words, index, kind)) ||
    (letter === 'و' && kind === 'rare' && isDoer(words, index, folded));
  return isName ? word.start + length : undefined;
}

/** «اتصلت بعمر». */
function isMet(words: readonly Word[], index: number, letter: string): boolean {
  const before = words[index - 1];
  return (
    letter === 'ب' &&
    !words[index]?.isApart &&
    /^و?(اتصلت|التقيت|اجتمعت|تشرفت|مريت|سالت)$/.test(before?.folded ?? '')
  );
}

/** «شكرا لعمر». */
function isThanked(words: readonly Word[], index: number, letter: string): boolean {
  const before = words[index - 1];
  return (
    letter === 'ل' &&
    !words[index]?.isApart &&
    before?.hasDot === false &&
    /^(و?(ال)?شكر[اي]?|تحياتي|ممتن|ممتنه|قلت|شكوت|اشتكيت|رفعت|سلامي|خاص|خاصه|جزيلا|الجزيل|موصول)$/.test(
      before.folded,
    )
  );
}

/** The last word of the name that begins with a word. */
function lastOf(words: readonly Word[], first: number): number {
  let last = first;
  if (words[first]?.folded === 'عبد' || words[first]?.folded.slice(1) === 'عبد') last += 1;
  if (isFormed(words, first)) last = Math.max(last, first + 1);
  for (;;) {
    const next =
      words[last]?.hasDot && (words[last]?.folded.length ?? 0) > 2 ? undefined : nextOf(words, last);
    if (next === undefined) return last;
    const after = nextOf(words, last + 1);
    if (links.has(next.folded) && after !== undefined && canBeFather(after)) last += 2;
    else if (next.folded === 'عبد' && after?.folded.startsWith('ال') === true) last += 2;
    else if (continues(words, last + 1)) last += 1;
    else return last;
  }
}

/** Whether a word behind a name is part of it: another name, or what is written as one. */
function continues(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || isPreposition(word)) return false;
  const { folded, written } = word;
  const kind = kindOf(word);
  if (kind === 'adjective') return standsAsName(words, index, 'adjective') || /^ال/.test(folded);
  if (kind !== undefined) return standsAsName(words, index, kind);
  if (isOrdinary(folded)) return false;
  // A family that we know not has the form of one: «المزروعي».
  return /^ال.{3,}ي$/.test(folded) || /^\p{Lu}\p{Ll}+$/u.test(written) || /^(ابو|ابا|abu)$/.test(folded);
}
