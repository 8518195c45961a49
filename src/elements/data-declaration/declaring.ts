import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { cleanLine } from '../../core/characters.js';
import { digitsOnly } from '../../core/typed-numbers.js';
import { linesOf, toldAnswers } from '../../evidence/told.js';
import { catalogAtHand } from '../../fields/at-hand.js';
import type { GivenAnswer, GivenLine } from '../../fields/given/given.type.js';
import { firstMessages } from '../../locale/by-parts.js';
import { declarationWords } from '../../locale/declaration-words.js';
import { FormLocale } from '../../locale/locale.js';
import { exchange } from '../../transport/exchange.js';
import { membersOf } from '../../transport/receipts.js';
import { SendError } from '../../transport/transport.js';
import { pageWorld, usualPatience } from '../../transport/world.js';
import { TaafiForm } from '../form/form.js';
import type { Runner } from '../form/runner.js';
import { linesOfData, linesOfForm } from './given-lines.js';

/** Why there is nothing to sign. */
export type Trouble = 'unknown' | 'signed' | 'unreachable' | 'tooMany' | 'nothing';

/** Where the data of a declaration come from, as the element tells it. */
export interface DeclaringHost extends ReactiveControllerHost, HTMLElement {
  readonly data: unknown;
  readonly for: string;
  readonly signer: string;
  readonly reference: string;
  readonly token: string;
  readonly receiver: string | undefined;
  readonly clock: () => Date;
  /** Forgets what was signed and begins anew. */
  reset(): void;
}

interface Link {
  readonly reference: string;
  readonly token: string;
}

/** Events after which a form on the page may say something else. */
const changes = ['input', 'change', 'taafi-ready', 'taafi-change', 'reset'];

const sources = ['data', 'for', 'signer', 'reference', 'token'];

const linkInAddress = /^#declare=(\d{14})\.([\w-]{22})$/;

/** Brings data before the person who is to sign them, and keeps them what the page says as long as he has not sent. */
export class Declaring implements ReactiveController {
  readonly #host: DeclaringHost;
  readonly #tell: (trouble: Trouble | undefined) => void;
  /** The form that is filled in, until it is over. */
  #runner: Runner | undefined;
  /** The language the data were asked for in. */
  #language = '';
  /** Aborted as soon as the data are of no more use. */
  #gathering = new AbortController();
  /** The link of the page's address, which is taken out of it. */
  #linkOfAddress: Link | undefined;

