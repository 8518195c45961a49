import type { ReactiveControllerHost } from 'lit';
import { nothing } from 'lit';
import type { FirstBytes } from '../../core/file-signature.js';
import { answersIn } from '../../core/node-search.js';
import type { FieldNode } from '../../core/nodes.js';
import { StepNode } from '../../core/nodes.js';
import { bringFields, catalogAtHand, viewOf } from '../../fields/at-hand.js';
import type { Control, FormContext } from '../../fields/field-view.js';
import { hasLaterMessages, laterMessages } from '../../locale/by-parts.js';
import type { FormLocale } from '../../locale/locale.js';
import type { Stored } from '../../transport/delivery.js';
import { newKey } from '../../transport/key.js';
import type { Submission } from '../../transport/transport.js';
import { ChosenFiles } from './chosen-files.js';
import { controlId } from './control-id.js';
import { TaafiChangeEvent, TaafiPageEvent } from './events.js';
import { fieldGroup } from './field-group.js';
import type { Keeping } from './keeping.js';
import type { LoadedDefinition } from './load-definition.js';
import type { PageHost, SendingState } from './page-host.js';
import { riyadhDate } from './riyadh-time.js';
import type { Page } from './session.js';
import { pageOf, Session } from './session.js';
import { signs } from './signing.js';
import { Slots } from './slot.js';

/** The element a form runs in, as far as the running needs it. */
export interface RunnerHost extends ReactiveControllerHost, HTMLElement {
  readonly clock: () => Date;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly declarationPage: string | undefined;
  readonly trackerPage: string | undefined;
  readonly keeping: Keeping | undefined;
  besideSignature(node: FieldNode, form: FormContext): unknown;
  /** Called when the person has gone to another page by himself. */
  onPage(page: string): void;
  /** Called when the person wants his checked answers sent, of the form that is being filled in or one that is over. */
  onSend(runner: Runner): void;
  onCancel(): void;
  /** Called when more can be drawn than before. */
  dress(): void;
  /** Goes back by the browser's history; false where that would leave the form. */
  goBackInHistory(): boolean;
}

/** One definition being filled in inside one element: takes input, moves between pages, keeps the focus. */
export class Runner implements PageHost {
  readonly loaded: LoadedDefinition;
  readonly files = new ChosenFiles(newKey);
  readonly slots = new Slots();
  readonly session: Session;
  context: FormContext;
  sending: SendingState = { kind: 'idle' };
  /** What goes with the answers: the earlier request whose data are declared, the partner's referral they come of. */
  besides: Pick<Submission, 'about' | 'partner'> = {};
  readonly #host: RunnerHost;
  /** Problems as they were last drawn, to know when the summary must be drawn anew. */
  readonly #drawnIssues = new Map<FieldNode, FieldNode['issue']>();
  #checks: typeof import('./checks.js') | undefined;
  #focusNext: string | undefined;
  #lastMoment = '';

  constructor(host: RunnerHost, loaded: LoadedDefinition, locale: FormLocale) {
    this.#host = host;
    this.loaded = loaded;
    this.session = new Session(loaded.definition, catalogAtHand, { today: riyadhDate(host.clock()) });
    this.context = this.#contextIn(locale);
    this.#noteShown(this.session.page);
    // Begun anew, the form says nothing of what was done before.
    this.announce('');
    this.session.engine.observe((changed) => {
      let isSummaryOld = false;
      for (const node of changed) {
        if (node instanceof StepNode) this.slots.refresh('progress');
        else {
          this.slots.refresh(node);
          // What stands around the photo of a signed paper comes and goes with it.
          if (signs(node)) host.requestUpdate();
          isSummaryOld ||= this.#drawnIssues.get(node) !== node.issue || node.field.kind === 'list';
          if (node.reported) this.#drawnIssues.set(node, node.issue);
        }
      }
      if (isSummaryOld) this.slots.refresh('errors');
      this.#tellVoided();
    });
  }

  get otherPages(): PageHost['otherPages'] {
    return this.#host;
  }

