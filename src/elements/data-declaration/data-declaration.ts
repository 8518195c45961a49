import type { PropertyValues, TemplateResult } from 'lit';
import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { TaafiForm } from '../form/form.js';
import type { LoadedDefinition } from '../form/load-definition.js';
import type { Stored } from '../form/sender.js';
import type { Declaring, Trouble } from './declaring.js';

/**
 * إقرار صحة البيانات: data that somebody else has gathered, read as they will be signed, stood up for and signed. They
 * are given as a property, by a form on the page, or as a request sent before. Everything of `<taafi-form>` can be set
 * here too; `definition` replaces the pack's own, and needs a field of the type `given`.
 */
export class TaafiDataDeclaration extends TaafiForm {
  /** Name of the association's pack on the receiver. */
  @property() pack = 'taafi';
  /** The data: lines of `label` and `value`, or an object whose keys are the labels. */
  @property({ attribute: false }) data: unknown;
  /** Id of the form on the page whose answers are declared: a `<form>`, or one of the kit. */
  @property() for = '';
  /** The name of who signs, where it is known: a typed name must be the same. */
  @property() signer = '';
  /** Reference of a request sent before; with `token`, or both after `#declare=` in the page's address. */
  @property() reference = '';
  /** What the receipt of that request gave with the reference. */
  @property() token = '';

  @state() private trouble: Trouble | 'waiting' | undefined;
  #declaring: Declaring | undefined;
  #isDone = false;

  override async show(loaded: LoadedDefinition | undefined): Promise<void> {
    this.#declaring?.stop();
    this.trouble = loaded === undefined || this.#isDone ? undefined : 'waiting';
    await super.show(loaded);
    if (this.runner !== undefined && !this.#isDone) await this.#gather();
  }

  override async showReceipt(stored: Stored): Promise<void> {
    // What has been signed is not asked for again.
    this.#isDone = true;
    await super.showReceipt(stored);
  }

  override reset(): void {
    this.#isDone = false;
    super.reset();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#declaring !== undefined) void this.#gather();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#declaring?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.receiver ??= '/';
    const base = this.receiver.replace(/\/?$/, '/');
    this.definition ??= `${base}packs/${this.pack}/data-declaration.json`;
    this.association ??= `${base}packs/${this.pack}/association.json`;
    super.willUpdate(changed);
    const sources = ['data', 'for', 'signer', 'reference', 'token', 'lang'] as const;
    if (this.#declaring !== undefined && sources.some((name) => changed.has(name))) void this.#gather();
  }

  protected override render(): TemplateResult {
    if (this.runner === undefined || this.trouble === undefined) return super.render();
    const { locale } = this.runner.context;
    return html`<div class="root" part="root" lang=${locale.language} dir=${locale.direction}>
      ${
        this.trouble === 'waiting'
          ? html`<p role="status">${locale.messages.loading}</p>`
          : this.#declaring?.say(this.trouble, locale.language, () => void this.#gather())
      }
    </div>`;
  }

  /** Brings the data before the person. */
  async #gather(): Promise<void> {
    const { runner } = this;
    if (runner === undefined || this.#isDone) return;
    this.#declaring ??= new (await import('./declaring.js')).Declaring(this);
    const trouble = await this.#declaring.gather(runner);
    if (runner === this.runner) this.trouble = trouble;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-data-declaration': TaafiDataDeclaration;
  }
}
