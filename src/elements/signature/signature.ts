import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing, svg } from 'lit';
import type { Point } from '../../core/drawing.js';
import { isSignature, lineOf, svgOf } from '../../core/drawing.js';
import { isSameName } from '../../core/names.js';
import type { HandSignature } from '../../fields/signature/signature.type.js';
import { signatureWords } from '../../locale/signature-words.js';
import { Hand } from './hand.js';
import { signatureIn } from './kept.js';
import { Ink } from './pad.js';
import { signatureStyles } from './signature.styles.js';

type Outline = (stroke: readonly Point[]) => string;

/**
 * A signature: drawn with a finger, a pen or a mouse, or the full name typed out, which weighs the same. A control of
 * any `<form>`: under its name the answer is sent as JSON, and under `<name>.svg` a drawing as an image.
 *
 * @attr name - Name of the entry in the data of a form.
 * @attr {boolean} required - A form is not sent without a signature.
 * @attr {boolean} disabled - Takes no input, as inside a disabled `<fieldset>`.
 * @attr signer - The name of who signs, where it is known: a typed name must be the same.
 * @attr {'latn'|'arab'} numerals - Digits of the numbers it shows in Arabic.
 * @attr label - What the control is for, to screen readers; a `<label>` does the same.
 * @fires {Event} input - Something was drawn, typed or taken back.
 * @fires {Event} change - A stroke has ended, or the typed name is whole.
 * @csspart pad - Where the drawing is.
 * @csspart control - The box for the name.
 * @csspart button - Undo and clear.
 */
export class TaafiSignature extends LitElement {
  static readonly formAssociated = true;
  static override readonly shadowRootOptions = { mode: 'open', delegatesFocus: true } as const;
  static override styles = signatureStyles;

  static override get properties(): PropertyDeclarations {
    return {
      name: { reflect: true },
      required: { type: Boolean, reflect: true },
      disabled: { type: Boolean, noAccessor: true },
      signer: {},
      label: {},
      description: {},
      lang: {},
      numerals: { reflect: true },
    };
  }

  /** Name of the entry in the data of a form. */
  name = '';
  /** A form is not sent without a signature. */
  required = false;
  /** The name of who signs, where it is known: a typed name must be the same. */
  signer = '';
  /** What the control is for, to screen readers; a `<label>` does the same. */
  label = '';
  /** What is to be known about it, such as what is wrong, to screen readers. */
  description = '';
  /** `ar` or `en`; that of the page around it where it is not set. */
  override lang = '';
  /** Digits of the numbers shown in Arabic, `latn` (1, 2, 3) or `arab` (١، ٢، ٣). */
  numerals: 'latn' | 'arab' = 'latn';

