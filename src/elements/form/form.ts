import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { adoptStyles, html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Association } from '../../core/association.js';
import type { CalendarName } from '../../core/calendar.js';
import type { Answers } from '../../core/engine.js';
import type { FieldNode } from '../../core/nodes.js';
import { stylesAtHand } from '../../fields/at-hand.js';
import type { Control, FormContext } from '../../fields/field-view.js';
import { firstMessages, hasLaterMessages, laterMessages } from '../../locale/by-parts.js';
import { FormLocale } from '../../locale/locale.js';
import { formStyles } from '../../theme/form.styles.js';
import type { Stored } from '../../transport/delivery.js';
import type { Transport } from '../../transport/transport.js';
import { bringFor, bringPrefill } from './bringing.js';
import type { Correspondence, Correspondent } from './correspondence.js';
import { formEntries } from './form-entries.js';
import { HistoryTrail } from './history-trail.js';
import { HostForm } from './host-form.js';
import { idle } from './idle.js';
import type { Keeping } from './keeping.js';
import { PageLanguage } from './language.js';
import type { Later } from './later-part.js';
import { LeaveWarning } from './leave-warning.js';
import type { LoadedDefinition } from './load-definition.js';
import { loadAssociation } from './load-definition.js';
import { notBrought } from './not-brought.js';
import type { OpeningHost } from './opening.js';
import { Opening } from './opening.js';
import { pageTemplate, referralPart } from './page-template.js';
import { QuickExit } from './quick-exit.js';
import { Runner } from './runner.js';
import type { SignatureProvider } from './signature-provider.js';
import { toolbar, wayOut } from './toolbar.js';

/**
 * A form from one JSON definition: steps, conditions, review, sending and receipt, in the person's language.
 *
 * @attr {string} ui-schema - Address of the RJSF `uiSchema` of a form that is made of a JSON Schema.
 * @attr {boolean} guard - Sends along what shows that no program fills the form in, where the receiver asks for it.
 * @slot - Shown until the form is ready, and instead of it where the definition cannot be used.
 * @slot header - Above every page of the form.
 * @slot footer - Below every page of the form.
 * @fires {TaafiReadyEvent} taafi-ready - The form can be filled in.
 * @fires {TaafiChangeEvent} taafi-change - An answer has changed; `path` and `answer` say which.
 * @fires {TaafiPageEvent} taafi-page - Another page is shown; `page` is its name.
 * @fires {TaafiSubmitEvent} taafi-submit - The answers are about to be sent; `preventDefault()` leaves the sending to the page.
 * @fires {TaafiSentEvent} taafi-sent - The receiver has stored the answers; `receipt` holds the reference.
 * @fires {TaafiProblemEvent} taafi-problem - The definition has faults; `problems` holds pointer, line and sentence of each.
 * @csspart root - Everything.
 * @csspart title - The heading of the page.
 * @csspart field - Around one question.
 * @csspart label - The words of a question.
 * @csspart hint - What helps to answer it.
 * @csspart error - What is wrong with the answer.
 * @csspart control - A box, list or file button.
 * @csspart option - The row of one radio button or box to tick.
 * @csspart button - Every button that stands by itself.
 * @csspart primary - The one main button of a page.
 * @csspart progress - Where the person is among the steps.
 * @csspart error-summary - The list of problems on top.
 * @csspart receipt - What the person takes away.
 * @csspart answers - The answers of one step, on the review.
 * @csspart list - Around a question that is asked for each of several.
 * @csspart item - One of those.
 * @csspart section - Around questions that belong together.
 * @csspart note - What is said between the questions.
 * @csspart kept - A request that is kept on the device, above the form.
 * @csspart keep-offer - Under a sending that has failed, the offer to keep it.
 * @csspart dialog - The question to the officer.
 * @csspart exit - The way out of the page in haste.
 * @csspart about - Who the association is, under the form.
 * @cssprop --taafi-accent - Colour of what can be acted on.
 * @cssprop --taafi-on-accent - Colour of text on the accent.
 * @cssprop --taafi-paper - Colour behind everything.
 * @cssprop --taafi-ink - Colour of text.
 * @cssprop --taafi-quiet - Colour of hints.
 * @cssprop --taafi-line - Colour of the borders of boxes; 3 : 1 against the paper.
 * @cssprop --taafi-hairline - Colour of lines that only part one thing from another.
 * @cssprop --taafi-tint - Colour behind what is chosen or set apart.
 * @cssprop --taafi-danger - Colour of errors.
 * @cssprop --taafi-danger-tint - Colour behind the list of errors.
 * @cssprop --taafi-success - Colour of what has been done.
 * @cssprop --taafi-focus - Colour of the ring around what has the focus.
 * @cssprop --taafi-field - Colour inside boxes.
 * @cssprop --taafi-font - Typefaces; the page's own where it is not set.
 * @cssprop --taafi-font-size - Size of the text.
 * @cssprop --taafi-line-height - Height of a line, as a number.
 * @cssprop --taafi-radius - How round corners are.
 * @cssprop --taafi-control-size - Least height of what is touched; 44 px and more.
 * @cssprop --taafi-width - Greatest width of the column.
 */
