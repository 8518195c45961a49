import { html, nothing } from 'lit';
import { boxes } from '../../theme/boxes.styles.js';
import { autofill, boxFrame, describedBy, invalid } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { clockTime, understoodTime } from './time.sentences.js';
import { time } from './time.type.js';

/**
 * A box for a time, and under it how the time was understood: 8:30 may be meant for the evening. A text box, for time boxes
 * refuse Arabic digits and speak the language of the browser.
 */
export const timeView: FieldView = {
  type: time,
  styles: boxes,
  render(node, form) {
    const { language } = form.locale;
    const id = `${node.path}-understood`;
    const understood =
      typeof node.answer === 'string'
        ? understoodTime[language]?.(clockTime(node.answer, language))
        : undefined;
    return boxFrame(
      node,
      form,
      html`<input
        part="control"
        class="start-aligned short"
        id=${node.path}
        name=${node.path}
        dir="ltr"
        autocomplete=${autofill(node)}
        aria-describedby=${describedBy(node, id)}
        aria-invalid=${invalid(node)}
        .value=${String(node.input)}
      />`,
      html`<p class="count" id=${id} aria-live="polite">${understood ?? nothing}</p>`,
    );
  },
};
