import type { Answers } from '../../core/engine.js';
import type { Submission } from '../transport.js';
import type { Device } from '../vault/device.js';
import { thisDevice } from '../vault/device.js';
import { packed, unpacked } from '../vault/packed-value.js';
import type { Sealed } from '../vault/seal.js';
import { sealed, unsealed } from '../vault/seal.js';
import type { Vault } from '../vault/vault.js';
import { LONGEST_KEPT } from '../vault/vault.js';
import { VaultError } from '../vault/vault-error.js';
import type { ReceiverHalves } from './draft-halves.js';
import { draftKey } from './draft-key.js';

/** A form that is not finished. */
export interface DraftContent {
  readonly form: { readonly id: string; readonly version: string };
  /** In their stored form, files among them. */
  readonly answers: Answers;
  /** What stands in boxes and makes no answer yet, by the paths of the fields. */
  readonly typed: Readonly<Record<string, unknown>>;
  /** Name of the page the person was on. */
  readonly page: string;
  /** What goes with the answers besides. */
  readonly besides: Pick<Submission, 'about' | 'partner'>;
}

/** What can be read of a draft without its code. */
interface About {
  /** The receiver's name for it. */
  readonly id: string;
  /** The half of the key that is on the device. */
  readonly half: readonly number[];
}

/** Nothing is kept under this id any more: another page has deleted it. */
export class DraftGone extends Error {}

const HALF = 32;

/**
 * Drafts in the vault of this device. What is in them is sealed with a key of which one half is here and the other at the
 * receiver, which gives it for a code that only the person knows; beside that everything is sealed as the vault does.
 */
export class Drafts {
  readonly #vault: Vault;
  readonly #halves: ReceiverHalves;
  readonly #device: Device;
  /** The receiver's name for the draft that was found or begun last. */
  #known: string | undefined;

  constructor(vault: Vault, halves: ReceiverHalves, device: Device = thisDevice) {
    this.#vault = vault;
    this.#halves = halves;
    this.#device = device;
  }

