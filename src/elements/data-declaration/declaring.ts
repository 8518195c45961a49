import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { linesOf, toldAnswers } from '../../evidence/told.js';
import { catalog } from '../../fields/catalog.js';
import type { GivenAnswer, GivenLine } from '../../fields/given/given.type.js';
import { declarationWords } from '../../locale/declaration-words.js';
import { messagesOf } from '../../locale/languages.js';
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
export interface DeclaringHost extends HTMLElement {
  readonly data: unknown;
  readonly for: string;
  readonly signer: string;
  readonly reference: string;
  readonly token: string;
  readonly receiver: string | undefined;
}

interface Link {
  readonly reference: string;
  readonly token: string;
}

/** Events after which a form on the page may say something else. */
const changes = ['input', 'change', 'taafi-change', 'reset'];

/** Brings data before the person who is to sign them, and keeps them what the page says as long as he has not sent. */
export class Declaring {
  readonly #host: DeclaringHost;
  #watching: AbortController | undefined;
  /** The link of the page's address, which is taken out of it. */
  #linkOfAddress: Link | undefined;

  constructor(host: DeclaringHost) {
    this.#host = host;
  }

  /** Stops following a form on the page. */
  stop(): void {
    this.#watching?.abort();
  }

  /** Puts the data of the moment into the form that is filled in; gives what keeps that from being done. */
  async gather(runner: Runner): Promise<Trouble | undefined> {
    this.stop();
    const source = this.#source;
    if (source !== undefined) this.#watch(source, runner);
    const link = this.#link;
    if (link === undefined) return this.#put(runner, this.#onPage(runner));
    const found = await this.#fetched(link, runner.context.locale.language);
    if (typeof found === 'string') return found;
    runner.about = link;
    return this.#put(runner, found);
  }

  /** Says why there is nothing to sign, with a way to try again where that may help. */
  say(trouble: Trouble, language: string, retry: () => void): TemplateResult {
    const words = declarationWords[language === 'en' ? 'en' : 'ar'];
    const messages = messagesOf(language);
    const isPassing = trouble === 'unreachable' || trouble === 'tooMany';
    return html`<div class="note important" role="status">
        <p class="note-title">${words.title}</p>
        <p>${words[trouble]}</p>
      </div>
      ${
        isPassing && !(messages instanceof Promise)
          ? html`<div class="actions">
              <button type="button" class="primary" part="button primary" @click=${retry}>${messages.tryAgain}</button>
            </div>`
          : nothing
      }`;
  }

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
    if (reference !== '' && token !== '') return { reference: reference.replaceAll(/\D/g, ''), token };
    if (data !== undefined || id !== '') return undefined;
    const found = /^#declare=(\d{14})\.([\w-]{22})$/.exec(globalThis.location.hash);
    if (found !== null) {
      this.#linkOfAddress = { reference: found[1] ?? '', token: found[2] ?? '' };
      // Who looks at the address bar, or at the browser's history, does not get the link.
      history.replaceState(history.state, '', globalThis.location.pathname + globalThis.location.search);
    }
    return this.#linkOfAddress;
  }

  #onPage({ context: { locale } }: Runner): GivenAnswer {
    const { data } = this.#host;
    const source = this.#source;
    const signer = this.#host.signer.trim();
    const lines =
      source instanceof HTMLFormElement
        ? linesOfForm(source, locale)
        : source instanceof TaafiForm
          ? linesOfTaafiForm(source)
          : linesOfData(data, locale);
    return { lines, ...(signer !== '' && { signer }) };
  }

  #put(runner: Runner, given: GivenAnswer): Trouble | undefined {
    const { engine } = runner.session;
    const node = [...engine.root.nodes.values()].find(({ field }) => field.kind === 'given');
    if (node === undefined) {
      console.warn(`<${this.#host.localName}> The definition has no field of the type "given".`);
      return 'nothing';
    }
    if (JSON.stringify(node.input) !== JSON.stringify(given)) engine.answer(node, given);
    return given.lines.length === 0 ? 'nothing' : undefined;
  }

  #watch(source: HTMLElement, runner: Runner): void {
    const watching = new AbortController();
    this.#watching = watching;
    const update = () => {
      // A form that is reset has its old answers until all have heard of it.
      setTimeout(() => {
        if (!watching.signal.aborted) this.#put(runner, this.#onPage(runner));
      });
    };
    for (const type of changes) source.addEventListener(type, update, { signal: watching.signal });
  }

  async #fetched(link: Link, language: string): Promise<GivenAnswer | Trouble> {
    const base = (this.#host.receiver ?? '/').replace(/\/?$/, '/');
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...link, language }),
    };
    try {
      const line = { ...pageWorld, ...usualPatience };
      const { status, body } = await exchange(
        line,
        `${base}api/requests/data`,
        request,
        new AbortController().signal,
      );
      const { given, isSigned } = membersOf(body);
      if (status === 429) return 'tooMany';
      if (status >= 500) return 'unreachable';
      if (status !== 200) return 'unknown';
      // Whoever checks what is signed checks this: it is compared with what is stored.
      return isSigned === true ? 'signed' : (given as GivenAnswer);
    } catch (error) {
      if (error instanceof SendError) return 'unreachable';
      throw error;
    }
  }
}

function linesOfTaafiForm({ runner, answers }: TaafiForm): readonly GivenLine[] {
  if (runner === undefined) return [];
  const { definition } = runner.loaded;
  return linesOf(toldAnswers(definition, answers, catalog, runner.context.locale));
}
