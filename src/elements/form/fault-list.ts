import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { firstMessages } from '../../locale/by-parts.js';
import type { ExplainedProblem } from '../../locale/definition-problems.js';

/** What stands in place of a form that cannot be shown: the page's own content, and the reasons for its admin. */
export function faultList(problems: readonly ExplainedProblem[], language: string): TemplateResult {
  const messages = firstMessages(language);
  if (messages instanceof Promise) return html`<slot></slot>`;
  return html`<div class="root" lang=${language} dir=${messages.direction}>
    <slot><p>${messages.unavailable}</p></slot>
    <details class="faults">
      <summary>${messages.forAdministrator}</summary>
      <ul>
        ${problems.map(
          ({ line, pointer, message }) => html`<li>
            ${message} <code dir="ltr">${pointer}${line === undefined ? nothing : `:${line}`}</code>
          </li>`,
        )}
      </ul>
    </details>
  </div>`;
}
