import { etc, getPublicKey, sign } from '@noble/ed25519';
import { canonicalJson } from '../../src/core/canonical-json.js';
import type { FormDefinition } from '../../src/core/definition.js';
import { browserCryptography } from '../../src/elements/receipt-check/browser-cryptography.js';
import type { EvidenceRecord, ReceiptFile } from '../../src/evidence/record.js';
import { sealedText } from '../../src/evidence/record.js';
import { signedContent } from '../../src/evidence/signed-content.js';
import type { PublicKey } from '../../src/evidence/trust.js';
import { idOfKey } from '../../src/evidence/trust.js';
import { catalog } from '../../src/fields/catalog.js';

const definition = {
  id: 'visit',
  version: '1.0.0',
  languages: ['ar', 'en'],
  title: { ar: 'زيارة', en: 'Visit' },
  steps: [
    {
      id: 'about',
      title: { ar: 'عنك', en: 'About you' },
      fields: [
        { id: 'name', type: 'text', label: { ar: 'الاسم', en: 'Name' } },
        { id: 'card', type: 'file', label: { ar: 'البطاقة', en: 'Card' } },
        { id: 'truth', type: 'statement', label: { ar: 'أقر بصحة ما ذكرت.', en: 'All of it is true.' } },
        { id: 'signature', type: 'signature', signer: ['name'], label: { ar: 'التوقيع', en: 'Signature' } },
      ],
    },
  ],
};

/** What was attached. */
export const card = new TextEncoder().encode('%PDF-1.7 a card');

export interface SealedReceipt {
  readonly json: string;
  readonly keys: readonly PublicKey[];
}

/** A receipt as a receiver gives it, made by the same rules with a key of this page. */
export function sealedReceipt(): SealedReceipt {
  const { sha256 } = browserCryptography();
  const secret = new Uint8Array(32).fill(7);
  const publicKey = etc.bytesToHex(getPublicKey(secret));
  const id = idOfKey(publicKey, { sha256 });
  const points = Array.from({ length: 30 }, (_none, at) => [at * 200, 1000 + (at % 7) * 100, at * 16]);
  const signature = { method: 'drawn', drawing: { height: 3000, strokes: [points] } };
  const file = { id: 'A'.repeat(22), name: 'card.pdf', type: 'application/pdf', size: card.length };
  const answers = { name: 'سالم المثالي', card: [file], truth: true, signature };
  // It is one: the check parses it again.
  const content = signedContent(definition as unknown as FormDefinition, answers, catalog);
  const at = (minute: number) => `2026-11-22T09:0${minute}:00.000Z`;
  const record: EvidenceRecord = {
    v: 1,
    sequence: 1,
    previous: null,
    reference: '48291730561249',
    receivedAt: at(4),
    form: { id: 'visit', version: '1.0.0', sha256: sha256(canonicalJson(definition)) },
    language: 'ar',
    answersSha256: sha256(canonicalJson(answers)),
    statements: [{ path: 'truth', language: 'ar', textSha256: sha256('أقر بصحة ما ذكرت.'), agreedAt: at(2) }],
    attachments: [{ path: 'card', id: file.id, bytes: file.size, sha256: sha256(card) }],
    signatures: [
      {
        path: 'signature',
        method: 'drawn',
        language: 'ar',
        sha256: sha256(canonicalJson(signature)),
        contentSha256: sha256(canonicalJson(content)),
        shownAt: at(1),
        signedAt: at(3),
      },
    ],
    keyId: id,
  };
  const sealed = sign(new TextEncoder().encode(sealedText(record)), secret);
  const receipt: ReceiptFile = {
    kind: 'taafi-receipt',
    v: 1,
    record,
    seal: { algorithm: 'Ed25519', publicKey, signature: etc.bytesToHex(sealed) },
    definition,
    answers,
  };
  return { json: JSON.stringify(receipt), keys: [{ id, publicKey, since: at(0) }] };
}
