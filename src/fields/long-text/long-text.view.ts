import { html } from 'lit';
import { cleanParagraphs, countOf } from '../../core/characters.js';
import { arLength } from '../../locale/ar-length.js';
import { enLength } from '../../locale/en-length.js';
import { boxes } from '../../theme/boxes.styles.js';
import { boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import type { LongTextDefinition } from './long-text.type.js';
import { longestOf, longText } from './long-text.type.js';

/** A box of several lines, with what is left of its length once most of it is used. */
export const longTextView: FieldView = {
  type: longText,
  words: { ar: arLength, en: enLength },
  styles: boxes,
  render(node, form) {
    const most = longestOf(node.definition as LongTextDefinition);
    const left = most - countOf(cleanParagraphs(String(node.input)));
    const { charactersLeft, charactersOver } = form.locale.messages;
    const count = left < 0 ? charactersOver(-left) : left < most / 4 ? charactersLeft(left) : '';
    return boxFrame(
      node,
      form,
      html`<textarea
        part="control"
        id=${node.path}
        name=${node.path}
        rows="4"
        autocomplete="off"
        aria-describedby=${describedBy(node, `${node.path}-count`)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      ></textarea>`,
      html`<p class="count" id="${node.path}-count" role="status">${count}</p>`,
    );
  },
};
