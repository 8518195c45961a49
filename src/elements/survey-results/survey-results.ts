import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { CalendarName } from '../../core/calendar.js';
import { resultsOf } from '../../core/survey/results.js';
import { resultsCsv } from '../../core/survey/results-csv.js';
import type { Participation, SurveyFilter, SurveyResponse, SurveyResults } from '../../core/survey/survey.js';
import { resultsWordsOf } from '../../locale/results-languages.js';
import type { ResultsWords } from '../../locale/results-words.js';
import { resultsWordsAr } from '../../locale/results-words-ar.js';
import { languageNames } from '../../locale/spoken.js';
import { askForResults, ResultsError } from '../../transport/survey-results.js';
import type { Line } from '../../transport/world.js';
import { pageWorld, usualPatience } from '../../transport/world.js';
import { PageLanguage } from '../form/language.js';
import type { AccessHost } from './access-form.js';
import { AccessForm, troubleSentence } from './access-form.js';
import { ChartRoom } from './chart-room.js';
import { CommentList } from './comment-list.js';
import { Comparison } from './comparison.js';
import { download, pictureOf } from './exporting.js';
import type { Choosable } from './filter-form.js';
import { filterForm } from './filter-form.js';
import { givenSurvey } from './given-survey.js';
import { headline } from './headline.js';
import { distributionsSection, itemsSection, rankingsSection, sharesSection } from './measure-charts.js';
import { OpenForPrint } from './open-for-print.js';
import { participationSection } from './participation-section.js';
import type { ResultsHost } from './results-host.js';
import { ResultsTelling } from './results-telling.js';
import { surveyResultsStyles } from './survey-results.styles.js';

/**
 * Shows what a survey has come to, as pictures with their numbers behind them. The results come from the page
 * (`results`), are worked out here (`definition`, `responses`, `participation`), or are asked of a receiver with the access
 * token of an officer, which stays in memory.
 *
 * @csspart root - Everything.
 * @csspart title - The heading.
 * @csspart access - The form that asks for the access token.
 * @csspart error-summary - Why the results did not come.
 * @csspart filter - The form by which only some of the responses are looked at.
 * @csspart headline - The large figures.
 * @csspart card - One of them.
 * @csspart participation - Who took part.
 * @csspart items - The questions side by side.
 * @csspart distributions - How people answered each question.
 * @csspart shares - What people chose.
 * @csspart rankings - What matters most to people.
 * @csspart comparison - By month, by occasion and by dimension.
 * @csspart comments - What people wrote.
 * @csspart chart - A chart with its title and its table.
 * @csspart label - The label of a box.
 * @csspart control - Boxes.
 * @csspart button - Buttons.
 * @csspart primary - The button that matters most.
 */
export class TaafiSurveyResults extends LitElement implements ResultsHost, AccessHost {
  static override styles = surveyResultsStyles;

  static override get properties(): PropertyDeclarations {
    return {
      receiver: {},
      survey: {},
      lang: { reflect: true },
      numerals: { reflect: true },
      calendar: {},
      results: { attribute: false },
      definition: { attribute: false },
      responses: { attribute: false },
      participation: { attribute: false },
      world: { attribute: false },
      shown: { state: true },
      trouble: { state: true },
      said: { state: true },
      isArriving: { state: true },
    };
  }

  /** Base address of the receiver to ask. */
  receiver = '';
  /** The id of the survey there. */
  survey = '';
  /** `ar` or `en`; that of the page around it where it is not set. */
  override lang = '';
  /** Digits of the numbers shown in Arabic, `latn` (1, 2, 3) or `arab` (١، ٢، ٣). What is stored is the same with both. */
  numerals: 'latn' | 'arab' = 'latn';
  /** The calendar that comes first, `islamic-umalqura` or `gregory`; where it is not set, the usual one of each date. */
  calendar: CalendarName | undefined;
  /** Results that are there already; they cannot be filtered. */
  results: SurveyResults | undefined;
  /** The form that is a survey, for responses: parsed, or as its JSON stands. */
  definition: object | undefined;
  /** Responses of which the results are worked out here. */
  responses: readonly SurveyResponse[] | undefined;
  /** How many took part, beside the responses. */
  participation: readonly Participation[] = [];
  /** What is needed of the world around, such as `fetch`; another one makes it repeatable in tests and stories. */
  world: Partial<Line> = {};

  private shown: SurveyResults | undefined;
  private trouble: ResultsError | undefined;
  private said = '';
  /** Results are there and not painted yet. */
  private isArriving = false;

