import { html, nothing } from 'lit';
import type { FieldView, FormContext } from '../field-view.js';
import { richText } from '../rich-text.js';
import type { NoteDefinition } from './note.type.js';
import { note } from './note.type.js';

/** Something to know: a paragraph, a box that stands out, or a text folded away under its label. */
export const noteView: FieldView = {
  type: note,
  render(node, form) {
    const { label, text, shows, look = 'plain' } = node.definition as NoteDefinition;
    const title = form.locale.text(label);
    const body =
      shows === 'notice' ? notice(form) : text === undefined ? nothing : richText(form.locale.text(text));
    if (look === 'details') {
      return html`<details class="note" part="note"><summary>${title}</summary>${body}</details>`;
    }
    return html`<div class="note ${look}" part="note"><p class="note-title">${title}</p>${body}</div>`;
  },
};

/** The privacy notice: the parts the law wants, each under its own heading. */
function notice({ engine, locale }: FormContext) {
  const parts = Object.entries(engine.definition.notice ?? {});
  return html`<dl class="notice">
    ${parts.map(
      ([key, text]) => html`<dt>${locale.messages.notice[key as keyof typeof locale.messages.notice]}</dt>
        <dd>${richText(locale.text(text))}</dd>`,
    )}
  </dl>`;
}
