import { formatReference } from '../core/reference.js';
import type { Account, ToldSignature } from '../evidence/account.js';
import { accountOf } from '../evidence/account.js';
import { riyadhMoment } from '../evidence/moment.js';
import type { EvidenceRecord } from '../evidence/record.js';
import { idOfKey } from '../evidence/trust.js';
import type { Verdict } from '../evidence/verify.js';
import { catalog } from '../fields/catalog.js';
import { reasonsOf } from '../locale/evidence-reasons.js';
import type { EvidenceWords } from '../locale/evidence-words.js';
import { evidenceWords } from '../locale/evidence-words.js';
import { FormLocale } from '../locale/locale.js';
import type { Messages } from '../locale/messages.js';
import { nodeCryptography } from '../receiver/evidence/sealing.js';
import { plainLine, plainLines } from './plain-text.js';

/** What is said of a receipt, line by line. What one that is not genuine says is not repeated. */
export function* toldVerdict(
  verdict: Verdict,
  hasKeys: boolean,
  language: string,
  messages: Messages,
): Generator<string> {
  const words = evidenceWords[language === 'en' ? 'en' : 'ar'];
  const { problems, receipt, definition, notGiven } = verdict;
  if (problems.length > 0 || receipt === undefined || definition === undefined) {
    const [first = '', ...others] = reasonsOf(verdict, hasKeys, words).map(plainLine);
    yield `${words.notGenuine}: ${first}`;
    for (const reason of others) yield `  ${reason}`;
    if (receipt !== undefined) {
      const { publicKey } = receipt.seal;
      // Of the key itself: what the record calls it may be wrong.
      yield* row(words.keyId, idOfKey(publicKey, nodeCryptography));
      yield* row(words.publicKey, publicKey);
    }
    return;
  }
  const locale = new FormLocale(language, messages, definition.languages);
  const account = accountOf(receipt, definition, notGiven, catalog, locale);
  yield words.genuine;
  yield '';
  yield* about(receipt.record, words, locale);
  yield* content(account, words, locale);
}

function* about(
  { reference, receivedAt, notBefore, form, about: earlier, keyId }: EvidenceRecord,
  words: EvidenceWords,
  locale: FormLocale,
): Generator<string> {
  yield* row(words.reference, formatReference(reference));
  yield* row(words.received, momentOf(receivedAt, words.ourClock, words, locale));
  if (notBefore !== undefined) yield* row(words.notBefore, locale.dateInBoth(notBefore, 'islamic-umalqura'));
  yield* row(words.form, `${form.id} ${form.version}`);
  if (form.policyVersion !== undefined) yield* row(words.policyVersion, form.policyVersion);
  if (earlier !== undefined) yield* row(words.about, formatReference(earlier.reference));
  yield* row(words.keyId, keyId);
}

function* content(
  { answers, statements, signatures, attachments }: Account,
  words: EvidenceWords,
  locale: FormLocale,
): Generator<string> {
  yield* heading(signatures.length === 0 ? words.answersUnsigned : words.answers);
  for (const { label, value, level } of answers) {
    if (value === undefined) yield indented(level + 1, plainLine(label));
    else yield* row(label, value, level + 2);
  }
  yield* heading(words.statements);
  if (statements.length === 0) yield indented(1, words.none);
  for (const { sentence, agreedAt } of statements) {
    for (const line of plainLines(sentence)) yield indented(1, line);
    yield* row(words.agreedAt, momentOf(agreedAt, words.theirClock, words, locale), 2);
  }
  yield* heading(words.signatures);
  if (signatures.length === 0) yield indented(1, words.none);
  for (const signature of signatures) yield* signatureLines(signature, words, locale);
  yield* heading(words.attachments);
  if (attachments.length === 0) yield indented(1, words.none);
  for (const { label, name, bytes, isSame } of attachments) {
    const file = `${name} (${locale.fileSize(bytes)})`;
    yield* row(label, `${file}: ${isSame ? words.same : words.notCompared}`, 1);
  }
}

function* signatureLines(
  { label, by, method, photos, shownAt, signedAt }: ToldSignature,
  words: EvidenceWords,
  locale: FormLocale,
): Generator<string> {
  yield indented(1, plainLine(label));
  if (method !== 'paper') yield* row(words.signedBy, by ?? words.nameNotGiven, 2);
  yield* row(words.method, words.methods[method], 2);
  for (const photo of photos) yield* row(words.paper, photo, 2);
  for (const [name, time] of [
    [words.shownAt, shownAt],
    [words.signedAt, signedAt],
  ] as const) {
    yield* row(name, momentOf(time, words.theirClock, words, locale), 2);
  }
}

function momentOf(instant: string, clock: string, words: EvidenceWords, locale: FormLocale): string {
  const { date, time } = riyadhMoment(instant, locale);
  return `${words.moment(date, time)} (${clock})`;
}

function* heading(text: string): Generator<string> {
  yield '';
  yield text;
}

/** A value of several lines goes on below, further in, so that none of its lines can pass for one of ours. */
function* row(label: string, value: string, depth = 0): Generator<string> {
  const [first = '', ...more] = plainLines(value);
  yield indented(depth, `${plainLine(label)}: ${first}`);
  for (const line of more) yield indented(depth + 2, `| ${line}`);
}

function indented(depth: number, text: string): string {
  return `${'  '.repeat(depth)}${text}`;
}
