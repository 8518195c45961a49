/**
 * The tables. Times are ISO 8601 in UTC and JSON is canonical (RFC 8785), both as text, so that the same SQL runs on
 * SQLite and on PostgreSQL. What is about people is sealed: see `sealed-columns.ts`.
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
  process: ProcessTable;
  handling: HandlingTable;
  event: EventTable;
  look_up_try: LookUpTryTable;
  staff: StaffTable;
  audit: AuditTable;
  chain_head: ChainHeadTable;
  outbox: OutboxTable;
  survey_invitation: SurveyInvitationTable;
  survey_response: SurveyResponseTable;
  survey_count: SurveyCountTable;
  partner: PartnerTable;
  partner_referral: PartnerReferralTable;
  master_key: MasterKeyTable;
  destruction: DestructionTable;
  legal_hold: LegalHoldTable;
  draft: DraftTable;
  fingerprint: FingerprintTable;
  suspicion: SuspicionTable;
  used_challenge: UsedChallengeTable;
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
  /** The key of its bytes, sealed by a master key; null for one from before files were sealed. */
  data_key: string | null;
  /** JSON array of what is odd about it; null where nobody has looked into it. */
  marks: string | null;
  /**
   * What the scanner says: `waiting`, `clean`, `found` (infected, and its request does not know yet) or `infected`; null
   * where there is none.
   */
  scan: ScanState | null;
  scanned_at: string | null;
}

export type ScanState = 'waiting' | 'clean' | 'found' | 'infected';

/** A question to the officer: `body` is the JSON of step, question and contact. */
export interface ReferralTable {
  id: string;
  form_id: string;
  form_version: string;
  language: string;
  body: string;
  received_at: string;
}

/** Every process that a request was ever handled by. */
export interface ProcessTable {
  sha256: string;
  process_id: string;
  version: string;
  document: string;
  first_seen_at: string;
}

/** Where each request stands: what `event` says of it, for lists and for finding it. */
export interface HandlingTable {
  reference: string;
  form_id: string;
  process_sha256: string;
  /** Number of its last event. */
  version: number;
  state: string;
  /** 1 once its process has come to an end. */
  is_ended: number;
  /** The day before which no answer comes; null once there is one. */
  not_before: string | null;
  open_items: number;
  open_questions: number;
  open_rights: number;
  /** JSON array: codes of the second factors that open it, under a secret that is not in the database. */
  factors: string;
  received_at: string;
  changed_at: string;
}

/** What has happened to each request, in order. `happening` is JSON. */
export interface EventTable {
  reference: string;
  version: number;
  at: string;
  done_by: string;
  happening: string;
}

/** How often it was tried to open a request by a second factor; `subject` is a code of its reference. */
export interface LookUpTryTable {
  subject: string;
  tries: number;
  until: string;
}

/** Who works with the requests. `roles` is a JSON array. */
export interface StaffTable {
  id: string;
  name: string;
  roles: string;
  token_sha256: string;
  created_at: string;
  removed_at: string | null;
}

/** The chain of what staff read and wrote: `record` is JSON, `seal` a signature of it. */
export interface AuditTable {
  sequence: number;
  record: string;
  seal: string;
}

/** The last link of a chain. Whoever adds one takes its row first, so that of several receivers one waits. */
export interface ChainHeadTable {
  chain: string;
  sequence: number;
  sha256: string;
}

/** Messages to be handed on. `body` is JSON. */
export interface OutboxTable {
  id: string;
  reference: string;
  /** Number of the event that it is about. */
  version: number;
  body: string;
  created_at: string;
  tries: number;
  /** When it may be tried next; while somebody is at it, until when he has it for himself. */
  next_at: string;
  delivered_at: string | null;
  given_up_at: string | null;
}

/** An invitation that is good for once, by the hash of its token. Whom it was sent to is kept nowhere. */
export interface SurveyInvitationTable {
  /** Of a survey that is open to all: the hash of the key under which answers came. */
  token_sha256: string;
  survey: string;
  /** The occasion, such as `decision`; empty where there was none. */
  step: string;
  /** `2026-11`, in Riyadh. */
  month: string;
  /** The last day on which it can be used; after it the row is deleted. */
  last_day: string;
  /** Id of the page somebody has come to; empty at the beginning, and again once it is used. */
  page: string;
  is_used: number;
  /** SHA-256 of the key under which the answers came, so that what is sent twice is told from what is used twice. */
  key_sha256: string | null;
}

/** What somebody answered. Nothing leads to him: no reference, no token, no time finer than a month. */
export interface SurveyResponseTable {
  /** Random. */
  id: string;
  survey: string;
  version: string;
  step: string;
  month: string;
  /** JSON, with its comments screened. */
  answers: string;
}

/** How many were invited, have started and completed, by the month of the invitation; `at:<page>` came so far and no further. */
export interface SurveyCountTable {
  survey: string;
  step: string;
  month: string;
  what: string;
  count: number;
}

/** An organisation that may refer people. `name` is the JSON of a text, `origins` a JSON array. */
export interface PartnerTable {
  id: string;
  name: string;
  origins: string;
  /** Ed25519, 32 bytes as base64url. */
  public_key: string;
  created_at: string;
  removed_at: string | null;
}

/** A request that came of a referral. What the partner had filled in is nowhere but in the person's own answers. */
export interface PartnerReferralTable {
  partner: string;
  /** The partner's own name for it: used once. */
  id: string;
  reference: string;
  received_at: string;
  /** JSON array: what the person allowed the partner to be told, each with the record of that consent. */
  shares: string;
  /** When the person took that back. */
  stopped_at: string | null;
}

/** The master keys that the data need, each with its own id sealed by it: so a wrong one is found at the start. */
export interface MasterKeyTable {
  id: string;
  sealed: string;
  since: string;
}

/** What was destroyed because its time was over: what it was and by which rule, and nothing that was in it. */
export interface DestructionTable {
  /** `request` or `question`. */
  what: string;
  /** Reference of the request, id of the question. */
  name: string;
  form_id: string;
  /** Such as `P5Y after end`. */
  rule: string;
  destroyed_at: string;
}

/** Requests that must not be destroyed for the time being. */
export interface LegalHoldTable {
  reference: string;
  since: string;
}

/** One half of the key of a draft, whose answers are on a person's own device and nowhere else. */
export interface DraftTable {
  /** The SHA-256 of its name: who reads the table cannot ask for it. */
  id: string;
  /** 32 random bytes as base64url. */
  half: string;
  /** Keyed hash of the resume code. */
  code: string;
  /** Wrong tries since the last right one. */
  tries: number;
  until: string;
}

/** What lies beside the database and must be the same for all processes that use it, such as `link-secret`. */
export interface FingerprintTable {
  name: string;
  sha256: string;
}

/** A request that looked as if no person had sent it. `reasons` is a JSON array. */
export interface SuspicionTable {
  reference: string;
  reasons: string;
}

/** A challenge that a request has come with, by its digest. */
export interface UsedChallengeTable {
  sha256: string;
  until: string;
}
