import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { digitsOnly } from '../../core/characters.js';
import { formatReference, isReference } from '../../core/reference.js';
import { languageNames } from '../../locale/spoken.js';
import { trackerWordsOf } from '../../locale/tracker-languages.js';
import type { TrackerWords } from '../../locale/tracker-words.js';
import { trackerWordsAr } from '../../locale/tracker-words-ar.js';
import type { TrackedView } from '../../transport/tracked-view.js';
import type { Doing, Opening } from '../../transport/tracking.js';
import { Tracking } from '../../transport/tracking.js';
import type { Line } from '../../transport/world.js';
import { pageWorld, usualPatience } from '../../transport/world.js';
import { riyadhTime } from '../form/answer-date.js';
import { PageLanguage } from '../form/language.js';
import { QuickExit } from '../form/quick-exit.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { facts, reasonNote, whereItIs } from './facts.js';
import { Following } from './following.js';
import type { AskedFactor } from './look-up.js';
import { LookUpForm } from './look-up-form.js';
import { MissingItems } from './missing-items.js';
import { newsOf } from './news.js';
import { Questions } from './questions.js';
import { ownMoves, ownRights } from './rights.js';
import { statusTrackerStyles } from './status-tracker.styles.js';
import { Telling } from './telling.js';
import { timeline } from './timeline.js';
import type { TrackerHost } from './tracker-host.js';
import { takeLink } from './tracking-link.js';
import type { Trouble } from './trouble.js';
import { troubleOf, troubleSentence } from './trouble.js';

/** The site that the forms of the pack leave to. */
const USUAL_EXIT = 'https://www.ncm.gov.sa';

/**
 * Shows a person where his request is, what comes next and what is asked of him, and takes it from him. It is opened
 * by its reference and something that shows it is his, or by a link with `#track=<reference>.<token>`. Nothing is
 * stored on the device.
 *
 * @csspart root - Everything.
 * @csspart title - The heading: the question before the request is open, its state after.
 * @csspart look-up - The form that opens a request.
 * @csspart error-summary - What is wrong with what was typed, or why the request did not open.
 * @csspart state - The reference and the state.
 * @csspart reason - The reason of a decision.
 * @csspart missing - What is asked of the person.
 * @csspart timeline - The way of the request.
 * @csspart questions - What the person has asked, and a place to ask.
 * @csspart moves - What the person can do.
 * @csspart rights - What the person has asked about his data.
 * @csspart label - The label of a box.
 * @csspart control - Boxes.
 * @csspart button - Buttons.
 * @csspart primary - The button that matters most.
 * @csspart exit - The way out.
 * @csspart dialog - What asks once more.
 */
export class TaafiStatusTracker extends LitElement implements TrackerHost {
  static override styles = statusTrackerStyles;

  /** Base address of the receiver. */
  @property() receiver = '/';
  /** `ar` or `en`; that of the page around it where it is not set. */
  @property({ reflect: true }) override lang = '';
  /** A reference to begin with. */
  @property() reference = '';
  /** What is asked for beside the reference, where the process asks for something else than the charity's. */
  @property({ attribute: 'factor-label' }) factorLabel = '';
  /** How many digits that has. */
  @property({ attribute: 'factor-digits', type: Number }) factorDigits = 4;
  /** Where the way out leads, an address with https; none where it is empty. */
  @property() exit = USUAL_EXIT;
  /** Address of a page on which a new request is sent, with http(s) or relative to this page; none where it is empty. */
  @property() form = '';
  /** The time; another one makes the page repeatable in tests and stories. */
  @property({ attribute: false }) clock: () => Date = () => new Date();
  /** What else is needed of the world around, such as `fetch`; another one makes it repeatable too. */
  @property({ attribute: false }) world: Partial<Line> = {};

  @state() private isOpening = false;
  @state() private said = '';

  readonly #language = new PageLanguage(this);
  readonly #exit = new QuickExit(this);
  readonly #following = new Following(this);
  readonly #lookUp = new LookUpForm(this);
  readonly #missing = new MissingItems(this);
  readonly #questions = new Questions(this);
  readonly #dialog = new ConfirmDialog(this);
  /** Those of the language that is spoken; undefined until they are there for the first time. */
  #words: TrackerWords | undefined;
  /** That of the page for a new request, where it is one that can be linked to. */
  #form = '';
  #opening = new AbortController();
  /** Where the person is led to after the next drawing. */
  #wanted = '';
  /** The request that what was written belongs to: it is kept where the same one is opened again. */
  #written = '';

  /** The request that is shown; undefined while none is. */
  get view(): TrackedView | undefined {
    return this.#following.view;
  }

