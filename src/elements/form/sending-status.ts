import { html, nothing } from 'lit';
import type { PageHost } from './page-host.js';

/** How the sending goes; where it has stopped, plainly why, and that nothing is lost. */
export function sendingStatus(host: PageHost): unknown {
  const { sending, context } = host;
  const { locale } = context;
  const { sending: words } = locale.messages;
  if (sending.kind === 'idle') return nothing;
  if (sending.kind === 'failed') {
    return html`<div class="summary" role="group" aria-labelledby="sending-title" id="sending" tabindex="-1" part="error-summary">
      <h2 id="sending-title">${words.failed}</h2>
      <p>${words.failures[sending.failure] ?? words.failures.unexpected}</p>
      <p>${words.nothingLost}</p>
    </div>`;
  }
  const { sent = 0, total = 0 } = sending.kind === 'files' ? sending : {};
  return html`<div class="sending" id="sending" tabindex="-1" role="status">
    <h3>${words.title}</h3>
    <progress max=${total || nothing} value=${total === 0 ? nothing : sent} aria-label=${words.title}></progress>
    <p>${sending.kind === 'files' ? words.files(locale.fileSize(sent), locale.fileSize(total)) : words.request}</p>
    ${sending.wait === undefined ? nothing : html`<p>${words.waiting(sending.wait)}</p>`}
    <button type="button" class="secondary" part="button" @click=${() => host.cancelSending()}>${words.cancel}</button>
  </div>`;
}
