import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Association } from '../../core/association.js';
import { laterWordsOf } from '../../locale/later-words.js';
import type { FormLocale } from '../../locale/locale.js';

/** The ways to reach the association and the documents its officers work by, under every page. */
export function aboutAssociation(association: Association, locale: FormLocale): TemplateResult {
  const { association: words } = laterWordsOf(locale);
  const { channels, documents, policy } = association;
  return html`<footer class="about no-print" part="about">
    <details>
      <summary>${words.channels}</summary>
      <ul>
        ${channels.map(
          ({ name, detail, href }) => html`<li>
            ${href === undefined ? html`<strong>${locale.text(name)}</strong>` : html`<a href=${href}>${locale.text(name)}</a>`}
            ${detail === undefined ? nothing : html`<span class="hint">${locale.text(detail)}</span>`}
          </li>`,
        )}
      </ul>
    </details>
    <details>
      <summary>${words.documents}</summary>
      <ul>
        ${documents.map(
          ({ title, href, version }) => html`<li>
            ${href === undefined ? locale.text(title) : html`<a href=${href}>${locale.text(title)}</a>`}
            ${version === undefined ? nothing : html`<span class="hint"><bdi translate="no">${version}</bdi></span>`}
          </li>`,
        )}
      </ul>
      ${
        policy === undefined
          ? nothing
          : html`<p class="hint">
              ${words.policy(locale.text(policy.title), policy.minutes, locale.dateInBoth(policy.approved, 'islamic-umalqura'))}
            </p>`
      }
    </details>
  </footer>`;
}
