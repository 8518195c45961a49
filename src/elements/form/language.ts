import type { LOCALE_STATUS_EVENT } from '@lit/localize';
import type { ReactiveController } from 'lit';
import { spokenLanguage } from '../../locale/spoken.js';
import type { NumeralsHost } from './arab-numerals.js';

/** The event of a page that uses @lit/localize; its name is taken as a type, for the library is the page's own. */
const localeStatus: typeof LOCALE_STATUS_EVENT = 'lit-localize-status';

/**
 * The language of an element: its own `lang`, that of the nearest element around it, or Arabic. It follows a page
 * that changes its `lang`, and a page that changes its language by @lit/localize. With it go the digits of numbers.
 */
export class PageLanguage implements ReactiveController {
  readonly #host: NumeralsHost;
  readonly #observer: MutationObserver;

  constructor(host: NumeralsHost) {
    this.#host = host;
    this.#observer = new MutationObserver(this.#update);
    host.addController(this);
  }

  /** One of the languages the kit speaks. */
  get current(): string {
    return spokenLanguage(this.#host.lang || languageAround(this.#host));
  }

  hostConnected(): void {
    this.#observer.observe(this.#host.ownerDocument.documentElement, { attributeFilter: ['lang'] });
    globalThis.addEventListener(localeStatus, this.#update);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    globalThis.removeEventListener(localeStatus, this.#update);
  }

  hostUpdated(): void {
    // What writes other digits comes only where they are wanted; where it cannot be brought, numbers stay as they are.
    if (this.#host.numerals === 'arab')
      void import('./arab-numerals.js').then(
        ({ followNumerals }) => followNumerals(this.#host),
        () => undefined,
      );
  }

  readonly #update = (): void => this.#host.requestUpdate();
}

/** `lang` of the nearest ancestor, also out of shadow roots. */
function languageAround(element: Element): string {
  const found = element.closest<HTMLElement>('[lang]:not([lang=""])');
  if (found !== null) return found.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : 'ar';
}
