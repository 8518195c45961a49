import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { StepNode } from '../../core/nodes.js';
import { richText } from '../../fields/rich-text.js';
import { errorSummary } from './error-summary.js';
import type { PageHost } from './page-host.js';
import { progress } from './progress.js';
import { sendingStatus } from './sending-status.js';

/** One step: what belongs together, and a button to go on. */
export function stepPage(step: StepNode, host: PageHost): TemplateResult {
  const { session, context } = host;
  const { locale } = context;
  const { intro, title } = step.definition;
  return html`
    ${backButton(host)}${errorSummary(host)}${progress(host)}
    <h2 id="title" tabindex="-1" part="title">${locale.text(title)}</h2>
    ${intro === undefined ? nothing : html`<div class="intro">${richText(locale.text(intro))}</div>`}
    <div class=${step.fields.length > MANY ? 'fields many' : 'fields'}>${context.fields(step.fields)}</div>
    ${sendingStatus(host)}
    <div class="actions">
      <button class="primary" part="button primary">
        ${session.returnToReview ? locale.messages.review.returnTo : locale.messages.continue}
      </button>
    </div>
  `;
}

/** Steps with more fields than this leave the layout of those out of sight to later. */
const MANY = 40;

/** The way back, in the same place on every page that has one. */
export function backButton(host: PageHost): TemplateResult | typeof nothing {
  return host.session.before() === undefined
    ? nothing
    : html`<button type="button" class="back" @click=${() => host.goBack()}>
        ${host.context.locale.messages.back}
      </button>`;
}
