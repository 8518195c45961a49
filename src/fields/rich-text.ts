import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';

/** Addresses a text may link to: never a script. */
const safeAddress = /^(https?:\/\/|tel:|mailto:|\/|#)/i;

/**
 * A text in the small Markdown of definitions as DOM: paragraphs parted by an empty line, lists of `- ` or `1. `, `**bold**` and
 * `[words](address)`. Everything else is text.
 */
export function richText(source: string): TemplateResult[] {
  return source
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .flatMap(blockOf);
}

const bullet = /^- /;
const numbered = /^\d{1,2}\. /;

/** A block may begin with lines of a paragraph and end as a list. */
function blockOf(block: string): TemplateResult[] {
  const lines = block.split('\n');
  const start = lines.findIndex((line) => bullet.test(line) || numbered.test(line));
  const before = (start < 0 ? lines : lines.slice(0, start)).join(' ');
  const listed = start < 0 ? [] : lines.slice(start);
  const items = listed.map(
    (line) => html`<li>${inline(line.replace(bullet, '').replace(numbered, ''))}</li>`,
  );
  const list = numbered.test(listed[0] ?? '') ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  return [...(before === '' ? [] : [html`<p>${inline(before)}</p>`]), ...(items.length === 0 ? [] : [list])];
}

function inline(source: string): unknown[] {
  return source.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/).map((piece) => {
    const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(piece);
    if (link !== null)
      return safeAddress.test(link[2] ?? '') ? html`<a href=${link[2] ?? nothing}>${link[1]}</a>` : link[1];
    return piece.startsWith('**') && piece.endsWith('**') && piece.length > 4
      ? html`<strong>${piece.slice(2, -2)}</strong>`
      : piece;
  });
}
