import { foldArabic } from '../../characters.js';
import { withLatinLetters } from './confusable-letters.js';

/** A word of a text, and where it stands. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly folded: string;
  /** It begins a sentence or line, or something else than blanks stands before it. */
  readonly isApart: boolean;
  /** A colon stands before it. */
  readonly isAfterColon: boolean;
  /** A dot follows at once. */
  readonly hasDot: boolean;
  /** A digit stands before it or behind it: «9 م.», «عمر 40». */
  readonly isBesideDigit: boolean;
  /** It stands in brackets and was put there in place of something. */
  readonly isReplaced: boolean;
}

const WORD = /[\p{L}\p{M}\u0640]+/gu;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => {
    const between = text.slice(end, index);
    end = index + written.length;
    return {
      start: index,
      end,
      written,
      folded: withLatinLetters(foldArabic(written)),
      isApart: index === 0 || !/^\.?[ \t\u00a0-]+$|^[-.'’]$/.test(between),
      isAfterColon: /:\s*$/.test(between.slice(-4)),
      hasDot: text[end] === '.',
      isBesideDigit: /\p{N}\s?$/u.test(between.slice(-3)) || /^\s?\p{N}/u.test(text.slice(end, end + 3)),
      isReplaced: text[index - 1] === '[' && text[end] === ']',
    };
  });
}

/** The next word, where only blanks, a hyphen or an apostrophe lie between. */
export function nextOf(words: readonly Word[], index: number): Word | undefined {
  const next = words[index + 1];
  return next === undefined || next.isApart || next.isReplaced ? undefined : next;
}

/** The word before, where no sentence ends between; a title may have its dot. */
export function beforeOf(words: readonly Word[], index: number): Word | undefined {
  const before = words[index - 1];
  return words[index]?.isApart || before?.hasDot ? undefined : before;
}

/** Whether a word begins a sentence, line or part of one. */
export function isBeginning(words: readonly Word[], index: number): boolean {
  return beforeOf(words, index) === undefined;
}
