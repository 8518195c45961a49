import { Outbox } from '../../transport/outbox/outbox.js';

let outbox: Outbox | undefined;

/** The one outbox of all forms of a page. */
export function outboxOfPage(): Outbox {
  outbox ??= new Outbox();
  return outbox;
}

/** Has the forms that come now use another one, as in tests and stories. */
export function useOutbox(other: Outbox | undefined): void {
  outbox = other;
}

const shownIn = new WeakMap<Outbox, HTMLElement>();

/** Whether what an outbox holds is shown in a form: in the first of a page. */
export function isShownIn(form: HTMLElement, shown: Outbox): boolean {
  if (shownIn.get(shown)?.isConnected !== true) shownIn.set(shown, form);
  return shownIn.get(shown) === form;
}
