import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { CalendarName } from '../../core/calendar.js';
import { formatReference } from '../../core/reference.js';
import { trackerWordsAr } from '../../locale/tracker-words-ar.js';
import type { TrackedView } from '../../transport/tracked-view.js';
import type { Doing, Opening } from '../../transport/tracking.js';
import { Tracking } from '../../transport/tracking.js';
import type { Line } from '../../transport/world.js';
import { pageWorld, usualPatience } from '../../transport/world.js';
import { QuickExit } from '../form/quick-exit.js';
import { exitAddress, formAddress, USUAL_EXIT } from './addresses.js';
import { closing } from './closing.js';
import type { Deed } from './confirm-dialog.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { facts, reasonNote, whereItIs } from './facts.js';
import { Following } from './following.js';
import { LedFocus } from './led-focus.js';
import type { AskedFactor } from './look-up.js';
import { shownReference } from './look-up.js';
import { LookUpForm } from './look-up-form.js';
import { MissingItems } from './missing-items.js';
import { newsOf } from './news.js';
import { Questions } from './questions.js';
import { RequestOpening } from './request-opening.js';
import { ownMoves, ownRights, ownSharing } from './rights.js';
import { SpokenWords } from './spoken-words.js';
import { staleness } from './staleness.js';
import { statusTrackerStyles } from './status-tracker.styles.js';
import { Telling } from './telling.js';
import { timeline } from './timeline.js';
import { exitAtTheEnd, toolbar } from './toolbar.js';
import type { TrackerHost } from './tracker-host.js';

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
 * @csspart sharing - What a partner is told of the request.
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

  static override get properties(): PropertyDeclarations {
    return {
      receiver: {},
      lang: { reflect: true },
      numerals: { reflect: true },
      calendar: {},
      reference: {},
      factorLabel: { attribute: 'factor-label' },
      factorDigits: { attribute: 'factor-digits', type: Number },
      exit: {},
      form: {},
      clock: { attribute: false },
      world: { attribute: false },
      said: { state: true },
    };
  }

  /** Base address of the receiver. */
  receiver = '/';
  /** `ar` or `en`; that of the page around it where it is not set. */
  override lang = '';
  /** Digits of the numbers shown in Arabic, `latn` (1, 2, 3) or `arab` (١، ٢، ٣). What is stored is the same with both. */
  numerals: 'latn' | 'arab' = 'latn';
  /** The calendar that comes first, `islamic-umalqura` or `gregory`; where it is not set, the usual one of each date. */
  calendar: CalendarName | undefined;
  /** A reference to begin with. */
  reference = '';
  /** What is asked for beside the reference, where the process asks for something else than the charity's. */
  factorLabel = '';
  /** How many digits that has. */
  factorDigits = 4;
  /** Where the way out leads, an address with https; none where it is empty. */
  exit: string = USUAL_EXIT;
  /** Address of a page on which a new request is sent, with http(s) or relative to this page; none where it is empty. */
  form = '';
  /** The time; another one makes the page repeatable in tests and stories. */
  clock: () => Date = () => new Date();
  /** What else is needed of the world around, such as `fetch`; another one makes it repeatable too. */
  world: Partial<Line> = {};

  private said = '';

  readonly #words = new SpokenWords(this);
  readonly #exit = new QuickExit(this);
  readonly #following = new Following(this);
  readonly #lookUp = new LookUpForm(this);
  readonly #missing = new MissingItems(this);
  readonly #questions = new Questions(this);
  readonly #dialog = new ConfirmDialog(this);
  /** After the dialog: a dialog that opens takes the focus. */
  readonly #focus = new LedFocus(this);
  readonly #opening = new RequestOpening(this, this.#lookUp, this.#following);
  /** That of the page for a new request, where it is one that can be linked to. */
  #form = '';

  /** The request that is shown; undefined while none is. */
  get view(): TrackedView | undefined {
    return this.#following.view;
  }

  /** @internal */
  get telling(): Telling {
    return new Telling(this.#words.current ?? trackerWordsAr, this.view?.languages, this.calendar);
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

  /** Closes the request on this device: nothing of it is left here. */
  forget(): void {
    this.#opening.stop();
    this.#following.forget();
    this.forgetWritten();
    this.#lookUp.fill('');
    this.said = '';
  }

  /** @internal */
  forgetWritten(): void {
    this.#missing.clear();
    this.#questions.clear();
    this.#dialog.clear();
  }

  /** @internal */
  onShift(left: () => number): void {
    this.say(this.telling.words.exit.pressed(left()));
  }

  /** @internal */
  say(sentence: string): void {
    this.said = sentence;
  }

  /** @internal */
  focusOn(id: string): void {
    this.#focus.to(id);
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
    this.#opening.fail({ kind: 'session' }, activeElement !== null);
  }

  /** @internal */
  openRequest(opening: Opening): void {
    void this.#opening.open(opening);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#words.find();
    if (changed.has('exit')) this.#exit.url = exitAddress(this.exit, this);
    if (changed.has('form')) this.#form = formAddress(this.form, this);
    if (changed.has('reference')) this.#lookUp.fill(shownReference(this.reference));
    // Properties a page sets with its first drawing are there now: before, nobody knows whom to ask.
    if (!this.hasUpdated) this.#opening.openLink();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#words.current === undefined) return nothing;
    const { telling, view } = this;
    const { language, words } = telling;
    return html`<div class="root" part="root" dir=${words.direction} lang=${language}>
      ${toolbar(this.#exit, telling, this.#switchTo)}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${
        view !== undefined
          ? this.#request(view)
          : this.#opening.isByLink
            ? html`<p class="opening">${words.lookUp.opening}</p>`
            : this.#lookUp.template()
      }
      ${exitAtTheEnd(this.#exit, telling)}
    </div>`;
  }

  #request(view: TrackedView): TemplateResult {
    const { telling } = this;
    const confirm = (deed: Deed) => this.#dialog.open(deed);
    return html`${whereItIs(view, telling)} ${staleness(this.#following, telling)} ${reasonNote(view, telling)}
      ${this.#missing.template(view)} ${facts(view, telling)} ${timeline(view.timeline, telling)}
      ${ownMoves(view.moves, telling, confirm)} ${this.#questions.template(view)}
      ${ownSharing(view, telling, confirm)} ${ownRights(view, telling, confirm)} ${closing(this.#following.seenAt, this.#form, telling, this.#onClose)}
      ${this.#dialog.template()}`;
  }

  readonly #switchTo = (language: string): void => {
    this.lang = language;
    this.focusOn('language');
  };

  readonly #onClose = (): void => {
    this.forget();
    this.#lookUp.isClosed = true;
    this.focusOn('closed');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-status-tracker': TaafiStatusTracker;
  }
}
