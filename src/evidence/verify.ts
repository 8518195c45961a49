import { answeredFields } from '../core/answered-fields.js';
import { canonicalJson } from '../core/canonical-json.js';
import type { FormDefinition } from '../core/definition.js';
import type { Catalog } from '../core/field-type.js';
import { isSigning } from '../core/field-type.js';
import { parseJson } from '../core/json-source.js';
import { parseDefinition } from '../core/parse.js';
import { isReference } from '../core/reference.js';
import { pickText } from '../core/text.js';
import type { FileAnswer } from '../fields/file/file.type.js';
import type { StatementDefinition } from '../fields/statement/statement.type.js';
import { hasExactNumbers } from './exact-numbers.js';
import { receiptFileShape } from './receipt-shape.js';
import type { Evidence, ReceiptFile, SealedAttachment } from './record.js';
import { MOST_RECEIPT_CHARACTERS, sealedText } from './record.js';
import { signedContent } from './signed-content.js';
import type { Cryptography, PublicKey } from './trust.js';
import { idOfKey, wasInUse } from './trust.js';

/** Why a receipt is not to be relied on. */
export type EvidenceFault =
  /** Not a receipt at all, or something was added to it or taken away. */
  | 'unreadable'
  /** Sealed by a key that is none of those that are trusted. */
  | 'unknown-key'
  /** Sealed by a key that was not in use then. */
  | 'key-not-in-use'
  /** The record is not what was sealed. */
  | 'seal'
  | 'definition'
  | 'answers'
  | 'statement'
  | 'signature'
  | 'attachment';

export interface EvidenceProblem {
  readonly code: EvidenceFault;
  /** The field it is about, or the name of a file that was given. */
  readonly path?: string;
}

/** A file beside the receipt, to be compared with what was attached. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What checking a receipt has shown. It is genuine where there is no problem. */
export interface Verdict {
  readonly problems: readonly EvidenceProblem[];
  /** What it says, where it can be read. With a problem it is not to be believed. */
  readonly receipt?: ReceiptFile;
  readonly definition?: FormDefinition;
  /** Attachments that none of the given files is: not compared, and not known to be changed either. */
  readonly notGiven: readonly SealedAttachment[];
}

/** What is trusted, and with what it is checked. */
export interface Checking {
  readonly keys: readonly PublicKey[];
  readonly cryptography: Cryptography;
  readonly catalog: Catalog;
}

const unreadable: Verdict = { problems: [{ code: 'unreadable' }], notGiven: [] };

/** Open brackets of a receipt: the definition alone may have 64. */
const DEEPEST = 80;

/**
 * Checks a receipt's file, and files that were attached, with nothing but public keys: whether the association's
 * receiver has sealed it, and whether the definition, the answers, the sentences agreed to, the signatures or the
 * files are other ones than then. Order and spacing of the JSON do not matter. Never throws.
 */
export function verifyReceipt(source: string, files: readonly GivenFile[], checking: Checking): Verdict {
  const parsed = parseJson(source, { characters: MOST_RECEIPT_CHARACTERS, brackets: DEEPEST });
  return 'value' in parsed && hasExactNumbers(source)
    ? verifyParsedReceipt(parsed.value, files, checking)
    : unreadable;
}

/** The same for a receipt whose JSON has been read already, by a reader as strict. */
export function verifyParsedReceipt(json: unknown, files: readonly GivenFile[], checking: Checking): Verdict {
  const shaped = receiptFileShape.safeParse(json);
  if (!shaped.success) return unreadable;
  try {
    return checked(shaped.data, files, checking);
  } catch {
    // A text that holds half a character has no canonical form: the receiver can never have sealed it.
    return unreadable;
  }
}

