import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FieldNode } from '../../core/nodes.js';
import { groupFrame } from '../field-frame.js';
import type { Control, FieldView, FormContext } from '../field-view.js';
import { pointOption } from '../rating/point-radio.js';
import { pointsOf, pointText } from '../rating/rating.type.js';
import { matrixStyles } from './matrix.styles.js';
import type { MatrixDefinition, MatrixInput } from './matrix.type.js';
import { matrix } from './matrix.type.js';

type Row = MatrixDefinition['rows'][number];

/** More columns than these are too narrow for words. */
const MOST_COLUMNS = 6;

/** A group of radio buttons for each row: cards below one another, and on a wide page the lines of a table. */
export const matrixView: FieldView = {
  type: matrix,
  styles: matrixStyles,
  render(node, form) {
    const definition = node.definition as MatrixDefinition;
    const points = pointsOf(definition);
    // Read in each row, the words above the columns are for the eye.
    return groupFrame(
      node,
      form,
      html`<div class="matrix ${points.length > MOST_COLUMNS ? '' : 'table'}">
        <div class="heads" aria-hidden="true">
          ${points.map((point) => html`<span>${pointText(point, definition, form.locale)}</span>`)}
        </div>
        ${definition.rows.map((row) => rowGroup(node, row, form))}
      </div>`,
    );
  },
  read: (control, node) => ({ ...(node.input as MatrixInput), [rowOf(control, node)]: control.value }),
  focusPart({ definition, input }) {
    const { rows } = definition as MatrixDefinition;
    const missing = rows.find(({ id }) => !(input as MatrixInput)[id]) ?? rows[0];
    return `.${missing?.id}.1`;
  },
};

function rowOf({ name }: Control, { path }: FieldNode): string {
  return name.slice(path.length + 1);
}

function rowGroup(node: FieldNode, { id, label }: Row, form: FormContext): TemplateResult {
  const definition = node.definition as MatrixDefinition;
  const name = `${node.path}.${id}`;
  const input = (node.input as MatrixInput)[id];
  const isMissing = node.issue !== undefined && input === undefined;
  return html`<fieldset class=${isMissing ? 'row missing' : 'row'}>
    <legend tabindex="-1" id="${name}-group">${form.locale.text(label)}</legend>
    ${pointsOf(definition).map((point) => pointOption({ name, point, input }, definition, form))}
    ${input === undefined ? nothing : clearRow(node, { id, label }, form)}
  </fieldset>`;
}

function clearRow(node: FieldNode, { id, label }: Row, form: FormContext): TemplateResult {
  const { clear, clearShort } = form.locale.messages;
  return html`<button
    type="button"
    class="link clear"
    aria-label=${clear(form.locale.text(label))}
    @click=${() => {
      const { [id]: _, ...others } = node.input as MatrixInput;
      form.engine.input(node, others);
      form.changed(node);
      form.focusOn(`${node.path}.${id}-group`);
    }}
  >
    ${clearShort}
  </button>`;
}