  readonly #language = new PageLanguage(this);
  readonly #room = new ChartRoom(this);
  readonly #access = new AccessForm(this);
  readonly #comparison = new Comparison(this);
  readonly #comments = new CommentList(this);
  #words: ResultsWords | undefined;
  /** Of all responses: what can be chosen from. */
  #choosable: Choosable = { months: [], steps: [], dimensions: [] };
  #filter: SurveyFilter = {};
  /** Kept nowhere else. */
  #token = '';
  #asking = new AbortController();
  #wanted = '';

  constructor() {
    super();
    new OpenForPrint(this);
  }

  /** @internal */
  get words(): ResultsWords {
    return this.#words ?? resultsWordsAr;
  }

  /** @internal */
  get telling(): ResultsTelling {
    return new ResultsTelling(this.words, this.shown?.survey.languages, this.calendar);
  }

  /** @internal */
  get chartWidth(): number {
    return this.#room.width;
  }

  /** Forgets the access token, and hides what came by it. */
  lock(): void {
    this.#asking.abort();
    this.#token = '';
    this.#filter = {};
    this.shown = undefined;
    this.trouble = undefined;
    this.#access.reset();
    this.requestUpdate();
  }

  /** @internal */
  focusOn(id: string): void {
    this.#wanted = id;
    this.requestUpdate();
  }

  /** @internal */
  openWith(token: string): void {
    this.#token = token;
    this.#access.isBusy = true;
    void this.#ask({});
  }

