import * as z from 'zod/mini';
import type { Text } from '../../core/text.js';
import { languageOfText, pickText } from '../../core/text.js';
import { shareSentence } from '../../locale/partner-words.js';
import { sha256Hex } from '../digest.js';
import type { Forms } from '../forms/forms.js';
import { Problem } from '../http/problem.js';
import type { LinkSecret } from '../link-secret.js';
import type { Partner, PartnerStore, Share, UsedReferral } from '../storage/partner-store.js';
import { shareable } from '../storage/partner-store.js';
import type { PartnerBody } from '../submissions/body-shapes.js';
import { mustBeNear } from '../submissions/consents.js';
import { mustBeLanguageOf } from '../submissions/form-language.js';
import type { World } from '../world.js';
import { readToken } from './signed-token.js';

/** What the codes of tickets are for. */
const TICKETS = 'partner referral ';

/** `typ` of a referral. */
export const REFERRAL_TYPE = 'taafi-referral+jwt';

/** How far the partner's clock may be before ours, in seconds. */
const AHEAD = 300;
/** How long a referral may be good for at most, in seconds: seven days. */
const LONGEST = 7 * 24 * 60 * 60;
/** How long a form that was opened with a referral may stay open, in milliseconds: as long as a consent may be old. */
const OPEN = 60 * 24 * 60 * 60 * 1000;

/** Why a referral cannot be used. */
export type ReferralRefusal =
  /** Not signed by a partner, changed on the way, or none at all. */
  | 'changed'
  | 'expired'
  /** For another form than this one. */
  | 'form'
  /** From a site that is none of the partner's. */
  | 'origin';

const claimsShape = z.strictObject({
  iss: z.string(),
  jti: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  iat: z.int(),
  exp: z.int(),
  form: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  answers: z.optional(z.record(z.string(), z.unknown())),
});

const ticketShape = z.tuple([z.string(), z.string(), z.string(), z.number()]);

/** What a referral comes to for the form it is opened in. */
export interface OpenedReferral {
  readonly partner: { readonly id: string; readonly name: Text };
  /** Comes back with the request in place of the referral, which may be over by then. */
  readonly ticket: string;
  /** What the partner has filled in, of the fields that the definition names under `prefill.signed`. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Names of what it has filled in beside those, and what was left out. */
  readonly ignored: readonly string[];
}

/** Checks referrals of partners, and what people allow them to be told. */
export class PartnerReferrals {
  readonly #store: PartnerStore;
  readonly #forms: Forms;
  readonly #secret: LinkSecret;
  readonly #world: World;

  constructor(store: PartnerStore, forms: Forms, secret: LinkSecret, world: World) {
    this.#store = store;
    this.#forms = forms;
    this.#secret = secret;
    this.#world = world;
  }

  /**
   * Opens a referral. Nothing is stored: what the partner has written is the person's to confirm. Whether a request has
   * come of it already is found when another is to be stored: told here, the partner could find out by opening it itself.
   * @param origins the sites it comes from; each must be one of the partner's.
   * @throws Problem `referral`, with the reason.
   */
  async open(token: string, formId: string, origins: readonly string[]): Promise<OpenedReferral> {
    const { partner, claims } = await this.#verified(token);
    if (origins.some((origin) => !partner.origins.includes(origin))) throw refused('origin');
    if (claims.form !== formId) throw refused('form');
    const now = this.#world.clock() / 1000;
    if (claims.exp <= now) throw refused('expired');
    if (claims.iat > now + AHEAD || claims.exp - claims.iat > LONGEST)
      throw refused('changed', 'A referral is good for seven days at most, from now on.');
    const allowed = this.#forms.definitions.find(({ id }) => id === formId)?.prefill?.signed ?? [];
    const given = Object.entries(claims.answers ?? {});
    return {
      partner: { id: partner.id, name: partner.name },
      ticket: this.#ticket(partner.id, claims.jti, formId),
      answers: Object.fromEntries(given.filter(([id]) => allowed.includes(id))),
      ignored: given.map(([id]) => id).filter((id) => !allowed.includes(id)),
    };
  }

  /**
   * The referral that a request comes of, with the record of what the person allowed.
   * @throws Problem `referral` for a ticket that is none of ours, or not for this form; `malformed`.
   */
  async used(
    { ticket, shares }: PartnerBody,
    formId: string,
    languages: readonly string[],
    receivedAt: string,
  ): Promise<UsedReferral> {
    const text = this.#secret.saidBy(TICKETS, ticket);
    if (text === undefined) throw refused('changed');
    const read = ticketShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (!read.success) throw refused('changed');
    const [partnerId, id, form, openedAt] = read.data;
    if (form !== formId) throw refused('form');
    if (openedAt + OPEN < this.#world.clock()) throw refused('expired');
    const partner = await this.#store.find(partnerId);
    // Whoever is no partner any more is told nothing: the person is asked again, without him.
    if (partner === undefined || partner.removedAt !== undefined) throw refused('changed');
    return {
      partner: partnerId,
      id,
      shares: shareable.flatMap((what) => {
        const share = shares.find((candidate) => candidate.what === what);
        return share === undefined ? [] : [shareOf(share, partner, languages, receivedAt)];
      }),
    };
  }

  async #verified(token: string) {
    const read = readToken(token);
    const partner = read && (await this.#store.find(read.keyId));
    if (read === undefined || partner === undefined || partner.removedAt !== undefined)
      throw refused('changed');
    const claims = claimsShape.safeParse(read.claims);
    const isGenuine = read.type === REFERRAL_TYPE && read.isSignedBy(partner.publicKey);
    if (!isGenuine) throw refused('changed');
    if (!claims.success || claims.data.iss !== partner.id)
      throw refused('changed', 'The claims have not the shape of the contract.');
    return { partner, claims: claims.data };
  }

  #ticket(partner: string, id: string, form: string): string {
    const text = Buffer.from(JSON.stringify([partner, id, form, this.#world.clock()])).toString('base64url');
    return this.#secret.token(TICKETS, text);
  }
}

function shareOf(
  { what, language, at }: PartnerBody['shares'][number],
  { name }: Partner,
  languages: readonly string[],
  receivedAt: string,
): Share {
  mustBeLanguageOf(languages, language);
  mustBeNear(at, receivedAt);
  const sentence = shareSentence(what, name);
  return {
    what,
    language: languageOfText(sentence, language, ['ar', 'en']),
    at,
    textSha256: sha256Hex(pickText(sentence, language, ['ar', 'en'])),
  };
}

/** The problem that says why a referral cannot be used. */
export function refused(reason: ReferralRefusal | 'used', detail?: string): Problem {
  return new Problem('referral', { members: { reason }, ...(detail !== undefined && { detail }) });
}
