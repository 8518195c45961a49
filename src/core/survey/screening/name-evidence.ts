import { continuations, degrees, departments, employees, gifts, theEmployees } from './beside-names.js';
import { kindOf, type NameKind } from './known-names.js';
import { isChained } from './name-chains.js';
import { isClearDeed, isDeed } from './ordinary-words.js';
import { isBeginning, nextOf, type Word } from './words-of-text.js';

/** One of these alone is an answer and no name: «جميل». */
const answers: ReadonlySet<string> = new Set(
  'سهل سهله جميل جميله لطيف لطيفه راضي راضيه سلام موفق موفقه مبارك شاكر شاكره رضا امان كريم حسن حسنه عادل نجاح مفيد مريح ناجح واثق مرضي وافي كامل هادي شكر دعاء ماضي سليم معجب فرحان قاسي لين مناسب امنه عدل مخلص صابر محبوب ممتن hope joy faith grace love mercy'.split(
    ' ',
  ),
);

/** Whether a text is nothing but names we know: «سعيد», «نور علي», with or without what was already taken out. */
export function standsAlone(words: readonly Word[]): boolean {
  const own = words.filter((word) => !word.isReplaced);
  if (own.length === 0 || own.length > 4) return false;
  return (
    own.every((word) => kindOf(word) !== undefined) &&
    own.some((word) => !answers.has(word.folded) && (own.length === 1 || kindOf(word) !== 'adjective'))
  );
}

/**
 * Whether what follows lets a word be a name of that kind. A noun is none before what it belongs to («أمل الشفاء»); of an
 * adjective it is asked that somebody so described could not be meant («عادل رفض»).
 */
export function standsAsName(words: readonly Word[], index: number, kind: NameKind): boolean {
  const word = words[index];
  if (word === undefined || isAge(words, index)) return false;
  const next = word.hasDot ? undefined : nextOf(words, index);
  if (kind === 'clear' || next === undefined) return true;
  if (kind === 'rare') return word.folded !== 'عمر' || !/^ال/.test(next.folded) || isChained(words, index);
  const { folded } = next;
  if (isChained(words, index) || isClearDeed(folded)) return true;
  if (word.folded === 'امل' && /^(في|من|ان|كل)$/.test(folded)) return false;
  if (word.folded === 'علي' && /^(كل|هو|هي|ما)$/.test(folded)) return false;
  if (isListedWithAnd(next)) return true;
  if (kind === 'adjective' && degrees.has(folded)) return false;
  return continuations.has(folded) || (/^و(?!جه|قت|ضع|صل|حد|عد).{2}/.test(folded) && kind !== 'adjective');
}

/** Whether nothing but a name can be meant, though the word may be said of whoever is named before: «المدير عادل رفض». */
export function isSurelyName(words: readonly Word[], index: number): boolean {
  const next = words[index]?.hasDot ? undefined : nextOf(words, index);
  if (next === undefined) return false;
  const isBound = /^(حسن|حسنه|جميل|جميله|كريم|كريمه|سهل|لطيف|لطيفه|عزيز|عزيزه|نادر|غالي|راضي)$/.test(
    words[index]?.folded ?? '',
  );
  const isDone = isBound ? isClearDeed(next.folded) : isDeed(next.folded) && !particles.test(next.folded);
  return isChained(words, index) || isDone;
}

/** Words of place, time and manner that are written as something done. */
const particles = /^(غير|هنا|قبل|حسب|حول|بدل|سهل|صعب|دل|بقي|جا|كبر|صغر|زفت|هجر|كبير|وقت|قدر|حول|حسن)/;

/** «سعيد ومنى». */
function isListedWithAnd({ folded, written }: Word): boolean {
  const kind = folded.startsWith('و')
    ? kindOf({ folded: folded.slice(1), written: written.slice(1) })
    : undefined;
  return kind === 'clear' || kind === 'rare';
}

/** «عمر 40 سنة», «عمر ابني». */
function isAge(words: readonly Word[], index: number): boolean {
  const word = words[index];
  return word?.folded.endsWith('عمر') === true && word.isBesideDigit;
}

/** «وفاء موظفة رائعة», «هدى الموظفة», «نور من الاستقبال», `John from reception`. */
export function isBesideWork(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const next = nextOf(words, index);
  const after = nextOf(words, index + 1);
  if (word === undefined || next === undefined || word.hasDot || gifts.has(word.folded)) return false;
  const kind = kindOf(word);
  const isFree =
    kind === 'rare' || kind === 'clear' || isBeginning(words, index) || /^[a-z]/.test(word.folded);
  const isFrom = /^(من|from|at|in)$/.test(next.folded);
  const place = /^(the|our|your)$/.test(after?.folded ?? '') ? nextOf(words, index + 2) : after;
  if (isFrom && place !== undefined && departments.has(place.folded)) return isFree;
  if (employees.has(next.folded)) return isBeginning(words, index);
  return (
    kind === 'rare' && word.folded !== 'عمر' && theEmployees.has(next.folded) && isBeginning(words, index)
  );
}

/** Nouns that are feminine, so that what they do does not tell them from a woman of that name. */
const FEMININE = /ه$|^(شمس|روح|حياه|احلام|افراح|اماني|عواطف|ازهار|ورود|عهود|انوار|اسماء|بدور)$/;

export function isFeminine(folded: string): boolean {
  return FEMININE.test(folded);
}

/** A listed name that does something at the beginning of a sentence: «هدى ما قصرت», «أمل ساعدتني», «سعيد طردني». */
export function isDoer(words: readonly Word[], index: number, folded = words[index]?.folded ?? ''): boolean {
  const word = words[index];
  if (word === undefined || word.hasDot || !isBeginning(words, index)) return false;
  const next = nextOf(words, index);
  const isDenied = /^(ما|لم)$/.test(next?.folded ?? '');
  const deed = isDenied ? nextOf(words, index + 1)?.folded : next?.folded;
  if (deed === undefined || !isDeed(deed) || particles.test(deed)) return false;
  const kind = kindOf({ ...word, folded });
  if (kind !== 'rare' && !isClearDeed(deed)) return false;
  if (kind === 'rare') return folded !== 'عمر' || /(ني|نا)$/.test(deed) || isDenied;
  if (kind === 'noun') return /ت(ني|نا)?$/.test(deed) && !isFeminine(folded);
  return kind === 'adjective' && folded !== 'علي' && /(ني|نا)$/.test(deed);
}
