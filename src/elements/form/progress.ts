import { html, nothing } from 'lit';
import { StepNode } from '../../core/nodes.js';
import type { PageHost } from './page-host.js';
import { slot } from './slot.js';

/** Where the person is, in words and as a bar; opened, the steps already done can be returned to. */
export function progress(host: PageHost): unknown {
  const { context, slots } = host;
  return slot({ key: 'progress', slots, stamp: context, draw: () => draw(host) });
}

function draw(host: PageHost) {
  const { session, context } = host;
  const { locale } = context;
  const { page, steps } = session;
  if (!(page instanceof StepNode) || steps.length < 2) return nothing;
  const current = steps.indexOf(page) + 1;
  const words = locale.messages.step(current, steps.length);
  return html`<details class="progress" part="progress">
    <summary>
      <span>${words}</span>
      <progress value=${current} max=${steps.length} aria-label=${locale.messages.progress}></progress>
    </summary>
    <ol>
      ${steps.map(
        (step, index) => html`<li aria-current=${step === page ? 'step' : nothing}>
          ${
            index + 1 < current
              ? html`<button type="button" class="link" @click=${() => host.go(step)}>
                  ${locale.text(step.definition.title)}
                </button>`
              : locale.text(step.definition.title)
          }
        </li>`,
      )}
    </ol>
  </details>`;
}
