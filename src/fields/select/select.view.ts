import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FieldNode } from '../../core/nodes.js';
import { selectWordsOf } from '../../locale/select-words.js';
import { optionText } from '../choice/choice.type.js';
import { boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { comboboxOf } from './combobox.js';
import { MOST_SHOWN } from './list-window.js';
import { listState, loadAgain } from './option-list.js';
import { selectStyles } from './select.styles.js';
import type { SelectInput } from './select.type.js';
import { select } from './select.type.js';

/** A box to search in, with a list below of which only what is in sight is on the page (ARIA APG, editable combobox). */
export const selectView: FieldView = {
  type: select,
  styles: selectStyles,
  render(node, form) {
    const combobox = comboboxOf(node);
    const state = listState(node, form);
    const hasFound = combobox.isOpen && state === 'here' && combobox.found(node).length > 0;
    const list = `${node.path}-list`;
    return boxFrame(
      node,
      form,
      html`<div class="combobox">
        <input
          part="control"
          role="combobox"
          id=${node.path}
          name=${node.path}
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${hasFound ? 'true' : 'false'}
          aria-controls=${hasFound ? list : nothing}
          aria-activedescendant=${hasFound && combobox.active >= 0 ? optionId(node, combobox.active) : nothing}
          aria-describedby=${describedBy(node)}
          aria-invalid=${invalid(node)}
          .value=${shownText(node, form)}
          @click=${(event: Event) => {
            if (combobox.isOpen) combobox.close(node, form);
            else combobox.open(node, form, event.currentTarget as Element);
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (combobox.key(event, node, form, event.currentTarget as Element)) event.preventDefault();
          }}
          @blur=${() => combobox.close(node, form)}
        />${combobox.isOpen && state !== 'failed' ? popup(node, form, hasFound) : nothing}
      </div>`,
      state === 'failed' ? failed(node, form) : nothing,
    );
  },
  read(control, node, form) {
    // What was chosen is said again when the box is left.
    if (control.value === shownText(node, form)) return node.input;
    const input: SelectInput = { value: '', typed: control.value };
    comboboxOf(node).typed(node, form, control);
    return input;
  },
};

/** What stands in the box: what is being typed, or the words of what was chosen. */
function shownText({ input, definition }: FieldNode, { locale }: FormContext): string {
  const { typed, value } = input as SelectInput;
  return typed ?? optionText(value, definition.options ?? [], locale);
}

function optionId({ path }: FieldNode, position: number): string {
  return `${path}.option-${position}`;
}

function popup(node: FieldNode, form: FormContext, hasFound: boolean): TemplateResult {
  if (hasFound) return options(node, form);
  const words = selectWordsOf(form.locale);
  const typed = (node.input as SelectInput).typed?.trim() ?? '';
  return html`<div class="found">
    <p>${listState(node, form) === 'loading' ? words.loading : words.noResult(typed)}</p>
  </div>`;
}

/** The options in sight and some around them, between two spaces as high as the others. */
function options(node: FieldNode, form: FormContext): TemplateResult {
  const combobox = comboboxOf(node);
  const { active, start, row } = combobox;
  const found = combobox.found(node);
  const shown = found.slice(start, start + MOST_SHOWN);
  const after = found.length - start - shown.length;
  return html`<div
    class="found"
    role="listbox"
    tabindex="-1"
    id="${node.path}-list"
    aria-label=${form.locale.text(node.definition.name ?? node.definition.label)}
    @scroll=${(event: Event) => combobox.scrolled(event.currentTarget as Element, node, form)}
    @mousedown=${keepFocus}
    @click=${(event: Event) => {
      const option = (event.target as Element).closest('[role="option"]');
      if (option !== null) combobox.take(Number(option.getAttribute('aria-posinset')) - 1, node, form);
    }}
  >
    ${space(start * row)}${shown.map((index, offset) => {
      const option = node.definition.options?.[index];
      const position = start + offset;
      return html`<div
        role="option"
        class=${option?.value === node.answer ? 'chosen' : nothing}
        id=${optionId(node, position)}
        aria-selected=${position === active ? 'true' : 'false'}
        aria-setsize=${found.length}
        aria-posinset=${position + 1}
      >
        ${option === undefined ? '' : form.locale.text(option.label)}<span class="hint" ?hidden=${option?.hint === undefined}
          >${option?.hint === undefined ? '' : form.locale.text(option.hint)}</span
        >
      </div>`;
    })}${space(after * row)}
  </div>`;
}

/**
 * As high as the options that are not on the page. A drawing takes its height from an attribute, which no content policy forbids;
 * so does a rule, which Firefox makes a thousand pixels high at most.
 */
function space(height: number): TemplateResult {
  return html`<svg aria-hidden="true" width="1" height=${height}></svg>`;
}

/** The keys stay in the box while the list is pressed. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

function failed(node: FieldNode, form: FormContext): TemplateResult {
  return html`<div class="list-failed" role="alert">
    <p>${selectWordsOf(form.locale).failed}</p>
    <button
      type="button"
      class="quiet"
      @click=${() => {
        loadAgain(node, form);
        form.focusOn(node.path);
      }}
    >
      ${form.locale.messages.tryAgain}
    </button>
  </div>`;
}
