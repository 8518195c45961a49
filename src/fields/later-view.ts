import { html } from 'lit';
import type { FieldView } from './field-view.js';

/** A view that comes when a field of its type is first drawn: until then the question is there, and room for its answers. */
export function laterView(load: () => Promise<FieldView>): FieldView {
  let view: FieldView | undefined;
  return {
    get styles() {
      return view?.styles;
    },
    render(node, form) {
      if (view !== undefined) return view.render(node, form);
      // Where it cannot be brought now, the next drawing of the field tries again.
      load().then(
        (loaded) => {
          view = loaded;
          // What the field holds stays as it is; said again, it is drawn again.
          form.engine.input(node, node.input);
        },
        () => undefined,
      );
      return html`<div class="field awaited" aria-busy="true">${form.locale.text(node.definition.label)}</div>`;
    },
    read: (control, node) => (view?.read === undefined ? control.value : view.read(control, node)),
    focusPart: (node) => view?.focusPart?.(node) ?? '',
  };
}
