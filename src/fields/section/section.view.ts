import { html } from 'lit';
import { hint } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { sectionStyles } from './section.styles.js';
import { section } from './section.type.js';

/** A heading over questions that belong together. */
export const sectionView: FieldView = {
  type: section,
  styles: sectionStyles,
  render: (node, form) =>
    html`<fieldset class="section" part="section">
      <legend><span class="section-title">${form.locale.text(node.definition.label)}</span></legend>
      ${hint(node, form)}${form.fields(node.fields)}
    </fieldset>`,
};
