import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Area, Point } from '../../core/drawing.js';
import { isSignature, lineOf, svgOf } from '../../core/drawing.js';
import { isSameName } from '../../core/names.js';
import type { SignatureAnswer } from '../../fields/signature/signature.type.js';
import { signatureWords } from '../../locale/signature-words.js';
import { Hand } from './hand.js';
import { Ink } from './pad.js';
import { signatureStyles } from './signature.styles.js';

type Outline = (stroke: readonly Point[]) => string;

/**
 * A signature: drawn with a finger, a pen or a mouse, or the full name typed out, which weighs the same. A control of
 * any `<form>`: under its name the answer is sent as JSON, and under `<name>.svg` a drawing as an image.
 *
 * @fires input - Something was drawn, typed or taken back.
 * @fires change - A stroke has ended, or the typed name is whole.
 * @csspart pad - Where the drawing is.
 * @csspart control - The box for the name.
 * @csspart button - Undo and clear.
 */
export class TaafiSignature extends LitElement {
  static readonly formAssociated = true;
  static override readonly shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = signatureStyles;

  /** Name of the entry in the data of a form. */
  @property({ reflect: true }) name = '';
  @property({ type: Boolean, reflect: true }) required = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The name of who signs, where it is known: a typed name must be the same. */
  @property() signer = '';
  /** What the control is for, to screen readers; a `<label>` does the same. */
  @property() label = '';
  /** What is to be known about it, such as what is wrong, to screen readers. */
  @property() description = '';
  /** `ar` or `en`; that of the page around it where it is not set. */
  @property() override lang = '';

  @state() private method: SignatureAnswer['method'] = 'drawn';
  @state() private typed = '';
  @state() private isDisabled = false;
  /** Counts what was drawn, for Lit to draw it. */
  @state() private turn = 0;
  @state() private outline: Outline | undefined;

