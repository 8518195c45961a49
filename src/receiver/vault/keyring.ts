import type { World } from '../world.js';
import { instant } from '../world.js';
import type { Envelope, Place } from './envelope.js';
import { BrokenSeal, envelopeIn, envelopeText, sealed, unsealed } from './envelope.js';
import type { MasterKeySource } from './master-key-source.js';
import type { MasterKey, MasterKeys } from './master-keys.js';
import { KEY_BYTES, masterKeyOf } from './master-keys.js';

const IV_BYTES = 12;

/** Told of data that were sealed with a master key which is not here. */
export class MissingMasterKey extends Error {
  readonly keyId: string;

  constructor(keyId: string, place: string) {
    super(
      `The master key ${keyId}, which data here were sealed with, is not in ${place}. Put it back from where you keep a copy: without it nobody can read them.`,
    );
    this.name = 'MissingMasterKey';
    this.keyId = keyId;
  }
}

/** A key for one thing alone, and how it is kept beside that. */
export interface DataKey {
  /** 32 bytes, for AES-256-GCM. Never kept. */
  readonly key: Buffer;
  /** The key sealed by the master key in use, as a text that may be kept. */
  readonly envelope: string;
}

/**
 * Seals what is kept and opens it again. Each text has a data key of its own, which is kept with it, sealed by a master key; so
 * another master key needs nothing but the data keys sealed anew, and no data key is ever used twice.
 */
export class Keyring {
  readonly #source: MasterKeySource;
  readonly #world: Pick<World, 'random'>;
  #keys: MasterKeys;
  #stamp: string;

  constructor(source: MasterKeySource, keys: MasterKeys, world: Pick<World, 'random'>) {
    this.#source = source;
    this.#keys = keys;
    this.#world = world;
    this.#stamp = source.stamp();
  }

  /** What its keys are kept in, for sentences. */
  get place(): string {
    return this.#source.place;
  }

  /** All master keys, the one in use first. A key that was put in use by another program is in use here at once. */
  get keys(): MasterKeys {
    const stamp = this.#source.stamp();
    if (stamp !== this.#stamp) {
      // Where the file is gone for a moment, or for good, those at hand go on.
      this.#keys = this.#source.read() ?? this.#keys;
      this.#stamp = stamp;
    }
    return this.#keys;
  }

  /** Whether keys are where they belong; a receiver goes on without, but could not be started again. */
  get isKept(): boolean {
    try {
      const kept = this.#source.read();
      return kept !== undefined && kept[0].id === this.keys[0].id;
    } catch {
      return false;
    }
  }

  /** Seals a text for its place. */
  seal(place: Place, text: string): string {
    const { key, envelope } = this.newDataKey(place);
    const content = sealed(key, this.#world.random(IV_BYTES), Buffer.from(text), 'content', place);
    return envelopeText({ ...envelopeIn(envelope, place), content });
  }

  /** The text that was sealed. @throws BrokenSeal, MissingMasterKey */
  open(place: Place, text: string): string {
    const { content, ...rest } = envelopeIn(text, place);
    if (content === undefined) throw new BrokenSeal(place);
    return unsealed(this.#dataKeyIn(rest, place), content, 'content', place).toString();
  }

  /** A new key for something that is sealed elsewhere, such as a file, and the text to keep it by. */
  newDataKey(place: Place): DataKey {
    const [master] = this.keys;
    const key = Buffer.from(this.#world.random(KEY_BYTES));
    const dataKey = sealed(master.key, this.#world.random(IV_BYTES), key, 'key', place);
    return { key, envelope: envelopeText({ keyId: master.id, dataKey, content: undefined }) };
  }

  /** The key that is kept in the text `newDataKey` gave. @throws BrokenSeal, MissingMasterKey */
  dataKey(place: Place, envelope: string): Buffer {
    return this.#dataKeyIn(envelopeIn(envelope, place), place);
  }

  /**
   * The same text or data key, its key sealed by the master key in use; undefined where it is already.
   * @throws BrokenSeal, MissingMasterKey
   */
  rewrap(place: Place, text: string): string | undefined {
    const envelope = envelopeIn(text, place);
    const [master] = this.keys;
    if (envelope.keyId === master.id) return undefined;
    const key = this.#dataKeyIn(envelope, place);
    const dataKey = sealed(master.key, this.#world.random(IV_BYTES), key, 'key', place);
    return envelopeText({ ...envelope, keyId: master.id, dataKey });
  }

  /** Puts a new master key in use; the others stay to open with. Gives it. */
  async rotate(world: World): Promise<MasterKey> {
    const fresh = masterKeyOf(Buffer.from(world.random(KEY_BYTES)));
    const replaced = this.keys.map((key) => ({ ...key, replacedAt: key.replacedAt ?? instant(world) }));
    await this.#keep([fresh, ...replaced]);
    return fresh;
  }

  /** Takes away master keys that nothing needs any more. The one in use stays. */
  async drop(ids: ReadonlySet<string>): Promise<void> {
    const [current, ...earlier] = this.keys;
    await this.#keep([current, ...earlier.filter(({ id }) => !ids.has(id))]);
  }

  /** Whether this program may put keys in use and take them away. */
  get isOurs(): boolean {
    return this.#source.isOurs;
  }

  async #keep(keys: MasterKeys): Promise<void> {
    await this.#source.write(keys);
    this.#keys = keys;
    this.#stamp = this.#source.stamp();
  }

  #dataKeyIn({ keyId, dataKey }: Pick<Envelope, 'keyId' | 'dataKey'>, place: Place): Buffer {
    const key = unsealed(this.#masterKey(keyId, place).key, dataKey, 'key', place);
    if (key.length !== KEY_BYTES) throw new BrokenSeal(place);
    return key;
  }

  #masterKey(id: string, place: Place): MasterKey {
    const found = this.keys.find((key) => key.id === id);
    if (found !== undefined) return found;
    if (!/^[0-9a-f]{16}$/.test(id)) throw new BrokenSeal(place);
    throw new MissingMasterKey(id, this.place);
  }
}

/**
 * The keyring of a receiver. At the first start its master key is made, where no setting names another place for it.
 * @param isFirst whether nothing is sealed yet: a key that is missing later is lost, and never made anew in silence.
 * @throws Error with a sentence where there is no key, or none that can be read
 */
export async function openKeyring(source: MasterKeySource, isFirst: boolean, world: World): Promise<Keyring> {
  const kept = source.read();
  if (kept !== undefined) return new Keyring(source, kept, world);
  if (!source.isOurs) throw new Error(`${source.place} is not there, and with it the master key.`);
  if (!isFirst)
    throw new Error(
      `${source.place} is missing, and with it the master key that the data are sealed with. Put it back from where you keep a copy: without it nobody can read them.`,
    );
  const made: MasterKeys = [masterKeyOf(Buffer.from(world.random(KEY_BYTES)))];
  await source.make(made);
  // Of two that make it at once both have the one that was there first.
  return new Keyring(source, source.read() ?? made, world);
}