  /** @internal */
  get telling(): Telling {
    return new Telling(this.#words ?? trackerWordsAr, this.view?.languages);
  }

  /** @internal */
  get line(): Line {
    return { ...pageWorld, ...usualPatience, now: () => this.clock().getTime(), ...this.world };
  }

  /** @internal */
  get askedFactor(): AskedFactor {
    return { label: this.factorLabel ?? '', digits: this.factorDigits };
  }

  /** @internal */
  get tracking(): Tracking {
    return new Tracking(this.receiver, this.line);
  }

  /** @internal */
  get uploads(): string {
    return `${this.receiver.replace(/([^/])$/, '$1/')}api/uploads`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('hashchange', this.#onHash);
  }

  /** Closes the request on this device: nothing of it is left here. */
  forget(): void {
    this.#opening.abort();
    this.isOpening = false;
    this.#following.forget();
    this.#forgetWritten();
    this.#lookUp.fill('');
    this.said = '';
  }

  /** @internal */
  onShift(left: number): void {
    this.say(this.telling.words.exit.pressed(left));
  }

  /** @internal */
  say(sentence: string): void {
    this.said = sentence;
  }

  /** @internal */
  focusOn(id: string): void {
    this.#wanted = id;
    this.requestUpdate();
  }

  /** @internal */
  act(doing: Doing, body: object, key: string): Promise<TrackedView> {
    return this.#following.act(doing, body, key);
  }

  /** @internal */
  onNews(before: TrackedView, after: TrackedView): void {
    const news = newsOf(before, after, this.telling);
    if (news !== undefined) this.say(news);
  }

  /** @internal */
  onLost(reference: string): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    this.#lookUp.fill(formatReference(reference));
    this.#fail({ kind: 'session' }, activeElement !== null);
  }

  /** @internal */
  openRequest(opening: Opening): void {
    void this.#open(opening);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#findWords();
    if (changed.has('exit')) this.#setExit();
    if (changed.has('form')) this.#setForm();
    if (changed.has('reference')) this.#lookUp.fill(shown(this.reference));
    // Properties a page sets with its first drawing are there now: before, nobody knows whom to ask.
    if (!this.hasUpdated) this.#openLink();
  }

  protected override updated(): void {
    const wanted = this.#wanted;
    this.#wanted = '';
    if (wanted === '') return;
    const found = this.renderRoot.querySelector<HTMLElement>(`#${wanted}`);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#words === undefined) return nothing;
    const { language, words } = this.telling;
    const { view } = this;
    return html`<div class="root" part="root" dir=${words.direction} lang=${language}>
      ${this.#toolbar()}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${
        view !== undefined
          ? this.#request(view)
          : this.isOpening
            ? html`<p class="opening">${words.lookUp.opening}</p>`
            : this.#lookUp.template()
      }
      ${this.#exitButton('help')}
    </div>`;
  }

  #request(view: TrackedView): TemplateResult {
    const { telling } = this;
    const { words } = telling;
    return html`${whereItIs(view, telling)} ${this.#staleness(telling)} ${reasonNote(view, telling)}
      ${this.#missing.template(view)} ${facts(view, telling)} ${timeline(view.timeline, telling)}
      ${ownMoves(view.moves, telling, (deed) => this.#dialog.open(deed))} ${this.#questions.template(view)}
      ${ownRights(view, telling, (deed) => this.#dialog.open(deed))}
      <div class="closing no-print">
        <p class="hint">${words.view.upToDate(riyadhTime(new Date(this.#following.seenAt)))}</p>
        <div class="beside">
          <button type="button" class="secondary" part="button" @click=${() => globalThis.print()}>${words.view.print}</button>
          <button type="button" class="secondary" part="button" aria-describedby="close-hint" @click=${this.#onClose}>${words.view.close}</button>
        </div>
        <p class="hint" id="close-hint">${words.view.closeHint}</p>
        ${this.#form === '' ? nothing : html`<p><a href=${this.#form}>${words.lookUp.newRequest}</a></p>`}
      </div>
      ${this.#dialog.template()}`;
  }

  /** That what is shown may be older than it looks, and a way to look again. */
  #staleness({ words }: Telling): TemplateResult {
    const { trouble, seenAt } = this.#following;
    return html`<div class="no-print" role="status">
      ${
        trouble === undefined
          ? nothing
          : html`<div class="stale">
              <p>${troubleSentence(trouble, words)} ${words.troubles.notUpToDate(riyadhTime(new Date(seenAt)))}</p>
              <button type="button" class="secondary" part="button" @click=${() => void this.#following.look()}>
                ${words.troubles.tryAgain}
              </button>
            </div>`
      }
    </div>`;
  }

  #toolbar(): TemplateResult {
    const { language, words } = this.telling;
    const other = language === 'ar' ? 'en' : 'ar';
    return html`<div class="toolbar no-print">
      <div role="group" aria-label=${words.languageLabel}>
        <button type="button" class="quiet" part="button" lang=${other} id="language" @click=${() => this.#switchTo(other)}>
          ${languageNames[other]}
        </button>
      </div>
      ${this.#exitButton()}
      ${this.#exit.url === undefined ? nothing : html`<span class="visually-hidden" id="exit-hint">${words.exit.hint}</span>`}
    </div>`;
  }

  /** The way out, on a phone also at the end of the page: the top may be far away. */
  #exitButton(place = ''): TemplateResult | typeof nothing {
    if (this.#exit.url === undefined) return nothing;
    const button = html`<button type="button" class="exit" part="exit" aria-describedby="exit-hint" @click=${() => this.#exit.leave()}>
      ${this.telling.words.exit.button}
    </button>`;
    return place === '' ? button : html`<div class="${place} no-print">${button}</div>`;
  }

  /** Until other words have come the page goes on in the language it has. */
  #findWords(): void {
    const words = trackerWordsOf(this.#language.current);
    if (!(words instanceof Promise)) {
      this.#words = words;
      return;
    }
    words.then(
      () => this.requestUpdate(),
      () => {
        if (this.#words !== undefined) return;
        // All of the Arabic is always there.
        this.#words = trackerWordsAr;
        this.requestUpdate();
      },
    );
  }

  #setExit(): void {
    const isSafe = this.exit === '' || /^https:\/\//i.test(this.exit);
    if (!isSafe) console.warn(`<${this.localName}> "exit" must be an address with https.`);
    this.#exit.url = isSafe ? this.exit || undefined : USUAL_EXIT;
  }

  /** An address of another kind, such as one with `javascript:`, would do something else than lead to a page. */
  #setForm(): void {
    const form = this.form ?? '';
    // A browser reads over blanks in the scheme.
    const [, scheme = 'https'] = /^([a-z][a-z\d+.-]*):/i.exec(form.replace(/[\s\p{Cc}]/gu, '')) ?? [];
    const isSafe = /^https?$/i.test(scheme);
    if (!isSafe)
      console.warn(`<${this.localName}> "form" must be a relative address or one with http or https.`);
    this.#form = isSafe ? form : '';
  }

