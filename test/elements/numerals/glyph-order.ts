/** Where the numbers of a page really stand: the place of each glyph, not the order of its characters. */

/** What was found in a place: how often each kind of number, and what is not where it should be. */
export interface GlyphOrder {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

interface Glyph {
  readonly char: string;
  readonly text: Text;
  readonly offset: number;
}

/** Kinds of numbers whose digits stand together from left to right, the longest first. */
const kinds = {
  iban: /SA\d{2}(?: [0-9A-Z]{4}){5}/,
  reference: /\d{4}-\d{4}-\d{4}-\d{2}/,
  phone: /\+\d{2,3}(?: \d{2,4}){2,3}|0\d{2}(?: \d{3,4}){2}/,
  iso: /\d{4}-\d{2}-\d{2}/,
  amount: /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+/,
  time: /\d{1,2}:\d{2}(?::\d{2})?/,
  month: /(?:\d{1,2}–)?\d{1,2}\/\d{4}/,
  number: /\d{2,}/,
} as const;

const anyNumber = new RegExp(
  Object.entries(kinds)
    .map(([kind, { source }]) => `(?<${kind}>${source})`)
    .join('|'),
  'g',
);

/** A day with the name of its month and its year: `6 شوال 1410`. */
const dateInWords = /(?<!\d)(\d{1,2}) (\p{L}[\p{L} ]*?) (\d{4})(?![\d-])/gu;

const invisible = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Measures every number that can be seen below a root. */
export function glyphOrder(root: ParentNode & Node): GlyphOrder {
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  for (const glyphs of blocksOf(root)) {
    const words = glyphs.map(({ char }) => latin(char)).join('');
    for (const { index, 0: found, groups = {} } of words.matchAll(anyNumber)) {
      const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';
      counts[kind] = (counts[kind] ?? 0) + 1;
      const fault = turnedRound(glyphs.slice(index, index + found.length));
      if (fault !== undefined) faults.push(`${kind} ${found} in «${words.trim()}»: ${fault}`);
    }
    for (const match of words.matchAll(dateInWords)) {
      counts.date = (counts.date ?? 0) + 1;
      const fault = outOfOrder(match, glyphs);
      if (fault !== undefined) faults.push(`date ${match[0]} in «${words.trim()}»: ${fault}`);
    }
  }
  return { counts, faults };
}

/** The glyphs of each block that can be seen, in the order in which they are written. */
function blocksOf(root: Node): Glyph[][] {
  const blocks = new Map<Element, Glyph[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const { parentElement } = text;
    if (!(text instanceof Text) || parentElement === null || !parentElement.checkVisibility()) continue;
    if (parentElement.closest('style, option, .visually-hidden') !== null) continue;
    const block = blockOf(parentElement);
    const glyphs = blocks.get(block) ?? [];
    blocks.set(block, glyphs);
    for (const [offset, char] of Array.from(text.data, (char, index) => [index, char] as const))
      if (!invisible.test(char)) glyphs.push({ char, text, offset });
  }
  return [...blocks.values()];
}

/** The element whose lines a text is part of: in a drawing the text itself. */
function blockOf(element: Element): Element {
  if (element.localName === 'text' || element.parentElement === null) return element;
  return getComputedStyle(element).display.startsWith('inline') ? blockOf(element.parentElement) : element;
}

/** What is wrong where not each digit stands to the right of the one before it, close to it, as far as they share a line. */
function turnedRound(glyphs: readonly Glyph[]): string | undefined {
  const places = glyphs.filter(({ char }) => /[\d+]/.test(latin(char))).map(placeOf);
  for (const [index, place] of places.entries()) {
    const before = places[index - 1];
    if (place === undefined) return 'a digit cannot be seen';
    if (before === undefined || Math.abs(before.top - place.top) > place.height / 2) continue;
    if (place.left <= before.left) return `digit ${index + 1} stands left of the one before it`;
    if (place.left - before.right > place.height) return `digit ${index + 1} stands apart`;
  }
  return undefined;
}

/** Day, month and year follow one another as their language runs. */
function outOfOrder({ index = 0, 0: all, 2: name = '' }: RegExpMatchArray, glyphs: readonly Glyph[]) {
  const month = all.indexOf(name);
  const [day, first, year] = [0, month, all.length - 4].map((at) => placeOf(glyphs[index + at] as Glyph));
  const way = /\p{Script=Arabic}/u.test(name) ? -1 : 1;
  for (const [one, other] of [
    [day, first],
    [first, year],
  ]) {
    if (one === undefined || other === undefined) return 'a part of it cannot be seen';
    if (Math.abs(one.top - other.top) > one.height / 2) continue;
    if ((other.left - one.left) * way <= 0) return 'its parts change places';
  }
  return undefined;
}

function placeOf({ text, offset }: Glyph): DOMRect | undefined {
  const range = document.createRange();
  range.setStart(text, offset);
  range.setEnd(text, offset + 1);
  const places = [...range.getClientRects()];
  // Where the direction turns, WebKit adds the place of nothing.
  return places.find(({ width }) => width > 0) ?? places[0];
}

/** A character as it would be in Latin digits. */
function latin(char: string): string {
  const digit = '٠١٢٣٤٥٦٧٨٩'.indexOf(char);
  if (digit >= 0) return String(digit);
  return { '٬': ',', '٫': '.', '\xa0': ' ', '\n': ' ' }[char] ?? char;
}
