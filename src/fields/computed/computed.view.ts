import { html, nothing } from 'lit';
import type { FieldView } from '../field-view.js';
import { computedStyles } from './computed.styles.js';
import { computed } from './computed.type.js';

/** A value worked out from the answers, shown as soon as there is one. */
export const computedView: FieldView = {
  type: computed,
  styles: computedStyles,
  render(node, form) {
    if (node.answer === undefined) return nothing;
    const { locale } = form;
    return html`<div class="field computed" part="field">
      <span class="computed-label" id="${node.path}-label">${locale.text(node.definition.label)}</span>
      <output id=${node.path} aria-labelledby="${node.path}-label"
        ><bdi>${node.type.display(node.answer as never, node.definition as never, locale)}</bdi></output
      >
    </div>`;
  },
};