  #switchTo(language: string): void {
    this.lang = language;
    this.focusOn('language');
  }

  readonly #onHash = (): void => this.#openLink();

  #openLink(): void {
    const link = takeLink(window);
    if (link === undefined) return;
    this.forget();
    if (link === 'broken') this.#fail({ kind: 'brokenLink' }, false);
    else void this.#open(link);
  }

  async #open(opening: Opening): Promise<void> {
    this.#opening.abort();
    this.#opening = new AbortController();
    const { signal } = this.#opening;
    const isTyped = 'factor' in opening;
    this.#lookUp.isBusy = isTyped;
    this.isOpening = !isTyped;
    this.say(this.telling.words.lookUp.opening);
    const result = await this.tracking.open(opening, signal).catch(troubleOf);
    if (signal.aborted) return;
    this.isOpening = false;
    this.#lookUp.isBusy = false;
    if ('kind' in result) {
      if (!isTyped) this.#lookUp.fill(formatReference(opening.reference));
      const isOfLink = result.kind === 'unknown' && !isTyped;
      this.#fail(isOfLink ? { kind: 'unknownLink' } : result, isTyped);
      return;
    }
    if (result.view.reference !== this.#written) this.#forgetWritten();
    this.#written = result.view.reference;
    this.#lookUp.fill('');
    this.#following.start(result);
    this.say(isTyped ? '' : this.telling.plain(result.view.state.title));
    if (isTyped) this.focusOn('title');
  }

  /** The form says why. Who waits for an answer is led there; whoever does something else is told. */
  #fail(trouble: Trouble, isAwaited: boolean): void {
    this.#lookUp.trouble = trouble;
    if (isAwaited) this.focusOn('errors');
    this.say(isAwaited ? '' : troubleSentence(trouble, this.telling.words));
    this.requestUpdate();
  }

  #forgetWritten(): void {
    this.#written = '';
    this.#missing.clear();
    this.#questions.clear();
    this.#dialog.clear();
  }

  readonly #onClose = (): void => {
    this.forget();
    this.#lookUp.isClosed = true;
    this.focusOn('closed');
  };
}

/** A reference as it is written, or what a page has set in its place. */
function shown(reference: string): string {
  const digits = digitsOnly(reference ?? '');
  return isReference(digits) ? formatReference(digits) : (reference ?? '');
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-status-tracker': TaafiStatusTracker;
  }
}
