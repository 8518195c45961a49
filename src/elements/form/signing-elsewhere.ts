import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { canonicalJson } from '../../core/canonical-json.js';
import { nodeNamed } from '../../core/node-search.js';
import type { FieldNode } from '../../core/nodes.js';
import type { FormContext } from '../../fields/field-view.js';
import type { SignatureAnswer, SignatureDefinition } from '../../fields/signature/signature.type.js';
import { isProof, signerIn } from '../../fields/signature/signature.type.js';
import { laterWordsOf } from '../../locale/later-words.js';
import { sha256Hex } from '../../transport/digest.js';
import type { SignatureProvider } from './signature-provider.js';
import { signedAnswers } from './signing.js';

/** The way to a provider, under the pad; once he has signed, that he has. */
export function signingElsewhere(
  node: FieldNode,
  provider: SignatureProvider,
  form: FormContext,
): TemplateResult {
  const { locale } = form;
  const { elsewhere: words } = laterWordsOf(locale);
  const answer = node.answer as SignatureAnswer | undefined;
  const label = locale.text(provider.label);
  return html`<div class="elsewhere">
    ${answer?.method === 'provider' ? html`<p class="success" role="status">${words.signed(label)}</p>` : nothing}
    <button type="button" class="secondary" part="button" @click=${(event: Event) => void ask(event.currentTarget as HTMLButtonElement, node, provider, form)}>${label}</button>
  </div>`;
}

async function ask(
  button: HTMLButtonElement,
  node: FieldNode,
  provider: SignatureProvider,
  form: FormContext,
): Promise<void> {
  // Pressed twice, he would be asked twice.
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const { locale, engine } = form;
  const { elsewhere: words } = laterWordsOf(locale);
  const { signer = [] } = node.definition as SignatureDefinition;
  const digest = () => sha256Hex(canonicalJson(signedAnswers(engine)));
  const contentSha256 = digest();
  try {
    const proof = await provider.sign({
      contentSha256,
      signer: signerIn(signer.map((name) => nodeNamed(name, node.group)?.value)),
      language: locale.language,
    });
    if (proof === undefined) return;
    if (!isProof(proof)) throw new TypeError('A proof is a text of 1 to 20,000 ASCII characters.');
    // What was changed while he was away is not what he has signed.
    if (contentSha256 !== digest()) engine.reportIssue(node, 'changed');
    else {
      engine.input(node, { method: 'provider', provider: provider.id, proof });
      form.changed(node);
      form.announce(words.signed(locale.text(provider.label)));
    }
  } catch (error) {
    form.announce(words.failed);
    // Not a failure of the form: whoever looks after the page must be able to see it.
    console.warn(error);
  } finally {
    button.ariaBusy = null;
  }
}
