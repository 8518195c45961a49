import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { handlersOf } from './handlers.js';

/**
 * Draws templates once and keeps nothing of them.
 *
 * Lit keeps for every gap of a template where it stands and what it holds: for a thousand questions that is most of
 * the memory of the page and half of the time it takes to appear. Questions are alike, so here a template of each shape
 * is put together once, as a stencil; a question is a copy of it in which the words that differ are changed. What has
 * changed later is drawn anew and carried over by `morph`.
 *
 * Templates may hold texts, attributes, properties, listeners, other templates and arrays of them: what a directive
 * does is for Lit to draw.
 */
export function copyOf(result: TemplateResult): Element | undefined {
  const values: unknown[] = [];
  return stencilOf(result, values)?.copy(values);
}

/** The same to look at and not to keep: the next template of this shape changes it. */
export function modelOf(result: TemplateResult): Element | undefined {
  const values: unknown[] = [];
  return stencilOf(result, values)?.model(values);
}

function stencilOf(result: TemplateResult, values: unknown[]): Stencil | undefined {
  const shape = shapeOf(result, shapes, values);
  if (shape !== undefined) shape.stencil ??= new Stencil(result, values);
  return shape?.stencil;
}

/** What templates have in common that differ in words alone: the same literals, nested in the same way. */
interface Shape {
  readonly inner: Map<unknown, Shape>;
  stencil?: Stencil;
}

const shapes: Shape = { inner: new Map() };

function into({ inner }: Shape, step: unknown): Shape {
  let next = inner.get(step);
  if (next === undefined) {
    next = { inner: new Map() };
    inner.set(step, next);
  }
  return next;
}

/** Finds the shape of a template and collects what fills its gaps, in order; undefined where only Lit can draw it. */
function shapeOf({ strings, values }: TemplateResult, from: Shape, filling: unknown[]): Shape | undefined {
  const { gaps, isForLit } = literalOf(strings as TemplateStringsArray);
  if (isForLit) return undefined;
  let shape: Shape | undefined = into(from, strings);
  let next = 0;
  for (const gap of gaps) {
    if (gap.name === undefined) shape = shapeOfContent(values[next++], shape, filling);
    else for (let part = 1; part < gap.pieces.length; part += 1) filling.push(values[next++]);
    if (shape === undefined) return undefined;
  }
  return shape;
}

function shapeOfContent(content: unknown, from: Shape, filling: unknown[]): Shape | undefined {
  if (isNothing(content)) return into(from, nothing);
  if (isTemplate(content)) return shapeOf(content, from, filling);
  if (Array.isArray(content)) {
    let shape: Shape | undefined = into(from, content.length);
    for (const item of content) shape &&= shapeOfContent(item, shape, filling);
    return shape;
  }
  if (typeof content === 'object' || typeof content === 'function') return undefined;
  filling.push(content);
  return into(from, 'text');
}

function isNothing(content: unknown): boolean {
  return content === nothing || content === undefined || content === null || content === '';
}

