import type { TemplateResult } from 'lit';
import { nothing } from 'lit';
import type { Drawer, FilledGap } from './drawing.js';
import {
  isForLitAlone,
  isNothing,
  isState,
  isTemplate,
  literalOf,
  pieceOf,
  setState,
  wordsAt,
  write,
} from './drawing.js';

/**
 * Draws many templates of the same shape in a part of the time: questions are alike, so a template of each shape is put
 * together once, as a stencil; a question is a copy of it in which the words that differ are changed.
 */
export const stencils: Drawer = {
  copyOf: (result) => {
    const values: unknown[] = [];
    return stencilOf(result, values)?.copy(values);
  },
  modelOf: (result) => {
    const values: unknown[] = [];
    return stencilOf(result, values)?.model(values);
  },
};

function stencilOf(result: TemplateResult, values: unknown[]): Stencil | undefined {
  const shape = shapeOf(result, shapes, values);
  if (shape !== undefined) shape.stencil ??= new Stencil(result);
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
  if (isForLitAlone(content)) return undefined;
  filling.push(content);
  return into(from, 'text');
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

  constructor(result: TemplateResult) {
    const found: FilledGap[] = [];
    const root = pieceOf(result, found)?.firstElementChild;
    if (root === null || root === undefined) throw new TypeError('a view draws one element');
    this.#root = root;
    const elements = [root, ...root.querySelectorAll('*')];
    let first = 0;
    for (const { node, name, pieces, values } of found) {
      if (node instanceof Element) {
        const place = { name, pieces, first, element: elements.indexOf(node) };
        (isState(name) ? this.#states : this.#words).push(place);
      } else {
        const parent = node.parentNode as Element;
        const child = [...parent.childNodes].indexOf(node as ChildNode);
        this.#words.push({ name, pieces, first, element: elements.indexOf(parent), child });
      }
      first += values.length;
    }
    const values = found.flatMap((gap) => gap.values);
    for (const place of this.#words) {
      const words = wordsAt(place, values, place.first);
      write(nodeAt(place, elements[place.element] as Element), place.name, words);
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
      const words = wordsAt(place, values, place.first);
      if (words !== says[index]) write(nodeAt(place, elementAt(place.element)), place.name, words);
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

function nodeAt({ child }: Place, element: Element): Node {
  return child === undefined ? element : (element.childNodes[child] as Node);
}
