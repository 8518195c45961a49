import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FieldNode } from '../../core/nodes.js';
import { problemText } from '../../fields/field-frame.js';
import type { FormContext } from '../../fields/field-view.js';
import { itemTitle } from '../../fields/item-title.js';
import { controlId } from './control-id.js';
import type { PageHost } from './page-host.js';
import { pageOf } from './session.js';

/** All that is wrong on the page, each a link to its control; it goes when all is mended (GOV.UK error summary). */
export function errorSummary(host: PageHost): TemplateResult | typeof nothing {
  const { session, context } = host;
  const { issues } = session;
  if (issues.length === 0) return nothing;
  return html`<div class="summary" part="error-summary" role="group" aria-labelledby="errors-title" id="errors" tabindex="-1">
    <h2 id="errors-title">${context.locale.messages.errorSummary}</h2>
    <ul>
      ${issues.map(
        ({ node }) => html`<li>
          <a href="#${controlId(node)}" @click=${(event: Event) => follow(event, node, host)}>${linkText(node, context)}</a>
        </li>`,
      )}
    </ul>
  </div>`;
}

/** What is wrong, and in which item of a list: the same may be missing in several of them. */
function linkText(node: FieldNode, context: FormContext): string {
  const { locale } = context;
  let text = problemText(node, context);
  for (let { group } = node; group.list !== undefined; group = group.list.group) {
    const item = itemTitle(group.list, group.list.items.indexOf(group), locale);
    text = locale.messages.list.inItem(item, text);
  }
  return text;
}

/** A link of a shadow root leads nowhere by itself: the focus is moved. */
function follow(event: Event, node: FieldNode, host: PageHost): void {
  event.preventDefault();
  const page = pageOf(node.step);
  if (page === host.session.page) host.focusOn(controlId(node));
  else host.go(page, node);
}
