import { foldArabic } from '../characters.js';
import { links, mentions, never, posts, prefixes, shortTitles, titles } from './beside-names.js';
import { isClearName, isName } from './given-names.js';

/** A word of a text, and where it stands. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly folded: string;
  /** It begins a sentence or line, or something else than blanks stands before it. */
  readonly isApart: boolean;
  /** A dot follows at once. */
  readonly hasDot: boolean;
  /** It stands in brackets and was put there in place of something. */
  readonly isReplaced: boolean;
}

const WORD = /[\p{L}\p{M}\u0640]+/gu;

/** A text with `[word]` in place of each name that was found in it. */
export function withoutNames(text: string, replacement: string): string {
  const words = wordsOf(text);
  const starts = new Map<number, number>();
  for (const index of words.keys()) {
    const start = nameAt(words, index);
    if (start !== undefined) starts.set(index, start);
  }
  let screened = '';
  let done = 0;
  for (const index of [...starts.keys()].sort((one, other) => one - other)) {
    const word = words[index];
    const start = starts.get(index) ?? 0;
    if (word === undefined || word.start < done) continue;
    const last = words[lastOf(words, index)] ?? word;
    screened += text.slice(done, start) + replacement;
    done = last.end;
  }
  return screened + text.slice(done);
}

function wordsOf(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => {
    const between = text.slice(end, index);
    end = index + written.length;
    return {
      start: index,
      end,
      written,
      folded: foldArabic(written),
      isApart: index === 0 || !/^\.?[ \t\u00a0-]+$|^[-.'’]$/.test(between),
      hasDot: text[end] === '.',
      isReplaced: text[index - 1] === '[' && text[end] === ']',
    };
  });
}

/** Where in the text the name begins that a word is; undefined where it is none. */
function nameAt(words: readonly Word[], index: number): number | undefined {
  const word = words[index];
  if (word === undefined || word.isReplaced) return undefined;
  const { folded } = word;
  const next = nextOf(words, index);
  if (isIntroduced(words, index)) return word.start;
  // «احمد الله» is praise, and «علي» is mostly «على».
  if (isClearName(folded) && !(folded === 'احمد' && next?.folded === 'الله')) return word.start;
  if (/^عبدال.{2}/.test(folded) || (folded === 'عبد' && next?.folded.startsWith('ال') === true))
    return word.start;
  if (isName(folded) && !isPreposition(word) && isChained(words, index)) return word.start;
  return prefixedAt(word, words, index);
}

/** «ومحمد», «لخالد»: the letter in front stays. */
function prefixedAt(word: Word, words: readonly Word[], index: number): number | undefined {
  const [letter = '', ...rest] = word.folded;
  const inner = rest.join('');
  const isLong = inner.length >= (letter === 'ك' ? 5 : 3);
  if (!prefixes.includes(letter) || !isLong || isName(word.folded) || never.has(word.folded))
    return undefined;
  const isKnown = isClearName(inner) || /^عبدال.{2}/.test(inner);
  const isOfChain = isName(inner) && isChained(words, index) && inner !== 'علي';
  // Marks may follow the letter in front.
  const length = /^.[\p{M}\u0640]*/u.exec(word.written)?.[0].length ?? 1;
  return isKnown || isOfChain ? word.start + length : undefined;
}

/** Whether what stands before a word says that it is a name. */
function isIntroduced(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const before = words[index - 1];
  if (word === undefined || before === undefined) return false;
  const { folded, written } = word;
  const isTitle = titles.has(before.folded) || (shortTitles.has(before.folded) && before.hasDot);
  if (word.isApart && !(before.hasDot && isTitle) && !isColonAfterIntroduction(before)) return false;
  if (links.has(folded) || isPreposition(word)) return false;
  if (isTitle) return isName(folded) || canFollow(word);
  if (posts.has(before.folded))
    return isName(folded) || (canFollow(word) && !/^(ال|لل|[يتنب])|ا$/.test(folded));
  if (mentions.has(before.folded)) {
    if (/^(و|ل|يا)?ام$/.test(before.folded)) return isName(folded);
    return isClearName(folded) || (isName(folded) && isChained(words, index));
  }
  const [second, first] = [before.folded, words[index - 2]?.folded];
  const isEnglish =
    (second === 'am' && first === 'i') ||
    (second === 'm' && first === 'i') ||
    (second === 'is' && first === 'name');
  return isEnglish && (isName(folded) || (canFollow(word) && (first === 'name' || /^\p{Lu}/u.test(written))));
}

/** A word that is no name we know may be one behind a title. */
function canFollow({ folded, written }: Word): boolean {
  if (never.has(folded) || titles.has(folded) || posts.has(folded) || folded.length < 2) return false;
  if (/^[a-z]/.test(folded)) return /^\p{Lu}/u.test(written);
  return !/^ال/.test(folded) || /ي$/.test(folded);
}

function isColonAfterIntroduction({ folded }: Word): boolean {
  return /^و?اسم(ي|ه|ها)$/.test(folded);
}

/** Whether a word that may be a name stands in a chain of them: «سعيد بن سالم», «سعيد القحطاني». */
function isChained(words: readonly Word[], index: number): boolean {
  const next = nextOf(words, index);
  if (next === undefined) return false;
  const after = nextOf(words, index + 1);
  const isLinked = links.has(next.folded) && after !== undefined && canBeFather(after);
  return isLinked || isClearName(next.folded);
}

/** The last word of the name that begins with a word. */
function lastOf(words: readonly Word[], first: number): number {
  let last = first;
  if (words[first]?.folded === 'عبد' || words[first]?.folded.slice(1) === 'عبد') last += 1;
  for (;;) {
    const next = nextOf(words, last);
    if (next === undefined) return last;
    const after = nextOf(words, last + 1);
    if (links.has(next.folded) && after !== undefined && canBeFather(after)) last += 2;
    else if (next.folded === 'عبد' && after?.folded.startsWith('ال') === true) last += 2;
    else if (continues(next)) last += 1;
    else return last;
  }
}

function continues(word: Word): boolean {
  const { folded, written } = word;
  if (isPreposition(word) || never.has(folded)) return false;
  if (isName(folded) || /^عبدال/.test(folded)) return true;
  return /^\p{Lu}\p{Ll}+$/u.test(written) || /^(ابو|ابا|abu)$/.test(folded);
}

/** The next word, where only blanks, a hyphen or an apostrophe lie between. */
function nextOf(words: readonly Word[], index: number): Word | undefined {
  const next = words[index + 1];
  return next === undefined || next.isApart || next.isReplaced ? undefined : next;
}

/** What follows «بن» and the like is a name as good as always. */
function canBeFather({ folded }: Word): boolean {
  return isName(folded) || !never.has(folded);
}

/** «على», which folds into a name. */
function isPreposition({ folded, written }: Word): boolean {
  return folded === 'علي' && written.endsWith('ى');
}
