import { html, nothing } from 'lit';
import type { FieldNode } from '../../core/nodes.js';
import { boxes } from '../../theme/boxes.styles.js';
import { boxFrame, clearButton, describedBy, groupFrame, invalid, optionWords } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import type { ChoiceDefinition } from './choice.type.js';
import { choice } from './choice.type.js';

/** Options up to this number are radio buttons, which show all there is; more are a native list. */
const MOST_RADIOS = 8;

/** Radio buttons under a legend, or a native list where there are many options. */
export const choiceView: FieldView = {
  type: choice,
  styles: boxes,
  render: (node, form) => (isLong(node) ? select(node, form) : radios(node, form)),
  focusPart: (node) => (isLong(node) ? '' : `.${(node.definition as ChoiceDefinition).options[0]?.value}`),
};

function isLong({ definition }: FieldNode): boolean {
  return (definition as ChoiceDefinition).options.length > MOST_RADIOS;
}

function radios(node: FieldNode, form: FormContext) {
  const { options } = node.definition as ChoiceDefinition;
  return groupFrame(
    node,
    form,
    html`${options.map(
      (option) => html`<label class="option" part="option">
        <input
          type="radio"
          id="${node.path}.${option.value}"
          name=${node.path}
          value=${option.value}
          aria-labelledby=${option.hint === undefined ? nothing : `${node.path}.${option.value}-label`}
          aria-describedby=${option.hint === undefined ? nothing : `${node.path}.${option.value}-hint`}
          .checked=${node.input === option.value}
        />${optionWords(node, option, form)}
      </label>`,
    )}${clearButton(node, form)}`,
  );
}

function select(node: FieldNode, form: FormContext) {
  const { options } = node.definition as ChoiceDefinition;
  return boxFrame(
    node,
    form,
    html`<select
      part="control"
      id=${node.path}
      name=${node.path}
      aria-describedby=${describedBy(node)}
      aria-invalid=${invalid(node)}
      .value=${String(node.input)}
    >
      <option value=""></option>
      ${options.map(({ value, label }) => html`<option value=${value}>${form.locale.text(label)}</option>`)}
    </select>`,
  );
}