  readonly #internals = this.attachInternals();
  readonly #ink = new Ink();
  readonly #resizing = new ResizeObserver(() => this.requestUpdate());
  readonly #hand = new Hand(this.#ink, {
    isOff: () => this.disabled || this.isDisabled,
    area: () => this.#shown,
    moved: () => {
      void this.#loadOutline();
      this.turn += 1;
    },
    lifted: () => this.#changed('input', 'change'),
  });
  #initial: SignatureAnswer | undefined;

  constructor() {
    super();
    if (!Object.hasOwn(this, 'value')) return;
    // Given before the element was defined, it stands in front of the accessor.
    const { value } = this;
    Reflect.deleteProperty(this, 'value');
    this.value = value;
  }

  /** What was signed with; undefined where nothing was, or not enough for a signature. */
  get value(): SignatureAnswer | undefined {
    if (this.method === 'typed') {
      const name = this.typed.trim();
      return name === '' ? undefined : { method: 'typed', name };
    }
    const { drawing } = this.#ink;
    return drawing === undefined ? undefined : { method: 'drawn', drawing };
  }

  set value(value: SignatureAnswer | undefined) {
    this.#initial = value;
    if (JSON.stringify(value) !== JSON.stringify(this.value)) this.#take(value);
  }

  /** The drawing as an SVG image; undefined where nothing was drawn. */
  get svg(): string | undefined {
    const { value } = this;
    return value?.method === 'drawn' ? svgOf(value.drawing) : undefined;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  get labels(): NodeList {
    return this.#internals.labels;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Forgets what was drawn or typed. */
  clear(): void {
    this.#ink.clear();
    this.typed = '';
    this.#changed('input', 'change');
  }

  /** Takes the last stroke back. */
  undo(): void {
    this.#ink.undo();
    this.#changed('input', 'change');
  }

  formResetCallback(): void {
    this.#take(this.#initial);
  }

  formDisabledCallback(disabled: boolean): void {
    this.isDisabled = disabled;
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.#take(JSON.parse(state) as SignatureAnswer);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#offer();
  }

  protected override updated(): void {
    const pad = this.renderRoot.querySelector('.pad');
    if (pad !== null) this.#resizing.observe(pad);
    this.#validate();
  }

  protected override render(): TemplateResult {
    const words = signatureWords[this.#language];
    const isOff = this.disabled || this.isDisabled;
    return html`<fieldset class="root" dir=${words.direction} lang=${this.#language} ?disabled=${isOff} aria-label=${this.label || words.title} aria-description=${this.description || nothing}>
      <div class="switch" role="radiogroup" aria-label=${words.how}>
        ${(['drawn', 'typed'] as const).map(
          (method) => html`<label
            ><input
              type="radio"
              name="method"
              value=${method}
              .checked=${this.method === method}
              @change=${(event: Event) => this.#switchTo(event, method)}
            /><span>${words[method]}</span></label
          >`,
        )}
      </div>
      ${this.method === 'drawn' ? this.#padTemplate() : this.#boxTemplate()}
    </fieldset>`;
  }

  #padTemplate(): TemplateResult {
    const words = signatureWords[this.#language];
    const area = this.#shown;
    const { outline } = this;
    const { strokes, isEmpty } = this.#ink;
    const isOff = this.disabled || this.isDisabled;
    return html`<svg
        class=${isOff ? 'pad off' : 'pad'}
        part="pad"
        role="img"
        aria-label=${isEmpty ? words.empty : words.signed(strokes.length)}
        viewBox="${area.x} ${area.y} ${area.width} ${area.height}"
        preserveAspectRatio="none"
        @pointerenter=${() => void this.#loadOutline()}
        @pointerdown=${(event: PointerEvent) => this.#hand.down(event)}
        @pointermove=${(event: PointerEvent) => this.#hand.move(event)}
        @pointerup=${(event: PointerEvent) => this.#hand.lift(event)}
        @pointercancel=${(event: PointerEvent) => this.#hand.lift(event, { cancelled: true })}
      >
        <path class="base" d="M${area.x + area.width * 0.06} ${area.y + area.height * 0.78}h${area.width * 0.88}"></path>
        ${strokes.map((stroke) => svg`<path class=${outline === undefined ? 'line' : 'ink'} d=${(outline ?? lineOf)(stroke)}></path>`)}
      </svg>
      <p class="hint">${words.hint}</p>
      <div class="tools">
        <button type="button" part="button" ?disabled=${isEmpty} @click=${() => this.undo()}>${words.undo}</button>
        <button type="button" part="button" ?disabled=${isEmpty} @click=${() => this.clear()}>${words.clear}</button>
      </div>`;
  }

  #boxTemplate(): TemplateResult {
    const words = signatureWords[this.#language];
    return html`<label for="name">${words.fullName}</label>
      <p class="hint" id="name-hint">${words.nameHint}</p>
      <input
        part="control"
        id="name"
        autocomplete="off"
        spellcheck="false"
        maxlength="200"
        aria-describedby="name-hint"
        .value=${this.typed}
        @input=${this.#onType}
        @change=${(event: Event) => this.#tell(event, 'change')}
      />`;
  }

  get #language(): keyof typeof signatureWords {
    const code = this.lang || this.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang;
    return code.startsWith('en') ? 'en' : 'ar';
  }

  get #pad(): Element | null {
    return this.renderRoot.querySelector('.pad');
  }

  /** What the pad shows of the paper. */
  get #shown(): Area {
    return this.#ink.areaOn(this.#pad?.getBoundingClientRect() ?? { width: 0, height: 0 });
  }

  readonly #onType = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.#tell(event, 'input');
  };

  #switchTo(event: Event, method: SignatureAnswer['method']): void {
    this.method = method;
    this.#tell(event, 'input');
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Tells of a change of a control inside as of the element's own: the control is nobody else's business. */
  #tell(event: Event, type: 'input' | 'change'): void {
    event.stopPropagation();
    this.#changed(type);
  }

  /** The value is given to the form before anybody is told of it. */
  #changed(...types: readonly ('input' | 'change')[]): void {
    this.turn += 1;
    this.#offer();
    this.#validate();
    for (const type of types)
      this.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
  }

  #take(value: SignatureAnswer | undefined): void {
    this.#ink.clear();
    this.typed = value?.method === 'typed' ? value.name : '';
    if (value !== undefined) this.method = value.method;
    if (value?.method === 'drawn') this.#ink.restore(value.drawing);
    this.turn += 1;
  }

  #offer(): void {
    const { value, svg: image } = this;
    const json = value === undefined ? null : JSON.stringify(value);
    if (json === null || this.name === '') {
      this.#internals.setFormValue(null, json);
      return;
    }
    const entries = new FormData();
    entries.set(this.name, json);
    if (image !== undefined) entries.set(`${this.name}.svg`, image);
    this.#internals.setFormValue(entries, json);
  }

  #validate(): void {
    const words = signatureWords[this.#language];
    const { value } = this;
    const anchor = this.renderRoot.querySelector<HTMLElement>('#name, .switch') ?? this;
    if (value === undefined) {
      this.#internals.setValidity(
        this.required ? { valueMissing: true } : {},
        this.required ? words.missing : '',
        anchor,
      );
    } else if (value.method === 'drawn' && !isSignature(value.drawing)) {
      this.#internals.setValidity({ tooShort: true }, words.tooLittle, anchor);
    } else if (value.method === 'typed' && this.signer !== '' && !isSameName(value.name, this.signer)) {
      this.#internals.setValidity({ patternMismatch: true }, words.otherName(this.signer), anchor);
    } else this.#internals.setValidity({});
  }

  async #loadOutline(): Promise<void> {
    if (this.outline !== undefined) return;
    try {
      this.outline = (await import('./outline.js')).outlineOf;
    } catch {
      // Without it the line is as wide everywhere, and worth as much.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-signature': TaafiSignature;
  }
}
