import { html } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { autofill, boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { url } from './url.type.js';

/** A box for the address of a site. A text box with that keyboard: an address box wants the scheme, which nobody types. */
export const urlView: FieldView = {
  type: url,
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
        inputmode="url"
        autocapitalize="none"
        spellcheck="false"
        autocomplete=${autofill(node)}
        aria-describedby=${describedBy(node)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      />`,
    ),
};
