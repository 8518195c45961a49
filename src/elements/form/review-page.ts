import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { canonicalJson } from '../../core/canonical-json.js';
import type { FieldNode, StepNode } from '../../core/nodes.js';
import { signedContent } from '../../evidence/signed-content.js';
import { catalogAtHand, viewOf } from '../../fields/at-hand.js';
import { itemTitle } from '../../fields/item-title.js';
import { ownWords } from '../../fields/own-words.js';
import { richText } from '../../fields/rich-text.js';
import { laterWordsOf } from '../../locale/later-words.js';
import { sha256Hex } from '../../transport/digest.js';
import { notBeforeSentence } from './answer-date.js';
import { errors } from './errors.js';
import type { PageHost } from './page-host.js';
import { outgoingOf, submissionOf } from './sender.js';
import { sendingStatus } from './sending-status.js';
import { signs } from './signing.js';
import { backButton } from './step-page.js';

/** Every answer before it is sent, each with a way to change it (GOV.UK check answers). */
export function reviewPage(host: PageHost): TemplateResult {
  const { session, context, sending } = host;
  const { locale, engine } = context;
  const { review, answer, survey } = engine.definition;
  const { review: words } = locale.messages;
  const isSending = sending.kind === 'files' || sending.kind === 'request';
  const closings = session.closing;
  const notBefore = notBeforeSentence(engine.definition, locale, { from: engine.context.today });
  return html`
    ${backButton(host)}${errors(host)}
    <h2 id="title" tabindex="-1" part="title">${review?.title === undefined ? words.title : locale.text(review.title)}</h2>
    <div class="intro">${review?.intro === undefined ? html`<p>${words.intro}</p>` : richText(locale.text(review.intro))}</div>
    ${session.steps.map(
      (step) => html`<section class="answers" part="answers">
        <h3>${locale.text(step.definition.title)}</h3>
        ${rows(step.fields, host)}
      </section>`,
    )}
    ${closings.slice(0, -1).map((step) => closing(step, host))}
    ${
      notBefore === undefined
        ? nothing
        : html`<div class="note important">
            <p class="note-title">${notBefore}</p>
            ${answer?.text === undefined ? nothing : richText(locale.text(answer.text))}
          </div>`
    }
    ${closings.slice(-1).map((step) => closing(step, host))}
    ${sendingStatus(host)}
    <div class="actions">
      <button class="primary" part="button primary" ?hidden=${isSending}>
        ${
          sending.kind === 'failed'
            ? locale.messages.tryAgain
            : review?.action === undefined
              ? survey === undefined
                ? words.send
                : locale.messages.sendAnswers
              : locale.text(review.action)
        }
      </button>
    </div>
  `;
}

/** What is asked under the answers, once they have been read: to stand up for them, and to sign. */
function closing({ definition, fields }: StepNode, host: PageHost): TemplateResult {
  const { locale } = host.context;
  return html`<section class="closing">
    <h3>${locale.text(definition.title)}</h3>
    ${definition.intro === undefined ? nothing : html`<div class="intro">${richText(locale.text(definition.intro))}</div>`}
    ${fieldsWithPaper(fields, host)}
  </section>`;
}

/** The fields; before that for the photo of a signed paper, the way to the paper. */
function fieldsWithPaper(fields: readonly FieldNode[], host: PageHost): TemplateResult {
  const { context } = host;
  const photo = fields.findIndex((node) => node.visible && node.field.kind === 'files' && signs(node));
  if (photo < 0) return html`<div class="fields">${context.fields(fields)}</div>`;
  const { byHand: words } = laterWordsOf(context.locale);
  return html`<div class="fields">${context.fields(fields.slice(0, photo))}</div>
    <div class="by-hand">
      <div class="no-print">
        ${richText(words.how)}
        <button type="button" class="secondary" part="button" @click=${(event: Event) => void printPaper(event, host)}>${words.print}</button>
      </div>
      <dl class="lines-to-write" aria-hidden="true">
        ${[words.name, words.date, words.signature].map((word) => html`<div><dt>${word}</dt><dd></dd></div>`)}
      </dl>
      <p class="paper digest" translate="no" data-title=${words.digest}></p>
    </div>
    <div class="fields no-print">${context.fields(fields.slice(photo))}</div>`;
}

