import type { FieldSentences } from '../../core/sentence.js';

/** What a person reads only where something is wrong between his page and the receiver. */
export const sealedSentences: FieldSentences = {
  ar: {
    required: ({ name }) => `لم يصل هذا القسم مشفّرًا. أعد فتح الصفحة ثم أرسل من جديد: ${name}`,
    envelope: ({ name }) => `لم يصل هذا القسم سليمًا. أعد فتح الصفحة ثم أرسل من جديد: ${name}`,
    'unknown-key': ({ name }) =>
      `شُفّر هذا القسم بمفتاح لم يعد مستعملًا. أعد فتح الصفحة ثم أرسل من جديد: ${name}`,
  },
  en: {
    required: ({ name }) =>
      `This section did not arrive sealed. Open the page again and send it once more: ${name}`,
    envelope: ({ name }) =>
      `This section did not arrive whole. Open the page again and send it once more: ${name}`,
    'unknown-key': ({ name }) =>
      `This section was sealed to a key that is no longer in use. Open the page again and send it once more: ${name}`,
  },
};
