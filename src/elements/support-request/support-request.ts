import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html } from 'lit';
import type { Answers } from '../../core/engine.js';
import type { Stored } from '../../transport/delivery.js';
import { TaafiForm } from '../form/form.js';
import type { LoadedDefinition } from '../form/load-definition.js';
import { notBrought } from '../form/not-brought.js';
import { PackAddress } from '../form/pack-address.js';
import type { Runner } from '../form/runner.js';
import type { Referred, Referring, Trouble } from './referred.js';

const referralInAddress = /^#referral=([\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * طلب دعم مستفيد: the support request of an association's pack, sent to the receiver that serves the pack. A person whom
 * a partner has referred first sees who that is, and confirms what it has written about him. Everything of
 * `<taafi-form>` can be set here too; `definition` replaces the pack's own form.
 */
export class TaafiSupportRequest extends TaafiForm {
  static override get properties(): PropertyDeclarations {
    return {
      pack: {},
      referral: {},
      referralHost: { attribute: false },
      trouble: { state: true },
    };
  }

  /** Name of the association's pack on the receiver. */
  pack = 'taafi';
  /** A referral that a partner has signed; one without answers may also stand in the page's address, after `#referral=`. */
  referral: string | undefined;
  /** Origin of the page around the frame this one stands in, where the referral came from there. */
  referralHost: string | undefined;

  private trouble: Trouble | 'checking' | undefined;
  readonly #address = new PackAddress();
  /** The form of the person's own request, while he confirms what was written about him. */
  #own: LoadedDefinition | undefined;
  #referred: Referred | undefined;
  /** The referral was confirmed, or done without: it is not opened again. */
  #isSettled = false;
  #inAddress: string | undefined;
  /** Counts the openings, so that one that was overtaken by another comes to nothing. */
  #turn = 0;
  #parts: typeof import('./referred.js') | undefined;

  override get answers(): Answers {
    return this.#isConfirming ? {} : super.answers;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('hashchange', this.#onHash);
  }

  override forget(): void {
    // What the page or its address gave is not to be read afterwards.
    this.referral = undefined;
    this.removeAttribute('referral');
    this.#inAddress = undefined;
    super.forget();
  }

  /** @internal */
  override async showReceipt(stored: Stored): Promise<void> {
    this.#isSettled = true;
    await super.showReceipt(stored);
  }

  /** @internal */
  override async show(loaded: LoadedDefinition | undefined): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const own = loaded !== undefined && loaded === this.#referred?.confirming ? this.#own : loaded;
    this.#own = own;
    this.#referred = undefined;
    const referring = own === undefined || this.#isSettled ? undefined : this.#referring;
    this.trouble = referring && 'checking';
    await super.show(own);
    if (own !== undefined && referring !== undefined && own === this.#own)
      await this.#open(referring, own, turn);
  }

  override reset(): void {
    // Whoever begins anew is somebody else, or does not want it any more.
    this.#isSettled = true;
    super.reset();
  }

  /** @internal */
  override onPage(page: string): void {
    if (this.#isConfirming && page === 'review') void this.#takeUp();
    else super.onPage(page);
  }

  override *entries(): Generator<[string, FormDataEntryValue]> {
    if (!this.#isConfirming) yield* super.entries();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#address.give(this, this.pack, 'support-request');
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('referral') && this.referral) this.#referLate();
  }

  protected override content(runner: Runner): TemplateResult {
    const { trouble } = this;
    if (trouble === undefined) return super.content(runner);
    const { locale } = runner.context;
    if (trouble === 'checking') return html`<p role="status">${locale.messages.loading}</p>`;
    const retry = () => void this.show(this.#own);
    // What could say more could not be brought itself.
    if (this.#parts === undefined) return notBrought(locale.language, retry);
    return this.#parts.referralTrouble(trouble, locale.language, { retry, goOn: () => this.#goOn() });
  }

  /** @internal */
  get isConfirming(): boolean {
    return this.#isConfirming;
  }

  get #isConfirming(): boolean {
    return this.#referred !== undefined && this.runner?.loaded === this.#referred.confirming;
  }

  get #referring(): Referring | undefined {
    this.#readAddress();
    const token = this.referral || this.#inAddress;
    return token === undefined ? undefined : { token, isInAddress: !this.referral, host: this.referralHost };
  }

  /** Takes a referral out of the address, where who looks at it or goes back to this page would find it. */
  #readAddress(): boolean {
    const found = referralInAddress.exec(globalThis.location.hash);
    if (found === null) return false;
    this.#inAddress = found[1];
    history.replaceState(history.state, '', globalThis.location.pathname + globalThis.location.search);
    return true;
  }

  readonly #onHash = (): void => {
    if (this.#readAddress()) this.#referLate();
  };

  /** A referral that comes when the form is there already, as from the page around a frame. */
  #referLate(): void {
    const isTooLate = this.runner?.session.touched === true || this.page === 'receipt';
    this.#isSettled = isTooLate;
    if (isTooLate) {
      console.warn('The form is filled in already: `referral` comes too late.');
      return;
    }
    // A form that is still on its way finds it when it opens.
    if (this.#own !== undefined) void this.show(this.#own);
  }

  async #open(referring: Referring, own: LoadedDefinition, turn: number): Promise<void> {
    let opened: Referred | Trouble;
    try {
      this.#parts ??= await import('./referred.js');
      opened = await this.#parts.Referred.open(referring, this.receiver ?? '/', own, this.clock());
    } catch {
      opened = 'unreachable';
    }
    // Another form or another referral was opened meanwhile, or this one was begun anew.
    if (turn !== this.#turn || this.trouble !== 'checking') return;
    if (typeof opened === 'string') {
      this.trouble = opened;
      return;
    }
    this.#referred = opened;
    this.trouble = undefined;
    await super.show(opened.confirming);
  }

  /** The person has confirmed: his own form begins with what he found right. */
  async #takeUp(): Promise<void> {
    const [referred, confirming, own] = [this.#referred, this.runner, this.#own];
    if (referred === undefined || confirming === undefined) return;
    this.#isSettled = true;
    await super.show(own);
    const { runner } = this;
    if (runner === undefined) return;
    referred.fillInto(runner, confirming);
    runner.besides = { partner: referred.consentOf(confirming) };
    runner.focusOn('title');
  }

  #goOn(): void {
    this.#isSettled = true;
    this.trouble = undefined;
    this.runner?.focusOn('title');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-support-request': TaafiSupportRequest;
  }
}
