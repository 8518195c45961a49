import { answeredFields } from '../../core/answered-fields.js';
import { addDays } from '../../core/calendar.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import { pointerOf } from '../../core/pointer.js';
import { validateReceived } from '../../core/received-answers.js';
import { asReceived } from '../../core/received-form.js';
import type { Evidence, SealedAttachment } from '../../evidence/record.js';
import { catalog } from '../../fields/catalog.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import type { Declarations } from '../declarations/declared-data.js';
import { sha256Hex } from '../digest.js';
import type { UnsealedRecord } from '../evidence/sealing.js';
import { seal } from '../evidence/sealing.js';
import type { SigningKeys } from '../evidence/signing-keys.js';
import type { Forms } from '../forms/forms.js';
import type { Guard } from '../guard/guard.js';
import { newHandling } from '../handling/beginning.js';
import { Problem } from '../http/problem.js';
import type { PartnerReferrals } from '../partners/partner-referrals.js';
import { refused } from '../partners/partner-referrals.js';
import type { Processes } from '../processes/processes.js';
import type { Claim } from '../storage/claims.js';
import type { KeyUse } from '../storage/key-uses.js';
import type { NewSubmission, RequestStore, StoreResult } from '../storage/request-store.js';
import type { LinkToken, TrackingTokens } from '../tracking/tracking-tokens.js';
import type { Uploads } from '../uploads/uploads.js';
import type { World } from '../world.js';
import { drawReference, instant, riyadhDay } from '../world.js';
import type { SubmissionBody } from './body-shapes.js';
import { consentsOf } from './consents.js';
import { mustBeLanguageOf } from './form-language.js';
import { refusalsOf } from './refusals.js';
import type { SignatureVerifiers } from './signature-providers.js';
import { mustBeProvided } from './signature-providers.js';
import { signaturesOf } from './signatures.js';

/** What taking a submission needs of the rest of the receiver. */
export interface SubmissionParts {
  readonly forms: Forms;
  readonly processes: Processes;
  readonly uploads: Uploads;
  readonly store: RequestStore;
  readonly declarations: Declarations;
  readonly partners: PartnerReferrals;
  readonly keys: SigningKeys;
  readonly tokens: TrackingTokens;
  readonly verifiers: SignatureVerifiers;
  /** Absent where nobody wants it. */
  readonly guard: Guard | undefined;
  /** Is told when something was stored, and there may be a message to hand on. */
  readonly stored: () => void;
}

/** Takes what forms send: checks it by the rules it was filled in by, and stores it once. */
export class Submissions {
  readonly #parts: SubmissionParts;
  readonly #world: World;

  constructor(parts: SubmissionParts, world: World) {
    this.#parts = parts;
    this.#world = world;
  }

