import { html } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { mapLink } from './map-link.type.js';

/** A box for what a map shares: several lines, for phones share the name of the place with its link. */
export const mapLinkView: FieldView = {
  type: mapLink,
  styles: boxes,
  render: (node, form) =>
    boxFrame(
      node,
      form,
      html`<textarea
        part="control"
        class="start-aligned"
        rows="2"
        id=${node.path}
        name=${node.path}
        dir="ltr"
        autocapitalize="none"
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${describedBy(node)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      ></textarea>`,
    ),
};
