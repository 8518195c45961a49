import type { ExplainedProblem } from '../../locale/definition-problems.js';
import { TaafiProblemEvent, TaafiReadyEvent } from './events.js';
import { idle } from './idle.js';
import type { LoadedDefinition } from './load-definition.js';
import { loadDefinition, problemsOf } from './load-definition.js';

/** The element a definition is opened in. */
export interface OpeningHost extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
  /** BCP 47 code of the language the web admin is spoken to in. */
  readonly spokenLanguage: string;
  /** Shows a form, or with undefined nothing of it. */
  show(loaded: LoadedDefinition | undefined): Promise<void>;
  /** Shows why there is no form. */
  showProblems(problems: readonly ExplainedProblem[]): void;
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

  /** Opens another definition; what was being opened before is given up. */
  async open(definition: string | object | undefined): Promise<void> {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    void this.#host.show(undefined);
    this.#host.showProblems([]);
    if (definition === undefined || definition === '') return;
    try {
      const loaded = await loadDefinition(definition, signal);
      if (signal.aborted) return;
      if (loaded.form !== undefined) {
        await this.#show(loaded.form);
        // The person sees the form first.
        await idle();
        if (signal.aborted) return;
      }
      const problems = await problemsOf(loaded, this.#host.spokenLanguage);
      if (!signal.aborted) await this.#tell(problems);
    } catch (error) {
      // The checks could not be loaded: «Continue» tries again, and tells the person where that is in vain.
      if (!signal.aborted) console.warn(error);
    }
  }

  async #show(loaded: LoadedDefinition): Promise<void> {
    try {
      await this.#host.show(loaded);
      await this.#host.updateComplete;
      this.#host.dispatchEvent(new TaafiReadyEvent());
    } catch {
      // A definition that is wrong may be too wrong to be shown: the checks that follow say where.
      await this.#host.show(undefined);
    }
  }

  async #tell(problems: readonly ExplainedProblem[]): Promise<void> {
    if (problems.length === 0) return;
    for (const { message, pointer, line, severity } of problems) {
      const place = line === undefined ? pointer : `${pointer} (line ${line})`;
      console[severity === 'error' ? 'error' : 'warn'](`<${this.#host.localName}> ${message} ${place}`);
    }
    if (problems.some(({ severity }) => severity === 'error')) {
      await this.#host.show(undefined);
      this.#host.showProblems(problems);
    }
    this.#host.dispatchEvent(new TaafiProblemEvent(problems));
  }
}
