import type { PossibleMove, TrackedStage, TrackedView } from '../../src/transport/tracked-view.js';

/** A request as a receiver tells of it, in the states a person may find it in. The texts are those of the pack. */

const stages = [
  { id: 'received', title: { ar: 'وصول الطلب', en: 'Request received' } },
  { id: 'checking', title: { ar: 'مطابقة البيانات', en: 'Checking the information' } },
  { id: 'study', title: { ar: 'دراسة الطلب', en: 'Studying the request' } },
  { id: 'answer', title: { ar: 'الرد', en: 'Answer' } },
  { id: 'registration', title: { ar: 'استكمال التسجيل', en: 'Completing registration' } },
  { id: 'service', title: { ar: 'تقديم الخدمة', en: 'Service' } },
];

const days = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-12-13'];

/** The way as it is in a stage; `isEnd` where it does not go on. */
function wayTo(place: number, isEnd = false): readonly TrackedStage[] {
  return stages
    .map(({ id, title }, index): TrackedStage => {
      if (index > place) return { id, title, status: 'next' };
      return { id, title, status: index === place ? 'now' : 'done', on: days[index] ?? '2026-12-20' };
    })
    .filter(({ status }) => !isEnd || status !== 'next');
}

const officer = { ar: 'موظف علاقات المستخدمين', en: 'Beneficiary-relations officer' };

const withdraw: PossibleMove = {
  id: 'withdraw',
  label: { ar: 'أسحب طلبي', en: 'Withdraw my request' },
  confirm: {
    ar: 'نتوقف عن دراسة طلبك، ولا يمكن التراجع عن ذلك. ولك أن تقدّم طلبًا جديدًا متى شئت.',
    en: 'We stop studying your request, and this cannot be undone. You can send a new request at any time.',
  },
  needs: [],
};

const object: PossibleMove = {
  id: 'object',
  label: { ar: 'أعترض على القرار', en: 'Object to the decision' },
  confirm: {
    ar: 'يصل اعتراضك إلى لجنة البحث، وهي التي تجيبك عنه. اكتب سبب اعتراضك بكلماتك.',
    en: 'Your objection goes to the research committee, which answers it. Say in your own words why you object.',
  },
  needs: ['reason'],
};

/** What every request has. */
const received = {
  reference: '48291730561249',
  languages: ['ar', 'en'],
  receivedAt: '2026-11-22T18:03:11.000Z',
  missing: [],
  questions: [],
  moves: [withdraw],
  rights: [],
};

export const submitted: TrackedView = {
  ...received,
  version: 1,
  state: {
    id: 'submitted',
    title: { ar: 'وصل طلبك', en: 'We have your request' },
    text: {
      ar: 'طلبك محفوظ لدينا، وليس عليك شيء الآن.',
      en: 'Your request is safe with us. There is nothing you need to do now.',
    },
    next: {
      ar: 'يطابق الموظف بياناتك ومستنداتك، ويتأكد من صلاحيتها وقت التقديم.',
      en: 'An officer checks that your information and documents match and were valid when you applied.',
    },
    actor: officer,
    isYours: false,
    isEnd: false,
    since: '2026-11-22',
  },
  notBefore: '2026-12-06',
  timeline: wayTo(0),
};

export const returned: TrackedView = {
  ...submitted,
  version: 3,
  state: {
    id: 'returned',
    title: { ar: 'نحتاج منك شيئًا', en: 'We need something from you' },
    text: {
      ar: 'ينقص طلبك ما هو مكتوب أدناه. أضفه من هنا، أو أحضره إلينا.',
      en: 'Your request lacks what is listed below. Add it here, or bring it to us.',
    },
    next: {
      ar: 'حين يكتمل ما ينقص يعود طلبك إلى الموظف من نفسه.',
      en: 'As soon as everything is there, your request goes back to the officer by itself.',
    },
    actor: { ar: 'أنت', en: 'You' },
    isYours: true,
    isEnd: false,
    since: '2026-11-24',
  },
  timeline: wayTo(1),
  missing: [
    {
      id: 'identityCopy',
      title: { ar: 'صورة الهوية أو الإقامة', en: 'Copy of your ID or iqama' },
      note: 'الصورة التي أرسلتها غير واضحة. صوّر البطاقة كاملة في ضوء جيد.',
      kind: 'file',
      isOpen: true,
    },
    {
      id: 'address',
      title: { ar: 'العنوان الوطني', en: 'National address' },
      note: { ar: 'اكتبه كما هو في رسالة سبل.', en: 'As it is in the message from SPL.' },
      kind: 'text',
      isOpen: true,
    },
    { id: 'familyCard', title: { ar: 'كرت العائلة', en: 'Family card' }, kind: 'file', isOpen: false },
  ],
};

