/** An expression of XLSForm, which is a part of XPath 1.0. */
export type XPath =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** `${name}`. */
  | { readonly kind: 'field'; readonly name: string }
  /** `.`: the answer that is looked at. */
  | { readonly kind: 'self' }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly XPath[] }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly parts: readonly [XPath, XPath] };

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

/** From the loosest to the tightest. */
const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

const LONGEST = 4_000;
const DEEPEST = 40;

const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?|\.\d+)|'([^']*)'|"([^"]*)"|“([^”]*)”|‘([^’]*)’|\$\{\s*([^}\s]+)\s*\}|([A-Za-z_][\w:-]*)|(!=|<=|>=|[=<>+\-*(),.]))/y;

type Token =
  | { readonly kind: 'number' | 'text' | 'field' | 'name' | 'sign'; readonly text: string }
  | undefined;

/** Reads an expression; undefined where it is none, or one that is not reckoned with, such as a path. */
export function parseXPath(source: string): XPath | undefined {
  if (source.length > LONGEST) return undefined;
  const tokens = tokensOf(source);
  if (tokens === undefined) return undefined;
  const reader = new Reader(tokens);
  const read = reader.expression(0, 0);
  return reader.isAtEnd ? read : undefined;
}

function tokensOf(source: string): readonly NonNullable<Token>[] | undefined {
  const tokens: NonNullable<Token>[] = [];
  const text = source.trim();
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return undefined;
    const [whole, number, single, double, curly, high, field, name, sign] = found;
    const quoted = single ?? double ?? curly ?? high;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted });
    else if (field !== undefined) tokens.push({ kind: 'field', text: field });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
    at += whole.length;
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly NonNullable<Token>[];
  #at = 0;

  constructor(tokens: readonly NonNullable<Token>[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  expression(level: number, depth: number): XPath | undefined {
    if (depth > DEEPEST) return undefined;
    const operators = levels[level];
    if (operators === undefined) return this.#single(depth);
    let left = this.expression(level + 1, depth);
    while (left !== undefined) {
      const operator = operators.find((one) => this.#peek?.text === one && this.#peek.kind !== 'text');
      if (operator === undefined) break;
      this.#at += 1;
      const right = this.expression(level + 1, depth);
      if (right === undefined) return undefined;
      left = { kind: 'operation', operator, parts: [left, right] };
    }
    return left;
  }

  #single(depth: number): XPath | undefined {
    const token = this.#next();
    switch (token?.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'text':
        return { kind: 'text', value: token.text };
      case 'field':
        return { kind: 'field', name: token.text };
      case 'name':
        return this.#call(token.text, depth);
      case 'sign':
        return this.#signed(token.text, depth);
      default:
        return undefined;
    }
  }

  #signed(sign: string, depth: number): XPath | undefined {
    if (sign === '.') return { kind: 'self' };
    if (sign === '-') {
      const negated = this.#single(depth + 1);
      if (negated?.kind === 'number') return { kind: 'number', value: -negated.value };
      return negated && { kind: 'operation', operator: '-', parts: [{ kind: 'number', value: 0 }, negated] };
    }
    if (sign !== '(') return undefined;
    const inside = this.expression(0, depth + 1);
    return this.#next()?.text === ')' ? inside : undefined;
  }

  #call(name: string, depth: number): XPath | undefined {
    if (this.#next()?.text !== '(') return undefined;
    const parts: XPath[] = [];
    if (this.#peek?.kind === 'sign' && this.#peek.text === ')') {
      this.#at += 1;
      return { kind: 'call', name, parts };
    }
    for (;;) {
      const part = this.expression(0, depth + 1);
      if (part === undefined) return undefined;
      parts.push(part);
      const sign = this.#next();
      if (sign?.kind !== 'sign') return undefined;
      if (sign.text === ')') return { kind: 'call', name, parts };
      if (sign.text !== ',') return undefined;
    }
  }

  get #peek(): Token {
    return this.#tokens[this.#at];
  }

  #next(): Token {
    const token = this.#peek;
    this.#at += 1;
    return token;
  }
}
