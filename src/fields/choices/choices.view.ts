import { html, nothing } from 'lit';
import { groupFrame, optionWords } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import type { ChoicesDefinition } from './choices.type.js';
import { choices } from './choices.type.js';

/** Boxes to tick under a legend. */
export const choicesView: FieldView = {
  type: choices,
  render(node, form) {
    const { options } = node.definition as ChoicesDefinition;
    // The input of this type is the values that are ticked.
    const ticked = node.input as readonly string[];
    return groupFrame(
      node,
      form,
      options.map(
        (option) => html`<label class="option" part="option">
          <input
            type="checkbox"
            id="${node.path}.${option.value}"
            name=${node.path}
            value=${option.value}
            aria-labelledby=${option.hint === undefined ? nothing : `${node.path}.${option.value}-label`}
            aria-describedby=${option.hint === undefined ? nothing : `${node.path}.${option.value}-hint`}
            .checked=${ticked.includes(option.value)}
          />${optionWords(node, option, form)}
        </label>`,
      ),
    );
  },
  read(control, node) {
    const ticked = node.input as readonly string[];
    const { checked, value } = control as HTMLInputElement;
    if (checked === ticked.includes(value)) return ticked;
    return checked ? [...ticked, value] : ticked.filter((other) => other !== value);
  },
  focusPart: (node) => `.${(node.definition as ChoicesDefinition).options[0]?.value}`,
};
