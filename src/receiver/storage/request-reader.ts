import type { Kysely, Selectable } from 'kysely';
import type { Keyring } from '../vault/keyring.js';
import type { StoredReferral } from './partner-store.js';
import { storedReferral } from './partner-store.js';
import type { StoredConsent } from './request-store.js';
import { placeIn } from './sealed-columns.js';
import type { ScanState, SubmissionTable, Tables } from './tables.js';

/** Which rows, after which one, and how many at most. `after` is the last of the page before. */
export interface Page {
  readonly form?: string | undefined;
  readonly after?: { readonly receivedAt: string; readonly name: string } | undefined;
  readonly most: number;
}

/** A submission as it is handed out. `answers` is JSON. */
export interface ExportedSubmission {
  readonly reference: string;
  readonly receivedAt: string;
  readonly form: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly language: string;
  readonly notBefore: string | undefined;
  readonly answers: string;
  readonly answersSha256: string;
  readonly consents: readonly StoredConsent[];
  readonly files: readonly ExportedFile[];
  /** The partner's referral it came of. */
  readonly partner: StoredReferral | undefined;
  /** What was sealed of it, both JSON; undefined for what was stored before there was a key. */
  readonly evidence: { readonly record: string; readonly seal: string } | undefined;
}

/** A claimed file: the id that the answers name, and the name in the folder of uploads. */
export interface ExportedFile {
  readonly id: string;
  readonly file: string;
  readonly dataKey: string | null;
  readonly mediaType: string | null;
  readonly scan: ScanState | null;
}

export interface ExportedReferral {
  readonly id: string;
  readonly receivedAt: string;
  readonly form: { readonly id: string; readonly version: string };
  readonly language: string;
  /** JSON of step, question and contact. */
  readonly body: string;
}

/** One page of submissions with all that belongs to them. */
export async function readSubmissions(
  db: Kysely<Tables>,
  keyring: Keyring,
  { form, after, most }: Page,
): Promise<readonly ExportedSubmission[]> {
  let query = db.selectFrom('submission').selectAll().orderBy('received_at').orderBy('reference').limit(most);
  if (form !== undefined) query = query.where('form_id', '=', form);
  if (after !== undefined) {
    query = query.where(({ eb, or, and }) =>
      or([
        eb('received_at', '>', after.receivedAt),
        and([eb('received_at', '=', after.receivedAt), eb('reference', '>', after.name)]),
      ]),
    );
  }
  return withAllOf(db, await query.execute(), ({ reference, answers }) =>
    keyring.open(placeIn('submission', reference), answers),
  );
}

/** Submissions by their references, in no order; those that are not there are left out, and answers that cannot be opened are empty. */
export async function readSubmissionsOf(
  db: Kysely<Tables>,
  keyring: Keyring,
  references: readonly string[],
): Promise<readonly ExportedSubmission[]> {
  if (references.length === 0) return [];
  const rows = await db.selectFrom('submission').selectAll().where('reference', 'in', references).execute();
  return withAllOf(
    db,
    rows,
    ({ reference, answers }) => keyring.openIfWhole(placeIn('submission', reference), answers) ?? '',
  );
}

async function withAllOf(
  db: Kysely<Tables>,
  rows: readonly Selectable<SubmissionTable>[],
  answersOf: (row: Selectable<SubmissionTable>) => string,
): Promise<readonly ExportedSubmission[]> {
  if (rows.length === 0) return [];
  const references = rows.map(({ reference }) => reference);
  const consents = await db
    .selectFrom('consent')
    .selectAll()
    .where('reference', 'in', references)
    .orderBy('path')
    .execute();
  const files = await db
    .selectFrom('upload')
    .select(['reference', 'id', 'file', 'data_key', 'media_type', 'scan'])
    .where('reference', 'in', references)
    .orderBy('id')
    .execute();
  const sealed = await db
    .selectFrom('evidence')
    .select(['reference', 'record', 'seal'])
    .where('reference', 'in', references)
    .execute();
  const referred = await db
    .selectFrom('partner_referral')
    .selectAll()
    .where('reference', 'in', references)
    .execute();
  const partnerOf = new Map(referred.map((row) => [row.reference, storedReferral(row)]));
  const sealOf = new Map(sealed.map(({ reference, record, seal }) => [reference, { record, seal }]));
  const consentsOf = grouped(consents);
  const filesOf = grouped(files);
  return rows.map((row) => ({
    reference: row.reference,
    receivedAt: row.received_at,
    form: { id: row.form_id, version: row.form_version, sha256: row.definition_sha256 },
    language: row.language,
    notBefore: row.not_before ?? undefined,
    answers: answersOf(row),
    answersSha256: row.answers_sha256,
    consents: (consentsOf.get(row.reference) ?? []).map(({ path, language, given_at, text_sha256 }) => ({
      path,
      language,
      at: given_at,
      textSha256: text_sha256,
    })),
    files: (filesOf.get(row.reference) ?? []).map(({ id, file, data_key, media_type, scan }) => ({
      id,
      file,
      dataKey: data_key,
      mediaType: media_type,
      scan,
    })),
    partner: partnerOf.get(row.reference),
    evidence: sealOf.get(row.reference),
  }));
}

/** One page of questions to the officer. */
export async function readReferrals(
  db: Kysely<Tables>,
  keyring: Keyring,
  { form, after, most }: Page,
): Promise<readonly ExportedReferral[]> {
  let query = db.selectFrom('referral').selectAll().orderBy('received_at').orderBy('id').limit(most);
  if (form !== undefined) query = query.where('form_id', '=', form);
  if (after !== undefined) {
    query = query.where(({ eb, or, and }) =>
      or([
        eb('received_at', '>', after.receivedAt),
        and([eb('received_at', '=', after.receivedAt), eb('id', '>', after.name)]),
      ]),
    );
  }
  const rows = await query.execute();
  return rows.map(({ id, received_at, form_id, form_version, language, body }) => ({
    id,
    receivedAt: received_at,
    form: { id: form_id, version: form_version },
    language,
    body: keyring.open(placeIn('referral', id), body),
  }));
}

function grouped<Row extends { readonly reference: string | null }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.reference ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