/** Prints everything; at its foot stands which form it is, and the digest that will be sealed with its photo. */
async function printPaper({ currentTarget }: Event, host: PageHost): Promise<void> {
  const { definition } = host.context.engine;
  const foot = (currentTarget as Element).closest('.by-hand')?.querySelector<HTMLElement>('.digest');
  // What cannot be sealed here cannot be sent either, and needs no digest.
  const isSealed = viewOf('sealed') !== undefined;
  const outgoing = isSealed ? await outgoingOf(host).catch(() => undefined) : submissionOf(host);
  if (foot && outgoing) {
    const content = signedContent(definition, outgoing.answers, catalogAtHand);
    const digest = sha256Hex(canonicalJson(content));
    foot.textContent = `${foot.dataset.title ?? ''} \u2066${definition.id} ${definition.version} ${digest}\u2069`;
  }
  globalThis.print();
}

function rows(fields: readonly FieldNode[], host: PageHost): TemplateResult {
  return html`<dl>${fields.filter(isShown).map((node) => row(node, host))}</dl>`;
}

function isShown(node: FieldNode): boolean {
  return node.visible && !node.type.isUnseen && (node.field.kind !== 'none' || node.fields.length > 0);
}

function row(node: FieldNode, host: PageHost): TemplateResult | TemplateResult[] {
  if (node.fields.length > 0)
    return [about(node, host), ...node.fields.filter(isShown).flatMap((inner) => row(inner, host))].flat();
  const { locale } = host.context;
  const name = locale.text(node.definition.name ?? node.definition.label);
  return html`<div class="answer">
      <dt translate=${node.definition.type === 'statement' ? 'no' : nothing}>${name}</dt>
      <dd>${display(node, host)}</dd>
      ${node.computed ? nothing : html`<dd class="change">${changeLink(node, name, host)}</dd>`}
    </div>
    ${node.items.map((item, index) => {
      return html`<div class="answer-item"><dt>${itemTitle(node, index, locale)}</dt><dd>${rows(item.fields, host)}</dd></div>`;
    })}`;
}

/** What is said above the answers inside a field. */
function about(node: FieldNode, { context }: PageHost): TemplateResult[] {
  const sentence = viewOf(node.definition.type)?.aboveAnswers?.(node, context);
  if (sentence === undefined) return [];
  return [
    html`<div class="answer"><dt>${context.locale.text(node.definition.label)}</dt><dd>${sentence}</dd></div>`,
  ];
}

/** Types whose answers may have several lines. */
const manyLines = new Set(['long-text', 'matrix', 'ranking']);

function display(node: FieldNode, { context }: PageHost): unknown {
  const { locale } = context;
  if (node.field.kind === 'list')
    return node.items.length === 0 ? locale.messages.review.notGiven : node.items.length;
  if (node.answer === undefined)
    return html`<span class="not-given">${locale.messages.review.notGiven}</span>`;
  // Only the type itself knows its answers and definitions.
  const text = node.type.display(node.answer as never, node.definition as never, locale);
  if (node.definition.type === 'statement') return locale.messages.statement.given;
  const { type } = node.definition;
  const translate = ownWords.has(type) ? 'no' : nothing;
  if (type === 'national-address')
    // Each line begins where its own words do: the short address is Latin, the others are what was written.
    return html`<span class="lines" translate=${translate}>${text.split('\n').map((line, index) => html`${index > 0 ? '\n' : nothing}<bdi>${line}</bdi>`)}</span>`;
  return manyLines.has(type)
    ? html`<span class="lines" dir="auto" translate=${translate}>${text}</span>`
    : html`<bdi translate=${translate}>${text}</bdi>`;
}

function changeLink(node: FieldNode, name: string, host: PageHost): TemplateResult {
  return html`<button type="button" class="link" @click=${() => change(node, host)}>
    ${host.context.locale.messages.review.change}<span class="visually-hidden"> ${name}</span>
  </button>`;
}

function change(node: FieldNode, host: PageHost): void {
  host.session.returnToReview = true;
  host.go(node.step, node);
}
