import { links } from './beside-names.js';
import { families } from './given-names.js';
import { isOtherWord, isPreposition, kindOf } from './known-names.js';
import { familyAdjectives } from './names-that-are-words.js';
import { isOrdinary } from './ordinary-words.js';
import { nextOf, type Word } from './words-of-text.js';

/** Whether a word that may be a name stands in a chain of them: «سعيد بن سالم», «سعيد القحطاني». */
export function isChained(words: readonly Word[], index: number): boolean {
  const next = nextOf(words, index);
  if (next === undefined || words[index]?.hasDot) return false;
  const after = nextOf(words, index + 1);
  const isLinked = links.has(next.folded) && after !== undefined && canBeFather(after);
  return isLinked || (kindOf(next) === 'clear' && !isOtherWord(words, index + 1, next.folded));
}

/** Whether a word that we know not has the form of a name with its family behind it: «مشبب القحطاني», «زيدون بن راشد». */
export function isFormed(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const next = nextOf(words, index);
  if (word === undefined || next === undefined || word.hasDot) return false;
  if (/^(ال|لل)/.test(word.folded) || links.has(word.folded) || isOrdinary(word.folded)) return false;
  if (families.has(next.folded) || familyAdjectives.has(next.folded))
    return kindOf(word) !== undefined || /^\p{Script=Arabic}{3}/u.test(word.folded);
  const after = nextOf(words, index + 1);
  return links.has(next.folded) && after !== undefined && kindOf(after) !== undefined;
}

/** What follows «بن» and the like is a name as good as always. */
export function canBeFather(word: Word): boolean {
  return (kindOf(word) !== undefined || !isOrdinary(word.folded)) && !isPreposition(word);
}
