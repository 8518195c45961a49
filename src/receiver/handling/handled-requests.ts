import type { Answers } from '../../core/engine.js';
import type { Happening, RequestEvent } from '../../core/process/handled.js';
import { handledBy } from '../../core/process/handled.js';
import { automaticMove } from '../../core/process/moves.js';
import type { AuditEntry, AuditTrail } from '../audit/audit-trail.js';
import { sha256Hex } from '../digest.js';
import type { Forms } from '../forms/forms.js';
import { Problem } from '../http/problem.js';
import type { Processes } from '../processes/processes.js';
import type { MakeAuditLink } from '../storage/audit-log.js';
import type { Claim } from '../storage/claims.js';
import type { HandlingStore } from '../storage/handling-store.js';
import type { KeyUse } from '../storage/key-uses.js';
import type { World } from '../world.js';
import { dayOf, instant } from '../world.js';
import type { HandledRequest } from './handled-request.js';
import { standingOf, withEvents } from './handled-request.js';
import { messagesAbout } from './messages.js';

/** What somebody wants to be changed. */
export interface WantedChange {
  readonly by: string;
  readonly happening: Happening;
  readonly claims?: readonly Claim[];
  readonly audit: AuditEntry;
}

/** After these something that was missing may have come. */
const mayLeadOn: readonly Happening['kind'][] = ['provided', 'settled', 'moved'];

/** More changes by others in a row than there are people who could make them. */
const MOST_ATTEMPTS = 20;

/** Opens requests, and changes them so that nothing gets lost between two who do so at once. */
export class HandledRequests {
  readonly #store: HandlingStore;
  readonly #processes: Processes;
  readonly #forms: Forms;
  readonly #trail: AuditTrail;
  readonly #world: World;
  readonly #changed: () => void;

  /** @param changed is told after every change, when there may be messages to hand on. */
  constructor(
    store: HandlingStore,
    processes: Processes,
    forms: Forms,
    trail: AuditTrail,
    world: World,
    changed: () => void,
  ) {
    this.#store = store;
    this.#processes = processes;
    this.#forms = forms;
    this.#trail = trail;
    this.#world = world;
    this.#changed = changed;
  }

  async find(reference: string): Promise<HandledRequest | undefined> {
    const stored = await this.#store.find(reference);
    if (stored === undefined) return undefined;
    const process = await this.#processes.stored(stored.processSha256);
    const rules = await this.#forms.storedRules(stored.definitionSha256);
    const answers = JSON.parse(stored.answers) as Answers;
    const events = (await this.#store.events(reference)).map((event) => ({ ...event, day: dayOf(event.at) }));
    // What was added between the two looks belongs to the next version.
    const own = events.filter(({ version }) => version <= stored.version);
    const handled = handledBy(process, own, new Set(Object.keys(answers)));
    return { stored, process, rules, answers, events: own, handled };
  }

  /**
   * Changes a request; gives it as it is then, and whether anything was changed. Where somebody else has changed it
   * meanwhile, what is wanted is asked for again.
   * @param want says what is to be changed of the request as it is; undefined for nothing.
   * @param admit throws where somebody has no business with the request: before he learns anything of it or of its keys.
   * @throws Problem `unknown-request`, `key-reused`, `answers`, `busy`, and what `want` and `admit` throw.
   */
  async change(
    reference: string,
    use: KeyUse | undefined,
    want: (request: HandledRequest) => WantedChange | undefined,
    admit: (request: HandledRequest) => void = () => {},
  ): Promise<{ readonly request: HandledRequest; readonly isChanged: boolean }> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const request = await this.find(reference);
      if (request === undefined) throw new Problem('unknown-request');
      admit(request);
      const earlier = use === undefined ? undefined : await this.#store.earlierUse(use);
      if (earlier?.state === 'answered') return { request, isChanged: false };
      if (earlier?.state === 'other') throw new Problem('key-reused');
      const wanted = want(request);
      if (wanted === undefined) return { request, isChanged: false };
      const changed = await this.#attempt(request, use, wanted);
      if (changed !== undefined) return { request: changed, isChanged: true };
    }
    throw new Problem('busy', { headers: { 'Retry-After': '1' } });
  }

  async #attempt(
    request: HandledRequest,
    use: KeyUse | undefined,
    { by, happening, claims = [], audit }: WantedChange,
  ): Promise<HandledRequest | undefined> {
    const { reference, version } = request.stored;
    const at = instant(this.#world);
    const next = (before: HandledRequest, who: string, what: Happening): HandledRequest =>
      withEvents(before, [
        { version: before.handled.version + 1, at, day: dayOf(at), by: who, happening: what },
      ]);
    let after = next(request, by, happening);
    const audits = [this.#logged(audit, after)];
    const move = mayLeadOn.includes(happening.kind) && automaticMove(after.process, after.handled.progress);
    if (move && move.to !== undefined) {
      const from = after.handled.progress.state;
      after = next(after, 'receiver', { kind: 'moved', move: move.id, from, to: move.to });
      const details = { move: move.id, from, to: move.to };
      audits.push(this.#logged({ by: 'receiver', action: 'moved', details }, after));
    }
    const added: readonly RequestEvent[] = after.events.slice(request.events.length);
    const standing = standingOf(after, dayOf(at));
    const result = await this.#store.change({
      reference,
      from: version,
      at,
      events: added,
      standing,
      claims,
      messages: messagesAbout(after.process, reference, added, this.#world),
      audit: audits,
      use,
    });
    if (result.state === 'missing-files') {
      const errors = result.pointers.map((pointer) => ({ pointer, code: 'upload' }));
      throw new Problem('answers', { errors });
    }
    // Somebody was faster, or the same was asked for twice at once: the next look tells.
    if (result.state !== 'done') return undefined;
    this.#changed();
    return { ...after, stored: { ...request.stored, ...standing, changedAt: at } };
  }

  /** The entry of the log for the last event, which it holds to its number and its words. */
  #logged(entry: AuditEntry, { stored: { reference }, events }: HandledRequest): MakeAuditLink {
    const { version, happening } = events.at(-1) as RequestEvent;
    const details = { ...entry.details, version, sha256: sha256Hex(JSON.stringify(happening)) };
    return this.#trail.link({ ...entry, reference, details });
  }
}
