import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { CalendarName } from '../../core/calendar.js';
import { accountOf } from '../../evidence/account.js';
import type { PublicKey } from '../../evidence/trust.js';
import { idOfKey } from '../../evidence/trust.js';
import type { Verdict } from '../../evidence/verify.js';
import { verifyReceipt } from '../../evidence/verify.js';
import { catalog } from '../../fields/catalog.js';
import { ar } from '../../locale/ar.js';
import { en } from '../../locale/en.js';
import { reasonsOf } from '../../locale/evidence-reasons.js';
import { evidenceWords } from '../../locale/evidence-words.js';
import { FormLocale } from '../../locale/locale.js';
import { receiptCheckWords } from '../../locale/receipt-check-words.js';
import { PageLanguage } from '../form/language.js';
import { browserCryptography } from './browser-cryptography.js';
import { TaafiCheckedEvent } from './checked-event.js';
import type { Choosing } from './file-choice.js';
import { fileChoice } from './file-choice.js';
import { givenFile, receiptText, UnreadableFileError } from './file-reading.js';
import { keysAt } from './known-keys.js';
import { receiptCheckStyles } from './receipt-check.styles.js';
import type { Telling } from './result.js';
import { genuineBox, notGenuineBox, receiptContent } from './result.js';

/** Both at once: a page that has lost its connection must still be able to change its language. */
const messages = { ar, en } as const;

/** What became of the keys: on their way, here, or not to be had. */
type Keys = 'loading' | 'missing' | readonly PublicKey[];

/** What came of a check: with the keys it was made with, or the name of a file that could not be read. */
type Result =
  | { readonly verdict: Verdict; readonly hasKeys: boolean }
  | { readonly verdict?: never; readonly unreadable: string };

/** The files that a person has chosen. */
interface Chosen {
  readonly receipt: File | undefined;
  readonly attachments?: readonly File[];
}

/**
 * Tells a person whether the file of a receipt is genuine, on his own device: the files go nowhere, and once the public
 * keys are here no connection is needed.
 *
 * @fires {TaafiCheckedEvent} taafi-checked - A receipt was checked; holds `isGenuine` and the `problems`.
 * @csspart root - Everything.
 * @csspart title - The heading.
 * @csspart label - The label of a file.
 * @csspart control - What takes a file.
 * @csspart button - Buttons.
 * @csspart primary - The button that checks.
 * @csspart result - What came of it.
 */
export class TaafiReceiptCheck extends LitElement {
  static override readonly shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = receiptCheckStyles;

  static override get properties(): PropertyDeclarations {
    return {
      keys: {},
      lang: { reflect: true },
      numerals: { reflect: true },
      calendar: {},
      known: { state: true },
      receipt: { state: true },
      attachments: { state: true },
      isMissing: { state: true },
      isChecking: { state: true },
      result: { state: true },
      announced: { state: true },
    };
  }

  /** Address of the public keys, `api/keys` of the receiver; as a property also the keys themselves. */
  keys: string | readonly PublicKey[] = '';
  /** `ar` or `en`; that of the page around it where it is not set. */
  override lang = '';
  /** Digits of the numbers shown in Arabic, `latn` (1, 2, 3) or `arab` (١، ٢، ٣). What is stored is the same with both. */
  numerals: 'latn' | 'arab' = 'latn';
  /** The calendar that comes first, `islamic-umalqura` or `gregory`; where it is not set, the usual one of each date. */
  calendar: CalendarName | undefined;

  private known: Keys = 'missing';
  private receipt: File | undefined;
  private attachments: readonly File[] = [];
  private isMissing = false;
  private isChecking = false;
  private result: Result | undefined;
  private announced = '';

  readonly #language = new PageLanguage(this);
  readonly #cryptography = browserCryptography();
  /** Counts what was asked for, so that what comes late is not taken for what was asked last. */
  #turn = 0;
  #loading: Promise<Keys> | undefined;