export class TaafiForm extends LitElement implements Correspondent, OpeningHost {
  static readonly formAssociated = true;
  static override styles = formStyles;

  static override get properties(): PropertyDeclarations {
    return {
      definition: {},
      receiver: {},
      association: {},
      lang: {},
      numerals: { reflect: true },
      calendar: {},
      name: {},
      history: {},
      declarationPage: { attribute: 'declaration-page' },
      trackerPage: { attribute: 'tracker-page' },
      keep: {},
      prefill: { attribute: false },
      invitation: { attribute: false },
      transport: { attribute: false },
      signatureProvider: { attribute: false },
      clock: { attribute: false },
      drawFaults: { state: true },
      isNotBrought: { state: true },
      loadedAssociation: { state: true },
      later: { state: true },
      isDisabled: { state: true },
      runner: { state: true },
      disabled: { type: Boolean, noAccessor: true },
    };
  }

  /** Address of the form definition, or the definition itself as an object; a JSON Schema of the answers will do too. */
  definition: string | object | undefined;
  /** Address of the receiver the answers are sent to; without one the page or its own `<form>` takes them. */
  receiver: string | undefined;
  /** Address of the association's document, or the document itself: who it is, its channels, its documents. */
  association: string | object | undefined;
  /** Language of the form, `ar` or `en`; that of the page around it where it is not set. */
  override lang = '';
  /** Digits of the numbers shown in Arabic, `latn` (1, 2, 3) or `arab` (١، ٢، ٣). What is stored is the same with both. */
  numerals: 'latn' | 'arab' = 'latn';
  /** The calendar that comes first, `islamic-umalqura` or `gregory`; where it is not set, the usual one of each date. */
  calendar: CalendarName | undefined;
  /** Start of the names under which the answers appear in a host form: `aid` gives `aid.fullName`. */
  name = '';
  /** `off` leaves the browser's back button to the page. */
  history: 'on' | 'off' = 'on';
  /** Address of a page with `<taafi-data-declaration>`: who fills the form in for another gives him a link to it. */
  declarationPage: string | undefined;
  /** Address of a page with `<taafi-status-tracker>`: the receipt leads there. */
  trackerPage: string | undefined;
  /** `off` offers neither to keep on the device what could not be sent, nor to save the answers and go on another time; both where it is not set (`ask`). */
  keep: 'ask' | 'off' | undefined;
  /** Answers to begin with, for the fields that the definition names under `prefill.host`. */
  prefill: Answers | undefined;
  /** Token of the invitation, where the definition is a survey for those who were invited. */
  invitation: string | undefined;
  /** Another way to send than the receiver's HTTP. */
  transport: Transport | undefined;
  /** Somebody who signs for the person in a way of his own, beside the form's. */
  signatureProvider: SignatureProvider | undefined;
  /** The time; another one makes a form repeatable in tests and stories. */
  clock: () => Date = () => new Date();

