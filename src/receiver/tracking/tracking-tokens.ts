import { addDays } from '../../core/calendar.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import type { LinkSecret } from '../link-secret.js';
import type { World } from '../world.js';
import { dayOf, riyadhDay } from '../world.js';

/** How long somebody may follow his request before he has to open it again, in milliseconds: WCAG 2.2.1 wants 20 hours. */
const SESSION = 24 * 60 * 60 * 1000;

/** A session that was begun: what it is shown by, and when it is over (ISO, UTC). */
export interface Session {
  readonly session: string;
  readonly until: string;
}

/** What opens requests: tokens of links, codes of second factors, sessions. All are worked out, none is stored. */
export class TrackingTokens {
  readonly #secret: LinkSecret;
  readonly #world: World;

  constructor(secret: LinkSecret, world: World) {
    this.#secret = secret;
    this.#world = world;
  }

  /** The token of the link to a request: its last day, and 128 bits. Always the same for the same request. */
  linkOf(reference: string, receivedAt: string, { lookUp }: ProcessDefinition): LinkToken {
    const until = addDays(dayOf(receivedAt), Number(lookUp.linkLasts.slice(1, -1)));
    return { token: `${compact(until)}.${this.#secret.code(linkText(reference, compact(until)))}`, until };
  }

  /** Whether a token is one of that request, and if so whether its time is over. */
  checkLink(reference: string, token: string): 'good' | 'expired' | 'wrong' {
    const [until = '', code = ''] = token.split('.');
    if (!this.#secret.isCode(linkText(reference, until), code)) return 'wrong';
    return compact(riyadhDay(this.#world)) > until ? 'expired' : 'good';
  }

  /** The code of a second factor, and of none other. */
  factorOf(reference: string, factor: string): string {
    return this.#secret.code(`factor ${reference} ${factor}`);
  }

  /** What tries are counted under: who reads the table learns no reference. */
  subjectOf(reference: string, lasts: number): string {
    return this.#secret.code(`tries ${lasts} ${reference}`);
  }

  begin(reference: string): Session {
    const end = this.#world.clock() + SESSION;
    const until = Math.floor(end / 1000).toString(36);
    return {
      session: `${reference}.${until}.${this.#secret.code(sessionText(reference, until))}`,
      until: new Date(Math.floor(end / 1000) * 1000).toISOString(),
    };
  }

  /** The reference that a session is about; undefined where it is over, or none. */
  referenceIn(session: string): string | undefined {
    const [reference = '', until = '', code = ''] = session.split('.');
    if (!this.#secret.isCode(sessionText(reference, until), code)) return undefined;
    return Number.parseInt(until, 36) * 1000 > this.#world.clock() ? reference : undefined;
  }
}

export interface LinkToken {
  readonly token: string;
  /** The last day (ISO) it opens anything. */
  readonly until: string;
}

const compact = (iso: string): string => iso.replaceAll('-', '');
const linkText = (reference: string, until: string): string => `track ${reference} ${until}`;
const sessionText = (reference: string, until: string): string => `session ${reference} ${until}`;
