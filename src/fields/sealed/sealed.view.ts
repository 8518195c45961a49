import { html } from 'lit';
import type { FieldNode } from '../../core/nodes.js';
import { readerSentence } from '../../locale/sealing-words.js';
import { describedBy, hint, problem } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { sectionStyles } from '../section/section.styles.js';
import { canSeal, sealSubmission } from './seal-submission.js';
import { sealedStyles } from './sealed.styles.js';
import type { SealedDefinition } from './sealed.type.js';
import { sealed } from './sealed.type.js';

/** A heading over questions that belong together, and who will be able to read the answers. */
export const sealedView: FieldView = {
  type: sealed,
  styles: [sectionStyles, sealedStyles],
  render: (node, form) =>
    html`<fieldset class="section sealed" part="section" id=${node.path} tabindex="-1" aria-describedby=${describedBy(node, `${node.path}-reader`)}>
      <legend><span class="section-title">${form.locale.text(node.definition.label)}</span></legend>
      ${hint(node, form)}${problem(node, form)}
      <p class="note" part="note" id="${node.path}-reader">${sentence(node, form)}</p>
      ${form.fields(node.fields)}
    </fieldset>`,
  aboveAnswers: sentence,
  seal: sealSubmission,
};

function sentence({ definition }: FieldNode, { locale }: FormContext): string {
  // Its own type has shaped it.
  const { reader } = definition as SealedDefinition;
  return readerSentence(reader === undefined ? undefined : locale.text(reader), canSeal(), locale);
}
