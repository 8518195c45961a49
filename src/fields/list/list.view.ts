import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { withInner } from '../../core/engine.js';
import type { FieldNode, Group } from '../../core/nodes.js';
import { arList } from '../../locale/ar-list.js';
import { arrows } from '../../theme/arrows.styles.js';
import { describedBy, fieldClass, hint, labelText, problem } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { itemTitle } from '../item-title.js';
import { listStyles } from './list.styles.js';
import type { ListDefinition } from './list.type.js';
import { list, mostItemsOf } from './list.type.js';

/** The item that was removed last from each list, for as long as it can be put back. */
const removed = new WeakMap<FieldNode, { readonly item: Group; readonly position: number }>();

/** A group of questions for each of several people: add, remove with a way back, move up and down. */
export const listView: FieldView = {
  type: list,
  words: { ar: arList },
  styles: [arrows, listStyles],
  render(node, form) {
    const { addLabel } = node.definition as ListDefinition;
    const { list: words } = form.locale.messages;
    const most = mostItemsOf(node.definition as ListDefinition);
    const full = node.items.length >= most;
    const add =
      addLabel === undefined
        ? node.items.length === 0
          ? words.add
          : words.addAnother
        : form.locale.text(addLabel);
    return html`<fieldset class="${fieldClass(node)} list" part="field list" aria-describedby=${describedBy(node)}>
      <legend part="label">${labelText(node, form)}</legend>
      ${hint(node, form)}${problem(node, form)}
      ${repeat(
        node.items,
        ({ key }) => key,
        (item, position) => itemBlock(node, item, position, form),
      )}
      ${
        removed.has(node)
          ? html`<button type="button" class="quiet" id="${node.path}-undo" @click=${() => putBack(node, form)}>
              ${words.undo}
            </button>`
          : nothing
      }
      ${
        full
          ? html`<p class="hint" tabindex="-1" id=${node.path}>${words.full(most)}</p>`
          : html`<button type="button" class="secondary" part="button" id=${node.path} @click=${() => addItem(node, form)}>
              <span aria-hidden="true" class="plus"></span>${add}
            </button>`
      }
    </fieldset>`;
  },
};

function itemBlock(node: FieldNode, item: Group, position: number, form: FormContext): TemplateResult {
  const { list: words } = form.locale.messages;
  const name = itemTitle(node, position, form.locale);
  const id = `${node.path}.${position}`;
  return html`<fieldset class="item" part="item">
    <legend><span class="item-title" id="${id}-title" tabindex="-1">${name}</span></legend>
    <div class="item-tools">
      ${
        node.items.length < 2
          ? nothing
          : html`<button
                type="button"
                class="icon up"
                id="${id}-up"
                aria-label=${words.moveUp(name)}
                title=${words.moveUp(name)}
                ?disabled=${position === 0}
                @click=${() => moveItem(node, item, position - 1, form)}
              ></button>
              <button
                type="button"
                class="icon down"
                id="${id}-down"
                aria-label=${words.moveDown(name)}
                title=${words.moveDown(name)}
                ?disabled=${position === node.items.length - 1}
                @click=${() => moveItem(node, item, position + 1, form)}
              ></button>`
      }
      <button type="button" class="quiet" aria-label=${words.remove(name)} @click=${() => removeItem(node, item, form)}>
        ${words.removeShort}
      </button>
    </div>
    ${form.fields(item.fields)}
  </fieldset>`;
}

function addItem(node: FieldNode, form: FormContext): void {
  const position = node.items.length;
  removed.delete(node);
  form.engine.addItem(node);
  form.changed(node);
  form.announce(form.locale.messages.list.added(itemTitle(node, position, form.locale)));
  form.focusOn(`${node.path}.${position}-title`);
}

/** Removing is never final at once: an item in which something was typed can be put back. */
function removeItem(node: FieldNode, item: Group, form: FormContext): void {
  const position = node.items.indexOf(item);
  const name = itemTitle(node, position, form.locale);
  const isFilled = [...withInner(item.fields)].some((inner) => inner.answer !== undefined && !inner.computed);
  if (isFilled) removed.set(node, { item, position });
  else removed.delete(node);
  form.engine.removeItem(node, item);
  form.changed(node);
  form.announce(form.locale.messages.list.removed(name, node.items.length));
  form.focusOn(isFilled ? `${node.path}-undo` : node.path);
}

function putBack(node: FieldNode, form: FormContext): void {
  const last = removed.get(node);
  if (last === undefined) return;
  removed.delete(node);
  form.engine.addItem(node, last.position, last.item);
  form.changed(node);
  form.announce(form.locale.messages.list.added(itemTitle(node, last.position, form.locale)));
  form.focusOn(`${node.path}.${last.position}-title`);
}

function moveItem(node: FieldNode, item: Group, position: number, form: FormContext): void {
  const direction = position < node.items.indexOf(item) ? 'up' : 'down';
  const name = itemTitle(node, node.items.indexOf(item), form.locale);
  form.engine.moveItem(node, item, position);
  form.changed(node);
  form.announce(form.locale.messages.list.moved(name, position + 1, node.items.length));
  // The focus stays on the same arrow of the same item, or on the other one at the end of the way.
  const atEnd = position === 0 ? 'down' : position === node.items.length - 1 ? 'up' : direction;
  form.focusOn(`${node.path}.${position}-${atEnd}`);
}