  private drawFaults: ((language: string) => unknown) | undefined;
  private isNotBrought = false;
  private loadedAssociation: Association | undefined;
  /** @internal */
  later: Later | undefined;
  /** What is kept on the device until it can be sent. @internal */
  keeping: Keeping | undefined;
  private isDisabled = false;
  /** The form that is being filled in. @internal */
  runner: Runner | undefined;

  readonly #internals = this.attachInternals();
  readonly #language = new PageLanguage(this);
  readonly #hostForm = new HostForm(this);
  readonly #trail = new HistoryTrail(this, (page) => this.#onHistory(page));
  readonly #exit = new QuickExit(this);
  readonly #opening = new Opening(this);
  #correspondence: Correspondence | undefined;
  /** What was asked to be shown last. */
  #loaded: LoadedDefinition | undefined;
  #dressedIn = 0;
  /** The form that has been drawn once: whatever comes later, it stays. */
  #drawn: Runner | undefined;
  #isSending = false;

  constructor() {
    super();
    new LeaveWarning(this, () => this.#hasUnsent);
  }

  /** The answers that are shown now, in their stored form. */
  get answers(): Answers {
    return this.runner?.session.engine.answers() ?? {};
  }

  /** Name of the page that is shown: the id of a step, or `start`, `review`, `receipt`; empty until there is one. */
  get page(): string {
    return this.runner === undefined ? '' : this.runner.session.nameOf(this.runner.session.page);
  }

  /** The host's `<form>`, if the element stands in one. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** Shows a page by its name; false where there is no such page now. */
  goTo(name: string): boolean {
    const page = this.runner?.session.pageNamed(name);
    if (page !== undefined) this.runner?.go(page);
    return page !== undefined;
  }

  /** Forgets every answer and file and begins anew. */
  reset(): void {
    this.#correspondence?.end();
    this.keeping?.reset();
    void this.show(this.#loaded);
  }

  /** Whether every answer that is shown is right. Shows nothing. */
  checkValidity(): boolean {
    return this.runner?.session.isRight ?? false;
  }

  /** The same, and shows what is wrong on the first page that has something. */
  reportValidity(): boolean {
    return this.runner?.reportFirst() ?? false;
  }

  /** Moves the focus to the heading of the page. */
  override focus(): void {
    this.runner?.focusOn('title');
  }

  /** @internal */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#hostForm.join(form);
  }

  /** @internal */
  formResetCallback(): void {
    this.reset();
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
    this.isDisabled = disabled;
  }

  /** The answers as entries of a host form's data. */
  *entries(): Generator<[string, FormDataEntryValue]> {
    if (this.runner === undefined || this.isDisabled) return;
    const prefix = this.name && `${this.name}.`;
    for (const [path, value] of formEntries(this.runner)) yield [prefix + path, value];
  }

  /** Forgets everything, so that nothing is left to read when the person goes away in haste. */
  forget(): void {
    this.keeping?.forget();
    this.reset();
  }

  /** @internal */
  onShift(left: () => number): void {
    // Of two that wait for the sentences, either may have them first.
    void laterMessages(this.spokenLanguage).then(
      ({ shiftPressed }) => this.runner?.announce(shiftPressed(left())),
      () => undefined,
    );
  }

  /** @internal */
  onPage(page: string): void {
    if (this.history !== 'off') this.#trail.push(page);
    void this.loadLater();
  }

  /** @internal */
  onSend(runner: Runner): void {
    // A press that waited until the form was sent is none to send the next one.
    if (runner === this.runner) void this.#send();
  }

  /** @internal */
  onCancel(): void {
    this.#correspondence?.cancel();
  }

  /** The language the form is to speak. @internal */
  get spokenLanguage(): string {
    return this.#language.current;
  }

  /** Starts a definition from its beginning, or with undefined shows no form. @internal */
  async show(loaded: LoadedDefinition | undefined): Promise<void> {
    this.runner = undefined;
    this.#loaded = loaded;
    if (loaded === undefined) return;
    const { definition } = loaded;
    const language = this.spokenLanguage;
    const found = bringFor(definition, language);
    const messages = found instanceof Promise ? await found : found;
    // Another one was opened meanwhile.
    if (loaded !== this.#loaded) return;
    this.dress();
    const runner = new Runner(this, loaded, new FormLocale(language, messages, definition.languages, this));
    if (definition.prefill !== undefined) {
      const prefill = bringPrefill();
      (prefill instanceof Promise ? await prefill : prefill)(runner.session, this.prefill);
      if (loaded !== this.#loaded) return;
    }
    this.runner = runner;
    this.#exit.url = definition.exit?.url;
    this.#trail.begin(this.page);
    // Where they cannot be brought now, «Continue» tries again and says so.
    void runner.loadRules().catch(() => undefined);
    void idle().then(() => this.loadLater());
  }

  /** @internal */
  showFaults(draw: ((language: string) => unknown) | undefined): void {
    this.drawFaults = draw;
  }

  /** @internal */
  showNotBrought(isNotBrought: boolean): void {
    // Tried again in vain: whoever pressed the button is told so.
    if (isNotBrought && this.isNotBrought) this.renderRoot.querySelector<HTMLElement>('#unreached')?.focus();
    this.isNotBrought = isNotBrought;
  }

  /** @internal */
  async showReceipt(stored: Stored): Promise<void> {
    const before = this.runner?.context.locale;
    await this.show(this.runner?.loaded);
    // It says what comes after the first page: a language of which no more is here yet follows when it is.
    if (before !== undefined && !hasLaterMessages(this.spokenLanguage)) this.runner?.speak(before);
    this.runner?.showReceipt(stored);
  }

  /** @internal */
  async loadLater(): Promise<Later> {
    if (this.later === undefined) {
      const [later] = await Promise.all([import('./later.js'), laterMessages(this.spokenLanguage)]);
      this.later = later;
      this.keeping ??= new later.Keeping(this);
      this.dress();
      later.watchOver(this);
    }
    return this.later;
  }

  /** Draws all that can be drawn now, with its styles. @internal */
  dress(): void {
    // A page may have waited for its fields.
    this.requestUpdate();
    const added = [...new Set([...stylesAtHand(), ...(this.later?.laterStyles ?? [])])];
    if (added.length === this.#dressedIn) return;
    this.#dressedIn = added.length;
    adoptStyles(this.renderRoot as ShadowRoot, [
      ...(this.constructor as typeof TaafiForm).elementStyles,
      ...added,
    ]);
  }

  /** @internal */
  besideSignature(node: FieldNode, form: FormContext): unknown {
    const { signatureProvider } = this;
    return signatureProvider && this.later?.signingElsewhere(node, signatureProvider, form);
  }

  /** @internal */
  goBackInHistory(): boolean {
    return this.history !== 'off' && this.#trail.back();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('definition')) void this.#opening.open(this.definition);
    if (changed.has('association')) void this.#openAssociation();
    if (changed.has('receiver') || changed.has('transport')) this.#correspondence?.end();
    if (changed.has('prefill') && this.runner?.loaded.definition.prefill !== undefined) {
      // A form that takes answers to begin with was not shown before that was here.
      const prefill = bringPrefill();
      if (!(prefill instanceof Promise)) prefill(this.runner.session, this.prefill);
    }
    this.#speak();
    const { runner, signatureProvider } = this;
    const isOtherwise = changed.has('calendar') || changed.has('numerals');
    // His button stands in the fields, and what draws it may come after them.
    const isBeside = signatureProvider && (changed.has('signatureProvider') || changed.has('later'));
    if (runner && (isOtherwise || isBeside)) runner.speak(runner.context.locale);
  }

  protected override updated(): void {
    this.#drawn = this.runner;
    this.runner?.afterDrawing();
  }

  protected override render(): TemplateResult {
    const { runner } = this;
    try {
      if (runner) return this.#draw(runner);
    } catch (error) {
      if (this.#drawn === runner) throw error;
      // A definition that is wrong may be too wrong to be shown: the checks that follow say where.
      this.runner = undefined;
    }
    return html`${this.#drawFallback()}`;
  }

  #draw(runner: Runner): TemplateResult {
    const { locale } = runner.context;
    const { definition } = runner.loaded;
    return html`<div class="root" part="root" lang=${locale.language} dir=${locale.direction}>
      ${toolbar(definition, locale, this.#exit, (language) => this.setAttribute('lang', language))}
      <slot name="header"></slot>
      ${this.keeping?.above(runner)}
      ${this.content(runner)}
      ${wayOut(definition, locale, this.#exit)}
      ${this.loadedAssociation === undefined ? nothing : this.later?.aboutAssociation(this.loadedAssociation, locale)}
      <slot name="footer"></slot>
      <div class="visually-hidden" role="status" id="announcements"></div>
    </div>`;
  }

  /** What stands between the way out above and the one below. @internal */
  protected content(runner: Runner): TemplateResult {
    return html`<form novalidate @submit=${this.#onSubmit} @input=${this.#onInput} @change=${this.#onInnerChange}>
        <fieldset class="bare" role="none" ?disabled=${this.isDisabled}>${keyed(this.page, pageTemplate(runner, this.later, this.loadedAssociation?.name))}</fieldset>
      </form>
      ${referralPart(runner, this.#correspondence?.referral, () => void this.#openReferral())}${this.keeping?.below(runner)}`;
  }

  /** What stands in place of the form: the page's own content, and why there is no form. */
  #drawFallback(): unknown {
    const language = this.spokenLanguage;
    if (this.drawFaults !== undefined) return this.drawFaults(language);
    return this.isNotBrought
      ? notBrought(language, () => void this.#opening.open(this.definition, true))
      : html`<slot></slot>`;
  }

  async #send(): Promise<void> {
    // Pressed twice, it is sent once.
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      const correspondence = await this.#correspond().catch(() => undefined);
      // The line is down, and nothing has been sent.
      if (correspondence === undefined) this.runner?.tellSending({ kind: 'failed', failure: 'unreachable' });
      else await correspondence.send();
    } finally {
      this.#isSending = false;
    }
  }

  async #correspond(): Promise<Correspondence> {
    const { Correspondence } = await this.loadLater();
    this.#correspondence ??= new Correspondence(this);
    return this.#correspondence;
  }

  async #openReferral(): Promise<void> {
    await (await this.#correspond()).openReferral();
  }

  async #openAssociation(): Promise<void> {
    this.loadedAssociation = await loadAssociation(this.association);
  }