  /** Until when a draft of this form is kept here, in milliseconds since 1970. @throws VaultError */
  async find(formId: string): Promise<number | undefined> {
    const found = (await this.#vault.list('drafts')).find(({ id }) => id === formId);
    if (found !== undefined) this.#known = await this.#about(formId).then((about) => about?.id);
    return found?.until;
  }

  /**
   * Has the receiver destroy its half of the draft that was found or begun here, before anything else: somebody leaves in
   * haste, and what is on the device may not be deleted in time.
   */
  destroyHalf(): void {
    if (this.#known !== undefined) this.#halves.delete(this.#known);
    this.#known = undefined;
  }

  /**
   * Begins a draft; the code is told here, and never again. One of the same form that was there is gone.
   * @throws HalfError or VaultError
   */
  async begin(formId: string): Promise<{ readonly draft: Draft; readonly code: string }> {
    const { subtle } = this.#device;
    if (subtle === undefined) throw new VaultError('refused');
    const { id, half, code, until } = await this.#halves.create();
    try {
      await this.#vault.delete('drafts', formId);
      const own = new Uint8Array(HALF);
      this.#device.random(own);
      const about: About = { id, half: [...own] };
      // The device's clock may be another one than the receiver's.
      const end = Math.min(until, this.#device.now() + LONGEST_KEPT);
      await this.#vault.put('drafts', formId, end, { about });
      this.#known = id;
      const key = await draftKey(own, half, id, subtle);
      return { draft: new Draft(this.#vault, formId, end, id, key, this.#device), code };
    } catch (error) {
      this.#halves.delete(id);
      throw error;
    }
  }

  /**
   * Opens a draft by its code. Where there is nothing to open any more, what is on the device is deleted too.
   * @throws HalfError or VaultError
   */
  async open(formId: string, code: string): Promise<Draft | { readonly triesLeft: number } | 'gone'> {
    const { subtle } = this.#device;
    if (subtle === undefined) throw new VaultError('refused');
    const until = await this.find(formId);
    const about = await this.#about(formId);
    const released = about === undefined ? 'gone' : await this.#halves.release(about.id, code);
    if (until === undefined || about === undefined || released === 'gone') {
      await this.#vault.delete('drafts', formId);
      return 'gone';
    }
    if ('triesLeft' in released) return released;
    const key = await draftKey(Uint8Array.from(about.half), released.half, about.id, subtle);
    return new Draft(this.#vault, formId, until, about.id, key, this.#device);
  }

  /** Deletes a draft here, and the other half of its key. @throws VaultError */
  async delete(formId: string): Promise<void> {
    const about = await this.#about(formId).catch(() => undefined);
    if (about !== undefined) this.#halves.delete(about.id);
    this.#known = undefined;
    await this.#vault.delete('drafts', formId);
  }

  async #about(formId: string): Promise<About | undefined> {
    return (await this.#vault.get('drafts', formId, 'about')) as About | undefined;
  }
}

/** A draft whose key is here: it can be written and read. */
export class Draft {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** The receiver's name for it. */
  readonly id: string;
  readonly #vault: Vault;
  readonly #formId: string;
  readonly #key: CryptoKey;
  readonly #device: Device;
  #isEnded = false;

  constructor(vault: Vault, formId: string, until: number, id: string, key: CryptoKey, device: Device) {
    this.#vault = vault;
    this.#formId = formId;
    this.until = until;
    this.id = id;
    this.#key = key;
    this.#device = device;
  }

  /** From now on nothing of it is written any more. */
  end(): void {
    this.#isEnded = true;
  }

  /** @throws VaultError, or DraftGone */
  async save(content: DraftContent): Promise<void> {
    await this.#put('content', content);
  }

  /** @throws VaultError, or DraftGone; the DOMException of a file that the device can no longer read */
  async saveFile(id: string, file: File): Promise<void> {
    await this.#put(`file ${id}`, { file, name: file.name });
  }

  /** Leaves nothing of a file that was saved. @throws VaultError, or DraftGone */
  async dropFile(id: string): Promise<void> {
    await this.#put(`file ${id}`, null);
  }

  /** Undefined where nothing was saved yet. @throws VaultError */
  async content(): Promise<DraftContent | undefined> {
    return (await this.#get('content')) as DraftContent | undefined;
  }

  /** Undefined where it was not saved. @throws VaultError */
  async file(id: string): Promise<File | undefined> {
    const found = (await this.#get(`file ${id}`)) as { file: Blob; name: string } | null | undefined;
    return found ? new File([found.file], found.name, { type: found.file.type }) : undefined;
  }

  async #put(name: string, value: unknown): Promise<void> {
    const { subtle, random } = this.#device;
    if (subtle === undefined) throw new VaultError('refused');
    const about = (await this.#vault.get('drafts', this.#formId, 'about')) as About | undefined;
    if (about?.id !== this.id) throw new DraftGone();
    const { seal, nonce, bytes } = await sealed(await packed(value), this.#place(name), this.#key, {
      subtle,
      random,
    });
    const kept = { seal, nonce: [...nonce], bytes: new Blob([bytes]) };
    if (this.#isEnded) throw new DraftGone();
    await this.#vault.put('drafts', this.#formId, this.until, { [name]: kept });
  }

  async #get(name: string): Promise<unknown> {
    const { subtle } = this.#device;
    if (subtle === undefined) throw new VaultError('refused');
    const kept = (await this.#vault.get('drafts', this.#formId, name)) as
      | { seal: number; nonce: readonly number[]; bytes: Blob }
      | undefined;
    if (kept === undefined) return undefined;
    const whole: Sealed = {
      seal: kept.seal,
      nonce: Uint8Array.from(kept.nonce),
      bytes: await kept.bytes.arrayBuffer(),
    };
    return unpacked(await unsealed(whole, this.#place(name), this.#key, subtle));
  }

  #place(name: string): readonly string[] {
    return ['draft', this.id, name];
  }
}