  /** Whether the receipt that was checked last is genuine; undefined where none was. */
  get isGenuine(): boolean | undefined {
    const { result } = this;
    return result === undefined ? undefined : result.verdict?.problems.length === 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('keys')) {
      this.keys ??= '';
      void this.#loadKeys();
    }
  }

  protected override render(): TemplateResult {
    const { language, words } = this.#telling;
    const { direction } = messages[language];
    return html`<div class="root" part="root" dir=${direction} lang=${language}>
      <div class="no-print">
        ${this.#languageSwitch(language)}
        <h2 part="title">${words.title}</h2>
        <p>${words.intro}</p>
        ${this.#keysState()}
        <form class="fields" novalidate @submit=${this.#onSubmit}>
          ${fileChoice(this.#receiptChoice)} ${fileChoice(this.#attachmentsChoice)}
          <div class="actions">
            <button class="primary" part="button primary" ?disabled=${this.isChecking}>${words.check}</button>
          </div>
        </form>
      </div>
      <p class="visually-hidden" role="status">${this.isChecking ? words.checking : this.announced}</p>
      <div role="status">${this.isGenuine === true ? genuineBox(this.#telling) : nothing}</div>
      <div role="alert">${this.isGenuine === false ? this.#notGenuine() : nothing}</div>
      ${this.isGenuine === true ? this.#content() : nothing}
    </div>`;
  }

  get #telling(): Telling & { readonly language: keyof typeof messages } {
    const language = this.#language.current === 'en' ? 'en' : 'ar';
    return { language, words: receiptCheckWords[language], evidence: evidenceWords[language] };
  }

  #languageSwitch(language: keyof typeof messages): TemplateResult {
    const other = language === 'ar' ? 'en' : 'ar';
    return html`<div class="toolbar">
      <button type="button" class="quiet" part="button" lang=${other} @click=${() => this.#switchTo(other)}>
        ${messages[other].languageName}
      </button>
    </div>`;
  }

  #keysState(): TemplateResult {
    const { words } = this.#telling;
    const { known } = this;
    if (known === 'loading') return html`<div class="keys"><p>${words.keysLoading}</p></div>`;
    if (known !== 'missing') return html`<div class="keys keys-here"><p>${words.keysHere}</p></div>`;
    return html`<div class="keys keys-missing">
      <p>${words.keysMissing}</p>
      <button type="button" class="secondary" part="button" @click=${() => void this.#loadKeys()}>${words.tryAgain}</button>
    </div>`;
  }

  get #receiptChoice(): Choosing {
    const { words } = this.#telling;
    const { receipt } = this;
    return {
      id: 'receipt',
      label: words.receipt,
      hint: words.receiptHint,
      accept: 'application/json,.json',
      isMultiple: false,
      files: receipt === undefined ? [] : [receipt],
      button: receipt === undefined ? words.choose : words.chooseAnother,
      error: this.isMissing ? words.receiptMissing : undefined,
      words,
      locale: this.#locale,
      take: ([file]) => this.#choose({ receipt: file ?? receipt }, file === undefined ? [] : [file]),
      remove: (file) => this.#remove('receipt', { receipt: undefined }, file),
    };
  }

  get #attachmentsChoice(): Choosing {
    const { words } = this.#telling;
    const { receipt, attachments } = this;
    return {
      id: 'attachments',
      label: words.attachments,
      hint: words.attachmentsHint,
      accept: '',
      isMultiple: true,
      files: attachments,
      button: attachments.length === 0 ? words.choose : words.chooseMore,
      words,
      locale: this.#locale,
      take: (files) => this.#choose({ receipt, attachments: [...attachments, ...files] }, files),
      remove: (file) =>
        this.#remove(
          'attachments',
          { receipt, attachments: attachments.filter((other) => other !== file) },
          file,
        ),
    };
  }

  get #locale(): FormLocale {
    const { language } = this.#telling;
    return new FormLocale(language, messages[language], [], this);
  }

  #notGenuine(): TemplateResult {
    const telling = this.#telling;
    const { result } = this;
    if (result?.verdict === undefined) {
      return notGenuineBox([telling.evidence.unreadableFile(result?.unreadable ?? '')], undefined, telling);
    }
    const { verdict, hasKeys } = result;
    const publicKey = verdict.receipt?.seal.publicKey;
    const key = publicKey === undefined ? undefined : idOfKey(publicKey, this.#cryptography);
    return notGenuineBox(reasonsOf(verdict, hasKeys, telling.evidence), key, telling);
  }

  #content(): unknown {
    const { receipt, definition, notGiven = [] } = this.result?.verdict ?? {};
    if (receipt === undefined || definition === undefined) return nothing;
    const telling = this.#telling;
    const locale = new FormLocale(telling.language, messages[telling.language], definition.languages, this);
    const account = accountOf(receipt, definition, notGiven, catalog, locale);
    return html`${receiptContent(receipt.record, account, telling, locale)}
      <div class="actions no-print">
        <button type="button" class="secondary" part="button" @click=${() => globalThis.print()}>${telling.words.print}</button>
      </div>`;
  }

  async #switchTo(language: string): Promise<void> {
    this.lang = language;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.toolbar button')?.focus();
  }

  #choose({ receipt, attachments = this.attachments }: Chosen, files: readonly File[]): void {
    this.receipt = receipt;
    this.attachments = attachments;
    this.#forgetResult();
    if (receipt !== undefined) this.isMissing = false;
    if (files.length > 0) {
      this.announced = this.#telling.words.added(this.#locale.list(files.map(({ name }) => name)));
    }
  }

  #remove(id: string, left: Chosen, { name }: File): void {
    this.#choose(left, []);
    this.announced = this.#telling.words.removed(name);
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  /** A result is of the files and the keys it was made with: with others it is none. */
  #forgetResult(): void {
    this.#turn += 1;
    this.result = undefined;
    this.isChecking = false;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#check();
  };

  async #check(): Promise<void> {
    const { receipt, attachments } = this;
    if (receipt === undefined) {
      this.isMissing = true;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#receipt')?.focus();
      return;
    }
    const turn = ++this.#turn;
    this.result = undefined;
    this.isChecking = true;
    const result = await this.#resultOf(receipt, attachments);
    if (turn !== this.#turn) return;
    this.isChecking = false;
    this.announced = '';
    this.result = result;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#result')?.focus();
    if (result.verdict !== undefined) this.dispatchEvent(new TaafiCheckedEvent(result.verdict.problems));
  }

  async #resultOf(receipt: File, attachments: readonly File[]): Promise<Result> {
    try {
      const source = await receiptText(receipt);
      const files = await Promise.all(attachments.map(givenFile));
      // What is said meanwhile is drawn before the work begins.
      await new Promise((resolve) => setTimeout(resolve));
      await this.#loading;
      const keys = typeof this.known === 'string' ? [] : this.known;
      const verdict = verifyReceipt(source, files, { keys, cryptography: this.#cryptography, catalog });
      return { verdict, hasKeys: keys.length > 0 };
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      return { unreadable: error.fileName };
    }
  }

  async #loadKeys(): Promise<void> {
    const { keys } = this;
    if (typeof keys !== 'string') {
      this.#loading = undefined;
      this.known = keys;
      this.#forgetResult();
      return;
    }
    this.known = 'loading';
    const loading = keysAt(keys, this.#cryptography).catch(() => 'missing' as const);
    this.#loading = loading;
    const known = await loading;
    if (this.#loading !== loading) return;
    this.known = known;
    if (!this.isChecking) this.#forgetResult();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-receipt-check': TaafiReceiptCheck;
  }
}
