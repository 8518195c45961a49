const EMBEDDED: Readonly<Record<string, string>> = {
  '\u2066': '\u202d',
  '\u2067': '\u202b',
  '\u2069': '\u202c',
};
/** An isolate whose direction is that of its first letter, and what stands before that letter. */
const BY_ITS_LETTER = /\u2068([^\p{L}\u2069]*(\p{L})?)/gu;

/**
 * Words for an SVG `<text>`: embedded where they are isolated elsewhere. Safari knows the marks of isolation in HTML and passes
 * them over in drawings (WebKit 2.50), so that «11–12/1447» would read «12/1447–11». Directions: UAX #9, 2.1 and 2.2.
 */
export function drawnText(text: string): string {
  return text
    .replace(BY_ITS_LETTER, (_all, start: string, letter = '') => {
      const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter);
      return `${isRightToLeft ? '\u202b' : '\u202a'}${start}`;
    })
    .replace(/[\u2066\u2067\u2069]/g, (mark) => EMBEDDED[mark] ?? mark);
}