function isTemplate(content: unknown): content is TemplateResult {
  return typeof content === 'object' && content !== null && '_$litType$' in content;
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
function literalOf(strings: TemplateStringsArray): Literal {
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

/** A place in a finished piece of DOM whose filling may differ from copy to copy. */
interface Place {
  /** Which element of the piece, counted in document order from its root. */
  readonly element: number;
  /** Which child of that element, where it is a text. */
  readonly child?: number;
  readonly name: string;
  readonly pieces: readonly string[];
  /** Position of its first value in the filling. */
  readonly first: number;
}

/** A gap whose node is known, while a stencil is put together. */
interface FoundGap {
  readonly node: Node;
  readonly name: string;
  readonly pieces: readonly string[];
  readonly first: number;
}

/** A piece of DOM that a stencil changes again and again, and what it says at each place. */
interface Model {
  readonly elements: readonly Element[];
  readonly said: unknown[];
}

/** A finished piece of DOM of one shape. */
class Stencil {
  readonly #root: Element;
  /** Texts and attributes, which a copy shares with the stencil where they are the same. */
  readonly #words: Place[] = [];
  /** Properties and listeners, which are set once the piece is whole. */
  readonly #states: Place[] = [];
  /** What the stencil says at each of the `words`, and what a state is before it is set. */
  readonly #said: unknown[] = [];
  #model: Model | undefined;

  constructor(result: TemplateResult, values: readonly unknown[]) {
    const found: FoundGap[] = [];
    const piece = grow(result, found, { next: 0 });
    const root = piece.firstElementChild;
    if (root === null) throw new TypeError('a view draws one element');
    this.#root = root;
    const elements = [root, ...root.querySelectorAll('*')];
    for (const gap of found) {
      const { node, ...rest } = gap;
      if (node instanceof Element) {
        const isState = rest.name.startsWith('.') || rest.name.startsWith('@');
        (isState ? this.#states : this.#words).push({ ...rest, element: elements.indexOf(node) });
      } else {
        const parent = node.parentNode as Element;
        const child = [...parent.childNodes].indexOf(node as ChildNode);
        this.#words.push({ ...rest, element: elements.indexOf(parent), child });
      }
    }
    for (const place of this.#words) {
      const words = wordsAt(place, values);
      write(place, elements[place.element] as Element, words);
      this.#said.push(words);
    }
    for (const { name, element } of this.#states) {
      this.#said.push(
        name.startsWith('.')
          ? (elements[element] as unknown as Record<string, unknown>)[name.slice(1)]
          : undefined,
      );
    }
  }

  copy(values: readonly unknown[]): Element {
    const root = this.#root.cloneNode(true) as Element;
    const inner = root.getElementsByTagName('*');
    this.#fill(values, this.#said, (element) => (element === 0 ? root : inner[element - 1]) as Element);
    return root;
  }

  model(values: readonly unknown[]): Element {
    this.#model ??= this.#newModel();
    const { elements, said } = this.#model;
    this.#fill(values, said, (element) => elements[element] as Element, said);
    return elements[0] as Element;
  }

  #newModel(): Model {
    const root = this.#root.cloneNode(true) as Element;
    return { elements: [root, ...root.querySelectorAll('*')], said: [...this.#said] };
  }

  /** Says in a piece what it does not `say` already; what it says then is kept in `kept`. */
  #fill(
    values: readonly unknown[],
    says: readonly unknown[],
    elementAt: (element: number) => Element,
    kept?: unknown[],
  ): void {
    let index = 0;
    for (const place of this.#words) {
      const words = wordsAt(place, values);
      if (words !== says[index]) write(place, elementAt(place.element), words);
      if (kept !== undefined) kept[index] = words;
      index += 1;
    }
    for (const place of this.#states) {
      const state = values[place.first];
      if (state !== says[index]) setState(elementAt(place.element), place.name, state);
      if (kept !== undefined) kept[index] = state;
      index += 1;
    }
  }
}

/** Puts the literals of a template and of those inside it together. */
function grow(
  { strings, values }: TemplateResult,
  found: FoundGap[],
  count: { next: number },
): DocumentFragment {
  const { content, gaps } = literalOf(strings as TemplateStringsArray);
  const piece = content.cloneNode(true) as DocumentFragment;
  const nodes = gaps.map(({ way }) => way.reduce<Node>((node, step) => node.childNodes[step] as Node, piece));
  let next = 0;
  for (const [index, { name, pieces }] of gaps.entries()) {
    const node = nodes[index] as Node;
    if (name !== undefined) {
      found.push({ node, name, pieces, first: count.next });
      count.next += pieces.length - 1;
      next += pieces.length - 1;
    } else (node as Text).replaceWith(...growContent(values[next++], found, count));
  }
  return piece;
}

function growContent(content: unknown, found: FoundGap[], count: { next: number }): Node[] {
  if (isNothing(content)) return [];
  if (isTemplate(content)) return [grow(content, found, count)];
  if (Array.isArray(content)) return content.flatMap((item) => growContent(item, found, count));
  const node = new Text(MARK);
  found.push({ node, name: '', pieces: ['', ''], first: count.next++ });
  return [node];
}

/** What a text or an attribute says; undefined where the attribute is not there. */
function wordsAt({ name, pieces, first }: Place, values: readonly unknown[]): string | undefined {
  if (name.startsWith('?')) return values[first] && values[first] !== nothing ? '' : undefined;
  let words = pieces[0] as string;
  for (let part = 1; part < pieces.length; part += 1) {
    const value = values[first + part - 1];
    if (value === nothing) return undefined;
    words += `${value ?? ''}${pieces[part]}`;
  }
  return words;
}

function write({ name, child }: Place, element: Element, words: string | undefined): void {
  if (child !== undefined) (element.childNodes[child] as Text).data = words ?? '';
  else {
    const attribute = name.startsWith('?') ? name.slice(1) : name;
    if (words === undefined) element.removeAttribute(attribute);
    else element.setAttribute(attribute, words);
  }
}

function setState(element: Element, name: string, state: unknown): void {
  const plain = name.slice(1);
  if (name.startsWith('@')) handlersOf(element).set(plain, state as EventListener);
  else (element as unknown as Record<string, unknown>)[plain] = state;
}