  /**
   * Stores a submission; the receipt is JSON, and given after the commit.
   * @throws Problem
   */
  async take(
    use: KeyUse,
    { form, language, answers, consents, signatures, about, partner, guard }: SubmissionBody,
  ): Promise<string> {
    const { forms, processes, uploads, declarations, partners, keys, tokens, verifiers } = this.#parts;
    const filled = await forms.rulesOf(form);
    const rules = asReceived(filled);
    // Whoever answers a survey was told that nobody can tell it was him: under a reference somebody could.
    if (rules.survey !== undefined) throw new Problem('survey');
    mustBeLanguageOf(rules.languages, language);
    const [today, receivedAt] = [riyadhDay(this.#world), instant(this.#world)];
    const accepted = accept(filled, answers, today);
    const declared = about && (await declarations.check(about, language, rules, accepted));
    const answered = [...answeredFields(rules, accepted)];
    const claims = answered
      .filter(({ field }) => field.type === 'file')
      .flatMap(({ answer, path }) => claimsOf(answer as readonly FileAnswer[], path));
    for (const { id } of claims) await uploads.settle(id);
    const signed = signaturesOf(rules, accepted, answered, { signatures, consents }, receivedAt);
    const contentOf = new Map(signed.map(({ path, contentSha256 }) => [path, contentSha256]));
    await mustBeProvided(answered, accepted, contentOf, verifiers);
    const document = canonicalJson(accepted);
    const promised = notBefore(rules, today);
    const known = await processes.forForm(form.id);
    const begins = { formId: form.id, answers: accepted, receivedAt, notBefore: promised };
    const submission: NewSubmission = {
      formId: form.id,
      formVersion: form.version,
      definitionSha256: form.sha256,
      language,
      answers: document,
      answersSha256: sha256Hex(document),
      notBefore: promised,
      receivedAt,
      consents: consentsOf(answered, consents, rules.languages, receivedAt),
      signatures: signed,
      claims,
      about: declared?.reference,
      watched: this.#parts.guard?.watch(guard),
      partner: partner && (await partners.used(partner, form.id, rules.languages, receivedAt)),
      handling: known && newHandling(known, begins, tokens, this.#world),
    };
    const unsealed = {
      ...unsealedRecord(submission, rules, await this.#attachments(claims)),
      ...(declared !== undefined && { about: declared }),
    };
    const stored = await this.#parts.store.storeSubmission(
      use,
      submission,
      () => drawReference(this.#world),
      (reference, last) => seal(unsealed, reference, last, keys),
      (evidence) => {
        const { reference } = evidence.record;
        const tracking = known && tokens.linkOf(reference, receivedAt, known.process);
        return receipt(evidence, declarations.tokenOf(reference), tracking);
      },
    );
    if (stored.state === 'answered') {
      uploads.claimed(claims);
      this.#parts.stored();
    }
    return responseOf(stored);
  }

  /** The files as they are now; one that is missing will be found so when it is claimed. */
  async #attachments(claims: readonly Claim[]): Promise<readonly SealedAttachment[]> {
    const attachments: SealedAttachment[] = [];
    for (const { pointer, id, size: bytes } of claims) {
      const sha256 = await this.#parts.uploads.sha256(id);
      const path = pointer.split('/').slice(1, -1).join('.');
      if (sha256 !== undefined) attachments.push({ path, id, bytes, sha256 });
    }
    return attachments;
  }
}

/** The answer that was kept under a key. @throws Problem where nothing could be stored under it. */
export function responseOf(result: StoreResult): string {
  if (result.state === 'answered') return result.response;
  if (result.state === 'missing-files') {
    throw new Problem('answers', { errors: result.pointers.map((pointer) => ({ pointer, code: 'upload' })) });
  }
  if (result.state === 'declared-before') throw new Problem('already-signed');
  if (result.state === 'referral-used') throw refused('used');
  if (result.state === 'used-before') {
    const errors = result.paths.map((path) => ({ pointer: pointerOf(path.split('.')), code: 'used-before' }));
    throw new Problem('answers', { errors });
  }
  throw new Problem(result.state === 'other' ? 'key-reused' : 'internal');
}

function accept(definition: FormDefinition, sent: unknown, today: string): Answers {
  const { answers, problems } = validateReceived(definition, sent, catalog, { today });
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

/** What is sealed of a submission, but for its place in the chain. */
function unsealedRecord(
  submission: NewSubmission,
  { policyVersion }: FormDefinition,
  attachments: readonly SealedAttachment[],
): UnsealedRecord {
  const { formId: id, formVersion: version, definitionSha256: sha256 } = submission;
  return {
    receivedAt: submission.receivedAt,
    ...(submission.notBefore !== undefined && { notBefore: submission.notBefore }),
    form: { id, version, sha256, ...(policyVersion !== undefined && { policyVersion }) },
    language: submission.language,
    answersSha256: submission.answersSha256,
    statements: submission.consents.map(({ path, language, at: agreedAt, textSha256 }) => ({
      path,
      language,
      textSha256,
      agreedAt,
    })),
    attachments,
    signatures: submission.signatures,
  };
}

function receipt(evidence: Evidence, token: string, tracking: LinkToken | undefined): string {
  const { reference, receivedAt, notBefore, form, answersSha256 } = evidence.record;
  const { id, version, sha256 } = form;
  return JSON.stringify({
    reference,
    receivedAt,
    ...(notBefore !== undefined && { notBefore }),
    form: { id, version, sha256 },
    answersSha256,
    token,
    ...(tracking !== undefined && { tracking }),
    evidence,
  });
}
