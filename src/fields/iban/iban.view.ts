import { html } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { ibanStyles } from './iban.styles.js';
import { iban } from './iban.type.js';

/** A box for the number of an account. What was typed stays as it was typed. */
export const ibanView: FieldView = {
  type: iban,
  styles: [boxes, ibanStyles],
  render: (node, form) =>
    boxFrame(
      node,
      form,
      html`<input
        part="control"
        class="start-aligned iban"
        id=${node.path}
        name=${node.path}
        dir="ltr"
        autocapitalize="characters"
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${describedBy(node)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      />`,
    ),
};
