/** What keeps a text from being taken as JSON: `locale/` has the sentence of the code. */
export interface JsonReason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The first fault of a text, and where: in UTF-16 code units from 0. */
export interface JsonFault extends JsonReason {
  readonly offset: number;
}

/** What a reader of the text is told on the way. A reason that is returned ends the reading with it. */
export interface JsonVisitor {
  /**
   * Before each value. `depth` is the number of open brackets, `token` its name, its index, or '' for the
   * root.
   */
  value?(depth: number, token: string, offset: number): void;
  /** After each opening bracket; `depth` counts it. */
  open?(depth: number): JsonReason | undefined;
  /** After each name of an object, its escapes resolved. */
  name?(depth: number, name: string): JsonReason | undefined;
  /** Each number, `true`, `false` and `null`, as it is written. */
  word?(word: string): void;
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
      const end = text[at] === '"' ? endOfText(text, at) : fault(text, at, open, 'json-name');
      if (typeof end === 'object') return end;
      token = unquote(text.slice(at, end));
      const reason = visitor.name?.(open.length, token);
      if (reason) return { offset: at, ...reason };
      at = afterSpace(text, end);
      if (text[at] !== ':') return fault(text, at, open, 'json-colon');
      at = afterSpace(text, at + 1);
    }

    visitor.value?.(open.length, token, at);
    const first = text[at];
    if (first === '{' || first === '[') {
      open.push({ offset: at, closer: first === '{' ? '}' : ']', items: 0 });
      const reason = visitor.open?.(open.length);
      if (reason) return { offset: at, ...reason };
      at = afterSpace(text, at + 1);
      if (text[at] !== open.at(-1)?.closer) continue;
    } else {
      const end = first === '"' ? endOfText(text, at) : endOfWord(text, at, open);
      if (typeof end === 'object') return end;
      if (first !== '"') visitor.word?.(text.slice(at, end));
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
      return { offset: at, code: 'json-last-comma' };
    }
    if (text[at] !== inside.closer) {
      const crossed = text[at] === '}' || text[at] === ']';
      const params = { value: inside.closer };
      return crossed ? { offset: at, code: 'json-bracket', params } : fault(text, at, open, 'json-comma');
    }
    open.pop();
    at = afterSpace(text, at + 1);
  }
  return at < text.length ? fault(text, at, open, 'json-end') : at;
}

/** Signs that people and word processors put where JSON has another, wherever they stand outside of texts. */
const STRANGE: readonly (readonly [RegExp, string])[] = [
  [/['\u2018\u2019`]/, 'json-single-quote'],
  [/[\u201c-\u201f\xab\xbb]/, 'json-curly-quote'],
  [/[\u060c\u061b]/, 'json-arabic-comma'],
  [/[/#]/, 'json-comment'],
  [/:/, 'json-stray-colon'],
  [/[\s\p{Cf}]/u, 'json-invisible'],
];

/**
 * The fault at a place: an unclosed bracket at the end of the text, a strange sign, or else what was
 * expected.
 */
function fault(text: string, offset: number, open: readonly OpenBracket[], expected: string): JsonFault {
  if (offset >= text.length) {
    const inside = open.at(-1);
    return inside ? { offset: inside.offset, code: 'json-open-bracket' } : { offset, code: 'json-empty' };
  }
  const sign = text.slice(offset, offset + 1);
  return { offset, code: STRANGE.find(([signs]) => signs.test(sign))?.[1] ?? expected };
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
    if (code < 0x20) return { offset: at, code: 'json-control' };
    if (code === 0x5c) {
      const known = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, at + 6));
      if (!known) return { offset: at, code: 'json-backslash' };
      at += known[0].length - 1;
    }
  }
  return { offset: from, code: 'json-open-text' };
}

/** The end of a number, `true`, `false` or `null` that begins at `from`; anything else is a fault. */
function endOfWord(text: string, from: number, open: readonly OpenBracket[]): number | JsonFault {
  let end = from;
  while (end < text.length && !/[\s,:[\]{}"'\u060c\u061b;]/.test(text.charAt(end))) end++;
  const word = text.slice(from, end);
  if (/^(?:true|false|null)$/.test(word)) return end;
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) {
    return Number.isFinite(Number(word)) ? end : { offset: from, code: 'huge-number' };
  }
  return fault(text, from, open, word ? notJson(word) : 'json-value');
}

function notJson(word: string): string {
  return /^[-+.]?[\d\u0660-\u0669\u06f0-\u06f9]/.test(word) ? 'json-number' : 'json-word';
}

function unquote(quoted: string): string {
  return quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
}
