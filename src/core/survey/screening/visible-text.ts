import { foldArabic } from '../../characters.js';
import { links, prefixes } from './beside-names.js';
import { kindOf } from './known-names.js';

/** Characters that nobody sees: between two digits or letters they would hide a number or a name. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u3164]|\u17b4|\u17b5/gu;
const INVISIBLE_ONE = new RegExp(INVISIBLE.source, 'u');

/** Letters and their marks; none of them is among the invisible. */
const ARABIC = '[\\u0620-\\u0652\\u066e-\\u06d3]';
/** Arabic letters with something invisible among them. */
const BROKEN_WORD = new RegExp(`(?<!${ARABIC})${ARABIC}+(?:(?:${INVISIBLE.source})+${ARABIC}+)+`, 'gu');

/**
 * A text as it is seen: in compatibility form (NFKC) and without invisible characters. Where they stand between two known
 * names they are a blank, as they look («محمد‌خالد» with a zero-width non-joiner); within a word they are nothing.
 */
export function visibleText(text: string): string {
  return text.normalize('NFKC').replace(BROKEN_WORD, withBlanks).replace(INVISIBLE, '').normalize('NFKC');
}

function withBlanks(broken: string): string {
  let seen = '';
  let last = '';
  for (const part of broken.split(INVISIBLE_ONE)) {
    if (part === '') continue;
    seen += last !== '' && isOfName(last) && isOfName(part) ? ` ${part}` : part;
    last = part;
  }
  return seen;
}

function isOfName(written: string): boolean {
  const folded = foldArabic(written);
  if (links.has(folded) || kindOf({ folded, written }) !== undefined) return true;
  const inner = { folded: folded.slice(1), written: written.slice(1) };
  return prefixes.includes(folded[0] ?? ' ') && inner.folded.length > 2 && kindOf(inner) !== undefined;
}