  /** @param tell is told what keeps the data from being signed, and with undefined that nothing does. */
  constructor(host: DeclaringHost, tell: (trouble: Trouble | undefined) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('hashchange', this.#onHash);
    if (this.#runner !== undefined) void this.gather(this.#runner);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('hashchange', this.#onHash);
    this.#gathering.abort();
  }

  /** The form is over: its data are followed no more. */
  stop(): void {
    this.#gathering.abort();
    this.#runner = undefined;
  }

  /** The same, and the link is nowhere any more. */
  forget(): void {
    this.stop();
    this.#linkOfAddress = undefined;
  }

  /** Gathers again where other data are named, or the form has come to speak another language. */
  update(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (this.#runner === undefined) return;
    const { language } = this.#runner.context.locale;
    if (language !== this.#language || sources.some((name) => changed.has(name)))
      void this.gather(this.#runner);
  }

  /** Puts the data of the moment into the form that is filled in, and tells what keeps that from being done. */
  async gather(runner: Runner): Promise<void> {
    this.#gathering.abort();
    this.#gathering = new AbortController();
    const { signal } = this.#gathering;
    this.#runner = runner;
    this.#language = runner.context.locale.language;
    const link = this.#link;
    runner.besides = link === undefined ? {} : { about: link };
    if (link === undefined) {
      const source = this.#source;
      if (source !== undefined) this.#watch(source, runner, signal);
      this.#put(runner, this.#onPage(runner, source));
      return;
    }
    const found = await this.#fetched(link, this.#language, signal);
    if (signal.aborted) return;
    if (typeof found === 'string') this.#tell(found);
    else this.#put(runner, found);
  }

  /** Says why there is nothing to sign, with a way to try again where that may help. */
  say(trouble: Trouble, language: string): TemplateResult {
    const words = declarationWords[language === 'en' ? 'en' : 'ar'];
    const messages = firstMessages(language);
    const isPassing = trouble === 'unreachable' || trouble === 'tooMany';
    return html`<div role="status">
        <h2 id="title" tabindex="-1" part="title">${words.title}</h2>
        <p class="note important">${words[trouble]}</p>
      </div>
      ${
        isPassing && !(messages instanceof Promise)
          ? html`<div class="actions">
              <button type="button" class="primary" part="button primary" @click=${this.#onRetry}>${messages.tryAgain}</button>
            </div>`
          : nothing
      }`;
  }

  readonly #onRetry = (): void => {
    if (this.#runner !== undefined) void this.gather(this.#runner);
  };

  /** Another link was put into the address of the page that is open. */
  readonly #onHash = (): void => {
    const { data, for: id } = this.#host;
    const isByAddress = data === undefined && id === '';
    if (isByAddress && linkInAddress.test(globalThis.location.hash)) this.#host.reset();
  };

  /** The form on the page that is declared. */
  get #source(): HTMLElement | undefined {
    const { for: id } = this.#host;
    if (id === '') return undefined;
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const source = root.getElementById(id) ?? undefined;
    if (source === undefined) console.warn(`<${this.#host.localName}> There is no form with the id "${id}".`);
    return source;
  }

  get #link(): Link | undefined {
    const { reference, token, data, for: id } = this.#host;
    if (reference !== '' && token !== '') return { reference: digitsOnly(reference), token };
    if (data !== undefined || id !== '') return undefined;
    const found = linkInAddress.exec(globalThis.location.hash);
    if (found !== null) {
      this.#linkOfAddress = { reference: found[1] ?? '', token: found[2] ?? '' };
      // Who looks at the address bar, or goes back to this page, does not get the link.
      history.replaceState(history.state, '', globalThis.location.pathname + globalThis.location.search);
    }
    return this.#linkOfAddress;
  }

  #onPage({ context: { locale } }: Runner, source: HTMLElement | undefined): GivenAnswer {
    const signer = cleanLine(this.#host.signer);
    const lines =
      source instanceof HTMLFormElement
        ? linesOfForm(source, locale)
        : source instanceof TaafiForm
          ? linesOfTaafiForm(source)
          : linesOfData(this.#host.data, locale);
    return { lines, ...(signer !== '' && { signer }) };
  }

  #put(runner: Runner, given: GivenAnswer): void {
    const { engine, signing } = runner.session;
    const node = [...engine.root.nodes.values()].find(({ field }) => field.kind === 'given');
    if (node === undefined) {
      console.warn(`<${this.#host.localName}> The definition has no field of the type "given".`);
      this.#tell('nothing');
      return;
    }
    if (JSON.stringify(node.input) !== JSON.stringify(given)) {
      engine.answer(node, given);
      // What is signed from now on has not been seen earlier.
      signing.changed(this.#host.clock().toISOString());
    }
    this.#tell(given.lines.length === 0 ? 'nothing' : undefined);
  }

  #watch(source: HTMLElement, runner: Runner, signal: AbortSignal): void {
    const update = () => {
      // A form that is reset has its old answers until all have heard of it.
      setTimeout(() => {
        if (!signal.aborted) this.#put(runner, this.#onPage(runner, source));
      });
    };
    for (const type of changes) source.addEventListener(type, update, { signal });
  }

  async #fetched(link: Link, language: string, signal: AbortSignal): Promise<GivenAnswer | Trouble> {
    const base = (this.#host.receiver ?? '/').replace(/\/?$/, '/');
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...link, language }),
    };
    try {
      const line = { ...pageWorld, ...usualPatience };
      const { status, body } = await exchange(line, `${base}api/requests/data`, request, signal);
      const { given, isSigned } = membersOf(body);
      if (status === 429) return 'tooMany';
      if (status >= 500) return 'unreachable';
      if (status !== 200) return 'unknown';
      if (isSigned === true) return 'signed';
      // Whoever checks what is signed checks this: it is compared with what is stored.
      return Array.isArray(membersOf(given).lines) ? (given as GivenAnswer) : 'unreachable';
    } catch (error) {
      if (error instanceof SendError) return 'unreachable';
      throw error;
    }
  }
}

function linesOfTaafiForm({ runner, answers }: TaafiForm): readonly GivenLine[] {
  if (runner === undefined) return [];
  const { definition } = runner.loaded;
  const { language, messages } = runner.context.locale;
  // What is declared is the same to the letter, whatever calendar the page shows first: the receiver says it so too.
  const locale = new FormLocale(language, messages, definition.languages);
  return linesOf(toldAnswers(definition, answers, catalogAtHand, locale));
}
