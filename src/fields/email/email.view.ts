import { html } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { autofill, boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { email } from './email.type.js';

/** A box for an e-mail address. A text box with that keyboard: an e-mail box hides spaces and digits that it does not like. */
export const emailView: FieldView = {
  type: email,
  styles: boxes,
  render: (node, form) =>
    boxFrame(
      node,
      form,
      html`<input
        part="control"
        class="start-aligned"
        id=${node.path}
        name=${node.path}
        dir="ltr"
        inputmode="email"
        autocapitalize="none"
        spellcheck="false"
        autocomplete=${autofill(node)}
        aria-describedby=${describedBy(node)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      />`,
    ),
};
