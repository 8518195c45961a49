import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { FormDefinition } from '../../src/core/definition.js';
import type { ReceiptFile } from '../../src/evidence/record.js';
import { signedContent } from '../../src/evidence/signed-content.js';
import type { Cryptography, PublicKey } from '../../src/evidence/trust.js';
import type { Verdict } from '../../src/evidence/verify.js';
import { verifyReceipt } from '../../src/evidence/verify.js';
import { catalog } from '../../src/fields/catalog.js';
import { nodeCryptography } from '../../src/receiver/evidence/sealing.js';
import type { Running } from '../receiver/running-receiver.js';
import { post } from '../receiver/running-receiver.js';
import { referenceTo, sha256 } from '../receiver/trial-form.js';
import { fileOf, upload } from '../receiver/tus-client.js';
import { declarationForm, drawingBy } from './declaration-form.js';

/** What a person has after sending: the receipt, and the file he had attached. */
export interface GivenReceipt {
  readonly receipt: ReceiptFile;
  /** As the browser saves it. */
  readonly json: string;
  readonly contract: Uint8Array;
}

type Served = Pick<Running, 'url' | 'dataDir'>;

/** Where a receiver serves the form from; it looks there whenever it is asked for a form. */
export function putForm({ dataDir }: Pick<Served, 'dataDir'>, form = declarationForm): void {
  mkdirSync(join(dataDir, 'forms'), { recursive: true });
  writeFileSync(join(dataDir, 'forms/declaration.json'), JSON.stringify(form));
}

export interface Sent {
  /** Another form of the same id and fields. */
  readonly form?: typeof declarationForm;
  readonly hand?: number;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly signatures?: readonly string[];
  /** By the person's clock. */
  readonly now?: number;
}

let hands = 0;

/** Fills the form in, signs it, sends it and gives what comes of it, as the browser does. */
export async function givenReceipt(receiver: Running, sent: Sent = {}): Promise<GivenReceipt> {
  const { hand = ++hands, now = receiver.time.now, form = declarationForm } = sent;
  putForm(receiver, form);
  await fetch(`${receiver.url}/forms/declaration.json`);
  const contract = await upload(receiver, 'application/pdf', 700 + hand);
  const answers = {
    firstName: 'سالم',
    familyName: 'المثالي',
    story: 'سطر أول\nسطر ثانٍ',
    rent: 1500.5,
    children: [{ name: 'ريم' }, { name: 'نورة' }],
    contract: [contract],
    truth: true,
    signature: { method: 'drawn', drawing: drawingBy(hand) },
    ...sent.answers,
  };
  // The receiver checks it; a copy of it here is written as a definition already.
  const definition = form as unknown as FormDefinition;
  const contentSha256 = sha256(canonicalJson(signedContent(definition, answers, catalog)));
  const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString();
  const { status, body, text } = await post(receiver, 'api/submissions', {
    form: referenceTo(form),
    language: 'ar',
    answers,
    consents: [{ path: 'truth', language: 'ar', at: at(2) }],
    signatures: (sent.signatures ?? ['signature']).map((path) => ({
      path,
      language: 'ar',
      contentSha256,
      shownAt: at(3),
      signedAt: at(1),
    })),
  });
  assert.equal(status, 201, text);
  // The receiver's own answer.
  const { record, seal } = body.evidence as Pick<ReceiptFile, 'record' | 'seal'>;
  const receipt: ReceiptFile = {
    kind: 'taafi-receipt',
    v: 1,
    record,
    seal,
    definition: form,
    answers,
  };
  return {
    receipt,
    json: JSON.stringify(receipt),
    contract: new Uint8Array(fileOf('application/pdf', 700 + hand)),
  };
}

/** The public keys as anybody can ask for them. */
export async function keysOf({ url }: Pick<Running, 'url'>): Promise<readonly PublicKey[]> {
  const { keys } = (await (await fetch(`${url}/api/keys`)).json()) as { keys: PublicKey[] };
  return keys;
}

export const keysFileOf = ({ dataDir }: Pick<Running, 'dataDir'>) => join(dataDir, 'keys/public-keys.json');

/** What holds the private key. */
export function secretOf({ dataDir }: Pick<Running, 'dataDir'>): { keys: PublicKey[]; privateKey: string } {
  return JSON.parse(readFileSync(join(dataDir, 'keys/signing-key.json'), 'utf8'));
}

/** What the receipt's bytes say: those that are no UTF-8 say nothing. */
export function verify(
  source: string | Uint8Array,
  keys: readonly PublicKey[],
  files: readonly Uint8Array[] = [],
  cryptography: Cryptography = nodeCryptography,
): Verdict {
  const given = files.map((bytes, index) => ({ name: `file ${index}`, bytes }));
  return verifyReceipt(textOf(source), given, { keys, cryptography, catalog });
}

function textOf(source: string | Uint8Array): string {
  if (typeof source === 'string') return source;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source);
  } catch {
    return '';
  }
}

export const codesOf = ({ problems }: Verdict) => problems.map(({ code }) => code);
