import { addDays } from '../../core/calendar.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import { pointerOf } from '../../core/pointer.js';
import { validateAnswers } from '../../core/validate.js';
import { catalog } from '../../fields/catalog.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import { sha256Hex } from '../digest.js';
import type { Forms } from '../forms/forms.js';
import { Problem } from '../http/problem.js';
import type { Claim, KeyUse, NewSubmission, RequestStore, StoreResult } from '../storage/request-store.js';
import type { Uploads } from '../uploads/uploads.js';
import type { World } from '../world.js';
import { drawReference, instant, riyadhDay } from '../world.js';
import { answeredFields } from './answered-fields.js';
import type { SubmissionBody } from './body-shapes.js';
import { consentsOf } from './consents.js';
import { mustBeLanguageOf } from './form-language.js';
import { refusalsOf } from './refusals.js';

/** Takes what forms send: checks it by the rules it was filled in by, and stores it once. */
export class Submissions {
  readonly #forms: Forms;
  readonly #uploads: Uploads;
  readonly #store: RequestStore;
  readonly #world: World;

  constructor(forms: Forms, uploads: Uploads, store: RequestStore, world: World) {
    this.#forms = forms;
    this.#uploads = uploads;
    this.#store = store;
    this.#world = world;
  }

  /**
   * Stores a submission; the receipt is JSON, and given after the commit.
   * @throws Problem
   */
  async take(use: KeyUse, { form, language, answers, consents }: SubmissionBody): Promise<string> {
    const rules = await this.#forms.rulesOf(form);
    mustBeLanguageOf(rules.languages, language);
    const [today, receivedAt] = [riyadhDay(this.#world), instant(this.#world)];
    const accepted = accept(rules, answers, today);
    const answered = [...answeredFields(rules, accepted)];
    const claims = answered
      .filter(({ field }) => field.type === 'file')
      .flatMap(({ answer, path }) => claimsOf(answer as readonly FileAnswer[], path));
    for (const { id } of claims) await this.#uploads.settle(id);
    const document = canonicalJson(accepted);
    const submission: NewSubmission = {
      formId: form.id,
      formVersion: form.version,
      definitionSha256: form.sha256,
      language,
      answers: document,
      answersSha256: sha256Hex(document),
      notBefore: notBefore(rules, today),
      receivedAt,
      consents: consentsOf(answered, consents, rules.languages, receivedAt),
      claims,
    };
    const stored = await this.#store.storeSubmission(
      use,
      submission,
      () => drawReference(this.#world),
      (reference) => receipt(reference, submission),
    );
    if (stored.state === 'answered') this.#uploads.claimed(claims);
    return responseOf(stored);
  }
}

/** The answer that was kept under a key. @throws Problem where nothing could be stored under it. */
export function responseOf(result: StoreResult): string {
  if (result.state === 'answered') return result.response;
  if (result.state === 'missing-files') {
    throw new Problem('answers', { errors: result.pointers.map((pointer) => ({ pointer, code: 'upload' })) });
  }
  throw new Problem(result.state === 'other' ? 'key-reused' : 'internal');
}

function accept(rules: FormDefinition, sent: unknown, today: string): Answers {
  const { answers, problems } = validateAnswers(rules, sent, catalog, { today });
  if (answers === undefined) throw new Problem('answers', { errors: refusalsOf(problems) });
  return answers;
}

function claimsOf(files: readonly FileAnswer[], path: readonly (string | number)[]): Claim[] {
  return files.map(({ id, type, size }, index) => ({
    pointer: pointerOf([...path, index]),
    id,
    mediaType: type,
    size,
  }));
}

/** The day before which no answer comes: `P14D` counts from today. */
function notBefore({ answer }: FormDefinition, today: string): string | undefined {
  const days = answer?.notBefore.match(/\d+/)?.[0];
  return days === undefined ? undefined : addDays(today, Number(days));
}

function receipt(reference: string, submission: NewSubmission): string {
  const { formId: id, formVersion: version, definitionSha256: sha256, answersSha256 } = submission;
  return JSON.stringify({
    reference,
    receivedAt: submission.receivedAt,
    ...(submission.notBefore !== undefined && { notBefore: submission.notBefore }),
    form: { id, version, sha256 },
    answersSha256,
  });
}
