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

let shownIn: HTMLElement | undefined;

/** Whether what is kept is shown in a form: in the first of a page. */
export function isShownIn(form: HTMLElement): boolean {
  if (shownIn?.isConnected !== true) shownIn = form;
  return shownIn === form;
}
