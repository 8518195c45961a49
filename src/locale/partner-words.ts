import type { Text } from '../core/text.js';
import { languageOfText, pickText } from '../core/text.js';

/** A text in both languages of the kit. */
type Both = Readonly<Record<'ar' | 'en', string>>;

/** A name that stands in a sentence, kept together whatever its direction is. */
function nameIn(name: Text, language: 'ar' | 'en'): string {
  const said = pickText(name, language, ['ar', 'en']);
  const isOwn = languageOfText(name, language, ['ar', 'en']) === language;
  return language === 'ar'
    ? `«\u2068${said}\u2069»`
    : isOwn
      ? `\u2068${said}\u2069`
      : `“\u2068${said}\u2069”`;
}

function both(name: Text, sentence: { ar: (name: string) => string; en: (name: string) => string }): Both {
  return { ar: sentence.ar(nameIn(name, 'ar')), en: sentence.en(nameIn(name, 'en')) };
}

/** What a person agrees to when he lets a partner know something: browser and receiver keep to these very words. */
export function shareSentence(what: 'received' | 'decided', partner: Text): Both {
  return what === 'received'
    ? both(partner, {
        ar: (name) => `أوافق على أن تعرف ${name} أن طلبي وصل، ويوم وصوله.`,
        en: (name) => `I agree that ${name} is told that my request was received, and on which day.`,
      })
    : both(partner, {
        ar: (name) => `أوافق على أن تعرف ${name} أن قرارًا صدر في طلبي، ويوم صدوره، دون أن تعرف القرار نفسه.`,
        en: (name) =>
          `I agree that ${name} is told that my request was decided, and on which day, but not what the decision is.`,
      });
}

/** What is said on the page on which a referral is confirmed. */
export function confirmingWords(partner: Text) {
  return {
    title: { ar: 'من أحالك، وما كتبه عنك', en: 'Who referred you, and what they wrote' },
    intro: both(partner, {
      ar: (name) =>
        `أحالتك ${name} إلى هذا النموذج، وكتبت عنك ما تراه هنا. لم يُحفظ عندنا منه شيء بعد، ولا يُستخدم إلا ما تؤكد صحته.`,
      en: (name) =>
        `${name} referred you to this form and wrote what you see here about you. We have kept none of it yet, and use only what you confirm.`,
    }),
    nothingWritten: both(partner, {
      ar: (name) => `أحالتك ${name} إلى هذا النموذج، ولم تكتب عنك شيئًا.`,
      en: (name) => `${name} referred you to this form and wrote nothing about you.`,
    }),
    isRight: { ar: 'هذا صحيح', en: 'This is right' },
    isWrong: { ar: 'ليس صحيحًا، وسأكتبه بنفسي', en: 'This is not right. I will write it myself' },
    /** `{name}` is what the value is about. */
    choose: {
      ar: 'اختر هل «{name}» كما هو مكتوب صحيح، أم ستكتبه بنفسك',
      en: 'Choose whether “{name}” is right as written, or you will write it yourself',
    },
    sharing: both(partner, {
      ar: (name) => `ما الذي تعرفه ${name}؟`,
      en: (name) => `What may ${name} be told?`,
    }),
    sharingText: both(partner, {
      ar: (name) =>
        `لا تعرف ${name} منا شيئًا إلا ما تسمح به هنا. هذا اختياري ولا يؤثر في طلبك، ولك أن توقفه متى شئت من صفحة متابعة الطلب.`,
      en: (name) =>
        `We tell ${name} nothing but what you allow here. It is optional and does not affect your request, and you can stop it at any time where you follow your request.`,
    }),
  } as const satisfies Record<string, Both>;
}

/** What is said where a referral cannot be used, or not now. */
export const referralTroubles = {
  title: { ar: 'تعذر استخدام الإحالة', en: 'The referral cannot be used' },
  changed: {
    ar: 'رابط الإحالة ناقص أو تغيّر في الطريق، فلا نعرف ممن جاء.',
    en: 'The referral is incomplete or was changed on its way, so we cannot tell who it is from.',
  },
  expired: { ar: 'انتهت مدة هذه الإحالة.', en: 'The time of this referral is over.' },
  form: { ar: 'هذه الإحالة لنموذج آخر.', en: 'This referral is for another form.' },
  origin: {
    ar: 'جاءت الإحالة من موقع لا نعرف أنه للجهة التي أحالتك.',
    en: 'The referral comes from a site that we do not know to be that of the organisation it names.',
  },
  address: {
    ar: 'تحمل هذه الإحالة بيانات في رابطها، ولا نفتح رابطًا كهذا حفاظًا على خصوصيتك.',
    en: 'This referral carries information in its link. To protect your privacy we do not open such links.',
  },
  unreachable: {
    ar: 'تعذر الوصول إلى الجمعية للتحقق من الإحالة. تأكد من الاتصال بالإنترنت ثم أعد المحاولة.',
    en: 'The association could not be reached to check the referral. Check your connection to the internet and try again.',
  },
  tooMany: {
    ar: 'فُتحت إحالات كثيرة من هذه الشبكة. أعد المحاولة بعد دقائق.',
    en: 'Many referrals have been opened from this network. Try again in a few minutes.',
  },
  without: {
    ar: 'لك أن تقدّم طلبك دونها، ولا يؤثر ذلك في دراسته.',
    en: 'You can apply without it. That does not affect how your request is studied.',
  },
  goOn: { ar: 'التقديم دون إحالة', en: 'Apply without the referral' },
  retry: { ar: 'إعادة المحاولة', en: 'Try again' },
} as const satisfies Record<string, Both>;
