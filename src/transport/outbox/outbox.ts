import type { EnclosedFile, Progress, Stored } from '../delivery.js';
import { Delivery } from '../delivery.js';
import { newKey } from '../key.js';
import { backOff } from '../retries.js';
import type { RefusedAnswer, SendFailure, Transport } from '../transport.js';
import { isSendError, mayPass } from '../transport.js';
import type { Device } from '../vault/device.js';
import { thisDevice } from '../vault/device.js';
import { mayHaveKept } from '../vault/may-have-kept.js';
import type { Kept } from '../vault/vault.js';
import { LONGEST_KEPT, Vault } from '../vault/vault.js';
import type { VaultError } from '../vault/vault-error.js';
import type { World } from '../world.js';
import { pageWorld } from '../world.js';
import type { Letter } from './letter.js';
import { DEFINITION, fileValue, LETTER, STATE, transportFor } from './letter.js';
import { Turns } from './turns.js';

/** What has become of a request that is kept. What is `refused` or `held` is not sent by itself. */
export type State =
  | { readonly kind: 'waiting' }
  /** It was not taken; sending it again as it is helps only where something was mended on the other side. */
  | { readonly kind: 'refused'; readonly failure: SendFailure; readonly problems: readonly RefusedAnswer[] }
  /** The person has taken it back into a form to change it. */
  | { readonly kind: 'held' }
  | { readonly kind: 'sent'; readonly stored: Stored };

/** One request that is kept, as far as it is shown. */
export interface Entry extends Kept {
  readonly letter: Letter;
  readonly state: State;
  /** How far it has come, while this page sends it. */
  readonly progress?: Progress | undefined;
  /** Why the last attempt of this page has failed. */
  readonly failure?: SendFailure | undefined;
}

/** What the outbox needs of the world around it. Tests pass their own; in a page `pageOutboxWorld` is right. */
export interface OutboxWorld extends Pick<World, 'online' | 'random'> {
  readonly device: Device;
  readonly transportFor: (letter: Letter) => Transport;
}

export const pageOutboxWorld: OutboxWorld = {
  ...pageWorld,
  device: thisDevice,
  transportFor,
};

/** Milliseconds between attempts, half a minute and longer each time; never longer than a quarter of an hour. */
const SHORTEST = 30;
const LONGEST_PAUSE = 15 * 60_000;
/** On it pages tell each other that something has changed. */
const CHANNEL = 'taafi-kit-outbox';
/** Before the ids of receipts: what is past its time there was not lost. */
const SENT = 'sent ';

/**
 * What was submitted on this device and could not be sent. While any page with the kit is open it is sent again by itself:
 * at once where the page has just been opened, looked at or connected, and then after longer and longer pauses.
 */
export class Outbox {
  readonly #world: OutboxWorld;
  readonly #vault: Vault;
  readonly #turns: Turns;
  readonly #listeners = new Set<(sent?: Entry) => void>();
  readonly #channel: BroadcastChannel | undefined;
  #entries: readonly Entry[] = [];
  #gone: readonly string[] = [];
  #unreadable: readonly string[] = [];
  #isOwn = false;
  #sending: { readonly id: string; readonly abort: AbortController } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** Milliseconds since 1970, before which a receiver wants nothing sent by itself. */
  #notBefore = 0;
  #isRound = false;
  #starting: Promise<void> | undefined;

  constructor(world: OutboxWorld = pageOutboxWorld) {
    this.#world = world;
    this.#vault = new Vault(world.device, () => this.#onForgotten());
    this.#turns = new Turns(world.device, this.#vault, newKey());
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : undefined;
  }

  /** What is kept, the oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** How many requests were deleted unsent because their time was over. */
  get gone(): number {
    return this.#gone.filter((id) => !id.startsWith(SENT)).length;
  }

  /** Ids of what is kept and cannot be opened any more. */
  get unreadable(): readonly string[] {
    return this.#unreadable;
  }

  /** Whether the person has said that this device is his own. @throws VaultError */
  isOwnDevice(): Promise<boolean> {
    return this.#vault.isOwnDevice();
  }

