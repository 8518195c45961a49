import type { FrameMessage, PageMessage } from '../../core/embedding/messages.js';
import { EMBED_VERSION, pageMessageIn } from '../../core/embedding/messages.js';
import { themeTokens } from '../../core/embedding/theme-tokens.js';
import { allowedTokens } from '../../core/embedding/token-values.js';
import type { FramedForm } from './framed-form.js';
import { openBeside } from './links.js';

type Hello = Extract<PageMessage, { type: 'hello' }>;

/**
 * The other side of `<taafi-embed>`: stands around the form on the page that the receiver serves for frames, and answers
 * the page around the frame where that is one of the partner's. Not for pages of anybody else.
 */
export class TaafiEmbedFrame extends HTMLElement {
  /** Origin of the page that has said hello; nobody else is listened to any more, or spoken to. */
  #page: string | undefined;
  #language: string | undefined;
  #height: number | undefined;
  readonly #sizes = new ResizeObserver(() => this.#tellHeight());
  readonly #languages = new MutationObserver(() => this.#followLanguage());

  connectedCallback(): void {
    // Opened by itself it is a page like any other.
    if (parent === window) return;
    addEventListener('message', this.#onMessage);
    addEventListener('resize', this.#onResize);
    this.addEventListener('taafi-ready', this.#onReady);
    this.addEventListener('taafi-page', this.#onPage);
    document.addEventListener('taafi-leaving', this.#onLeaving);
    document.addEventListener('focusin', this.#onFocus);
    document.addEventListener('click', openBeside, true);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#onMessage);
    removeEventListener('resize', this.#onResize);
    this.removeEventListener('taafi-ready', this.#onReady);
    this.removeEventListener('taafi-page', this.#onPage);
    document.removeEventListener('taafi-leaving', this.#onLeaving);
    document.removeEventListener('focusin', this.#onFocus);
    document.removeEventListener('click', openBeside, true);
    this.#sizes.disconnect();
    this.#languages.disconnect();
  }

  get #form(): FramedForm | null {
    return this.querySelector<FramedForm>('.form');
  }

  readonly #onMessage = ({ source, origin, data }: MessageEvent): void => {
    const isHeard = this.#page === undefined ? this.#list('origins').includes(origin) : origin === this.#page;
    if (source !== parent || !isHeard) return;
    const message = pageMessageIn(data);
    if (message?.type === 'hello') this.#greet(message, origin);
    // Before they have met there is nothing to see to.
    else if (this.#page === undefined) return;
    else if (message?.type === 'focus') this.#form?.focus();
    else if (message?.type === 'view') this.#keepInSight(message);
  };

  #greet({ language, scheme, theme, referral }: Hello, origin: string): void {
    const { documentElement } = document;
    const form = this.#form;
    if (form === null) return;
    if (this.#page === undefined) {
      this.#page = origin;
      // From now on the frame is as high as the form, and never scrolls by itself.
      documentElement.classList.add('framed');
      this.#sizes.observe(documentElement);
      this.#languages.observe(form, { attributeFilter: ['lang'] });
    }
    documentElement.style.colorScheme = scheme;
    const allowed = new Map(allowedTokens(theme, (text) => CSS.supports('color', text)));
    for (const name of themeTokens)
      documentElement.style.setProperty(`--taafi-${name}`, allowed.get(name) ?? '');
    // What the person has chosen in the form holds until the page itself speaks another language.
    if (language !== this.#language) this.#speak(language);
    if (referral !== undefined && referral !== form.referral) {
      form.referralHost = origin;
      form.referral = referral;
    }
    if (form.page) this.#onReady();
  }

  #speak(language: string): void {
    this.#language = language;
    const spoken = this.#list('languages').find((one) => one === language.split('-')[0]?.toLowerCase());
    if (spoken !== undefined) this.#form?.setAttribute('lang', spoken);
  }

  #followLanguage(): void {
    const language = this.#form?.lang ?? '';
    if (!this.#list('languages').includes(language)) return;
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  }

  readonly #onReady = (): void => {
    this.#tell({ type: 'ready' });
    this.#tellHeight();
  };

  /** Which one it is would tell the page around what was answered. */
  readonly #onPage = (): void => this.#tell({ type: 'page' });

  /** The frame cannot leave by itself: the page around it does. */
  readonly #onLeaving = (event: Event): void => {
    if (this.#page === undefined) return;
    event.preventDefault();
    this.#tell({ type: 'exit' });
  };

  /** What opens over a low form needs more room than the form. */
  readonly #onFocus = (): void => {
    const isOpen = this.#form?.shadowRoot?.querySelector('dialog[open]') != null;
    document.documentElement.classList.toggle('under-dialog', isOpen);
  };

  #keepInSight({ above, below }: { readonly above: number; readonly below: number }): void {
    document.documentElement.style.setProperty('--above', `${above}px`);
    document.documentElement.style.setProperty('--below', `${below}px`);
  }

  /** The page has made the frame as high as it was told: by now it may have to be another height. */
  readonly #onResize = (): void => this.#tellHeight();

  #tellHeight(): void {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (this.#page === undefined || height === this.#height) return;
    this.#height = height;
    this.#tell({ type: 'height', height });
  }

  #tell(message: FrameMessage): void {
    if (this.#page !== undefined) parent.postMessage({ taafi: EMBED_VERSION, ...message }, this.#page);
  }

  /** Words of an attribute. */
  #list(name: string): readonly string[] {
    return (this.getAttribute(name) ?? '').split(' ').filter((word) => word !== '');
  }
}