  /** @internal */
  readonly savePicture = (figure: HTMLElement, title: string): void => {
    const drawing = figure.querySelector<SVGSVGElement>('.drawing');
    if (drawing === null) return;
    // What stands on the page, in its digits.
    const read = (selector: string, place: ParentNode) => place.querySelector(selector)?.textContent?.trim();
    const [above = title, below = ''] = [read('figcaption h4', figure), read('#title', this.renderRoot)];
    pictureOf(drawing, above, below).then(
      (picture) => download(picture, `${this.#fileName()}-${figure.dataset.chart}.png`),
      () => {
        this.said = this.words.export.pngFailed;
      },
    );
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#findWords();
    const isOther = changed.has('receiver') || changed.has('survey');
    if (isOther && this.#token !== '') this.lock();
    if (changed.has('results') && this.results !== undefined) this.#show(this.results, {});
    if (changed.has('definition') || changed.has('responses') || changed.has('participation'))
      this.#workOut({});
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
    const { direction, language } = this.words;
    return html`<div class=${this.isArriving ? 'root arriving' : 'root'} part="root" dir=${direction} lang=${language}>
      ${this.#toolbar()}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${
        this.shown !== undefined
          ? this.#page(this.shown)
          : this.receiver !== '' && this.survey !== ''
            ? this.#access.template()
            : html`<p class="opening">${this.words.loading}</p>`
      }
    </div>`;
  }

  #toolbar(): TemplateResult {
    const other = this.words.language === 'ar' ? 'en' : 'ar';
    return html`<div class="toolbar no-print">
      <div role="group" aria-label=${this.words.languageLabel}>
        <button type="button" class="quiet" part="button" lang=${other} id="language" @click=${() => this.#switchTo(other)}>
          ${languageNames[other]}
        </button>
      </div>
      ${
        this.#token === '' || this.shown === undefined
          ? nothing
          : html`<button type="button" class="exit" part="button" aria-describedby="lock-hint" @click=${this.#onLock}>
                ${this.words.access.lock}</button
              ><span class="visually-hidden" id="lock-hint">${this.words.access.lockHint}</span>`
      }
    </div>`;
  }

  #page(results: SurveyResults): TemplateResult {
    const { telling, words } = this;
    const { survey, n, measures } = results;
    return html`<p class="audience">${words.audience[survey.audience]}</p>
      <h2 id="title" tabindex="-1" part="title">${telling.told(survey.title)}</h2>
      ${this.#troubleNote()} ${filterForm(this.#choosable, this.#filter, telling, this.#onFilter)}
      ${
        n === undefined
          ? html`<p class="note" id="nothing" tabindex="-1">${words.nothing}</p>`
          : html`<p class="lead" id="count" tabindex="-1">${words.responses(n)}</p>`
      }
      <div class="beside exports no-print">
        <button type="button" class="secondary" part="button" @click=${this.#onTable}>${words.export.csv}</button>
        <button type="button" class="secondary" part="button" @click=${() => globalThis.print()}>${words.export.print}</button>
      </div>
      ${
        n === undefined
          ? participationSection(results.participation, this)
          : html`${headline(measures, this)} ${itemsSection(measures, this)} ${sharesSection(measures, this)}
            ${rankingsSection(measures, this)} ${this.#comparison.template(results)}
            ${participationSection(results.participation, this)} ${distributionsSection(measures, this)}
            ${this.#comments.template(results)}`
      }`;
  }

  /** That other results were asked for and did not come; what is shown is as it was. */
  #troubleNote(): TemplateResult | typeof nothing {
    if (this.trouble === undefined) return nothing;
    const { access, troubles } = this.words;
    return html`<div class="summary no-print" part="error-summary" id="errors" tabindex="-1" role="group" aria-labelledby="errors-title">
      <h3 id="errors-title">${access.troubleTitle}</h3>
      <p>${troubleSentence(this.trouble, troubles)}</p>
    </div>`;
  }

  readonly #onPainted = (): void => {
    this.isArriving = false;
  };

  readonly #onFilter = (filter: SurveyFilter): void => {
    if (this.#token !== '') void this.#ask(filter);
    else {
      this.#workOut(filter);
      this.#tell();
    }
  };

  #workOut(filter: SurveyFilter): void {
    const { definition, responses, participation } = this;
    if (definition === undefined || responses === undefined) return;
    const survey = givenSurvey(definition, this.localName);
    if (survey !== undefined) this.#show(resultsOf(survey, responses, participation, filter), filter);
  }

  #show(results: SurveyResults, filter: SurveyFilter): void {
    const isAll = Object.keys(filter).length === 0;
    const isFilterable = this.#token !== '' || this.responses !== undefined;
    if (isAll) this.#choosable = isFilterable ? results : { months: [], steps: [], dimensions: [] };
    this.#filter = filter;
    this.#comments.reset();
    this.shown = results;
    this.isArriving = true;
    void this.updateComplete.then(() => requestAnimationFrame(() => whenIdle(this.#onPainted)));
  }

  async #ask(filter: SurveyFilter): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const isFirst = this.shown === undefined;
    this.said = this.words.access.opening;
    const line = { ...pageWorld, ...usualPatience, ...this.world };
    try {
      const results = await askForResults(this, this.#token, filter, line, signal);
      if (signal.aborted) return;
      this.#access.reset();
      this.trouble = undefined;
      this.#show(results, filter);
      if (isFirst) this.focusOn('title');
      this.#tell();
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ResultsError)) throw error;
      this.#fail(error, isFirst);
    }
  }

  /** A token that is no longer good takes the results with it. */
  #fail(error: ResultsError, isFirst: boolean): void {
    if (isFirst || error.trouble === 'token') {
      this.lock();
      this.#access.trouble = error;
    } else this.trouble = error;
    this.said = '';
    this.focusOn('errors');
  }

  #tell(): void {
    const { n } = this.shown ?? {};
    const { filter, nothing: tooFew, responses } = this.words;
    this.said = filter.applied(n === undefined ? tooFew : responses(n));
  }

  readonly #onLock = (): void => {
    this.lock();
    this.said = '';
    this.#access.isLocked = true;
    this.focusOn('locked');
  };

  readonly #onTable = (): void => {
    if (this.shown === undefined) return;
    const table = new Blob([resultsCsv(this.shown, this.words.language)], { type: 'text/csv;charset=utf-8' });
    download(table, `${this.#fileName()}.csv`);
  };

  #fileName(): string {
    return this.shown?.survey.id ?? 'survey';
  }

  #switchTo(language: string): void {
    this.lang = language;
    this.focusOn('language');
  }

  /** Until other words have come the page goes on in the language it has. */
  #findWords(): void {
    const words = resultsWordsOf(this.#language.current);
    if (!(words instanceof Promise)) {
      this.#words = words;
      return;
    }
    words.then(
      () => this.requestUpdate(),
      () => {
        if (this.#words !== undefined) return;
        // All of the Arabic is always there.
        this.#words = resultsWordsAr;
        this.requestUpdate();
      },
    );
  }
}

/** After the page has been painted; not every browser says when it has nothing to do. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 300 });
  else setTimeout(act, 50);
}

declare global {
  interface HTMLElementTagNameMap {
    'taafi-survey-results': TaafiSurveyResults;
  }
}
