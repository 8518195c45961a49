import type { FrameMessage } from '../../core/embedding/messages.js';
import { embedWords } from '../../locale/embed-words.js';
import { FrameTalk } from './frame-talk.js';
import { leavePage } from './leaving.js';
import { lookOf } from './page-look.js';

/**
 * What the frame may do: run the form, send it, talk to its own receiver, save and print the receipt, open a link beside
 * the page. Not among it: leading the page elsewhere.
 */
const SANDBOX =
  'allow-scripts allow-forms allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';

/** How long the frame may take before the page's own content gets a link to the form, in seconds. */
const PATIENCE = 15;

/**
 * A form of the association on the page of a partner, in a frame that the page cannot look into.
 *
 * @attr {string} src - Address of the association's receiver.
 * @attr {string} form - Name of the form; the support request unless told.
 * @attr {string} partner - Who the page belongs to, as `taafi partner list` names it.
 * @attr {string} lang - Language of the form, `ar` or `en`; that of the page around it where it is not set.
 * @attr {string} referral - What the partner has signed for the person; never part of an address.
 * @attr {string} label - Name of the frame, for screen readers; a sentence with the association's address unless told.
 * @attr {string} exit - Where «exit this page» leads, an https address; the weather unless told.
 * @attr {number} patience - How many seconds the frame may take before a link to the form is shown; 15 unless told.
 * @slot - Shown until the form is ready, and instead of it where it does not come.
 * @fires taafi-ready - The form is shown and can be filled in.
 * @csspart frame - The frame.
 * @csspart link - The link to the form on the association's own site, where the frame does not come.
 */
export class TaafiEmbed extends HTMLElement {
  static readonly observedAttributes = ['src', 'form', 'partner', 'lang', 'referral', 'label'];

  #frame: HTMLIFrameElement | undefined;
  #talk: FrameTalk | undefined;
  #isReady = false;
  #isOpening = false;
  #isLooking = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  readonly #observer = new MutationObserver(() => this.#name());
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');

  /** Address of the association's receiver. */
  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  set src(value: string) {
    this.setAttribute('src', value);
  }

  /** Name of the form; the support request unless told. */
  get form(): string {
    return this.getAttribute('form') ?? 'support-request';
  }

  set form(value: string) {
    this.setAttribute('form', value);
  }

  /** Who the page belongs to, as `taafi partner list` names it. */
  get partner(): string {
    return this.getAttribute('partner') ?? '';
  }

  set partner(value: string) {
    this.setAttribute('partner', value);
  }

  /** What the partner has signed for the person; never part of an address. */
  get referral(): string | undefined {
    return this.getAttribute('referral') ?? undefined;
  }

  set referral(value: string | undefined) {
    if (value === undefined) this.removeAttribute('referral');
    else this.setAttribute('referral', value);
  }

