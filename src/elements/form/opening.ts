import type { ExplainedProblem } from '../../locale/definition-problems.js';
import { expectLanguage, NotBrought } from './bringing.js';
import { TaafiProblemEvent, TaafiReadyEvent } from './events.js';
import { idle } from './idle.js';
import type { LoadedDefinition } from './load-definition.js';
import { loadDefinition } from './load-definition.js';

/** The element a definition is opened in. */
export interface OpeningHost extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
  readonly definition: string | object | undefined;
  /** Name of the page that is shown; empty where a form is too wrong to be shown. */
  readonly page: string;
  /** BCP 47 code of the language the web admin is spoken to in. */
  readonly spokenLanguage: string;
  /** Shows a form, or with undefined nothing of it. */
  show(loaded: LoadedDefinition | undefined): Promise<void>;
  /** Shows why there is no form. */
  showFaults(draw: ((language: string) => unknown) | undefined): void;
  /** Shows that what the form is made of could not be brought, or no more. */
  showNotBrought(isNotBrought: boolean): void;
}

/**
 * Brings a definition onto the page: the form can be read and typed in at once, and its definition is checked
 * while that happens. Where it turns out to be wrong, the page's own content takes the form's place.
 */
export class Opening {
  readonly #host: OpeningHost;
  #loading: AbortController | undefined;

  constructor(host: OpeningHost) {
    this.#host = host;
  }

  /** Opens another definition, or the same again; what was being opened before is given up. */
  async open(definition: string | object | undefined, isAgain = false): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    void this.#host.show(undefined);
    this.#host.showFaults(undefined);
    if (!isAgain) this.#host.showNotBrought(false);
    if (definition === undefined || definition === '') return;
    try {
      void expectLanguage(this.#host.spokenLanguage);
      const loaded = await loadDefinition(definition, signal);
      if (signal.aborted) return;
      if (loaded.form !== undefined) {
        await this.#show(loaded.form, signal, isAgain);
        // The person sees the form first.
        await idle();
        if (signal.aborted) return;
      }
      const checks = await import('./checks.js');
      const { spokenLanguage } = this.#host;
      const [problems] = await Promise.all([
        checks.problemsOf(loaded, this.#host, (form) => this.#show(form, signal, isAgain)),
        expectLanguage(spokenLanguage),
      ]);
      if (!signal.aborted && problems.length > 0) await this.#tell(problems, checks);
    } catch (error) {
      if (signal.aborted) return;
      // The checks could not be loaded: «Continue» tries again, and tells the person where that is in vain. Of a JSON
      // Schema there is no page yet.
      console.warn(error);
      this.#host.showNotBrought(this.#host.page === '');
    }
  }

  async #show(loaded: LoadedDefinition, signal: AbortSignal, isAgain: boolean): Promise<void> {
    try {
      await this.#host.show(loaded);
      if (signal.aborted) return;
      this.#host.showNotBrought(false);
      // The button that was pressed is gone.
      if (isAgain) this.#host.focus();
      await this.#host.updateComplete;
      if (this.#host.page !== '') this.#host.dispatchEvent(new TaafiReadyEvent());
    } catch (error) {
      if (signal.aborted) return;
      // A definition that is wrong may be too wrong to be shown: the checks that follow say where.
      await this.#host.show(undefined);
      this.#host.showNotBrought(error instanceof NotBrought);
    }
  }

  async #tell(
    problems: readonly ExplainedProblem[],
    { faultList, logProblems }: typeof import('./checks.js'),
  ): Promise<void> {
    logProblems(problems, this.#host.localName);
    if (problems.some(({ severity }) => severity === 'error')) {
      await this.#host.show(undefined);
      this.#host.showNotBrought(false);
      this.#host.showFaults((language) => faultList(problems, language));
    }
    this.#host.dispatchEvent(new TaafiProblemEvent(problems));
  }
}