  #method: HandSignature['method'] = 'drawn';
  #typed = '';
  #isOff = false;
  #outline: Outline | undefined;
  readonly #internals = this.attachInternals();
  readonly #ink = new Ink();
  readonly #resizing = new ResizeObserver(() => this.requestUpdate());
  readonly #hand = new Hand(this.#ink, {
    isOff: () => this.#isOff,
    moved: () => this.requestUpdate(),
    lifted: () => this.#changed('input', 'change'),
  });
  /** How the strokes look: each is drawn once, for none changes. */
  #paths = new WeakMap<readonly Point[], string>();
  #pad: Element | null = null;
  #initial: HandSignature | undefined;
  #isOutlineAsked = false;

  constructor() {
    super();
    if (!Object.hasOwn(this, 'value')) return;
    // Given before the element was defined, it stands in front of the accessor.
    const { value } = this;
    Reflect.deleteProperty(this, 'value');
    this.value = value;
  }

  /** What was signed with; undefined where nothing was, or not enough for a signature. */
  get value(): HandSignature | undefined {
    if (this.#method === 'typed') {
      const name = this.#typed.trim();
      return name === '' ? undefined : { method: 'typed', name };
    }
    return this.#ink.answer;
  }

  /** A signature that was kept, which is the one a reset comes back to; what is none counts as no value. */
  set value(value: HandSignature | undefined) {
    const own = this.value;
    this.#initial = value === own ? own : signatureIn(() => value);
    if (value !== own && JSON.stringify(this.#initial) !== JSON.stringify(own)) this.#take(this.#initial);
  }

  /** The drawing as an SVG image; undefined where nothing was drawn. */
  get svg(): string | undefined {
    const { value } = this;
    return value?.method === 'drawn' ? svgOf(value.drawing) : undefined;
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** What is wrong with it, as with native controls. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** The same in words, in the person's language. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether it is asked at all: not while it is disabled. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** The labels of the page that name it. */
  get labels(): NodeList {
    return this.#internals.labels;
  }

  /** Whether nothing is wrong. Shows nothing. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** The same, and shows what is wrong. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Forgets what was drawn or typed. */
  clear(): void {
    if (this.#ink.isEmpty && this.#typed === '') return;
    this.#ink.clear();
    this.#typed = '';
    this.#changed('input', 'change');
  }

  /** Takes the last stroke back. */
  undo(): void {
    if (this.#ink.isEmpty) return;
    this.#ink.undo();
    this.#changed('input', 'change');
  }

  /** @internal */
  formResetCallback(): void {
    this.#method = 'drawn';
    this.#take(this.#initial);
  }

  /**
   * Takes no input, as inside a disabled `<fieldset>`.
   * @reflect
   * @default false
   */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  // Straight on the attribute, as a control of HTML has it: reflected by an update, what follows of it would come in the
  // middle of that update and be lost.
  set disabled(isSo: boolean) {
    this.toggleAttribute('disabled', isSo);
  }

  /** @internal By its own attribute or by a fieldset of the page. */
  formDisabledCallback(disabled: boolean): void {
    this.#isOff = disabled;
    this.requestUpdate();
  }

  /** @internal */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    this.#take(signatureIn(() => JSON.parse(state as string)));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Elsewhere in the page the pad has another size and perhaps another language.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch(null);
    this.#hand.stop({ keep: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#isOff) this.#hand.stop();
    if (changed.has('name')) this.#offer();
  }

  protected override updated(): void {
    if (this.isConnected) this.#watch(this.renderRoot.querySelector('.pad'));
    if (!this.#ink.isEmpty) void this.#loadOutline();
    if (!this.#ink.isDrawing) this.#validate();
    if (this.numerals === 'arab')
      void import('../form/arab-numerals.js').then(
        ({ followNumerals }) => followNumerals(this),
        () => undefined,
      );
  }

  protected override render(): TemplateResult {
    const words = signatureWords[this.#language];
    return html`<fieldset class="root" dir=${words.direction} lang=${this.#language} ?disabled=${this.#isOff} aria-label=${this.label || this.labels[0]?.textContent?.trim() || words.title} aria-description=${this.description || nothing}>
      <div class="switch" role="radiogroup" aria-label=${words.how} aria-required=${this.required}>
        ${(['drawn', 'typed'] as const).map(
          (method) => html`<label
            ><input
              type="radio"
              name="method"
              value=${method}
              .checked=${this.#method === method}
              @change=${(event: Event) => this.#switchTo(event, method)}
            /><span>${words[method]}</span></label
          >`,
        )}
      </div>
      ${this.#method === 'drawn' ? this.#padTemplate() : this.#boxTemplate()}
    </fieldset>`;
  }

  #padTemplate(): TemplateResult {
    const words = signatureWords[this.#language];
    const { strokes, isEmpty } = this.#ink;
    const { x, y, width, height } = this.#ink.areaOn(this.#pad?.getBoundingClientRect());
    return html`<svg
        class="pad"
        part="pad"
        role="img"
        aria-label=${isEmpty ? words.empty : words.signed(strokes.length)}
        viewBox="${x} ${y} ${width} ${height}"
        @pointerenter=${() => void this.#loadOutline()}
        @pointerdown=${this.#hand}
        @pointermove=${this.#hand}
        @pointerup=${this.#hand}
        @pointercancel=${this.#hand}
        @lostpointercapture=${this.#hand}
      >
        <path class="base" d="M${x + width * 0.06} ${y + height * 0.78}h${width * 0.88}"></path>
        ${strokes.map((stroke) => svg`<path class=${this.#outline === undefined ? 'line' : 'ink'} d=${this.#pathOf(stroke)}></path>`)}
      </svg>
      <p class="hint">${words.hint}</p>
      <div class="tools">
        <button type="button" part="button" aria-disabled=${isEmpty || this.#isOff} @click=${() => this.undo()}>${words.undo}</button>
        <button type="button" part="button" aria-disabled=${isEmpty || this.#isOff} @click=${() => this.clear()}>${words.clear}</button>
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
        aria-description=${this.description || nothing}
        aria-invalid=${this.getAttribute('aria-invalid') ?? nothing}
        .value=${this.#typed}
        @input=${this.#onType}
        @change=${this.#onType}
      />`;
  }

  get #language(): keyof typeof signatureWords {
    const code = this.lang || this.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang;
    return code.startsWith('en') ? 'en' : 'ar';
  }

  /** Draws again whenever the pad gets another size, and forgets the pad before it. */
  #watch(pad: Element | null): void {
    if (pad === this.#pad) return;
    this.#pad = pad;
    this.#resizing.disconnect();
    if (pad !== null) this.#resizing.observe(pad);
  }

  #switchTo(event: Event, method: HandSignature['method']): void {
    // What a control inside tells is told as the element's own: the control is nobody else's business.
    event.stopPropagation();
    this.#hand.stop({ keep: true });
    this.#method = method;
    this.#changed('input', 'change');
  }

  #onType(event: Event): void {
    event.stopPropagation();
    this.#typed = (event.target as HTMLInputElement).value;
    this.#changed(event.type);
  }

  /** The value is given to the form before anybody is told of it. */
  #changed(...types: readonly string[]): void {
    this.requestUpdate();
    this.#offer();
    this.#validate();
    for (const type of types)
      this.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
  }

  #take(value: HandSignature | undefined): void {
    this.#ink.clear();
    this.#typed = value?.method === 'typed' ? value.name : '';
    if (value !== undefined) this.#method = value.method;
    if (value?.method === 'drawn') this.#ink.restore(value.drawing);
    this.requestUpdate();
    this.#offer();
    this.#validate();
  }

  /** Gives the form what there is. Costly for a long signature: never while a stroke is drawn. */
  #offer(): void {
    const { name, value, svg: image } = this;
    const json = JSON.stringify(value) as string | undefined;
    const entries = new FormData();
    if (name !== '' && json !== undefined) {
      entries.set(name, json);
      if (image !== undefined) entries.set(`${name}.svg`, image);
    }
    this.#internals.setFormValue(entries, json ?? null);
  }

  #validate(): void {
    const words = signatureWords[this.#language];
    const { value } = this;
    let problem: readonly [flag: keyof ValidityStateFlags, words: string] | undefined;
    if (value === undefined) {
      if (this.required) problem = ['valueMissing', words.missing];
    } else if (value.method === 'drawn') {
      if (!isSignature(value.drawing)) problem = ['tooShort', words.tooLittle];
    } else if (this.signer !== '' && !isSameName(value.name, this.signer)) {
      problem = ['patternMismatch', words.otherName(this.signer)];
    }
    const [flag, message] = problem ?? [];
    const place = this.renderRoot?.querySelector<HTMLElement>('#name, .tools') ?? undefined;
    this.#internals.setValidity(flag === undefined ? {} : { [flag]: true }, message, place);
  }

  #pathOf(stroke: readonly Point[]): string {
    const path = this.#paths.get(stroke) ?? (this.#outline ?? lineOf)(stroke);
    this.#paths.set(stroke, path);
    return path;
  }

  async #loadOutline(): Promise<void> {
    if (this.#isOutlineAsked) return;
    this.#isOutlineAsked = true;
    try {
      this.#outline = (await import('./outline.js')).outlineOf;
      this.#paths = new WeakMap();
      this.requestUpdate();
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