  /** Begins to look after what is kept; once begun, it goes on. @throws VaultError */
  start(): Promise<void> {
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  async #start(): Promise<void> {
    globalThis.addEventListener('online', this.#kick);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#channel?.addEventListener('message', this.#onMessage);
    await this.refresh();
    await this.#tidy();
    // What another page keeps later, it tells.
    if (this.#entries.length > 0) this.#kick();
  }

  /** Ends it; what is kept stays. */
  stop(): void {
    globalThis.removeEventListener('online', this.#kick);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#channel?.close();
    clearTimeout(this.#timer);
    this.#sending?.abort.abort();
    this.#vault.close();
  }

  /** Has somebody told of every change; `sent` is what this page has just got a receipt for. */
  listen(listener: (sent?: Entry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps a request, wholly, when this resolves. @throws VaultError, or what the device throws of a file it cannot read */
  async keep(letter: Letter, files: readonly EnclosedFile[], definition: unknown): Promise<void> {
    const until = this.#world.device.now() + LONGEST_KEPT;
    const state: State = { kind: 'waiting' };
    const blobs = files.flatMap(({ id, blob }) => (blob === undefined ? [] : [[fileValue(id), blob]]));
    await this.#vault.put('outbox', letter.key, until, {
      [LETTER]: letter,
      [STATE]: state,
      [DEFINITION]: definition,
      ...Object.fromEntries(blobs),
    });
    await this.#changed();
    this.#schedule();
  }

  /** Has this page alone send what is kept under an id, until `work` is done. */
  async whileSending(id: string, work: () => Promise<void>): Promise<void> {
    // Where another page is at it already, the same key keeps it from being stored twice.
    if (!(await this.#turns.take(id, work).catch(() => false))) await work();
  }

  /** Sends at once what waits, or one that was refused. */
  async sendNow(id: string): Promise<void> {
    const entry = this.#entries.find((other) => other.id === id);
    if (entry === undefined || entry.state.kind === 'sent') return;
    if (entry.state.kind !== 'waiting') await this.#write(entry, { kind: 'waiting' });
    await this.#attempt(id);
    this.#schedule();
  }

  /** The files of a request, and the definition it answers. @throws VaultError */
  async contentOf({ id, letter }: Entry): Promise<{ files: readonly EnclosedFile[]; definition: unknown }> {
    const files = await Promise.all(
      letter.files.map(async (file) => {
        const blob = (await this.#vault.get('outbox', id, fileValue(file.id))) as Blob | undefined;
        return { ...file, blob };
      }),
    );
    return { files, definition: await this.#vault.get('outbox', id, DEFINITION) };
  }

  /** Keeps a request from being sent by itself while a form has it. @throws VaultError */
  async hold(entry: Entry): Promise<void> {
    this.#stopSending(entry.id);
    await this.#write(entry, { kind: 'held' });
  }

  /** Deletes a request or a receipt from this device. @throws VaultError */
  async delete(id: string): Promise<void> {
    this.#stopSending(id);
    await this.#vault.delete('outbox', id);
    await this.#changed();
    await this.#tidy();
  }

  /** The person has been told of what is gone. @throws VaultError */
  async forgetGone(): Promise<void> {
    await this.#vault.forgetGone('outbox');
    await this.#changed();
    await this.#tidy();
  }

  /** Forgets everything the kit keeps on this device. */
  async forgetAll(): Promise<void> {
    this.#onForgotten();
    await this.#vault.forgetAll();
  }

  /** Looks anew at what is kept. @throws VaultError */
  async refresh(): Promise<void> {
    const entries: Entry[] = [];
    const unreadable: string[] = [];
    for (const kept of await this.#vault.list('outbox')) {
      try {
        const entry = await this.#read(kept);
        if (entry !== undefined) entries.push(entry);
      } catch (error) {
        if ((error as Partial<VaultError>).failure !== 'damaged') throw error;
        unreadable.push(kept.id);
      }
    }
    const receipts = new Set(entries.map(({ id }) => id));
    // The page was closed between the two: the receipt is there, and what it is for is over.
    const over = entries.filter(({ id }) => receipts.has(SENT + id));
    for (const { id } of over) await this.#vault.delete('outbox', id);
    this.#entries = entries
      .filter((entry) => !over.includes(entry))
      .sort((one, other) => (one.letter.submittedAt < other.letter.submittedAt ? -1 : 1));
    this.#unreadable = unreadable;
    this.#gone = await this.#vault.gone('outbox');
    this.#isOwn = await this.#vault.isOwnDevice();
    this.#tell();
  }

  async #read({ id, until }: Kept): Promise<Entry | undefined> {
    const letter = (await this.#vault.get('outbox', id, LETTER)) as Letter | undefined;
    const state = (await this.#vault.get('outbox', id, STATE)) as State | undefined;
    const before = this.#entries.find((entry) => entry.id === id);
    return (
      letter && state && { id, until, letter, state, progress: before?.progress, failure: before?.failure }
    );
  }

  async #write({ id, until }: Kept, state: State): Promise<void> {
    await this.#vault.put('outbox', id, until, { [STATE]: state });
    await this.#changed();
  }

  async #changed(sent?: Entry): Promise<void> {
    this.#channel?.postMessage('changed');
    await this.refresh();
    if (sent !== undefined) this.#tell(sent);
  }

  /** What is empty leaves no trace. */
  async #tidy(): Promise<void> {
    const left = this.#entries.length + this.#gone.length + this.#unreadable.length;
    if (left === 0 && !this.#isOwn) await this.#vault.tidy().catch(() => undefined);
  }

  readonly #kick = (): void => {
    this.#failures = 0;
    void this.#round();
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') this.#kick();
  };

  readonly #onMessage = (): void => {
    // Where it cannot be read now, the next change is a new occasion.
    void this.refresh().then(
      () => this.#schedule(),
      () => undefined,
    );
  };

  /** Tries everything that waits, one after the other. */
  async #round(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isRound || !this.#world.online() || this.#world.device.now() < this.#notBefore) {
      this.#schedule();
      return;
    }
    this.#isRound = true;
    try {
      // To look creates what it looks into.
      if (this.#entries.length > 0 || (await mayHaveKept(this.#world.device))) await this.refresh();
      for (const { id, state } of this.#entries) if (state.kind === 'waiting') await this.#attempt(id);
    } catch {
      // The vault lets nothing be read just now; what is kept stays there.
    } finally {
      this.#isRound = false;
      this.#failures += 1;
      this.#schedule();
    }
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const { random, device } = this.#world;
    if (!this.#entries.some(({ state }) => state.kind === 'waiting')) return;
    const pause = Math.min(LONGEST_PAUSE, SHORTEST * (1000 + backOff(this.#failures + 1, random())));
    const asked = Math.max(0, this.#notBefore - device.now());
    this.#timer = setTimeout(() => void this.#round(), pause + asked);
  }

  #stopSending(id: string): void {
    if (this.#sending?.id === id) this.#sending.abort.abort();
  }

  async #attempt(id: string): Promise<void> {
    await this.#turns.take(id, async () => {
      const kept = (await this.#vault.list('outbox')).find((one) => one.id === id);
      // Read again now that no other page is at it: one of them may have sent it just now.
      const entry = kept && (await this.#read(kept));
      if (entry?.state.kind === 'waiting') await this.#send(entry);
    });
  }

  async #send(entry: Entry): Promise<void> {
    const abort = new AbortController();
    this.#sending = { id: entry.id, abort };
    const delivery = new Delivery(this.#world.transportFor(entry.letter), entry.letter);
    try {
      const { files } = await this.contentOf(entry);
      const stored = await delivery.send(files, abort.signal, (progress) =>
        this.note(entry.id, { progress }),
      );
      // Everything was to be forgotten meanwhile: the receipt is too.
      if (!abort.signal.aborted) await this.#deliver(entry, stored);
    } catch (error) {
      if (abort.signal.aborted) this.note(entry.id, { progress: undefined });
      else await this.#fail(entry, error);
    } finally {
      if (this.#sending?.abort === abort) this.#sending = undefined;
    }
  }

  /** The receipt takes the place of the request; that of a survey says nothing, and is only told. */
  async #deliver(entry: Entry, stored: Stored): Promise<void> {
    const { id, until, letter } = entry;
    const state: State = { kind: 'sent', stored };
    if (letter.survey === undefined) {
      const definition = await this.#vault.get('outbox', id, DEFINITION);
      const values = { [LETTER]: { ...letter, files: [] }, [STATE]: state, [DEFINITION]: definition };
      // Without room for it the receipt is only shown.
      await this.#vault.put('outbox', SENT + id, until, values).catch(() => undefined);
    }
    await this.#vault.delete('outbox', id);
    await this.#changed({ ...entry, id: letter.survey === undefined ? SENT + id : id, state });
    await this.#tidy();
  }

  async #fail(entry: Entry, error: unknown): Promise<void> {
    const failure: SendFailure = isSendError(error) ? error.failure : 'unexpected';
    if (!isSendError(error)) console.error(error);
    else if (error.retryAfter !== undefined)
      this.#notBefore = this.#world.device.now() + error.retryAfter * 1000;
    this.note(entry.id, { progress: undefined, failure });
    if (mayPass(failure) || failure === 'cancelled') return;
    const problems = (isSendError(error) && error.problems) || [];
    await this.#write(entry, { kind: 'refused', failure, problems });
  }

  /** Tells how the sending of a request goes. */
  note(id: string, news: Pick<Entry, 'progress' | 'failure'>): void {
    this.#entries = this.#entries.map((entry) => (entry.id === id ? { ...entry, ...news } : entry));
    this.#tell();
  }

  #tell(sent?: Entry): void {
    for (const listener of this.#listeners) listener(sent);
  }

  #onForgotten(): void {
    clearTimeout(this.#timer);
    this.#sending?.abort.abort();
    this.#entries = [];
    this.#gone = [];
    this.#unreadable = [];
    this.#isOwn = false;
    this.#tell();
  }
}
