import { canonicalJson } from '../../core/canonical-json.js';
import type { EvidenceRecord, SealedAttachment } from '../../evidence/record.js';
import { sha256Hex } from '../digest.js';
import type { DefinitionStore } from '../storage/definition-store.js';
import type { StoredSignature } from '../storage/evidence-chain.js';
import type { ExportedSubmission } from '../storage/request-reader.js';
import type { KeptFile, KeptFiles } from '../uploads/kept-files.js';
import { NoMasterKey } from '../uploads/kept-files.js';
import { MissingMasterKey } from '../vault/keyring.js';

export interface StoredRequest {
  readonly submission: ExportedSubmission;
  readonly signatures: readonly StoredSignature[];
}

/** What of a stored request is not as it was sealed. */
export type RequestFault = 'request' | 'definition' | 'answers' | 'statement' | 'signature' | 'file';

/** Compares what is stored of requests with their records. */
export class RequestCheck {
  /** Files that were compared. */
  files = 0;
  readonly #definitions: DefinitionStore;
  readonly #uploads: KeptFiles;
  readonly #asServed = new Map<string, boolean>();

  constructor(definitions: DefinitionStore, uploads: KeptFiles) {
    this.#definitions = definitions;
    this.#uploads = uploads;
  }

  async faultsOf(
    record: EvidenceRecord,
    { submission, signatures }: StoredRequest,
  ): Promise<readonly RequestFault[]> {
    const { form, answers, answersSha256, language, receivedAt, notBefore, consents, files } = submission;
    const faults: RequestFault[] = [];
    const { id, version, sha256 } = record.form;
    const isSame =
      canonicalJson([form.id, form.version, form.sha256, language, receivedAt, notBefore ?? null]) ===
      canonicalJson([id, version, sha256, record.language, record.receivedAt, record.notBefore ?? null]);
    if (!isSame) faults.push('request');
    if (!(await this.#isAsServed(sha256))) faults.push('definition');
    if (sha256Hex(answers) !== record.answersSha256 || answersSha256 !== record.answersSha256) {
      faults.push('answers');
    }
    const agreed = consents.map(({ path, language: read, at, textSha256 }) => [path, read, at, textSha256]);
    const sealed = record.statements.map((one) => [one.path, one.language, one.agreedAt, one.textSha256]);
    if (sorted(agreed) !== sorted(sealed)) faults.push('statement');
    const given = signatures.map(({ path, method, sha256: digest }) => [path, method, digest]);
    const signed = record.signatures.map((one) => [one.path, one.method, one.sha256]);
    if (sorted(given) !== sorted(signed)) faults.push('signature');
    if (!(await this.#areFilesAsSealed(record.attachments, files))) faults.push('file');
    return faults;
  }

  async #isAsServed(sha256: string): Promise<boolean> {
    const known = this.#asServed.get(sha256);
    if (known !== undefined) return known;
    const definition = await this.#definitions.find(sha256);
    const isAsServed = definition !== undefined && sha256Hex(definition.document) === sha256;
    this.#asServed.set(sha256, isAsServed);
    return isAsServed;
  }

  async #areFilesAsSealed(
    attachments: readonly SealedAttachment[],
    files: readonly KeptFile[],
  ): Promise<boolean> {
    const places = new Map(files.map((file) => [file.id, file]));
    let isSo = places.size === attachments.length;
    for (const { id, bytes, sha256 } of attachments) {
      const file = places.get(id);
      this.files += 1;
      isSo &&= file !== undefined && (await this.#isFile(file, bytes, sha256));
    }
    return isSo;
  }

  async #isFile(file: KeptFile, bytes: number, sha256: string): Promise<boolean> {
    // Of a file that cannot be read nobody knows that it is the one; without its key nobody knows anything of it.
    const unread = (error: unknown) => {
      if (error instanceof MissingMasterKey || error instanceof NoMasterKey) throw error;
      return undefined;
    };
    if ((await this.#uploads.length(file).catch(unread)) !== bytes) return false;
    return (await this.#uploads.sha256(file).catch(unread)) === sha256;
  }
}

function sorted(rows: readonly (readonly string[])[]): string {
  return canonicalJson(rows.map((row) => canonicalJson(row)).sort());
}