  /** Draws everything anew in another language; the answers stay as they are. */
  speak(locale: FormLocale): void {
    this.context = this.#contextIn(locale);
  }

  tellSending(sending: SendingState): void {
    this.sending = sending;
    this.#host.requestUpdate();
  }

  go(page: Page, focus?: FieldNode): void {
    this.show(page);
    this.focusOn(focus === undefined ? 'title' : controlId(focus));
    this.#host.onPage(this.session.nameOf(page));
  }

  /** Shows a page without making it one the person went to. */
  show(page: Page): void {
    this.session.go(page);
    this.#noteShown(page);
    if (this.sending.kind === 'failed') this.sending = { kind: 'idle' };
    // What was said on the last page would be found under this one.
    this.announce('');
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new TaafiPageEvent(this.session.nameOf(page)));
  }

  /** Shows a page that the browser's history names; one not seen yet, as after a reload, is the beginning. */
  showVisited(name: string): void {
    const page = this.session.visited.has(name) ? this.session.pageNamed(name) : undefined;
    this.show(page ?? this.session.first);
    this.focusOn('title');
  }

  goBack(): void {
    const before = this.session.before();
    if (before !== undefined && !this.#host.goBackInHistory()) this.go(before);
  }

  /** What the main button of the page does. */
  async advance(): Promise<void> {
    const { page } = this.session;
    // The start asks nothing. A second press while the rules are on their way is about the page the first has left.
    if (page !== 'start' && (!(await this.#hasRules()) || page !== this.session.page)) return;
    if (this.session.page === 'review' || this.session.isLast) {
      this.send();
      return;
    }
    const next = this.session.advance();
    if (next === undefined) this.showErrors();
    else this.go(next);
  }

  send(): void {
    if (this.session.check(this.session.asked)) this.#host.onSend(this);
    else this.showErrors();
  }

  cancelSending(): void {
    this.#host.onCancel();
  }

  /** Shows what is wrong on the first page that has something; true where nothing is. */
  reportFirst(): boolean {
    if (this.session.engine.judge === undefined) {
      // Asked before the rules are here: what is wrong is shown as soon as they are.
      void this.#hasRules().then((hasThem) => hasThem && this.reportFirst());
      return false;
    }
    const at = this.session.asked.find((step) => !this.session.check([step]));
    if (at === undefined) return true;
    if (this.session.page !== pageOf(at)) this.go(pageOf(at));
    this.session.check([at]);
    this.showErrors();
    return false;
  }

  showReceipt(stored: Stored): void {
    this.session.stored = stored;
    this.go('receipt');
  }

  /** Brings what kept the answers from being sent before the person. */
  showFailure(): void {
    if (this.session.issues.length > 0) this.showErrors();
    else this.focusOn('sending');
  }

  showErrors(): void {
    this.slots.refresh('errors');
    this.focusOn('errors');
  }

  /** Takes what a native control says now. Said twice, by `input` and again by `change`, it counts once. */
  input(control: Control): void {
    const node = this.session.engine.find(control.name);
    if (node === undefined || control.type === 'file') return;
    const read = viewOf(node.definition.type)?.read;
    const input = read === undefined ? control.value : read(control, node, this.context);
    if (JSON.stringify(input) === JSON.stringify(node.input)) return;
    this.session.engine.input(node, input);
    if (node.definition.type === 'statement') this.#recordAgreement(node);
    this.#changed(node);
  }

  focusOn(id: string): void {
    this.#focusNext = id;
    this.#host.requestUpdate();
  }

  /** To be called once the page has been drawn. */
  afterDrawing(): void {
    if (this.#focusNext === undefined) return;
    const target = this.#host.renderRoot.querySelector<HTMLElement>(`[id="${CSS.escape(this.#focusNext)}"]`);
    if (target === null) return;
    this.#focusNext = undefined;
    target.focus();
  }

  drawErrors(): unknown {
    return this.#checks?.errorSummary(this) ?? nothing;
  }

  drawSending(): unknown {
    return this.#host.keeping?.drawSending(this);
  }

  /** Brings what every page after the first needs: its fields, the rules, without which no answer can be judged, and the sentences about them. */
  async loadRules(): Promise<void> {
    const { engine } = this.session;
    // Even what is there already is imported in a turn of its own: a second press must not wait until the first is done.
    if (engine.judge !== undefined && hasLaterMessages(this.context.locale.language)) return;
    const [checks] = await Promise.all([
      import('./checks.js'),
      laterMessages(this.context.locale.language),
      bringFields(engine.definition.steps),
    ]);
    this.#checks = checks;
    checks.expectPhotos(engine.definition);
    engine.judge ??= checks.judgeFor(engine, checks.rulesAtHand());
    this.#host.dress();
  }

  /** Whether the rules are here. Where they cannot be brought, the person is told and stays where he is. */
  async #hasRules(): Promise<boolean> {
    try {
      await this.loadRules();
      return true;
    } catch {
      this.tellSending({ kind: 'failed', failure: 'unreachable' });
      this.focusOn('sending');
      return false;
    }
  }

  /** Says that a signature no longer holds, wherever the person is. */
  #tellVoided(): void {
    for (const node of this.session.signing.voided()) {
      this.session.agreements.delete(node);
      const { language } = this.context.locale;
      if (hasLaterMessages(language)) this.#announceProblem(node);
      // Signed before the sentences were here.
      else void this.#tellLater(node, language);
    }
  }

  async #tellLater(node: FieldNode, language: string): Promise<void> {
    try {
      await laterMessages(language);
      this.slots.refresh(node);
      this.#announceProblem(node);
    } catch {
      // «Continue» tries again, and tells the person where that is in vain.
    }
  }

  #announceProblem({ definition, issue }: FieldNode): void {
    this.announce(this.context.locale.problem(definition, issue?.code ?? 'changed'));
  }

  #contextIn(locale: FormLocale): FormContext {
    const context: FormContext = {
      engine: this.session.engine,
      locale,
      address: this.loaded.address,
      fields: (nodes) =>
        fieldGroup({
          nodes,
          slots: this.slots,
          stamp: context,
          draw: (node) => viewOf(node.definition.type)?.render(node, context) ?? nothing,
        }),
      announce: (sentence) => this.announce(sentence),
      focusOn: (id) => this.focusOn(id),
      changed: (node) => this.#changed(node),
      besideSignature: (node) => this.#host.besideSignature(node, context),
      chooseFiles: (...chosen) => void this.#chooseFiles(...chosen),
    };
    return context;
  }

  announce(sentence: string): void {
    const region = this.#host.renderRoot.querySelector('#announcements');
    if (region !== null) region.textContent = sentence;
  }

  async #chooseFiles(node: FieldNode, files: Iterable<File>, firstBytes: FirstBytes): Promise<void> {
    if (await this.#hasRules()) await (await import('./checks.js')).takeFiles(this, node, files, firstBytes);
  }

  #changed(node: FieldNode): void {
    this.session.touched = true;
    this.session.signing.record(node, this.context.locale.language, this.#moment());
    // A signature that is given again has nothing to tell of the one before.
    if (node.answer !== undefined && signs(node)) this.announce('');
    const answer =
      node.field.kind === 'list'
        ? node.items.map((item) => answersIn(item, ({ visible }) => visible))
        : node.answer;
    this.#host.dispatchEvent(new TaafiChangeEvent(node.path, answer));
  }

  #recordAgreement(node: FieldNode): void {
    const { agreements } = this.session;
    if (node.answer === true) {
      agreements.set(node, { language: this.context.locale.language, at: this.#moment() });
    } else agreements.delete(node);
  }

  #noteShown(page: Page): void {
    const isToSign = page === 'review' || (page instanceof StepNode && page.fields.some(signs));
    if (isToSign) this.session.signing.shown(this.#moment());
  }

  /** The time, never one before what was told last: a clock that is set back must not mix up what came first. */
  #moment(): string {
    const now = this.#host.clock().toISOString();
    if (now > this.#lastMoment) this.#lastMoment = now;
    return this.#lastMoment;
  }
}
