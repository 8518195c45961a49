import type { FieldSentences, Sentence } from '../../core/sentence.js';

/** The person can do nothing about it himself: whom to tell is all that helps him. */
const tell: Readonly<Record<'ar' | 'en', Sentence>> = {
  ar: ({ name }) => `لم تعط هذه الصفحة ما يحتاجه النموذج، فلا يمكن إرساله منها. أبلغ الجمعية: ${name}`,
  en: ({ name }) => `This page has not given what the form needs to be sent. Tell the association: ${name}`,
};

export const hiddenSentences: FieldSentences = {
  ar: { required: tell.ar, type: tell.ar },
  en: { required: tell.en, type: tell.en },
};
