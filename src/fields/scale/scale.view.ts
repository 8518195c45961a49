import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FieldNode } from '../../core/nodes.js';
import type { Text } from '../../core/text.js';
import { clearButton, groupFrame } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { pointOption } from '../rating/point-radio.js';
import { scaleStyles } from './scale.styles.js';
import type { ScaleDefinition } from './scale.type.js';
import { numbersOf, scale } from './scale.type.js';

/** Radio buttons that look like keys with a number: two rows on a phone, one on a wide page, the least at the start. */
export const scaleView: FieldView = {
  type: scale,
  styles: scaleStyles,
  render(node, form) {
    const definition = node.definition as ScaleDefinition;
    const { leastLabel, mostLabel } = definition;
    const offered = numbersOf(definition);
    const numbers = offered.filter((point) => typeof point === 'number');
    const input = node.input as string;
    return groupFrame(
      node,
      form,
      html`<div class="scale ${numbers.length > 6 ? 'many' : ''}">
          ${end(`${node.path}-least`, numbers[0], leastLabel, form)}
          <div class="numbers">
            ${numbers.map((number, index) => {
              const described =
                index === 0 && leastLabel !== undefined
                  ? 'least'
                  : index === numbers.length - 1 && mostLabel !== undefined && 'most';
              return numberKey(node, number, described && `${node.path}-${described}`);
            })}
          </div>
          ${end(`${node.path}-most`, numbers.at(-1), mostLabel, form)}
        </div>
        ${offered
          .filter((point) => typeof point !== 'number')
          .map((point) =>
            pointOption({ name: node.path, point, input }, definition, form),
          )}${clearButton(node, form, true)}`,
    );
  },
  focusPart: ({ definition }) => `.${(definition as ScaleDefinition).least ?? 0}`,
};

/** The words of an end are part of the name of its number. */
function numberKey({ path, input }: FieldNode, number: number, end: string | false): TemplateResult {
  const id = `${path}.${number}`;
  return html`<label class="number">
    <input
      type="radio"
      id=${id}
      name=${path}
      value=${number}
      aria-labelledby=${end === false ? nothing : `${id}-number ${end}`}
      .checked=${input === String(number)}
    /><span id="${id}-number">${number}</span>
  </label>`;
}

function end(
  id: string,
  number: number | undefined,
  label: Text | undefined,
  { locale }: FormContext,
): TemplateResult | typeof nothing {
  return label === undefined
    ? nothing
    : html`<p class="end"><b aria-hidden="true">${number}</b> <span id=${id}>${locale.text(label)}</span></p>`;
}
