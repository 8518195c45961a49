import { canonicalJson } from '../../core/canonical-json.js';
import { sha256Hex } from '../digest.js';
import { signedBy } from '../evidence/sealing.js';
import type { SigningKeys } from '../evidence/signing-keys.js';
import type { AuditLog, MakeAuditLink } from '../storage/audit-log.js';
import type { World } from '../world.js';
import { instant } from '../world.js';

/** What somebody has done with the requests. */
export interface AuditEntry {
  /** Id of a member of staff, `applicant`, `receiver`, or `command` for the command line of the receiver's machine. */
  readonly by: string;
  readonly roles?: readonly string[];
  /** Such as `read`, `moved`, `refused`. */
  readonly action: string;
  readonly reference?: string;
  /** Names and numbers, never what somebody wrote about himself. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A link of the audit log: an entry in its place, after the one that `previous` is the digest of. */
export interface AuditRecord extends AuditEntry {
  readonly v: 1;
  readonly sequence: number;
  readonly previous: string;
  readonly at: string;
  readonly keyId: string;
}

/** Writes what is done with the requests to the log, each entry sealed and chained to the one before it. */
export class AuditTrail {
  readonly #log: AuditLog;
  readonly #keys: SigningKeys;
  readonly #world: World;

  constructor(log: AuditLog, keys: SigningKeys, world: World) {
    this.#log = log;
    this.#keys = keys;
    this.#world = world;
  }

  /** Writes an entry by itself. What it is about is done after this: nothing is read that was not written down. */
  async write(entry: AuditEntry): Promise<void> {
    await this.#log.append(this.link(entry));
  }

  /** An entry for the transaction in which what it is about is done. */
  link(entry: AuditEntry): MakeAuditLink {
    const at = instant(this.#world);
    return ({ sequence, sha256: previous }) => {
      const keyId = this.#keys.current.id;
      const record = canonicalJson({
        v: 1,
        sequence: sequence + 1,
        previous,
        at,
        ...entry,
        keyId,
      } satisfies AuditRecord);
      return { record, seal: signedBy(this.#keys, auditText(record)), sha256: sha256Hex(record) };
    };
  }
}

/** What is signed of a link: a text that no record of another kind can be. */
export function auditText(record: string): string {
  return `taafi-audit\n${record}`;
}
