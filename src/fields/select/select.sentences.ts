import type { FieldSentences } from '../../core/sentence.js';

export const selectSentences: FieldSentences = {
  ar: {
    required: ({ name }) => `اختر من القائمة: ${name}`,
    'not-an-option': ({ name }) => `ما كتبته ليس في القائمة. اكتب جزءًا منه ثم اختر من النتائج: ${name}`,
  },
  en: {
    required: ({ name }) => `Choose from the list: ${name}`,
    'not-an-option': ({ name }) =>
      `What you typed is not in the list. Type a part of it and choose from the results: ${name}`,
  },
};
