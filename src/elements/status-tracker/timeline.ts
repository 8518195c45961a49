import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { TrackedStage } from '../../transport/tracked-view.js';
import type { Telling } from './telling.js';

/** The way of a request: what is done, what is now, what comes next, each in words, in shape and with its day. */
export function timeline(stages: readonly TrackedStage[], telling: Telling): TemplateResult {
  const { view: words } = telling.words;
  return html`<section class="way" part="timeline">
    <h3 id="timeline">${words.timeline}</h3>
    <ol class="timeline" role="list" aria-labelledby="timeline">
      ${stages.map(
        ({
          title,
          status,
          on,
        }) => html`<li class="stage ${status}" aria-current=${status === 'now' ? 'step' : nothing}>
          <p class="stage-title">${telling.told(title)} <span class="status">${words.statuses[status]}</span></p>
          ${on === undefined ? nothing : html`<p class="hint">${telling.day(on)}</p>`}
        </li>`,
      )}
    </ol>
  </section>`;
}
