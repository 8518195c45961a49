import type { FastifyInstance } from 'fastify';
import { canonicalJson } from '../../core/canonical-json.js';
import { verifyParsedReceipt } from '../../evidence/verify.js';
import { catalog } from '../../fields/catalog.js';
import type { Admission } from '../http/admission.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { EvidenceChain } from '../storage/evidence-chain.js';
import { nodeCryptography } from './sealing.js';
import type { SigningKeys } from './signing-keys.js';

/** `GET api/keys`: the public keys. `POST api/receipts`: whether a receipt is one of ours, and of what is stored here. */
export function serveEvidence(
  app: FastifyInstance,
  { all }: SigningKeys,
  chain: EvidenceChain,
  admission: Admission,
): void {
  app.get('/api/keys', async () => ({ keys: all }));

  app.post('/api/receipts', { preParsing: admission.admit }, async (request) => {
    const { problems, receipt } = verifyParsedReceipt(request.body, [], {
      keys: all,
      cryptography: nodeCryptography,
      catalog,
    });
    const [problem] = problems;
    if (problem !== undefined || receipt === undefined) {
      throw new Problem('receipt', { detail: reasons[problem?.code ?? 'unreadable'] });
    }
    const { reference, receivedAt, sequence } = receipt.record;
    const stored = await chain.of(reference);
    if (stored === undefined || canonicalJson(stored.record) !== canonicalJson(receipt.record)) {
      throw new Problem('receipt', { detail: 'It was sealed here, and is not that of the stored request.' });
    }
    return { reference, receivedAt, sequence };
  });
  refuseOtherMethods(app, '/api/keys', ['GET']);
  refuseOtherMethods(app, '/api/receipts', ['POST']);
}

/** Why a receipt is refused. None of them repeats what was sent. */
const reasons = {
  unreadable: 'This is no receipt, or something was added to it or taken away.',
  'unknown-key': 'It is sealed by a key that is none of this receiver.',
  'key-not-in-use': 'It is sealed by a key that was not in use then.',
  seal: 'Its record is not what was sealed.',
  definition: 'Its form is not the one that was filled in.',
  answers: 'Its answers are not those that were sealed.',
  statement: 'Its statements are not those that were sealed.',
  signature: 'Its signatures are not those that were sealed.',
  attachment: 'Its attachments are not those that were sealed.',
} as const;
