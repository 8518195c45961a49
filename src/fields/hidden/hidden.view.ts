import { html } from 'lit';
import { problem } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { hidden } from './hidden.type.js';

/** Nothing but what is wrong, once that has been told: the page forgot to give it, and the person must know why he cannot go on. */
export const hiddenView: FieldView = {
  type: hidden,
  render: (node, form) =>
    html`<div class=${node.issue === undefined ? '' : 'field invalid'} id=${node.path} tabindex="-1" ?hidden=${node.issue === undefined}>${problem(node, form)}</div>`,
};
