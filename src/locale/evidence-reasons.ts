import type { Verdict } from '../evidence/verify.js';
import type { EvidenceWords } from './evidence-words.js';

/** Why a receipt is not to be relied on, in sentences. `hasKeys` tells whether there were any keys to check it with. */
export function reasonsOf(
  { problems }: Pick<Verdict, 'problems'>,
  hasKeys: boolean,
  words: EvidenceWords,
): readonly string[] {
  const sentences = problems.map(({ code, path }) => {
    if (code === 'attachment' && path !== undefined) return words.otherFile(path);
    if (code !== 'unknown-key' || hasKeys) return words.reasons[code];
    return problems.length === 1 ? words.intactOnly : words.noKeys;
  });
  return [...new Set(sentences)];
}
