import type { FormLocale } from './locale.js';

/** What `<taafi-satisfaction-survey>` says in place of its questions. */
export interface SurveyWords {
  readonly uninvited: { readonly title: string; readonly text: string };
  readonly noLink: { readonly title: string; readonly text: string };
  /** The same for those who serve, who are not asked after a request. */
  readonly noLinkInside: { readonly title: string; readonly text: string };
}

const words: Readonly<Record<'ar' | 'en', SurveyWords>> = {
  ar: {
    uninvited: {
      title: 'لا يفتح هذا الرابط الاستبيان',
      text: 'يُستعمل كل رابط مرة واحدة، ويصلح شهرين على الأقل. إن كنت أجبت من قبل فقد وصلت إجاباتك، وشكرًا لك. وإن لم تجب بعد فانسخ الرابط كله من الرسالة وافتحه مرة أخرى.',
    },
    noLink: {
      title: 'يُفتح الاستبيان من رابط الدعوة',
      text: 'نرسل الرابط بعد الرد على الطلب، وبعد تقديم الخدمة. افتح الرابط الذي في رسالتنا، ولك أن تفتحه مرة أخرى ما دمت لم ترسل إجاباتك. وإن أردت أن تقول لنا شيئًا الآن فكل قنوات التواصل مفتوحة لك.',
    },
    noLinkInside: {
      title: 'يُفتح الاستبيان من رابط الدعوة',
      text: 'يُعطى رابط لكل من يعمل أو يتطوع في الجمعية. افتح رابطك، ولك أن تفتحه مرة أخرى ما دمت لم ترسل إجاباتك.',
    },
  },
  en: {
    uninvited: {
      title: 'This link does not open the survey',
      text: 'Each link works once, and for at least two months. If you have answered before, your answers have arrived: thank you. If you have not, copy the whole link from the message and open it again.',
    },
    noLink: {
      title: 'Open the survey with the link in your invitation',
      text: 'We send the link after a request is answered and after a service is given. Open the link in our message. You can open it again until you have sent your answers. If you want to tell us something now, all ways to reach us are open to you.',
    },
    noLinkInside: {
      title: 'Open the survey with the link in your invitation',
      text: 'Everyone who works or volunteers here is given a link. Open yours. You can open it again until you have sent your answers.',
    },
  },
};

export function surveyWordsOf({ language }: FormLocale): SurveyWords {
  return language === 'en' ? words.en : words.ar;
}
