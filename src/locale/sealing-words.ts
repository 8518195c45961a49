import { fill } from '../core/text.js';
import type { FormLocale } from './locale.js';

/** What is said at a sealed section: who can read it. */
interface SealingWords {
  readonly sealed: string;
  /** Where the definition says who: `{reader}` is a noun phrase. */
  readonly sealedFor: string;
  /** In place of both where nothing can be sealed. */
  readonly cannot: string;
}

const words: Readonly<Record<string, SealingWords>> = {
  ar: {
    sealed:
      'تُشفَّر إجاباتك في هذا القسم في جهازك قبل إرسالها، فلا يستطيع قراءتها في الجمعية إلا من بيده المفتاح.',
    sealedFor: 'تُشفَّر إجاباتك في هذا القسم في جهازك قبل إرسالها، فلا يستطيع قراءتها إلا {reader}.',
    cannot:
      'اتصال هذه الصفحة غير آمن، فلا يمكن تشفير إجاباتك ولن تُرسل من هنا. افتحها بعنوان يبدأ بـ \u2066https://\u2069 أو تواصل مع الجمعية.',
  },
  en: {
    sealed:
      'Your answers in this section are sealed on your device before they are sent. At the association only whoever holds the key can read them.',
    sealedFor:
      'Your answers in this section are sealed on your device before they are sent. Only {reader} can read them.',
    cannot:
      'The connection of this page is not secure, so your answers cannot be sealed and will not be sent from here. Open it at an address that begins with https://, or contact the association.',
  },
};

/** Who can read what is written in a sealed section, in one sentence or two. */
export function readerSentence(
  reader: string | undefined,
  canSeal: boolean,
  { language }: FormLocale,
): string {
  // A language that has no words here is shown in Arabic, as everywhere.
  const { sealed, sealedFor, cannot } = (words[language] ?? words.ar) as SealingWords;
  if (!canSeal) return cannot;
  return reader === undefined ? sealed : fill(sealedFor, { reader });
}
