import { html } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { autofill, boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { phone } from './phone.type.js';

/** A box for a telephone number. What was typed stays as it was typed. */
export const phoneView: FieldView = {
  type: phone,
  styles: boxes,
  render: (node, form) =>
    boxFrame(
      node,
      form,
      html`<input
        part="control"
        class="start-aligned medium"
        type="tel"
        id=${node.path}
        name=${node.path}
        dir="ltr"
        autocomplete=${autofill(node)}
        aria-describedby=${describedBy(node)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      />`,
    ),
};