  connectedCallback(): void {
    // Whatever scrolls on the page, it moves the frame.
    addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    addEventListener('resize', this.#onScroll);
    this.#dark.addEventListener('change', this.#onLook);
    for (const element of [document.documentElement, document.body, this])
      this.#observer.observe(element, { attributes: true });
    this.#openSoon();
  }

  disconnectedCallback(): void {
    removeEventListener('scroll', this.#onScroll, { capture: true });
    removeEventListener('resize', this.#onScroll);
    this.#dark.removeEventListener('change', this.#onLook);
    this.#observer.disconnect();
    this.#close();
  }

  attributeChangedCallback(name: string): void {
    if (name === 'src' || name === 'form' || name === 'partner') this.#openSoon();
    else this.#name();
  }

  /** Moves the focus to the heading of the form. */
  override focus(options?: FocusOptions): void {
    this.#frame?.focus(options);
    this.#talk?.say({ type: 'focus' });
  }

  /** Once for all attributes that a page sets one after the other. */
  #openSoon(): void {
    if (this.#isOpening) return;
    this.#isOpening = true;
    queueMicrotask(() => {
      this.#isOpening = false;
      this.#close();
      if (this.isConnected) this.#open();
    });
  }

  #open(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if ('adoptedStyleSheets' in root) root.adoptedStyleSheets = [hostStyles()];
    const slot = document.createElement('slot');
    root.replaceChildren(slot);
    const address = this.#address();
    if (address === undefined) {
      console.error(`<taafi-embed> needs the address of a receiver in src, not “${this.src}”.`);
      return;
    }
    const frame = document.createElement('iframe');
    frame.part.add('frame');
    frame.setAttribute('sandbox', SANDBOX);
    frame.referrerPolicy = 'no-referrer';
    // Only for the button that copies the reference.
    frame.allow = 'clipboard-write';
    frame.src = address.href;
    // Out of sight and out of the way of Tab, yet as wide as it will be.
    frame.style.cssText = 'display:block;inline-size:100%;block-size:0;border:0;visibility:hidden';
    frame.addEventListener('load', () => {
      this.#talk?.begin();
      this.#hello();
    });
    this.#frame = frame;
    this.#talk = new FrameTalk(frame, address.origin, (message) => this.#hear(frame, message));
    this.#name();
    root.append(frame);
    const asked = Number(this.getAttribute('patience') ?? PATIENCE);
    const seconds = asked >= 0 ? asked : PATIENCE;
    this.#patience = setTimeout(() => this.#giveUp(address), seconds * 1000);
  }

  #close(): void {
    clearTimeout(this.#patience);
    this.#talk?.end();
    this.#talk = undefined;
    this.#frame?.remove();
    this.#frame = undefined;
    this.#isReady = false;
  }

  #address(): URL | undefined {
    try {
      const base = new URL(this.src || '?', this.src ? document.baseURI : '');
      const address = new URL(`embed/${encodeURIComponent(this.form)}`, base);
      address.searchParams.set('partner', this.partner);
      address.searchParams.set('lang', this.#language);
      return address;
    } catch {
      return undefined;
    }
  }

  get #language(): string {
    return this.closest<HTMLElement>('[lang]:not([lang=""])')?.lang ?? 'ar';
  }

  get #words() {
    return embedWords[/^en\b/i.test(this.#language) ? 'en' : 'ar'];
  }

  /** What screen readers call the frame. */
  #name(): void {
    if (this.#frame === undefined) return;
    this.#frame.title = this.getAttribute('label') ?? this.#words.frame(new URL(this.#frame.src).host);
    this.#hello();
  }

  readonly #onLook = (): void => this.#hello();

  /** Tells the frame how the page looks, where that is something new. */
  #hello(): void {
    const { referral } = this;
    this.#talk?.say({
      type: 'hello',
      language: this.#language,
      ...lookOf(this),
      ...(referral !== undefined && { referral }),
    });
  }

  #hear(frame: HTMLIFrameElement, message: FrameMessage): void {
    if (message.type === 'ready') this.#show(frame);
    else if (message.type === 'height') {
      frame.style.blockSize = `${message.height}px`;
      this.#onScroll();
    } else if (message.type === 'page') {
      if (frame.getBoundingClientRect().top < 0) this.scrollIntoView();
    } else {
      this.#close();
      leavePage(this.getAttribute('exit'));
    }
  }

  #show(frame: HTMLIFrameElement): void {
    if (this.#isReady) return;
    clearTimeout(this.#patience);
    this.#isReady = true;
    const hadFocus = this.contains(document.activeElement);
    for (const other of this.shadowRoot?.children ?? [])
      if (other !== frame) (other as HTMLElement).style.display = 'none';
    frame.style.visibility = 'visible';
    this.#onScroll();
    if (hadFocus) this.focus();
    this.dispatchEvent(new Event('taafi-ready', { bubbles: true, composed: true }));
  }

  /** At the browser's own pace, however often the page scrolls. */
  readonly #onScroll = (): void => {
    if (this.#isLooking || !this.#isReady) return;
    this.#isLooking = true;
    requestAnimationFrame(() => {
      this.#isLooking = false;
      const frame = this.#frame;
      if (frame === undefined) return;
      const { top, bottom, height } = frame.getBoundingClientRect();
      const within = (length: number) => Math.round(Math.min(Math.max(length, 0), height));
      this.#talk?.say({ type: 'view', above: within(-top), below: within(bottom - innerHeight) });
    });
  };

  /** A browser does not say that a frame was refused: all there is to go by is that it stays silent. */
  #giveUp(address: URL): void {
    console.error(
      `<taafi-embed>: no form has come from ${address.href}. Is ${location.origin} among the origins of this partner (taafi partner list), is there such a form, and does the policy of this page allow frame-src ${address.origin}?`,
    );
    const link = document.createElement('a');
    link.part.add('link');
    link.href = address.href;
    link.target = '_top';
    link.rel = 'noreferrer';
    link.textContent = this.#words.link(address.host);
    const line = document.createElement('p');
    line.append(link);
    this.shadowRoot?.append(line);
  }
}

/** A block like any other; in older browsers, which take no such sheet, a frame on a line of its own. */
function hostStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{display:block}:host([hidden]){display:none}');
  return sheet;
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-embed': TaafiEmbed;
  }
}
