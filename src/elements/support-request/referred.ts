import { bringFields } from '../../fields/at-hand.js';
import { laterMessages } from '../../locale/by-parts.js';
import { FormLocale } from '../../locale/locale.js';
import { languageNames } from '../../locale/spoken.js';
import type { ReferralTrouble } from '../../transport/partner-referral.js';
import { holdsAnswers, openReferral } from '../../transport/partner-referral.js';
import type { Submission } from '../../transport/transport.js';
import type { LoadedDefinition } from '../form/load-definition.js';
import { fillIn } from '../form/prefill.js';
import { riyadhDate } from '../form/riyadh-time.js';
import type { Runner } from '../form/runner.js';
import type { Written } from './confirming-form.js';
import { confirmedIn, confirmingForm, shareFields, writtenIn } from './confirming-form.js';

export { referralTrouble } from './referral-trouble.js';

/** Where a referral came from. */
export interface Referring {
  readonly token: string;
  /** Whether it stood in the address of the page. */
  readonly isInAddress: boolean;
  /** Origin of the page around the frame the form stands in. */
  readonly host: string | undefined;
}

/** Why a referral cannot be used; `address` for one that carries answers where anybody may read them. */
export type Trouble = ReferralTrouble | 'address';

/** A referral that is being confirmed by the person it is about. */
export class Referred {
  /** The form on which he confirms it. */
  readonly confirming: LoadedDefinition;
  readonly #ticket: string;
  readonly #written: readonly Written[];

  private constructor(confirming: LoadedDefinition, ticket: string, written: readonly Written[]) {
    this.confirming = confirming;
    this.#ticket = ticket;
    this.#written = written;
  }

  /** Opens a referral for a form; why not, where it cannot be used. */
  static async open(
    { token, isInAddress, host }: Referring,
    receiver: string,
    { definition }: LoadedDefinition,
    now: Date,
  ): Promise<Referred | Trouble> {
    if (isInAddress && holdsAnswers(token)) return 'address';
    const [found, checks, locales] = await Promise.all([
      openReferral(receiver, { form: definition.id, token, ...(host !== undefined && { host }) }),
      import('../form/checks.js'),
      Promise.all(
        Object.keys(languageNames).map(
          async (language) => new FormLocale(language, await laterMessages(language), definition.languages),
        ),
      ),
      bringFields(definition.steps),
    ]);
    if (typeof found === 'string') return found;
    const { partner, ticket, answers } = found;
    const judgeIn = (context: Parameters<typeof checks.judgeIn>[0]) =>
      checks.judgeIn(context, checks.rulesAtHand());
    const written = writtenIn(definition, answers, judgeIn, { today: riyadhDate(now) }, locales);
    const form = confirmingForm(definition, partner, written);
    await bringFields(form.steps);
    return new Referred({ definition: form, json: form }, ticket, written);
  }

  /** What goes with the request: what the person allows the partner to be told. */
  consentOf({ session }: Runner): NonNullable<Submission['partner']> {
    const shares = (['received', 'decided'] as const).flatMap((what) => {
      const node = session.engine.find(shareFields[what]);
      const agreement = node?.answer === true ? session.agreements.get(node) : undefined;
      return agreement === undefined ? [] : [{ what, ...agreement }];
    });
    return { ticket: this.#ticket, shares };
  }

  /** Puts what he has found right into the form it is for. */
  fillInto({ session }: Runner, { session: confirmed }: Runner): void {
    const { engine } = session;
    engine.batch(() => {
      for (const [id, value] of Object.entries(confirmedIn(this.#written, confirmed.engine.answers())))
        fillIn(engine, id, value);
    });
    session.touched = true;
  }
}
