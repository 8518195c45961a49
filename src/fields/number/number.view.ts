import { html, nothing } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { autofill, boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { numberStyles } from './number.styles.js';
import type { NumberDefinition } from './number.type.js';
import { number } from './number.type.js';

/** A box for a number with its unit. A text box, for number boxes refuse Arabic digits. */
export const numberView: FieldView = {
  type: number,
  styles: [boxes, numberStyles],
  render(node, form) {
    const { unit, integer } = node.definition as NumberDefinition;
    const unitId = `${node.path}-unit`;
    const control = html`<input
      part="control"
      class="start-aligned short"
      id=${node.path}
      name=${node.path}
      dir="ltr"
      inputmode=${integer ? 'numeric' : 'decimal'}
      autocomplete=${autofill(node)}
      aria-describedby=${unit === undefined ? describedBy(node) : describedBy(node, unitId)}
      aria-invalid=${invalid(node)}
      .value=${String(node.input)}
    />`;
    const withUnit = html`<div class="with-unit">
      ${control}<span id=${unitId} class="unit">${unit === undefined ? nothing : form.locale.text(unit)}</span>
    </div>`;
    return boxFrame(node, form, unit === undefined ? control : withUnit);
  },
};
