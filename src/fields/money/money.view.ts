import { html } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { autofill, boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { numberStyles } from '../number/number.styles.js';
import { currency } from './money.sentences.js';
import { money } from './money.type.js';

/** A box for an amount, with its currency beside it. A text box, for number boxes refuse Arabic digits. */
export const moneyView: FieldView = {
  type: money,
  styles: [boxes, numberStyles],
  render(node, form) {
    const unitId = `${node.path}-unit`;
    return boxFrame(
      node,
      form,
      html`<div class="with-unit">
        <input
          part="control"
          class="start-aligned short"
          id=${node.path}
          name=${node.path}
          dir="ltr"
          inputmode="decimal"
          autocomplete=${autofill(node)}
          aria-describedby=${describedBy(node, unitId)}
          aria-invalid=${invalid(node)}
          .value=${String(node.input)}
        /><span id=${unitId} class="unit">${currency[form.locale.language]}</span>
      </div>`,
    );
  },
};
