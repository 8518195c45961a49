import { html, nothing } from 'lit';
import type { PageHost } from './page-host.js';

/** How the sending goes; where it has stopped, plainly why, and that nothing is lost: this may be said at any time. */
export function sendingStatus(host: PageHost): unknown {
  const { sending, context } = host;
  const { locale } = context;
  const { sending: words, unsent } = locale.messages;
  if (sending.kind === 'idle') return nothing;
  if (sending.kind === 'failed') {
    // The others may be what could not be brought.
    const reason =
      sending.failure === 'unreachable'
        ? unsent.unreachable
        : (words.failures[sending.failure] ?? words.failures.unexpected);
    return html`<div class="summary" role="group" aria-labelledby="sending-title" id="sending" tabindex="-1" part="error-summary">
      <h2 id="sending-title">${unsent.failed}</h2>
      <p>${reason}</p>
      <p>${unsent.nothingLost}</p>
      ${host.drawSending()}
    </div>`;
  }
  return host.drawSending();
}
