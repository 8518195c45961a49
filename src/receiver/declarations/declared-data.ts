import { canonicalJson } from '../../core/canonical-json.js';
import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import { isSigning } from '../../core/field-type.js';
import { isReference } from '../../core/reference.js';
import { allFields, scopesOf } from '../../core/scopes.js';
import type { EvidenceRecord } from '../../evidence/record.js';
import { linesOf, toldAnswers } from '../../evidence/told.js';
import { catalog } from '../../fields/catalog.js';
import type { GivenAnswer } from '../../fields/given/given.type.js';
import type { SignatureDefinition } from '../../fields/signature/signature.type.js';
import { signerIn } from '../../fields/signature/signature.type.js';
import { messagesOf } from '../../locale/languages.js';
import { FormLocale } from '../../locale/locale.js';
import type { Forms } from '../forms/forms.js';
import { Problem } from '../http/problem.js';
import type { EvidenceChain } from '../storage/evidence-chain.js';
import type { RequestStore } from '../storage/request-store.js';
import { mustBeLanguageOf } from '../submissions/form-language.js';
import type { LinkTokens } from './link-tokens.js';

/** Which request is meant, and the proof that it is the person's own. */
export interface RequestLink {
  readonly reference: string;
  readonly token: string;
}

/** A stored request as it is to be declared right. */
export interface DeclaredData {
  /** Nothing of it is given once it is signed: the link has done its work. */
  readonly given?: GivenAnswer;
  readonly reference: string;
  readonly receivedAt: string;
  readonly isSigned: boolean;
  readonly about: NonNullable<EvidenceRecord['about']>;
}

/** Reads stored requests for those who are to sign them. */
export class Declarations {
  readonly #forms: Forms;
  readonly #requests: RequestStore;
  readonly #chain: EvidenceChain;
  readonly #tokens: LinkTokens;

  constructor(forms: Forms, requests: RequestStore, chain: EvidenceChain, tokens: LinkTokens) {
    this.#forms = forms;
    this.#requests = requests;
    this.#chain = chain;
    this.#tokens = tokens;
  }

  tokenOf(reference: string): string {
    return this.#tokens.of(reference);
  }

  /**
   * The data of a request in a language, line by line.
   * @throws Problem `unknown-request`, the same for a reference that does not exist and for a wrong token.
   */
  async read({ reference, token }: RequestLink, language: string): Promise<DeclaredData> {
    const isTrue = this.#tokens.isOf(reference, token) && isReference(reference);
    const stored = isTrue ? await this.#requests.find(reference) : undefined;
    const evidence = isTrue ? await this.#chain.of(reference) : undefined;
    if (stored === undefined) throw new Problem('unknown-request');
    const { receivedAt, answersSha256, isDeclared } = stored;
    const isSigned = isDeclared || (evidence?.record.signatures.length ?? 0) > 0;
    const about = { reference, answersSha256 };
    if (isSigned) return { reference, receivedAt, isSigned, about };
    const rules = await this.#forms.storedRules(stored.definitionSha256);
    mustBeLanguageOf(rules.languages, language);
    const given = await givenIn(rules, JSON.parse(stored.answers) as Answers, language);
    return { reference, receivedAt, isSigned, about, given };
  }

  /**
   * What a declaration is about, after its data have been found to be those of the request.
   * @throws Problem `unknown-request`; `already-signed`; `answers` where the person has been shown other data.
   */
  async check(
    link: RequestLink,
    language: string,
    rules: FormDefinition,
    answers: Answers,
  ): Promise<DeclaredData['about']> {
    const { given, about } = await this.read(link, language);
    if (given === undefined) throw new Problem('already-signed');
    const field = rules.steps.flatMap(({ fields }) => fields).find(({ type }) => type === 'given');
    if (field === undefined) throw new Problem('malformed', { detail: 'This form declares no given data.' });
    if (canonicalJson(answers[field.id] ?? null) !== canonicalJson(given)) {
      throw new Problem('answers', { errors: [{ pointer: `/${field.id}`, code: 'changed' }] });
    }
    return about;
  }
}

async function givenIn(rules: FormDefinition, answers: Answers, language: string): Promise<GivenAnswer> {
  const locale = new FormLocale(language, await messagesOf(language), rules.languages);
  const lines = linesOf(toldAnswers(rules, answers, catalog, locale));
  const signer = signerOf(rules, answers);
  return { lines, ...(signer !== '' && { signer }) };
}

/** The name of who is to sign, as the form itself would ask for it. */
function signerOf(rules: FormDefinition, answers: Answers): string {
  const fields = [...allFields(scopesOf(rules, catalog).root)].map(({ definition }) => definition);
  const signing = fields.find((field) => isSigning(field, catalog)) as SignatureDefinition | undefined;
  return signerIn((signing?.signer ?? []).map((name) => answers[name]));
}
