import { foldArabic } from './characters.js';
import type { Option } from './field-type.js';

/** Options that are folded in one go, so that a page stays quick while a long list is made ready. */
const AT_ONCE = 400;

/** Ends one text of an option and begins the next: no search holds it. */
const BETWEEN = '\n';

/**
 * Finds options by what is typed, in the words of every language: أ إ آ as ا, ى as ي, ة as ه, without marks, tatweel and
 * accents, with digits of any keyboard. What begins with it comes first, then what has a word that does, then the rest.
 */
export class OptionSearch {
  readonly #options: readonly Option[];
  /** The words of each option that has been folded, each text after a line break and a space. */
  readonly #folded: string[] = [];
  /** The value by the words; undefined where several options have the same. */
  readonly #values = new Map<string, string | undefined>();
  #last: { readonly query: string; readonly found: readonly number[] } | undefined;

  constructor(options: readonly Option[]) {
    this.#options = options;
  }

  /** Makes some more options ready to be searched; whether all of them are. */
  prepare(count = AT_ONCE): boolean {
    const end = Math.min(this.#folded.length + count, this.#options.length);
    for (let index = this.#folded.length; index < end; index += 1) this.#fold(this.#options[index] as Option);
    return end === this.#options.length;
  }

  /** Positions of the options in which a text is found, the likeliest first; all of them for an empty text. */
  find(text: string): readonly number[] {
    this.prepare(Number.POSITIVE_INFINITY);
    const query = foldArabic(text);
    const last = this.#last;
    if (last?.query === query) return last.found;
    // Whoever types on looks for less.
    const isNarrower = last !== undefined && last.query !== '' && query.startsWith(last.query);
    const found = this.#ranked(query, isNarrower ? [...last.found].sort(ascending) : this.#options.keys());
    this.#last = { query, found };
    return found;
  }

  /** The value of the one option that has these words; undefined where none has, or several have. */
  valueOf(text: string): string | undefined {
    this.prepare(Number.POSITIVE_INFINITY);
    return this.#values.get(foldArabic(text));
  }

  #ranked(query: string, among: Iterable<number>): readonly number[] {
    if (query === '') return [...among];
    const ranks: [number[], number[], number[]] = [[], [], []];
    const [atStart, atWord] = [`${BETWEEN} ${query}`, ` ${query}`];
    for (const index of among) {
      const words = this.#folded[index] as string;
      if (!words.includes(query)) continue;
      ranks[words.includes(atStart) ? 0 : words.includes(atWord) ? 1 : 2].push(index);
    }
    return ranks.flat();
  }

  #fold({ value, label, hint }: Option): void {
    const labels = textsOf(label).map(foldArabic);
    for (const words of new Set(labels)) this.#values.set(words, this.#values.has(words) ? undefined : value);
    this.#folded.push(
      [...labels, ...textsOf(hint).map(foldArabic)].map((words) => `${BETWEEN} ${words}`).join(''),
    );
  }
}

const ascending = (one: number, other: number) => one - other;

function textsOf(text: Option['hint']): readonly string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

const searches = new WeakMap<readonly Option[], OptionSearch>();

/** The search of a list, made once. */
export function searchOf(options: readonly Option[]): OptionSearch {
  let search = searches.get(options);
  if (search === undefined) {
    search = new OptionSearch(options);
    searches.set(options, search);
  }
  return search;
}
