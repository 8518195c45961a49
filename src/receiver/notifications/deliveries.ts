import type { HandledRequest } from '../handling/handled-request.js';
import type { HandledRequests } from '../handling/handled-requests.js';
import type { MessageBody } from '../handling/messages.js';
import type { Outbox, OutboxMessage } from '../storage/outbox.js';
import type { SurveyStore } from '../storage/survey-store.js';
import type { Invited } from '../surveys/invitations.js';
import { drawInvitation } from '../surveys/invitations.js';
import type { TrackingTokens } from '../tracking/tracking-tokens.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import type { Notification } from './notification.js';
import { dueOf, invitationOf, newsOf } from './notification.js';
import type { Channel } from './webhook.js';

/** How often it is looked whether something is due, in milliseconds. */
const LOOK = 5_000;
/** How long somebody who took a message has for it; then it is anybody's again. */
const LEASE = 60_000;
const BATCH = 20;
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 6 * 60 * 60 * 1000;
/** After so long nobody wants to hear it any more. */
const LAST = 7 * 24 * 60 * 60 * 1000;

/** Milliseconds to wait after so many tries, for a `random` from 0 to 1: longer each time, and never all at once. */
export function waitAfter(tries: number, random: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries - 1, 20)) * (0.5 + random / 2);
}

/** Addresses of pages that messages lead to, where the receiver was told of them. */
export interface Pages {
  readonly tracker: string | undefined;
  readonly survey: string | undefined;
}

/**
 * Hands on what is in the outbox: each message at least once, those of one request in their order. What is noted as taken
 * is never sent again; a receiver that is killed before it could note that sends it again, under the same id.
 */
export class Deliveries {
  readonly #outbox: Outbox;
  readonly #requests: Pick<HandledRequests, 'find'>;
  readonly #tokens: TrackingTokens;
  readonly #channel: Channel;
  readonly #pages: Pages;
  readonly #surveys: SurveyStore;
  readonly #world: World;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;

  constructor(
    outbox: Outbox,
    requests: Pick<HandledRequests, 'find'>,
    tokens: TrackingTokens,
    channel: Channel,
    pages: Pages,
    surveys: SurveyStore,
    world: World,
  ) {
    this.#outbox = outbox;
    this.#requests = requests;
    this.#tokens = tokens;
    this.#channel = channel;
    this.#pages = pages;
    this.#surveys = surveys;
    this.#world = world;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), LOOK);
    this.#timer.unref();
    this.wake();
  }

  /** There may be something to hand on. */
  wake(): void {
    if (this.#isStopped) return;
    this.#isWanted = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#isWanted && !this.#isStopped) this.wake();
    });
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#isWanted = false;
    try {
      for (;;) {
        const until = new Date(this.#world.clock() + LEASE).toISOString();
        const messages = await this.#outbox.claim(instant(this.#world), until, BATCH);
        if (messages.length === 0 || this.#isStopped) return;
        await Promise.all(messages.map((message) => this.#handOn(message)));
      }
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException;
      this.#world.print(`fault: messages could not be handed on: ${code ?? name}`);
    }
  }

  async #handOn(message: OutboxMessage): Promise<void> {
    const { id, reference, tries, createdAt } = message;
    let invited: Invited | undefined;
    try {
      const request = await this.#requests.find(reference);
      // A request that was deleted has nobody to be told.
      if (request !== undefined) {
        const ready = await this.#notification(message, request);
        await this.#channel.deliver(ready.notification);
        invited = ready.invited;
      }
    } catch (error) {
      const now = this.#world.clock();
      if (now - Date.parse(createdAt) > LAST) {
        await this.#outbox.giveUp(id, instant(this.#world));
        this.#world.print(`fault: message ${id} was not taken within a week and is given up`);
        return;
      }
      const [first = 0] = this.#world.random(1);
      const wait = waitAfter(tries + 1, first / 256);
      await this.#outbox.later(id, new Date(now + wait).toISOString());
      if (tries === 0)
        this.#world.print(`message ${id} was not taken: ${(error as Error).message}; it is tried again`);
      return;
    }
    await this.#outbox.delivered(id, instant(this.#world), invited);
  }

  async #notification(
    message: OutboxMessage,
    request: HandledRequest,
  ): Promise<{ readonly notification: Notification; readonly invited?: Invited }> {
    const body = JSON.parse(message.body) as MessageBody;
    const { tracker, survey: page } = this.#pages;
    if (body.event !== 'invited')
      return { notification: newsOf(message, body, request, this.#tokens, tracker) };
    // A link that is read by others before him is no secret: an officer draws one for him that stands beside no name.
    if (!this.#channel.carriesSecrets) return { notification: dueOf(message, body, request) };
    const { token, invited } = await drawInvitation(this.#surveys, body, this.#world);
    const notification = invitationOf(message, body, request, token, page);
    // Who has not agreed to be sent messages gets none, and is not counted among those who could have answered.
    return notification.contact === null ? { notification } : { notification, invited };
  }
}
