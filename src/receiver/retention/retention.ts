import { join } from 'node:path';
import type { AuditTrail } from '../audit/audit-trail.js';
import { forgetNotified, NOTIFIED } from '../notifications/notification-log.js';
import type { Destruction, Due, RetentionStore } from '../storage/retention-store.js';
import { UploadFiles } from '../uploads/upload-files.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import type { RetentionRule, RetentionRules } from './retention-rules.js';
import { keptSince, ruleText } from './retention-rules.js';

/** Rows that are looked for at once. */
const MOST = 200;

/** Something whose time is over, and the rule that says so. */
export interface DueByRule extends Due {
  readonly rule: RetentionRule;
}

/** Destroys what has been kept long enough. */
export class Retention {
  readonly #store: RetentionStore;
  readonly #files: UploadFiles;
  readonly #notified: string;
  readonly #trail: AuditTrail;
  readonly #world: World;
  readonly #by: string;

  /**
   * @param dataDir folder of all that is kept
   * @param by who is said to have done it: `receiver` or `command`
   */
  constructor(store: RetentionStore, dataDir: string, trail: AuditTrail, world: World, by: string) {
    this.#store = store;
    this.#files = new UploadFiles(join(dataDir, 'uploads'));
    this.#notified = join(dataDir, NOTIFIED);
    this.#trail = trail;
    this.#world = world;
    this.#by = by;
  }

  /** What is to go now by the rules, at most so many of each. */
  async due({ requests, questions }: RetentionRules, most = MOST): Promise<readonly DueByRule[]> {
    const now = this.#world.clock();
    const found: DueByRule[] = [];
    for (const [form, rule] of Object.entries(requests)) {
      const due = await this.#store.dueRequests(form, rule.after, keptSince(rule, now), most);
      found.push(...due.map((one) => ({ ...one, rule })));
    }
    if (questions !== undefined) {
      const due = await this.#store.dueQuestions(keptSince(questions, now), most);
      found.push(...due.map((one) => ({ ...one, rule: questions })));
    }
    return found;
  }

  /** Destroys all that is to go now, each by itself, so that it may be broken off at any time; gives what is gone. */
  async run(rules: RetentionRules, isStopped: () => boolean = () => false): Promise<readonly Destruction[]> {
    const gone: Destruction[] = [];
    for (;;) {
      const before = gone.length;
      for (const { rule, ...due } of await this.due(rules)) {
        if (isStopped()) return gone;
        const destroyedAt = instant(this.#world);
        const text = ruleText(rule);
        const files = await this.#store.destroy(due, text, destroyedAt, this.#entry(due, text));
        // A file that stays because of a crash belongs to nothing, and is swept away.
        for (const file of files ?? []) await this.#files.remove(file);
        if (files !== undefined) gone.push({ ...due, rule: text, destroyedAt });
      }
      const last = gone.slice(before);
      if (last.length === 0) return gone;
      await forgetNotified(this.#notified, new Set(last.map(({ name }) => name)));
      this.#store.forget();
    }
  }

  /** Keeps a request until it is released; false where there is none, or it is held already. */
  hold(reference: string): Promise<boolean> {
    const entry = this.#trail.link({ by: this.#by, action: 'held', reference });
    return this.#store.hold(reference, instant(this.#world), entry);
  }

  /** False where it was not held. */
  release(reference: string): Promise<boolean> {
    return this.#store.release(reference, this.#trail.link({ by: this.#by, action: 'released', reference }));
  }

  #entry({ what, name }: Due, rule: string) {
    const about = what === 'request' ? { reference: name } : {};
    const details = { rule, ...(what === 'question' && { question: name }) };
    return this.#trail.link({ by: this.#by, action: 'destroyed', ...about, details });
  }
}
