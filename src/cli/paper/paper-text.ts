import type { Text } from '../../core/text.js';
import type { Sheet } from './sheet.js';

const bullet = /^- /;
const numbered = /^\d{1,2}\. /;

/** A text in the small Markdown of definitions as HTML for paper, where a link is its words and its address. */
export function paperText(text: Text, sheet: Sheet): string {
  return sheet.locale
    .text(text)
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => blockOf(block, sheet))
    .join('');
}

function blockOf(block: string, sheet: Sheet): string {
  const lines = block.split('\n');
  const start = lines.findIndex((line) => bullet.test(line) || numbered.test(line));
  const before = (start < 0 ? lines : lines.slice(0, start)).join(' ');
  const listed = start < 0 ? [] : lines.slice(start);
  const tag = numbered.test(listed[0] ?? '') ? 'ol' : 'ul';
  const items = listed.map(
    (line) => `<li>${inline(line.replace(bullet, '').replace(numbered, ''), sheet)}</li>`,
  );
  const list = items.length === 0 ? '' : `<${tag}>${items.join('')}</${tag}>`;
  return `${before === '' ? '' : `<p>${inline(before, sheet)}</p>`}${list}`;
}

function inline(source: string, sheet: Sheet): string {
  return source
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/)
    .map((piece) => {
      const [, words, address] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(piece) ?? [];
      if (words !== undefined && address !== undefined) {
        const isReadable = /^(https?:\/\/|tel:|mailto:)/i.test(address);
        const written = address.replace(/^(tel|mailto):/i, '');
        return isReadable
          ? `${sheet.say(words)} (<bdi dir="ltr">${sheet.say(written)}</bdi>)`
          : sheet.say(words);
      }
      return /^\*\*[^*]+\*\*$/.test(piece) ? `<b>${sheet.say(piece.slice(2, -2))}</b>` : sheet.say(piece);
    })
    .join('');
}
