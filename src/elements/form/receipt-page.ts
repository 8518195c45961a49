import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { canonicalJson } from '../../core/canonical-json.js';
import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import { Engine } from '../../core/engine.js';
import { isSigning } from '../../core/field-type.js';
import { asReceived } from '../../core/received-form.js';
import { formatReference } from '../../core/reference.js';
import { allFields, scopesOf } from '../../core/scopes.js';
import type { Text } from '../../core/text.js';
import type { ReceiptFile } from '../../evidence/record.js';
import { catalogAtHand } from '../../fields/at-hand.js';
import { richText } from '../../fields/rich-text.js';
import { laterWordsOf } from '../../locale/later-words.js';
import type { Stored } from '../../transport/delivery.js';
import { sha256Hex } from '../../transport/digest.js';
import { notBeforeSentence } from './answer-date.js';
import type { LoadedDefinition } from './load-definition.js';
import type { PageHost } from './page-host.js';
import { receiptPaper } from './receipt-paper.js';
import { riyadhDate } from './riyadh-time.js';
import { saveFile } from './save-file.js';

/** What the person takes away: the reference, when it was received, the sealed receipt, and what happens next. */
export function receiptPage(stored: Stored, host: PageHost, association: Text | undefined): TemplateResult {
  const { receipt, isEarlier } = stored;
  const { context } = host;
  const { locale, engine } = context;
  const { receipt: words } = laterWordsOf(locale);
  const { definition } = engine;
  const reference = formatReference(receipt.reference);
  const received = riyadhDate(new Date(receipt.receivedAt));
  const notBefore = notBeforeSentence(definition, locale, { from: received, date: receipt.notBefore });
  const file = receiptFile(stored, host.loaded);
  return html`
    <div class="receipt" part="receipt">
      <p class="mark" aria-hidden="true"></p>
      <h2 id="title" tabindex="-1" part="title">${definition.receipt?.title === undefined ? words.title : locale.text(definition.receipt.title)}</h2>
      ${association === undefined ? nothing : html`<p>${locale.text(association)}</p>`}
      <p class="reference-label" id="reference-label">${words.reference}</p>
      <p class="reference" id="reference" tabindex="-1" aria-labelledby="reference-label"><bdo dir="ltr">${breakable(reference)}</bdo></p>
      <p>${words.keep}</p>
      <p>${words.received(locale.dateInBoth(received, 'islamic-umalqura'))}</p>
      ${isEarlier ? html`<p class="note important">${words.earlier}</p>` : nothing}
      <div class="beside no-print">
        <button type="button" class="secondary" part="button" @click=${() => void copy(reference, words.copied, 'reference', host)}>${words.copy}</button>
        <button type="button" class="secondary" part="button" @click=${() => globalThis.print()}>${words.print}</button>
        ${
          file === undefined
            ? nothing
            : html`<button type="button" class="secondary" part="button" aria-describedby="save-hint" @click=${() => saveReceipt(file)}>${words.save}</button>`
        }
      </div>
      ${file === undefined ? nothing : html`<p class="hint no-print" id="save-hint">${words.saveHint}</p>`}
    </div>
    ${
      notBefore === undefined
        ? nothing
        : html`<div class="note important">
            <p class="note-title">${notBefore}</p>
            ${definition.answer?.text === undefined ? nothing : richText(locale.text(definition.answer.text))}
          </div>`
    }
    ${linkToFollow(stored, host)}
    ${linkToSign(stored, host)}
    ${
      definition.receipt === undefined
        ? nothing
        : html`<section><h3>${words.next}</h3>${richText(locale.text(definition.receipt.text))}</section>`
    }
    ${receiptPaper(stored, host)}
  `;
}

/** The way to where the request is followed, opened by the link itself. */
function linkToFollow({ receipt }: Stored, host: PageHost): TemplateResult | typeof nothing {
  const { trackerPage } = host.otherPages;
  if (trackerPage === undefined || receipt.tracking === undefined) return nothing;
  const { receipt: words } = laterWordsOf(host.context.locale);
  const link = new URL(trackerPage, document.baseURI);
  link.hash = `track=${receipt.reference}.${receipt.tracking}`;
  return html`<section class="no-print">
    <h3>${words.follow}</h3>
    <p>${words.followHint}</p>
    <p><a href=${link.href}>${words.followLink}</a></p>
  </section>`;
}

/** The link for a person whose request somebody else has filled in, where the page says where he can sign. */
function linkToSign({ receipt, submission }: Stored, host: PageHost): TemplateResult | typeof nothing {
  const { engine, locale } = host.context;
  const { declarationPage } = host.otherPages;
  const fields = [...allFields(scopesOf(engine.definition, catalogAtHand).root)];
  const isToSign = fields.some(({ definition }) => isSigning(definition, catalogAtHand));
  if (declarationPage === undefined || !isToSign || submission.signatures || receipt.token === undefined)
    return nothing;
  const { receipt: words } = laterWordsOf(locale);
  const link = new URL(declarationPage, document.baseURI);
  link.hash = `declare=${receipt.reference}.${receipt.token}`;
  return html`<section class="note important no-print">
    <h3 id="link-title">${words.link}</h3>
    <p>${words.linkHint}</p>
    <p class="link-text" id="link" tabindex="-1" aria-labelledby="link-title"><bdo dir="ltr" translate="no">${link.href}</bdo></p>
    <button type="button" class="secondary" part="button" @click=${() => void copy(link.href, words.linkCopied, 'link', host)}>${words.copyLink}</button>
  </section>`;
}

/** The receipt as a file; undefined where the receiver seals nothing, or has stored what was never sent. */
export function receiptFile(stored: Stored, { definition, json }: LoadedDefinition): ReceiptFile | undefined {
  const { evidence, answersSha256 } = stored.receipt;
  if (evidence === undefined) return undefined;
  const answers = [stored.submission.answers, answersOfThatDay(stored, definition)].find(
    (candidate) => sha256Hex(canonicalJson(candidate)) === answersSha256,
  );
  return answers && { kind: 'taafi-receipt', v: 1, ...evidence, definition: json, answers };
}

/** The answers with what follows from the day they were received on: a form may stay open past a birthday. */
function answersOfThatDay({ receipt, submission }: Stored, definition: FormDefinition): Answers {
  const engine = new Engine(asReceived(definition), catalogAtHand, {
    today: riyadhDate(new Date(receipt.receivedAt)),
  });
  engine.restore(submission.answers);
  return engine.answers();
}

/** Gives the browser the file of a receipt to save. */
export function saveReceipt(file: ReceiptFile): void {
  saveFile(`receipt-${file.record.reference}.json`, JSON.stringify(file));
}

/** A reference that is too long for its line goes on in the next one between two groups. */
function breakable(reference: string): unknown[] {
  return (reference.match(/[^-]+-?/g) ?? []).map((group) => html`${group}<wbr />`);
}

async function copy(text: string, done: string, id: string, host: PageHost): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    host.context.announce(done);
  } catch {
    // Without leave to use the clipboard the person is led to the text, to copy it by hand.
    host.focusOn(id);
  }
}
