import { canonicalJson } from '../../core/canonical-json.js';
import type { Forms } from '../forms/forms.js';
import { Problem } from '../http/problem.js';
import type { KeyUse } from '../storage/key-uses.js';
import type { RequestStore } from '../storage/request-store.js';
import type { World } from '../world.js';
import { instant, randomName } from '../world.js';
import type { ReferralBody } from './body-shapes.js';
import { mustBeLanguageOf } from './form-language.js';
import { responseOf } from './submissions.js';

/** Pages of every form beside its steps, from which a question can come too. */
const pages = ['start', 'review'];

/** Takes questions to the officer. */
export class Referrals {
  readonly #forms: Forms;
  readonly #store: RequestStore;
  readonly #world: World;

  constructor(forms: Forms, store: RequestStore, world: World) {
    this.#forms = forms;
    this.#store = store;
    this.#world = world;
  }

  /**
   * Stores a question; what is given is JSON, and given after the commit.
   * @throws Problem
   */
  async take(use: KeyUse, { form, step, question, contact, language }: ReferralBody): Promise<string> {
    const texts = await this.#forms.textsOf(form);
    const steps = texts.flatMap((text) => text.steps.map(({ id }) => id));
    if (![...steps, ...pages].includes(step)) {
      throw new Problem('malformed', { detail: 'The step is none of that version of the form.' });
    }
    mustBeLanguageOf(
      texts.flatMap(({ languages }) => languages),
      language,
    );
    const [id, receivedAt] = [randomName(this.#world), instant(this.#world)];
    const body = canonicalJson({ step, question, ...(contact !== undefined && { contact }) });
    const referral = { id, formId: form.id, formVersion: form.version, language, body, receivedAt };
    return responseOf(await this.#store.storeReferral(use, referral, JSON.stringify({ id, receivedAt })));
  }
}
