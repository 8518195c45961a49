/** The first thing that keeps a text from being JSON: where, in UTF-16 code units from 0, and what. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

/** What a reader of the text is told on the way. A message that is returned ends the reading with it. */
export interface JsonVisitor {
  /**
   * Before each value. `depth` is the number of open brackets, `token` its name, its index, or '' for the
   * root.
   */
  value?(depth: number, token: string, offset: number): void;
  /** After each opening bracket; `depth` counts it. */
  open?(depth: number): string | undefined;
  /** After each name of an object, its escapes resolved. */
  name?(depth: number, name: string): string | undefined;
}

interface OpenBracket {
  readonly offset: number;
  readonly closer: '}' | ']';
  /** The number of values before. */
  items: number;
}

/**
 * Reads a text by the grammar of RFC 8259 and tells the visitor what it meets; returns the first fault,
 * nothing where the text is JSON. One pass without recursion, so that neither length nor depth can exhaust
 * the stack.
 */
export function scanJson(text: string, visitor: JsonVisitor): JsonFault | undefined {
  const open: OpenBracket[] = [];
  let at = 0;
  for (;;) {
    at = afterSpace(text, at);
    const inside = open.at(-1);
    let token = inside ? String(inside.items++) : '';
    if (inside?.closer === '}') {
      const end =
        text[at] === '"'
          ? endOfText(text, at)
          : fault(text, at, open, 'A name in double quotes must stand here.');
      if (typeof end === 'object') return end;
      token = unquote(text.slice(at, end));
      const message = visitor.name?.(open.length, token);
      if (message) return { offset: at, message };
      at = afterSpace(text, end);
      if (text[at] !== ':') return fault(text, at, open, 'A colon is missing before this.');
      at = afterSpace(text, at + 1);
    }

    visitor.value?.(open.length, token, at);
    const first = text[at];
    if (first === '{' || first === '[') {
      open.push({ offset: at, closer: first === '{' ? '}' : ']', items: 0 });
      const message = visitor.open?.(open.length);
      if (message) return { offset: at, message };
      at = afterSpace(text, at + 1);
      if (text[at] !== open.at(-1)?.closer) continue;
    } else {
      const end = first === '"' ? endOfText(text, at) : endOfWord(text, at, open);
      if (typeof end === 'object') return end;
      at = end;
    }

    const next = afterValue(text, at, open);
    if (typeof next === 'object') return next;
    if (!open.length) return undefined;
    at = next;
  }
}

/**
 * Passes the brackets that close after a value, and the comma: the offset where the next value or name
 * begins.
 */
function afterValue(text: string, from: number, open: OpenBracket[]): number | JsonFault {
  let at = afterSpace(text, from);
  for (let inside = open.at(-1); inside; inside = open.at(-1)) {
    if (text[at] === ',') {
      const next = afterSpace(text, at + 1);
      if (text[next] !== '}' && text[next] !== ']') return next;
      return { offset: at, message: 'There is a comma after the last item.' };
    }
    if (text[at] !== inside.closer) {
      const crossed = text[at] === '}' || text[at] === ']';
      return fault(text, at, open, crossed ? `A ${inside.closer} must stand here.` : NO_COMMA);
    }
    open.pop();
    at = afterSpace(text, at + 1);
  }
  return at < text.length ? fault(text, at, open, 'Nothing may follow the end of the JSON text.') : at;
}

const NO_COMMA = 'A comma is missing before this, or a backslash before a quotation mark inside a text.';

/** Signs that people and word processors put where JSON has another, wherever they stand outside of texts. */
const STRANGE: readonly (readonly [RegExp, string])[] = [
  [/['\u2018\u2019`]/, 'Text and names stand in double quotes ("…"), not in single ones.'],
  [/[\u201c-\u201f\xab\xbb]/, 'Text and names stand in straight quotes ("…"), not in curly ones.'],
  [/[\u060c\u061b]/, 'This is an Arabic comma or semicolon: JSON has only ",".'],
  [/[/#]/, 'JSON has no comments.'],
  [/:/, 'A colon stands only after a name, between { and }.'],
  [/[\s\p{Cf}]/u, 'An invisible character or a special space stands here: delete it.'],
];

/**
 * The fault at a place: an unclosed bracket at the end of the text, a strange sign, or else what was
 * expected.
 */
function fault(text: string, offset: number, open: readonly OpenBracket[], expected: string): JsonFault {
  if (offset >= text.length) {
    const inside = open.at(-1);
    return inside
      ? { offset: inside.offset, message: 'This bracket is never closed.' }
      : { offset, message: 'The text is empty.' };
  }
  const sign = text.slice(offset, offset + 1);
  return { offset, message: STRANGE.find(([signs]) => signs.test(sign))?.[1] ?? expected };
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}

/** The end of a text in double quotes that begins at `from`. */
function endOfText(text: string, from: number): number | JsonFault {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x0a || code === 0x0d) break;
    if (code < 0x20) return { offset: at, message: 'A control character stands in a text: a tab is \\t.' };
    if (code === 0x5c) {
      const known = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, at + 6));
      if (!known) return { offset: at, message: 'A backslash means nothing here: write it twice.' };
      at += known[0].length - 1;
    }
  }
  return { offset: from, message: 'This text is not closed: its line ends without a double quote.' };
}

/** The end of a number, `true`, `false` or `null` that begins at `from`; anything else is a fault. */
function endOfWord(text: string, from: number, open: readonly OpenBracket[]): number | JsonFault {
  let end = from;
  while (end < text.length && !/[\s,:[\]{}"'\u060c\u061b;]/.test(text.charAt(end))) end++;
  const word = text.slice(from, end);
  if (/^(?:true|false|null)$/.test(word)) return end;
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) {
    return Number.isFinite(Number(word)) ? end : { offset: from, message: 'This number is too large.' };
  }
  return fault(text, from, open, word ? notJson(word) : 'A value is missing before this.');
}

function notJson(word: string): string {
  return /^[-+.]?[\d\u0660-\u0669\u06f0-\u06f9]/.test(word)
    ? 'This is not a number: digits 0 to 9, no zero or plus in front, digits on both sides of a point.'
    : 'This word is not JSON: text and names stand in double quotes ("…").';
}

function unquote(quoted: string): string {
  return quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
}
