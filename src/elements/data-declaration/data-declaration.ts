import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html } from 'lit';
import type { Stored } from '../../transport/delivery.js';
import { TaafiForm } from '../form/form.js';
import type { LoadedDefinition } from '../form/load-definition.js';
import { PackAddress } from '../form/pack-address.js';
import type { Runner } from '../form/runner.js';
import type { Declaring, Trouble } from './declaring.js';

/**
 * إقرار صحة البيانات: data that somebody else has gathered, read as they will be signed, stood up for and signed. They
 * are given as a property, by a form on the page, or as a request sent before. Everything of `<taafi-form>` can be set
 * here too; `definition` replaces the pack's own, and needs a field of the type `given`.
 */
export class TaafiDataDeclaration extends TaafiForm {
  static override get properties(): PropertyDeclarations {
    return {
      pack: {},
      data: { attribute: false },
      for: {},
      signer: {},
      reference: {},
      token: {},
      trouble: { state: true },
    };
  }

  /** Name of the association's pack on the receiver. */
  pack = 'taafi';
  /** The data: lines of `label` and `value`, or an object whose keys are the labels. */
  data: unknown;
  /** Id of the form on the page whose answers are declared: a `<form>`, or one of the kit. */
  for = '';
  /** The name of who signs, where it is known: a typed name must be the same. */
  signer = '';
  /** Reference of a request sent before; with `token`, or both after `#declare=` in the page's address. */
  reference = '';
  /** What the receipt of that request gave with the reference. */
  token = '';

  private trouble: Trouble | 'waiting' | undefined;
  readonly #address = new PackAddress();
  #declaring: Declaring | undefined;
  #isDone = false;

  /** @internal */
  override async show(loaded: LoadedDefinition | undefined): Promise<void> {
    this.#declaring?.stop();
    this.trouble = loaded === undefined || this.#isDone ? undefined : 'waiting';
    await super.show(loaded);
    const { runner } = this;
    if (runner === undefined || this.#isDone) return;
    const { Declaring } = await import('./declaring.js');
    this.#declaring ??= new Declaring(this, (trouble) => {
      this.trouble = trouble;
    });
    if (runner === this.runner && !this.#isDone) await this.#declaring.gather(runner);
  }

  /** @internal */
  override async showReceipt(stored: Stored): Promise<void> {
    // What has been signed is not asked for again.
    this.#isDone = true;
    await super.showReceipt(stored);
  }

  override reset(): void {
    this.#isDone = false;
    super.reset();
  }

  override forget(): void {
    super.forget();
    // What the page or its address gave is not brought back.
    this.#isDone = true;
    this.#declaring?.forget();
    this.trouble = 'nothing';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#address.give(this, this.pack, 'data-declaration');
    super.willUpdate(changed);
    this.#declaring?.update(changed);
  }

  protected override content(runner: Runner): TemplateResult {
    const { sending } = runner;
    const isSigned = sending.kind === 'failed' && sending.failure === 'already-signed';
    const trouble = isSigned ? 'signed' : this.trouble;
    if (trouble === undefined) return super.content(runner);
    const { locale } = runner.context;
    return html`${
      trouble === 'waiting'
        ? html`<p role="status">${locale.messages.loading}</p>`
        : this.#declaring?.say(trouble, locale.language)
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-data-declaration': TaafiDataDeclaration;
  }
}
