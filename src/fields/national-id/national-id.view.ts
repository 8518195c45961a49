import { html } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { nationalId } from './national-id.type.js';

/** A box for ten digits, with the number keyboard. */
export const nationalIdView: FieldView = {
  type: nationalId,
  styles: boxes,
  render: (node, form) =>
    boxFrame(
      node,
      form,
      html`<input
        part="control"
        class="start-aligned medium"
        id=${node.path}
        name=${node.path}
        dir="ltr"
        inputmode="numeric"
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${describedBy(node)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      />`,
    ),
};
