import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html } from 'lit';
import type { FormDefinition } from '../../core/definition.js';
import { StepNode } from '../../core/nodes.js';
import type { Stored } from '../../transport/delivery.js';
import { TaafiForm } from '../form/form.js';
import type { LoadedDefinition } from '../form/load-definition.js';
import { PackAddress } from '../form/pack-address.js';
import type { Runner } from '../form/runner.js';
import type { InvitationLine } from './invitation-line.js';
import type { Notice } from './notices.js';
import { takeInvitation } from './survey-link.js';

/**
 * تقييم الخدمة: how a person was served, asked so that nobody can tell it was he who answered. It is opened by the link of
 * an invitation, `#survey=<token>`, which is good for once. Everything of `<taafi-form>` can be set here too;
 * `definition` replaces the pack's own survey.
 */
export class TaafiSatisfactionSurvey extends TaafiForm {
  static override get properties(): PropertyDeclarations {
    return {
      pack: {},
      audience: {},
      isRefused: { state: true },
      notices: { state: true },
    };
  }

  /** Name of the association's pack on the receiver. */
  pack = 'taafi';
  /** Who is asked: `external`, those who are served, or `internal`, those who serve. */
  audience: 'external' | 'internal' = 'external';

  private isRefused = false;
  private notices: typeof import('./notices.js') | undefined;
  readonly #address = new PackAddress();
  #line: InvitationLine | undefined;
  #isDone = false;

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('hashchange', this.#onHash);
    this.#takeLink();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('hashchange', this.#onHash);
  }

  /** @internal */
  override async show(loaded: LoadedDefinition | undefined): Promise<void> {
    await super.show(loaded);
    if (loaded !== undefined && !this.#isDone) await this.#ask(loaded);
  }

  /** @internal */
  override async showReceipt(stored: Stored): Promise<void> {
    // The invitation is used up.
    this.#isDone = true;
    await super.showReceipt(stored);
  }

  override forget(): void {
    this.invitation = undefined;
    super.forget();
  }

  /** @internal */
  override onPage(page: string): void {
    super.onPage(page);
    if (this.runner?.session.page instanceof StepNode) void this.#line?.tell(page);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#address.give(
      this,
      this.pack,
      this.audience === 'internal' ? 'satisfaction-internal' : 'satisfaction',
    );
    super.willUpdate(changed);
  }

  protected override content(runner: Runner): TemplateResult {
    const { sending, loaded } = runner;
    const isUsed = sending.kind === 'failed' && sending.failure === 'unknown-invitation';
    if (this.isRefused || isUsed) return this.#notice('uninvited', runner);
    const isForInvited = this.#isForInvited(loaded.definition);
    if (isForInvited && this.invitation === undefined && !this.#isDone)
      return this.#notice(isInside(loaded.definition) ? 'noLinkInside' : 'noLink', runner);
    return super.content(runner);
  }

  /** Whether answers need an invitation. What the page sends itself is its own affair, and so is a form that is no survey. */
  #isForInvited({ survey }: FormDefinition): boolean {
    return survey !== undefined && survey.access !== 'open' && this.transport === undefined;
  }

  /** Few people read it: it comes for those. */
  #notice(kind: Notice, { context }: Runner): TemplateResult {
    if (this.notices === undefined) {
      void import('./notices.js').then((notices) => {
        this.notices = notices;
      });
    }
    return (
      this.notices?.notice(kind, context.locale) ??
      html`<p role="status">${context.locale.messages.loading}</p>`
    );
  }

  /** Asks whether the invitation can be used, while the person reads. */
  async #ask({ definition }: LoadedDefinition): Promise<void> {
    const { invitation, receiver = '/' } = this;
    this.#line = undefined;
    this.isRefused = invitation === '' && this.#isForInvited(definition);
    if (invitation === undefined || invitation === '' || !this.#isForInvited(definition)) return;
    const { InvitationLine } = await import('./invitation-line.js');
    if (invitation !== this.invitation) return;
    const line = new InvitationLine(receiver, definition.id, invitation, (...request) => fetch(...request));
    this.#line = line;
    const isRefused = await line.isRefused();
    if (line === this.#line) this.isRefused = isRefused;
    const page = this.runner?.session.page;
    // Without a start page the person is on the first question already.
    if (!isRefused && page instanceof StepNode) void line.tell(page.definition.id);
  }

  readonly #onHash = (): void => this.#takeLink();

  #takeLink(): void {
    const invitation = takeInvitation(window);
    if (invitation === undefined) return;
    this.invitation = invitation;
    this.#isDone = false;
    if (this.runner !== undefined) this.reset();
  }
}

/** Whether those are asked who serve. */
function isInside({ survey }: FormDefinition): boolean {
  return survey?.audience === 'internal';
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-satisfaction-survey': TaafiSatisfactionSurvey;
  }
}
