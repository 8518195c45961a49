import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { richText } from '../../fields/rich-text.js';
import type { PageHost } from './page-host.js';

/** What this is and is not, what will be needed, who decides and when: before the first question. */
export function startPage(host: PageHost): TemplateResult {
  const { locale } = host.context;
  const { title, start } = host.session.engine.definition;
  return html`
    <h2 id="title" tabindex="-1" part="title">${locale.text(title)}</h2>
    ${start?.intro === undefined ? nothing : html`<div class="intro">${richText(locale.text(start.intro))}</div>`}
    ${(start?.sections ?? []).map(
      (section) => html`<section>
        <h3>${locale.text(section.title)}</h3>
        ${richText(locale.text(section.text))}
      </section>`,
    )}
    <div class="actions">
      <button class="primary" part="button primary">${locale.messages.start}</button>
    </div>
  `;
}