export const underCommittee: TrackedView = {
  ...submitted,
  version: 5,
  state: {
    id: 'underCommittee',
    title: { ar: 'لجنة البحث تدرس طلبك', en: 'The research committee is studying your request' },
    text: {
      ar: 'رُفع طلبك إلى لجنة البحث لدراسته والرد عليك بشأن قبوله أو رفضه.',
      en: 'Your request has gone to the research committee, which studies it and decides whether to accept or reject it.',
    },
    next: {
      ar: 'يصلك الرد بقبوله أو رفضه مع السبب.',
      en: 'You get the answer: accepted, or rejected with the reason.',
    },
    actor: { ar: 'لجنة البحث', en: 'Research committee' },
    isYours: false,
    isEnd: false,
    since: '2026-11-29',
  },
  notBefore: '2026-12-13',
  timeline: wayTo(2),
  questions: [
    {
      askedAt: '2026-11-23',
      kind: 'question',
      answer: 'نعم، يكفي أن ترسل الوجه الأمامي من البطاقة.',
      answeredAt: '2026-11-24',
    },
    { askedAt: '2026-11-30', kind: 'suggestion' },
  ],
  rights: [
    {
      kind: 'copy',
      askedAt: '2026-11-23',
      doneAt: '2026-11-25',
      note: 'النسخة جاهزة، تتسلّمها من المكتب بهويتك.',
    },
    { kind: 'deletion', askedAt: '2026-11-30' },
  ],
};

export const accepted: TrackedView = {
  ...received,
  version: 6,
  state: {
    id: 'accepted',
    title: { ar: 'قُبل طلبك', en: 'Your request is accepted' },
    text: {
      ar: 'قبلت لجنة البحث طلبك، ونستكمل معك إجراءات التسجيل.',
      en: 'The research committee has accepted your request. We are completing your registration with you.',
    },
    next: {
      ar: 'حين تكتمل المتطلبات يُستكمل تسجيلك.',
      en: 'Your registration is completed once everything required is there.',
    },
    actor: officer,
    isYours: false,
    isEnd: false,
    since: '2026-12-13',
  },
  timeline: wayTo(3),
};

export const rejected: TrackedView = {
  ...received,
  version: 6,
  state: {
    id: 'rejected',
    title: { ar: 'لم يُقبل طلبك', en: 'Your request was not accepted' },
    text: {
      ar: 'درست لجنة البحث طلبك ولم تقبله، والسبب مكتوب أدناه. لك أن تعترض، وتجيبك لجنة البحث نفسها.',
      en: 'The research committee studied your request and did not accept it. The reason is given below. You may object; the research committee answers you.',
    },
    next: {
      ar: 'إن تغيّرت ظروفك فلك أن تقدّم طلبًا جديدًا متى شئت.',
      en: 'If your circumstances change, you can send a new request at any time.',
    },
    isYours: false,
    isEnd: true,
    since: '2026-12-13',
  },
  reason: 'دخل الأسرة أعلى من الحد الذي تقدّم عنده الجمعية هذه الخدمة في هذه السنة.',
  timeline: wayTo(3, true),
  moves: [object],
};

export const withdrawn: TrackedView = {
  ...received,
  version: 4,
  state: {
    id: 'withdrawn',
    title: { ar: 'سحبت طلبك', en: 'You have withdrawn your request' },
    text: {
      ar: 'توقّفنا عن دراسة طلبك كما أردت. ولك أن تقدّم طلبًا جديدًا متى شئت.',
      en: 'We have stopped studying your request, as you wished. You can send a new one at any time.',
    },
    isYours: false,
    isEnd: true,
    since: '2026-11-26',
  },
  timeline: [
    ...wayTo(1)
      .filter(({ status }) => status !== 'next')
      .map((stage) => ({ ...stage, status: 'done' as const })),
    {
      id: 'withdrawn',
      title: { ar: 'سحبت طلبك', en: 'You have withdrawn your request' },
      status: 'now',
      on: '2026-11-26',
    },
  ],
  moves: [],
};

const long = 'نصٌّ طويل جدًا يُقصد به أن تُرى الصفحة حين يكتب الموظف أكثر مما يُنتظر منه، ';

/** What nobody hopes for and somebody will write. */
export const longWinded: TrackedView = {
  ...returned,
  state: { ...returned.state, title: long.repeat(2), text: long.repeat(6), next: long.repeat(4) },
  reason: `${long.repeat(4)}\n\n${'كلمةبلافراغ'.repeat(12)} https://example.org/${'a'.repeat(90)}`,
  missing: [
    { id: 'a', title: long.repeat(2), note: long.repeat(5), kind: 'file', isOpen: true },
    { id: 'b', title: 'ب', kind: 'text', isOpen: true },
  ],
  questions: [
    ...underCommittee.questions,
    { askedAt: '2026-12-01', kind: 'question', answer: long.repeat(8), answeredAt: '2026-12-02' },
  ],
  rights: underCommittee.rights,
};
