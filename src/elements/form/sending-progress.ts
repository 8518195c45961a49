import { html, nothing } from 'lit';
import type { PageHost } from './page-host.js';

/** How far the sending has come, with a way to stop it. */
export function sendingProgress(host: PageHost): unknown {
  const { sending, context } = host;
  const { locale } = context;
  const { sending: words } = locale.messages;
  if (sending.kind === 'idle' || sending.kind === 'failed') return nothing;
  const { sent = 0, total = 0 } = sending.kind === 'files' ? sending : {};
  return html`<div class="sending" id="sending" tabindex="-1" role="status">
    <h3>${words.title}</h3>
    <progress max=${total || nothing} value=${total === 0 ? nothing : sent} aria-label=${words.title}></progress>
    <p>${sending.kind === 'files' ? words.files(locale.fileSize(sent), locale.fileSize(total)) : words.request}</p>
    ${sending.wait === undefined ? nothing : html`<p>${words.waiting(sending.wait)}</p>`}
    <button type="button" class="secondary" part="button" @click=${() => host.cancelSending()}>${words.cancel}</button>
  </div>`;
}