function checked(receipt: ReceiptFile, files: readonly GivenFile[], checking: Checking): Verdict {
  const { record, definition: json } = receipt;
  const { cryptography, catalog } = checking;
  const problems = sealProblems(receipt, checking);
  const { sha256 } = cryptography;
  const isDefinition = sha256(canonicalJson(json)) === record.form.sha256;
  const { definition } = isDefinition ? parseDefinition(json, catalog) : {};
  if (definition === undefined || !isOf(record, definition)) problems.push({ code: 'definition' });
  if (sha256(canonicalJson(receipt.answers)) !== record.answersSha256) problems.push({ code: 'answers' });
  else if (definition !== undefined) problems.push(...contentProblems(receipt, definition, checking));
  const given = files.map(({ name, bytes }) => ({ name, digest: sha256(bytes) }));
  const digests = new Set(record.attachments.map((attachment) => attachment.sha256));
  for (const { name, digest } of given) {
    if (!digests.has(digest)) problems.push({ code: 'attachment', path: name });
  }
  const notGiven = record.attachments.filter(
    (attachment) => !given.some(({ digest }) => digest === attachment.sha256),
  );
  return { problems, receipt, ...(definition !== undefined && { definition }), notGiven };
}

/** What is wrong with the seal of a record: nothing where a trusted key has sealed it while it was in use. */
export function sealProblems(
  { record, seal }: Evidence,
  { keys, cryptography }: Pick<Checking, 'keys' | 'cryptography'>,
): EvidenceProblem[] {
  const problems: EvidenceProblem[] = [];
  const key = keys.find(({ id, publicKey }) => id === record.keyId && publicKey === seal.publicKey);
  if (key === undefined) problems.push({ code: 'unknown-key' });
  else if (!wasInUse(key, record.receivedAt)) problems.push({ code: 'key-not-in-use' });
  if (
    !isReference(record.reference) ||
    // Who has no keys to compare with is told which one it was: another's name must not stand for it.
    idOfKey(seal.publicKey, cryptography) !== record.keyId ||
    !cryptography.isSealed(sealedText(record), seal.signature, seal.publicKey)
  ) {
    problems.push({ code: 'seal' });
  }
  return problems;
}

function isOf({ form }: ReceiptFile['record'], { id, version, policyVersion }: FormDefinition): boolean {
  return form.id === id && form.version === version && form.policyVersion === policyVersion;
}

/** What the record says of single answers must be true of the answers: a receiver may be wrong as well. */
function contentProblems(
  { record, answers }: ReceiptFile,
  definition: FormDefinition,
  { cryptography: { sha256 }, catalog }: Checking,
): EvidenceProblem[] {
  const problems: EvidenceProblem[] = [];
  const answered = [...answeredFields(definition, answers)];
  const content = sha256(canonicalJson(signedContent(definition, answers, catalog)));
  const digestsOf = <Sealed extends { readonly path: string }>(
    list: readonly Sealed[],
    tell: (sealed: Sealed) => string,
  ): string => canonicalJson(list.map((sealed) => `${sealed.path} ${tell(sealed)}`).sort());
  const compare = (code: EvidenceFault, sealed: string, found: readonly string[]): void => {
    if (sealed !== canonicalJson([...found].sort())) problems.push({ code });
  };
  const languageOf = new Map(record.statements.map(({ path, language }) => [path, language]));
  compare(
    'statement',
    digestsOf(record.statements, ({ textSha256 }) => textSha256),
    answered.flatMap(({ field, path }) => {
      if (field.type !== 'statement') return [];
      const { text, label } = field as StatementDefinition;
      const at = path.join('.');
      const sentence = pickText(text ?? label, languageOf.get(at) ?? record.language, definition.languages);
      return [`${at} ${sha256(sentence)}`];
    }),
  );
  compare(
    'signature',
    digestsOf(record.signatures, (sealed) => `${sealed.sha256} ${sealed.contentSha256}`),
    answered.flatMap(({ field, path, answer }) =>
      isSigning(field, catalog) ? [`${path.join('.')} ${sha256(canonicalJson(answer))} ${content}`] : [],
    ),
  );
  compare(
    'attachment',
    digestsOf(record.attachments, ({ id, bytes }) => `${id} ${bytes}`),
    answered.flatMap(({ field, path, answer }) =>
      field.type === 'file'
        ? (answer as readonly FileAnswer[]).map(({ id, size }) => `${path.join('.')} ${id} ${size}`)
        : [],
    ),
  );
  return problems;
}
