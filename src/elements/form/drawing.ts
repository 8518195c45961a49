import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { handlersOf } from './handlers.js';

/*
 * Draws templates once and keeps nothing of them.
 *
 * Lit keeps for every gap of a template where it stands and what it holds: for a thousand questions that is most of
 * the memory of the page. Here a question is put together of its literals, and what has changed later is drawn anew and
 * carried over by `morph`.
 *
 * Templates may hold texts, attributes, properties, listeners, other templates and arrays of them: what a directive
 * does is for Lit to draw.
 */

/** Draws templates; each way gives undefined where only Lit can draw one. */
export interface Drawer {
  /** A new element. */
  copyOf(result: TemplateResult): Element | undefined;
  /** The same to look at and not to keep: the next one may be made of it. */
  modelOf(result: TemplateResult): Element | undefined;
}

let drawer: Drawer = { copyOf: drawn, modelOf: drawn };

/** How templates are drawn here. */
export function drawerInUse(): Drawer {
  return drawer;
}

/** Draws all templates from now on in another way. */
export function drawWith(other: Drawer): void {
  drawer = other;
}

/** A template as an element; undefined where only Lit can draw it. */
export function drawn(result: TemplateResult): Element | undefined {
  const gaps: FilledGap[] = [];
  const root = pieceOf(result, gaps)?.firstElementChild ?? undefined;
  if (root === undefined) return undefined;
  for (const gap of gaps) if (!isState(gap.name)) write(gap.node, gap.name, wordsAt(gap, gap.values));
  // Once the piece is whole.
  for (const { node, name, values } of gaps) if (isState(name)) setState(node as Element, name, values[0]);
  return root;
}

/** A gap in a piece of DOM, and what is to fill it: one value of a text or state, several of an attribute. */
export interface FilledGap {
  readonly node: Node;
  readonly name: string;
  readonly pieces: readonly string[];
  readonly values: readonly unknown[];
}

/** Puts the literals of a template and of those inside it together, and collects their gaps; undefined where only Lit can. */
export function pieceOf(
  { strings, values }: TemplateResult,
  found: FilledGap[],
): DocumentFragment | undefined {
  const { content, gaps, isForLit } = literalOf(strings as TemplateStringsArray);
  if (isForLit) return undefined;
  const piece = content.cloneNode(true) as DocumentFragment;
  const nodes = gaps.map(({ way }) => way.reduce<Node>((node, step) => node.childNodes[step] as Node, piece));
  let next = 0;
  for (const [index, { name, pieces }] of gaps.entries()) {
    const node = nodes[index] as Node;
    if (name === undefined) {
      const inner = nodesOf(values[next++], found);
      if (inner === undefined) return undefined;
      (node as Text).replaceWith(...inner);
    } else {
      const first = next;
      next += pieces.length - 1;
      found.push({ node, name, pieces, values: values.slice(first, next) });
    }
  }
  return piece;
}

function nodesOf(content: unknown, found: FilledGap[]): Node[] | undefined {
  if (isNothing(content)) return [];
  if (isTemplate(content)) {
    const piece = pieceOf(content, found);
    return piece && [piece];
  }
  if (Array.isArray(content)) {
    const nodes: Node[] = [];
    for (const item of content) {
      const inner = nodesOf(item, found);
      if (inner === undefined) return undefined;
      nodes.push(...inner);
    }
    return nodes;
  }
  if (isForLitAlone(content)) return undefined;
  const node = new Text(MARK);
  found.push({ node, name: '', pieces: ['', ''], values: [content] });
  return [node];
}

export function isNothing(content: unknown): boolean {
  return content === nothing || content === undefined || content === null || content === '';
}

export function isTemplate(content: unknown): content is TemplateResult {
  return typeof content === 'object' && content !== null && '_$litType$' in content;
}

/** Whether content is what a directive makes, or another thing that only Lit knows. */
export function isForLitAlone(content: unknown): boolean {
  return typeof content === 'object' || typeof content === 'function';
}

/** A gap in a literal: content, or with a name an attribute (`.value`, `?hidden` and `@click` as Lit has them). */
interface Gap {
  /** Way to its node from the fragment: which child, and which child of that. */
  readonly way: readonly number[];
  readonly name?: string;
  /** The texts around the values of an attribute. */
  readonly pieces: readonly string[];
}

interface Literal {
  /** Holds an element of a class of its own, whose properties only Lit keeps up to date. */
  readonly isForLit: boolean;
  readonly content: DocumentFragment;
  readonly gaps: readonly Gap[];
}

const literals = new WeakMap<TemplateStringsArray, Literal>();
/** Stands for a gap while a literal is parsed: a character no text has. */
const MARK = '\u{f8ff}';

/** A literal of the source, parsed once. It is Lit that parses, under its policy of Trusted Types. */
export function literalOf(strings: TemplateStringsArray): Literal {
  let literal = literals.get(strings);
  if (literal === undefined) {
    const content = document.createDocumentFragment();
    const marked = [strings.join(MARK)];
    render(html(Object.assign(marked, { raw: marked })), content);
    const gaps: Gap[] = [];
    prepare(content, [], gaps);
    const isForLit = [...content.querySelectorAll('*')].some(({ localName }) => localName.includes('-'));
    literal = { content, gaps, isForLit };
    literals.set(strings, literal);
  }
  return literal;
}

/** Takes out what only lays out the source, and notes the gaps in the order in which they stand in it. */
function prepare(parent: ParentNode & Node, way: readonly number[], gaps: Gap[]): void {
  for (const child of [...parent.childNodes]) {
    if (child instanceof Comment) child.remove();
    else if (child instanceof Text) {
      const pieces = child.data.split(MARK).flatMap((text, index) => (index === 0 ? [text] : [MARK, text]));
      child.replaceWith(...pieces.filter((text) => text !== '' && !/^\s*\n\s*$/.test(text)));
    }
  }
  for (const [position, child] of [...parent.childNodes].entries()) {
    const here = [...way, position];
    if (child instanceof Text) {
      if (child.data === MARK) gaps.push({ way: here, pieces: [] });
    } else if (child instanceof Element) {
      for (const { name, value } of [...child.attributes]) {
        if (!value.includes(MARK)) continue;
        gaps.push({ way: here, name, pieces: value.split(MARK) });
        child.removeAttribute(name);
      }
      prepare(child, here, gaps);
    }
  }
}

/** What a text or an attribute says, of which the values begin at `first`; undefined where the attribute is not there. */
export function wordsAt(
  { name, pieces }: Pick<FilledGap, 'name' | 'pieces'>,
  values: readonly unknown[],
  first = 0,
): string | undefined {
  if (name.startsWith('?')) return values[first] && values[first] !== nothing ? '' : undefined;
  let words = pieces[0] as string;
  for (let part = 1; part < pieces.length; part += 1) {
    const value = values[first + part - 1];
    if (value === nothing) return undefined;
    words += `${value ?? ''}${pieces[part]}`;
  }
  return words;
}

export function write(node: Node, name: string, words: string | undefined): void {
  if (node instanceof Element) {
    const attribute = name.replace('?', '');
    if (words === undefined) node.removeAttribute(attribute);
    else node.setAttribute(attribute, words);
  } else (node as Text).data = words ?? '';
}

/** Whether a gap is a property or a listener. */
export function isState(name: string): boolean {
  return /^[.@]/.test(name);
}

export function setState(element: Element, name: string, state: unknown): void {
  const plain = name.slice(1);
  if (name.startsWith('@')) handlersOf(element).set(plain, state as EventListener);
  else (element as unknown as Record<string, unknown>)[plain] = state;
}
