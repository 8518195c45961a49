import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatReference } from '../../core/reference.js';
import type { Text } from '../../core/text.js';
import { richText } from '../../fields/rich-text.js';
import type { Receipt } from '../../transport/transport.js';
import { notBeforeSentence, riyadhDate } from './answer-date.js';
import type { PageHost } from './page-host.js';

/** What the person takes away: the reference, when it was received, and what happens next. */
export function receiptPage(receipt: Receipt, host: PageHost, association: Text | undefined): TemplateResult {
  const { context } = host;
  const { locale, engine } = context;
  const { receipt: words } = locale.messages;
  const { definition } = engine;
  const reference = formatReference(receipt.reference);
  const received = riyadhDate(new Date(receipt.receivedAt));
  const notBefore = notBeforeSentence(definition, locale, { from: received, date: receipt.notBefore });
  return html`
    <div class="receipt" part="receipt">
      <p class="mark" aria-hidden="true"></p>
      <h2 id="title" tabindex="-1" part="title">${words.title}</h2>
      ${association === undefined ? nothing : html`<p>${locale.text(association)}</p>`}
      <p class="reference-label" id="reference-label">${words.reference}</p>
      <p class="reference" id="reference" tabindex="-1" aria-labelledby="reference-label"><bdo dir="ltr">${breakable(reference)}</bdo></p>
      <p>${words.keep}</p>
      <p>${words.received(locale.dateInBoth(received, 'islamic-umalqura'))}</p>
      ${host.session.isReceiptEarlier ? html`<p class="note important">${words.earlier}</p>` : nothing}
      <div class="beside no-print">
        <button type="button" class="secondary" part="button" @click=${() => void copy(reference, host)}>${words.copy}</button>
        <button type="button" class="secondary" part="button" @click=${() => globalThis.print()}>${words.print}</button>
      </div>
    </div>
    ${
      notBefore === undefined
        ? nothing
        : html`<div class="note important">
            <p class="note-title">${notBefore}</p>
            ${definition.answer?.text === undefined ? nothing : richText(locale.text(definition.answer.text))}
          </div>`
    }
    ${
      definition.receipt === undefined
        ? nothing
        : html`<section><h3>${words.next}</h3>${richText(locale.text(definition.receipt.text))}</section>`
    }
  `;
}

/** A reference that is too long for its line goes on in the next one between two groups. */
function breakable(reference: string): unknown[] {
  return (reference.match(/[^-]+-?/g) ?? []).map((group) => html`${group}<wbr />`);
}

async function copy(reference: string, host: PageHost): Promise<void> {
  const { context } = host;
  try {
    await navigator.clipboard.writeText(reference);
    context.announce(context.locale.messages.receipt.copied);
  } catch {
    // Without leave to use the clipboard the person is led to the number, to copy it by hand.
    host.focusOn('reference');
  }
}
