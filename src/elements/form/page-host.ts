import type { FieldNode } from '../../core/nodes.js';
import type { FormContext } from '../../fields/field-view.js';
import type { LoadedDefinition } from './load-definition.js';
import type { Page, Session } from './session.js';
import type { Slots } from './slot.js';

/** How far the sending has come, or why it has stopped. */
export type SendingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'files'; readonly sent: number; readonly total: number; readonly wait?: number }
  | { readonly kind: 'request'; readonly wait?: number }
  | { readonly kind: 'failed'; readonly failure: string };

/** What the templates of the pages may know of the form and do with it. */
export interface PageHost {
  readonly session: Session;
  readonly context: FormContext;
  readonly slots: Slots;
  readonly sending: SendingState;
  readonly loaded: LoadedDefinition;
  /** Addresses of pages where others sign what was sent for them, and where requests are followed. */
  readonly otherPages: {
    readonly declarationPage: string | undefined;
    readonly trackerPage: string | undefined;
  };
  /** Shows a page and moves the focus to its heading, or to a field on it. */
  go(page: Page, focus?: FieldNode): void;
  goBack(): void;
  advance(): void;
  cancelSending(): void;
  focusOn(id: string): void;
  /** All that is wrong on the page. */
  drawErrors(): unknown;
  /** How the sending goes; where it has failed, what can be done besides trying again. */
  drawSending(): unknown;
}
