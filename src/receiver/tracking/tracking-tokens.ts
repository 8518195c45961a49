import { addDays } from '../../core/calendar.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import type { LinkSecret } from '../link-secret.js';
import type { World } from '../world.js';
import { dayOf, randomName, riyadhDay } from '../world.js';

/** How long somebody may follow his request before he has to open it again, in milliseconds: WCAG 2.2.1 wants 20 hours. */
const SESSION = 24 * 60 * 60 * 1000;

/** What the codes of sessions are for. */
const PURPOSE = 'session ';

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

  /** A session of its own each time, so that one can be ended and another one of the same person goes on. */
  begin(reference: string): Session {
    const end = Math.floor((this.#world.clock() + SESSION) / 1000) * 1000;
    const said = `${reference}.${(end / 1000).toString(36)}.${randomName(this.#world)}`;
    return { session: this.#secret.token(PURPOSE, said), until: new Date(end).toISOString() };
  }

  /** What a session is about; undefined where its time is over, or where it is none. Whether it was ended is not looked at. */
  read(session: string): ReadSession | undefined {
    const said = this.#secret.saidBy(PURPOSE, session);
    if (said === undefined) return undefined;
    const [reference = '', until = ''] = said.split('.');
    const end = Number.parseInt(until, 36) * 1000;
    if (end <= this.#world.clock()) return undefined;
    return { reference, until: new Date(end).toISOString(), subject: this.#secret.code(`ended ${said}`) };
  }
}

/** A session whose time is not over. */
export interface ReadSession {
  readonly reference: string;
  /** ISO, UTC. */
  readonly until: string;
  /** What it is noted under when it is ended: who reads the table learns no session. */
  readonly subject: string;
}

export interface LinkToken {
  readonly token: string;
  /** The last day (ISO) it opens anything. */
  readonly until: string;
}

const compact = (iso: string): string => iso.replaceAll('-', '');
const linkText = (reference: string, until: string): string => `track ${reference} ${until}`;
