import { clearEnglishNames, englishNameWords, latinNameWords } from './english-names.js';
import { clearNames, families } from './given-names.js';
import { adjectives, endsInAlef, familyAdjectives, nouns, rareWords } from './names-that-are-words.js';
import { nextOf, type Word } from './words-of-text.js';

/** What a known name may be besides: hardly anything, a rare word, a noun, an adjective. */
export type NameKind = 'clear' | 'rare' | 'noun' | 'adjective';

/** What kind of name a word is, as it is written; undefined where it is none that we know. */
export function kindOf({ folded, written }: Pick<Word, 'folded' | 'written'>): NameKind | undefined {
  if (/^[a-z]/.test(folded)) return kindOfLatin(folded, written);
  if (written.endsWith('ئ') || (written.includes('ئ') && /^(شايع|عايده?)$/.test(folded))) return undefined;
  if (isPreposition({ folded, written }) || (folded === 'امل' && written.startsWith('آ'))) return undefined;
  if (endsInAlef.has(folded) && !/[ىی]$/.test(written)) return undefined;
  if (clearNames.has(folded) || families.has(folded) || /^عبدال.{2}/.test(folded)) return 'clear';
  if (rareWords.has(folded)) return 'rare';
  if (nouns.has(folded)) return 'noun';
  return adjectives.has(folded) || familyAdjectives.has(folded) ? 'adjective' : undefined;
}

function kindOfLatin(folded: string, written: string): NameKind | undefined {
  if (englishNameWords.has(folded) || latinNameWords.has(folded))
    return /^\P{Ll}/u.test(written) ? 'noun' : undefined;
  const sets = [clearNames, families, clearEnglishNames, rareWords, nouns, adjectives, familyAdjectives];
  return sets.some((set) => set.has(folded)) ? 'clear' : undefined;
}

/** What stands before a name and makes another word of it: «أخبار سارة», «لم أنس», «هدف سامي». */
const otherWords: Readonly<Record<string, RegExp>> = {
  ساره: /^(ال)?(خبر|اخبار|مفاجا|مفاجاه|مفاجات|نتيجه|نتايج|ذكري|بشري|لحظه|لحظات|غير|تجربه)$/,
  انس: /^(و?لم|و?لن|و?لا|ولست)$/,
  سامي: /(هدف|عمل|دور|خلق)(كم|هم)?$/,
  راشد: /^(بالغ|شخص)$/,
  سالم: /^(رجعت|عدت|خرجت|غانم)$/,
  موسي: /^ال/,
  قاسم: /^(ك|اول|اكبر)$/,
};

/** Whether a name that is hardly anything else is something else here: «أحمد الله», «بحمد الله», «أخبار سارة». */
export function isOtherWord(words: readonly Word[], index: number, folded: string): boolean {
  const next = nextOf(words, index)?.folded;
  if (/^(احمد|حمد)$/.test(folded) && /^(الله|لله|ربي|ربنا|الخالق|المولي|الرحمن)$/.test(next ?? ''))
    return true;
  if (folded === 'بدر' && /^من(ه|ها|هم|ي|كم|ك|نا|ا)?$/.test(next ?? '')) return true;
  if (folded === 'فيصل' && isReached(words, index)) return true;
  if (folded === 'قاسم' && next === 'مشترك') return true;
  const before = words[index - 1];
  return otherWords[folded]?.test(before?.folded ?? '') === true;
}

/** «فيصل سؤالك إلى»: «يصل» with «ف». */
function isReached(words: readonly Word[], index: number): boolean {
  const next = nextOf(words, index);
  return (
    next !== undefined &&
    /^(الي|لي|لنا|عدد.*)$|(ك|كم|نا)$|^ال/.test(next.folded) &&
    kindOf(next) === undefined &&
    !/^ال.*ي$/.test(next.folded)
  );
}

/** «على», which folds into a name. */
export function isPreposition({ folded, written }: Pick<Word, 'folded' | 'written'>): boolean {
  return folded === 'علي' && /[ىی]$/.test(written);
}
