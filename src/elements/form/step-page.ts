import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { StepNode } from '../../core/nodes.js';
import { richText } from '../../fields/rich-text.js';
import { errors } from './errors.js';
import type { PageHost } from './page-host.js';
import { progress } from './progress.js';
import { sendingStatus } from './sending-status.js';

/** One step: what belongs together, and a button to go on. */
export function stepPage(step: StepNode, host: PageHost): TemplateResult {
  const { context, sending } = host;
  const { locale } = context;
  const { intro, title } = step.definition;
  return html`
    ${backButton(host)}${errors(host)}${formTitle(step, host)}${progress(host)}
    <h2 id="title" tabindex="-1" part="title">${locale.text(title)}</h2>
    ${intro === undefined ? nothing : html`<div class="intro">${richText(locale.text(intro))}</div>`}
    <div class="fields">${fieldsOf(step, host)}</div>
    ${sendingStatus(host)}
    <div class="actions">
      <button class="primary" part="button primary" ?hidden=${sending.kind === 'files' || sending.kind === 'request'}>
        ${mainAction(host)}
      </button>
    </div>
  `;
}

function mainAction({ session, context, sending }: PageHost): string {
  const { messages } = context.locale;
  if (session.returnToReview) return messages.review.returnTo;
  if (!session.isLast) return messages.continue;
  return sending.kind === 'failed' ? messages.tryAgain : messages.sendAnswers;
}

/** What the form is, above its first question where no start page has said so. No heading: the step's is the page's. */
function formTitle(step: StepNode, { session, context }: PageHost): TemplateResult | typeof nothing {
  const title = context.locale.text(session.engine.definition.title);
  return step === session.first && title !== context.locale.text(step.definition.title)
    ? html`<p class="hint">${title}</p>`
    : nothing;
}

/** Steps with more fields than this are put together of parts. */
const MANY = 40;
/** Fields of one part, about the square root of the most there can be on a step. */
const PART = 25;

/**
 * The fields of a step. Those of a long one stand in parts: what is out of sight is laid out when it comes near, and
 * after a keystroke the browser looks through the fields of one part and over the others, not through a thousand.
 */
function fieldsOf({ fields }: StepNode, { context }: PageHost): unknown {
  if (fields.length <= MANY) return context.fields(fields);
  return Array.from({ length: Math.ceil(fields.length / PART) }, (_none, index) => {
    const part = fields.slice(index * PART, (index + 1) * PART);
    return html`<div class="part">${context.fields(part)}</div>`;
  });
}

/** The way back, in the same place on every page that has one. */
export function backButton(host: PageHost): TemplateResult | typeof nothing {
  return host.session.before() === undefined
    ? nothing
    : html`<button type="button" class="back" @click=${() => host.goBack()}>
        ${host.context.locale.messages.back}
      </button>`;
}
