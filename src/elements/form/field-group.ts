import type { RootPart, TemplateResult } from 'lit';
import { noChange, nothing, render } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import type { ChildPart } from 'lit/directive.js';
import { directive } from 'lit/directive.js';
import type { FieldNode } from '../../core/nodes.js';
import { drawerInUse } from './drawing.js';
import { morph } from './morph.js';
import type { Slots } from './slot.js';

/** Fields that stand below one another. */
export interface FieldGroupDrawing {
  readonly nodes: readonly FieldNode[];
  /** The registry that can draw each of them anew by itself. */
  readonly slots: Slots;
  /** Changes when everything must be drawn anew, as after a change of language. */
  readonly stamp: unknown;
  readonly draw: (node: FieldNode) => TemplateResult | typeof nothing;
}

/** A field on the page. Where its view uses directives, Lit has drawn it and will draw it again. */
interface Drawn {
  readonly element: Element;
  readonly lit?: { readonly root: RootPart; readonly container: DocumentFragment };
}

class FieldGroup extends AsyncDirective {
  #group: FieldGroupDrawing | undefined;
  #part: ChildPart | undefined;
  readonly #drawn = new Map<FieldNode, Drawn>();

  override render(_group: FieldGroupDrawing): unknown {
    return noChange;
  }

  override update(part: ChildPart, [group]: [FieldGroupDrawing]): unknown {
    const last = this.#group;
    if (last !== undefined && last.nodes === group.nodes && last.stamp === group.stamp) return noChange;
    this.#group = group;
    this.#part = part;
    if (last !== undefined) this.#handOver(last, group);
    const added = document.createDocumentFragment();
    for (const node of group.nodes) {
      group.slots.enter(node, this);
      this.#put(node, added);
    }
    part.parentNode.insertBefore(added, part.endNode);
    return noChange;
  }

  /** Draws one of the fields anew. */
  refresh(node: FieldNode): void {
    this.#put(node);
  }

  override disconnected(): void {
    for (const node of this.#group?.nodes ?? []) this.#group?.slots.leave(node, this);
    for (const { lit } of this.#drawn.values()) lit?.root.setConnected(false);
  }

  override reconnected(): void {
    for (const { lit } of this.#drawn.values()) lit?.root.setConnected(true);
    for (const node of this.#group?.nodes ?? []) {
      this.#group?.slots.enter(node, this);
      this.#put(node);
    }
  }

  /** Other fields in place of those that were here, as after a new beginning: what is on the page goes to its heirs. */
  #handOver(last: FieldGroupDrawing, group: FieldGroupDrawing): void {
    for (const [index, node] of last.nodes.entries()) {
      last.slots.leave(node, this);
      if (group.nodes.includes(node)) continue;
      const drawn = this.#drawn.get(node);
      const heir = group.nodes[index];
      if (heir === undefined || drawn === undefined || this.#drawn.has(heir)) this.#remove(node);
      else {
        this.#drawn.delete(node);
        this.#drawn.set(heir, drawn);
      }
    }
  }

  /** Brings a field to what it is now: on the page where it belongs, into `added` where that is filled in order, or away. */
  #put(node: FieldNode, added?: DocumentFragment): void {
    const template = node.visible ? this.#group?.draw(node) : nothing;
    if (template === undefined || template === nothing) {
      this.#remove(node);
      return;
    }
    const before = this.#drawn.get(node);
    const now = drawnAs(template as TemplateResult, before);
    if (now === before) return;
    this.#drawn.set(node, now);
    if (before !== undefined) before.element.replaceWith(now.element);
    else if (added !== undefined) added.append(now.element);
    else this.#part?.parentNode.insertBefore(now.element, this.#after(node));
  }

  /** What stands behind a field that is not on the page yet. */
  #after(node: FieldNode): Node | null {
    const { nodes } = this.#group as FieldGroupDrawing;
    for (let next = nodes.indexOf(node) + 1; next < nodes.length; next += 1) {
      const drawn = this.#drawn.get(nodes[next] as FieldNode);
      if (drawn !== undefined) return drawn.element;
    }
    return this.#part?.endNode ?? null;
  }

  #remove(node: FieldNode): void {
    const drawn = this.#drawn.get(node);
    drawn?.lit?.root.setConnected(false);
    drawn?.element.remove();
    this.#drawn.delete(node);
  }
}

/** The same `Drawn` where the element on the page could be kept. */
function drawnAs(template: TemplateResult, before: Drawn | undefined): Drawn {
  if (before?.lit === undefined) {
    const { copyOf, modelOf } = drawerInUse();
    const model = before && modelOf(template);
    if (model !== undefined && before?.element.localName === model.localName) {
      morph(before.element, model);
      return before;
    }
    const element = copyOf(template);
    if (element !== undefined) return { element };
  }
  const container = before?.lit?.container ?? document.createDocumentFragment();
  const root = render(template, container);
  // What Lit has drawn it goes on changing wherever it has been moved: only another template has made another element.
  const element = container.firstElementChild;
  if (element !== null) return { element, lit: { root, container } };
  if (before === undefined) throw new TypeError('a view draws one element');
  return before;
}

/** Draws fields; each can be drawn anew without the others and without the template around them. */
export const fieldGroup = directive(FieldGroup);