  get #hasUnsent(): boolean {
    return (
      this.runner?.session.touched === true &&
      this.page !== 'receipt' &&
      !this.#hostForm.isSubmitted &&
      !this.keeping?.isSafe
    );
  }

  /** Sees to it that the form speaks the language it is asked for, as soon as the sentences are here. */
  #speak(): void {
    const { runner } = this;
    const language = this.spokenLanguage;
    if (runner === undefined || runner.context.locale.language === language) return;
    const messages = firstMessages(language);
    if (messages instanceof Promise || !hasLaterMessages(language))
      void laterMessages(language).then(
        () => this.requestUpdate(),
        () => undefined,
      );
    else runner.speak(new FormLocale(language, messages, runner.loaded.definition.languages, this));
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.runner?.advance();
  };

  readonly #onInput = (event: Event): void => {
    // Only native controls of the form's own templates send input here.
    this.runner?.input(event.target as Control);
  };

  /** Native change events stop at the shadow root; a page that listens on the element is to hear of them. */
  readonly #onInnerChange = (event: Event): void => {
    // Some password managers and scripts of pages say `change` and nothing before it.
    this.runner?.input(event.target as Control);
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  #onHistory(name: string): void {
    if (this.page !== 'receipt') this.runner?.showVisited(name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-form': TaafiForm;
  }
}
