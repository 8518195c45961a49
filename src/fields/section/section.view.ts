import { html } from 'lit';
import { hint } from '../field-frame.js';
import type { FieldView } from '../field-view.js';

/** A heading over questions that belong together. */
export const sectionView: FieldView = {
  render: (node, form) =>
    html`<fieldset class="section" part="section">
      <legend><span class="section-title">${form.locale.text(node.definition.label)}</span></legend>
      ${hint(node, form)}${form.fields(node.fields)}
    </fieldset>`,
};
