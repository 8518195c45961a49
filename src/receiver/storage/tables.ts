/**
 * The tables. Times are ISO 8601 in UTC and JSON is canonical (RFC 8785), both as text, so that the same SQL runs on
 * SQLite and on PostgreSQL.
 */
export interface Tables {
  definition: DefinitionTable;
  idempotency_key: IdempotencyKeyTable;
  submission: SubmissionTable;
  consent: ConsentTable;
  signature: SignatureTable;
  declaration: DeclarationTable;
  evidence: EvidenceTable;
  upload: UploadTable;
  referral: ReferralTable;
}

/** Every definition that was ever served: what was filed under it is checked and read by it. */
export interface DefinitionTable {
  sha256: string;
  form_id: string;
  version: string;
  document: string;
  first_seen_at: string;
}

/** What a key was used for, and what was answered. */
export interface IdempotencyKeyTable {
  /** SHA-256 of the key: who reads the table cannot replay it. */
  key_hash: string;
  /** SHA-256 of what was asked, with its body in canonical form. */
  fingerprint: string;
  response: string;
  created_at: string;
}

export interface SubmissionTable {
  reference: string;
  form_id: string;
  form_version: string;
  definition_sha256: string;
  language: string;
  answers: string;
  answers_sha256: string;
  not_before: string | null;
  received_at: string;
}

/** One statement that was agreed to: which sentence, in which language, when. */
export interface ConsentTable {
  reference: string;
  path: string;
  language: string;
  given_at: string;
  text_sha256: string;
}

/** One signature. `sha256` is the digest of its answer: no drawing is made twice, so one that is here is not taken again. */
export interface SignatureTable {
  reference: string;
  path: string;
  method: string;
  sha256: string;
}

/** A request whose data were declared right by another one: once and no more. */
export interface DeclarationTable {
  about: string;
  reference: string;
}

/** The chain of sealed records, one for each request: `record` and `seal` are JSON. */
export interface EvidenceTable {
  sequence: number;
  reference: string;
  record: string;
  seal: string;
}

/** A file on its way, or arrived; `reference` is the request that claimed it. */
export interface UploadTable {
  id: string;
  /** Name of the file in the folder of uploads, which nobody outside ever learns. */
  file: string;
  size: number;
  media_type: string | null;
  created_at: string;
  completed_at: string | null;
  reference: string | null;
}

/** A question to the officer: `body` is the JSON of step, question and contact. */
export interface ReferralTable {
  id: string;
  form_id: string;
  form_version: string;
  language: string;
  body: string;
  received_at: string;
}
