import { html } from 'lit';
import { fieldClass, labelText, problem } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import type { GivenAnswer } from './given.type.js';
import { given } from './given.type.js';

/** The data line by line, to be read: there is nothing to type, and what is signed stays to the letter. */
export const givenView: FieldView = {
  type: given,
  render(node, form) {
    const { lines } = (node.input as GivenAnswer | undefined) ?? { lines: [] };
    return html`<section class="${fieldClass(node)} answers" part="field" id=${node.path} tabindex="-1">
      <p class="note-title" part="label">${labelText(node, form)}</p>
      ${problem(node, form)}
      <dl translate="no">${lines.map(({ label, value }) =>
        value === undefined
          ? html`<div class="answer-heading"><dt>${label}</dt><dd></dd></div>`
          : html`<div class="answer"><dt>${label}</dt><dd class="lines"><bdi>${value}</bdi></dd></div>`,
      )}</dl>
    </section>`;
  },
};
