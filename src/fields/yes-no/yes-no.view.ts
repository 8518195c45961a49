import { html } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { clearButton, groupFrame } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { yesNo } from './yes-no.type.js';

/** Two radio buttons beside each other, neither taken. */
export const yesNoView: FieldView = {
  type: yesNo,
  styles: boxes,
  render: (node, form) =>
    groupFrame(
      node,
      form,
      html`<div class="beside">
        ${(['yes', 'no'] as const).map(
          (value) => html`<label class="option" part="option">
            <input
              type="radio"
              id="${node.path}.${value}"
              name=${node.path}
              value=${value}
              .checked=${node.input === value}
            /><span class="option-text">${form.locale.messages[value]}</span>
          </label>`,
        )}
      </div>
      ${clearButton(node, form)}`,
    ),
  focusPart: () => '.yes',
};
