import { answeredFields } from '../../core/answered-fields.js';
import { addDays } from '../../core/calendar.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import { resultsOf } from '../../core/survey/results.js';
import { screen } from '../../core/survey/screening/screen.js';
import type { SurveyDefinition, SurveyFilter, SurveyResults } from '../../core/survey/survey.js';
import { validateAnswers } from '../../core/validate.js';
import { catalog } from '../../fields/catalog.js';
import { sha256Hex } from '../digest.js';
import type { Forms } from '../forms/forms.js';
import { Problem } from '../http/problem.js';
import type { NewResponse, Respondent, SurveyStore } from '../storage/survey-store.js';
import { refusalsOf } from '../submissions/refusals.js';
import type { World } from '../world.js';
import { randomName, riyadhDay } from '../world.js';
import type { AnswersBody } from './bodies.js';
import { endOfMonth, monthOf } from './invitations.js';

/** How many days a key is remembered at least under which answers came without an invitation. */
const KEYS_LAST = 30;

/** A form that is a survey. */
export interface SurveyForm extends FormDefinition {
  readonly survey: SurveyDefinition;
}

/** What is written freely: it may name somebody. */
const FREE_TEXTS = ['text', 'long-text'];

/** Takes what people answer to surveys, and tells what it comes to. */
export class Surveys {
  readonly #forms: Forms;
  readonly #store: SurveyStore;
  readonly #world: World;

  constructor(forms: Forms, store: SurveyStore, world: World) {
    this.#forms = forms;
    this.#store = store;
    this.#world = world;
  }

  /** All that are served now. */
  async all(): Promise<readonly SurveyForm[]> {
    await this.#forms.refresh();
    return this.#forms.definitions.filter(isSurvey);
  }

  /** @throws Problem `unknown-form` */
  async served(id: string): Promise<SurveyForm> {
    const found = (await this.all()).find((form) => form.id === id);
    if (found === undefined) throw new Problem('unknown-form');
    return found;
  }

  /**
   * The occasion of an invitation that can still be used.
   * @throws Problem `unknown-invitation` for one that was used, one whose time is over, and one that never was: nobody
   * learns which.
   */
  async open(survey: string, token: string): Promise<{ readonly step: string }> {
    const step = await this.#store.stepOf(survey, sha256Hex(token), riyadhDay(this.#world));
    if (step === undefined) throw new Problem('unknown-invitation');
    return { step };
  }

  /** Notes how far somebody has come. @throws Problem `unknown-invitation` */
  async reach(id: string, token: string, page: string): Promise<void> {
    const { steps } = await this.served(id);
    const pages = steps.map((step) => step.id);
    const isKnown = await this.#store.reach(id, sha256Hex(token), page, pages, riyadhDay(this.#world));
    if (!isKnown) throw new Problem('unknown-invitation');
  }

  /**
   * Keeps answers, without anything by which somebody could tell whose they are. `before` where they came already under
   * that key.
   * @throws Problem `unknown-form`, `form-changed`, `answers`, `unknown-invitation`
   */
  async take({ form, token, answers }: AnswersBody, keySha256: string): Promise<'stored' | 'before'> {
    const rules = await this.#forms.rulesOf(form);
    if (!isSurvey(rules)) throw new Problem('unknown-form');
    const today = riyadhDay(this.#world);
    const accepted = accept(rules, answers, today);
    const response: NewResponse = {
      id: randomName(this.#world),
      survey: form.id,
      version: form.version,
      month: monthOf(today),
      answers: canonicalJson(screened(rules, accepted)),
    };
    const result = await this.#store.store(this.#respondent(rules, token, keySha256), response, today);
    if (result === 'uninvited') throw new Problem('unknown-invitation');
    return result;
  }

  /** What a survey has come to. @throws Problem `unknown-form`, and `malformed` for a filter that is none of it */
  async results(id: string, filter: SurveyFilter): Promise<SurveyResults> {
    const survey = await this.served(id);
    mustFit(filter, survey);
    const [responses, participation] = await Promise.all([
      this.#store.responses(id),
      this.#store.participation(id),
    ]);
    return resultsOf(survey, responses, participation, filter);
  }

  /** @throws Problem `unknown-invitation` */
  #respondent({ survey }: SurveyForm, token: string | undefined, keySha256: string): Respondent {
    if (token !== undefined) return { tokenSha256: sha256Hex(token), keySha256 };
    if (survey.access !== 'open') throw new Problem('unknown-invitation');
    return { keySha256, until: endOfMonth(addDays(riyadhDay(this.#world), KEYS_LAST)) };
  }
}

export function isSurvey(form: FormDefinition): form is SurveyForm {
  return form.survey !== undefined;
}

function accept(rules: FormDefinition, sent: unknown, today: string): Answers {
  const { answers, problems } = validateAnswers(rules, sent, catalog, { today });
  if (answers === undefined) throw new Problem('answers', { errors: refusalsOf(problems) });
  return answers;
}

/** The same, and in what was written freely nothing that names somebody. */
function screened(rules: FormDefinition, answers: Answers): Answers {
  const texts = [...answeredFields(rules, answers)].filter(({ field }) => FREE_TEXTS.includes(field.type));
  // Lists are not allowed in surveys: every field stands in the answers themselves.
  return {
    ...answers,
    ...Object.fromEntries(texts.map(({ field, answer }) => [field.id, screen(String(answer))])),
  };
}

function mustFit({ dimensions = {} }: SurveyFilter, { survey }: SurveyForm): void {
  const strange = Object.keys(dimensions).find((name) => survey.dimensions?.includes(name) !== true);
  if (strange !== undefined)
    throw new Problem('malformed', { detail: 'This survey is not told apart by that.' });
}
