import { html } from 'lit';
import { nodeNamed } from '../../core/node-search.js';
import type { FieldNode } from '../../core/nodes.js';
import type { TaafiSignature } from '../../elements/signature/signature.js';
import { describedBy, fieldClass, hint, invalid, labelText, problem, problemText } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import type { HandSignature, SignatureAnswer, SignatureDefinition } from './signature.type.js';
import { signature, signerIn } from './signature.type.js';

/**
 * A pad to sign on, or a box to type the name in. The element of both comes when it is first needed. What is wrong stands
 * below it: above, its going would move the pad away under the hand between two strokes.
 */
export const signatureView: FieldView = {
  type: signature,
  render(node, form) {
    if (customElements.get('taafi-signature') === undefined)
      void import('../../elements/signature/define.js');
    return html`<div class=${fieldClass(node)} part="field">
      <label for=${node.path} part="label">${labelText(node, form)}</label>
      ${hint(node, form)}
      <taafi-signature
        exportparts="pad, control, button"
        id=${node.path}
        name=${node.path}
        lang=${form.locale.language}
        numerals=${form.locale.shown.numerals ?? 'latn'}
        aria-describedby=${describedBy(node)}
        aria-invalid=${invalid(node)}
        .label=${form.locale.text(node.definition.label)}
        .description=${node.issue === undefined ? '' : problemText(node, form)}
        .signer=${signerOf(node)}
        .value=${byHand(node.input as SignatureAnswer | undefined)}
      ></taafi-signature>
      ${problem(node, form)}
      ${form.besideSignature(node)}
    </div>`;
  },
  // Only this view's own element has the name of such a field.
  read: (control) => (control as unknown as TaafiSignature).value,
};

/** What the pad can show: nothing of what was signed elsewhere. */
function byHand(answer: SignatureAnswer | undefined): HandSignature | undefined {
  return answer?.method === 'provider' ? undefined : answer;
}

function signerOf(node: FieldNode): string {
  const { signer = [] } = node.definition as SignatureDefinition;
  return signerIn(signer.map((name) => nodeNamed(name, node.group)?.value));
}
