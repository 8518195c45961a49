import { html, nothing } from 'lit';
import { describedBy, fieldClass, hint, invalid, labelText, problem } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { statementStyles } from './statement.styles.js';
import type { StatementDefinition } from './statement.type.js';
import { statement } from './statement.type.js';

/** One sentence with one box that a person ticks himself: it is sealed as it stands here, to the letter. */
export const statementView: FieldView = {
  type: statement,
  styles: statementStyles,
  render(node, form) {
    const { text } = node.definition as StatementDefinition;
    const textId = `${node.path}-text`;
    return html`<div class="${fieldClass(node)} statement" part="field">
      ${hint(node, form)}${problem(node, form)}
      <label class="option" part="option">
        <input
          type="checkbox"
          id=${node.path}
          name=${node.path}
          value="yes"
          aria-describedby=${text === undefined ? describedBy(node) : describedBy(node, textId)}
          aria-invalid=${invalid(node)}
          .checked=${node.input === true}
        /><span class="option-text" part="label" translate="no">${labelText(node, form)}</span>
      </label>
      ${text === undefined ? nothing : html`<p class="statement-text" id=${textId} translate="no">${form.locale.text(text)}</p>`}
    </div>`;
  },
  read: (control) => (control as HTMLInputElement).checked,
};
