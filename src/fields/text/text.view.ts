import { html, nothing } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { autofill, boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import type { TextDefinition } from './text.type.js';
import { text } from './text.type.js';

/** A box for one line. */
export const textView: FieldView = {
  type: text,
  styles: boxes,
  render(node, form) {
    const { characters, direction } = node.definition as TextDefinition;
    return boxFrame(
      node,
      form,
      html`<input
        part="control"
        class=${direction === 'ltr' ? 'start-aligned' : nothing}
        id=${node.path}
        name=${node.path}
        dir=${direction ?? nothing}
        inputmode=${characters === 'digits' ? 'numeric' : nothing}
        autocomplete=${autofill(node)}
        spellcheck="false"
        aria-describedby=${describedBy(node)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      />`,
    );
  },
};
