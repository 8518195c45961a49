import type { FormDefinition } from '../../src/core/definition.js';
import { adopt } from '../../src/core/definition.js';
import type { Participation, SurveyResponse } from '../../src/core/survey/survey.js';

const satisfied = [
  { ar: 'غير راضٍ إطلاقًا', en: 'Not satisfied at all' },
  { ar: 'غير راضٍ', en: 'Not satisfied' },
  { ar: 'محايد', en: 'Neutral' },
  { ar: 'راضٍ', en: 'Satisfied' },
  { ar: 'راضٍ جدًا', en: 'Very satisfied' },
];

const agreed = [
  { ar: 'لا أوافق بشدة', en: 'Disagree strongly' },
  { ar: 'لا أوافق', en: 'Disagree' },
  { ar: 'لا أوافق قليلًا', en: 'Disagree a little' },
  { ar: 'محايد', en: 'Neutral' },
  { ar: 'أوافق قليلًا', en: 'Agree a little' },
  { ar: 'أوافق', en: 'Agree' },
  { ar: 'أوافق بشدة', en: 'Agree strongly' },
];

const statements = [
  {
    id: 'respect',
    clause: 'S1',
    ar: 'عاملني الموظفون باحترام وأعطوني وقتًا كافيًا',
    en: 'I was treated with respect and given enough time',
  },
  { id: 'clear', clause: 'S3', ar: 'كانت الإجراءات واضحة لي', en: 'What I had to do was clear' },
  {
    id: 'informed',
    clause: 'S5',
    ar: 'عرفت أين وصل طلبي دون أن أسأل',
    en: 'I knew where my request was without asking',
  },
  { id: 'met', clause: 'S7', ar: 'لبّت الخدمة حاجتي', en: 'The service met my need' },
];

const rows = statements.map(({ id, ar, en }) => ({ id, label: { ar, en } }));

const options = (list: Readonly<Record<string, readonly [ar: string, en: string]>>) =>
  Object.entries(list).map(([value, [ar, en]]) => ({ value, ar, en }));

const obstacles = options({
  papers: ['كثرة الأوراق المطلوبة', 'Many papers are asked for'],
  waiting: ['طول الانتظار', 'Long waiting'],
  words: ['كلام لم أفهمه', 'Words I did not understand'],
  distance: ['بُعد المكان', 'The place is far away'],
  none: ['لم يعقني شيء', 'Nothing hindered me'],
});

const order = options({
  respect: ['الاحترام والسرية', 'Respect and confidentiality'],
  speed: ['سرعة الإنجاز', 'Speed'],
  clarity: ['وضوح الإجراءات', 'Clear steps'],
});

const channels = options({
  visit: ['زيارة الجمعية', 'A visit to the association'],
  phone: ['الهاتف', 'Phone'],
  whatsapp: ['واتساب', 'WhatsApp'],
  site: ['الموقع الإلكتروني', 'The website'],
  mail: ['البريد الإلكتروني', 'E-mail'],
});

/** A survey like that of the pack. */
export function surveyDefinition(more: Readonly<Record<string, unknown>> = {}): FormDefinition {
  return adopt({
    id: 'satisfaction',
    version: '1.0.0',
    languages: ['ar', 'en'],
    title: { ar: 'رأيك في خدمتنا', en: 'What you think of our service' },
    steps: [
      {
        id: 'service',
        title: { ar: 'الخدمة', en: 'The service' },
        fields: [
          {
            id: 'satisfied',
            type: 'rating',
            label: { ar: 'ما مدى رضاك عن خدمتنا؟', en: 'How satisfied are you with our service?' },
            name: { ar: 'الرضا عن الخدمة', en: 'Satisfaction with the service' },
            points: satisfied,
          },
          {
            id: 'statements',
            type: 'matrix',
            label: { ar: 'ما رأيك في كل عبارة؟', en: 'What do you think of each?' },
            rows,
            points: satisfied,
          },
          {
            id: 'easy',
            type: 'rating',
            label: { ar: 'كان تقديم الطلب سهلًا', en: 'It was easy to send the request' },
            points: agreed,
          },
        ],
      },
      {
        id: 'more',
        title: { ar: 'رأيك بكلماتك', en: 'In your own words' },
        fields: [
          {
            id: 'recommend',
            type: 'scale',
            label: { ar: 'هل تنصح غيرك بالجمعية؟', en: 'Would you recommend the association?' },
          },
          {
            id: 'obstacles',
            type: 'choices',
            label: { ar: 'ما الذي أعاقك؟', en: 'What hindered you?' },
            options: obstacles,
          },
          {
            id: 'order',
            type: 'ranking',
            label: { ar: 'ما الأهم عندك؟', en: 'What matters most to you?' },
            options: order,
          },
          {
            id: 'channel',
            type: 'choice',
            label: { ar: 'كيف تواصلت معنا؟', en: 'How did you contact us?' },
            name: { ar: 'قناة التواصل', en: 'Channel' },
            options: channels,
          },
          { id: 'comment', type: 'long-text', label: { ar: 'هل تود قول شيء؟', en: 'Anything to add?' } },
        ],
      },
    ],
    survey: {
      measures: [
        { id: 'csat', kind: 'csat', of: 'satisfied' },
        ...statements.map(({ id, clause }) => ({ id, kind: 'csat', of: `statements.${id}`, clause })),
        { id: 'ces', kind: 'ces', of: 'easy', clause: 'D1' },
        { id: 'nps', kind: 'nps', of: 'recommend' },
        { id: 'obstacles', kind: 'shares', of: 'obstacles' },
        { id: 'order', kind: 'ranking', of: 'order' },
      ],
      dimensions: ['channel'],
      comments: ['comment'],
      steps: [
        { id: 'decision', title: { ar: 'بعد القرار', en: 'After the decision' } },
        { id: 'delivery', title: { ar: 'بعد تسليم الخدمة', en: 'After the service was delivered' } },
      ],
      ...more,
    },
  });
}

const comments = [
  'كان التعامل كريمًا وجميلًا، وشعرت أنني بين أهلي.',
  'طال الانتظار أكثر من شهر، ولم يصلني خبر.',
  'شكرًا للأستاذ [اسم] على صبره.',
  'The form is long but clear.',
  'أتمنى أن ترسلوا رسالة عند كل خطوة.',
];

/** Numbers from 0 up to but not 1 that are the same each time (Mulberry32). */
export function diceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Responses in which things get better from month to month. */
export function surveyResponses(count: number, months: readonly string[], seed = 7): SurveyResponse[] {
  const dice = diceOf(seed);
  const pick = <Value>(values: readonly Value[], power = 1) =>
    values[Math.floor(dice() ** power * values.length)] as Value;
  return Array.from({ length: count }, () => {
    const at = Math.floor(dice() * months.length);
    const mood = 0.75 - (0.45 * at) / Math.max(1, months.length - 1);
    const point = (highest: number, power = 1): number | string =>
      dice() < 0.04 ? 'notApplicable' : 1 + Math.floor(dice() ** (mood * power) * highest);
    const channel = pick(['visit', 'phone', 'whatsapp', 'whatsapp', 'site', undefined], 1.2);
    return {
      month: months[at] ?? '',
      step: pick(['decision', 'decision', 'delivery']),
      answers: {
        satisfied: point(5),
        statements: {
          respect: point(5, 0.5),
          clear: point(5, 1.2),
          informed: point(5, 2),
          met: point(5, 0.9),
        },
        easy: point(7),
        recommend: Math.floor(dice() ** (mood * 0.8) * 11),
        obstacles: dice() < 0.4 ? ['none'] : [pick(['waiting', 'papers', 'words', 'distance'], 1.6)],
        order: dice() < 0.7 ? ['respect', 'speed', 'clarity'] : ['speed', 'respect', 'clarity'],
        ...(channel !== undefined && { channel }),
        ...(dice() < 0.3 && { comment: pick(comments) }),
      },
    };
  });
}

/** Who was asked, for as many responses. */
export function surveyParticipation(responses: readonly SurveyResponse[]): Participation[] {
  const groups = new Map<string, SurveyResponse[]>();
  for (const response of responses) {
    const key = `${response.month} ${response.step}`;
    groups.set(key, [...(groups.get(key) ?? []), response]);
  }
  return [...groups].map(([key, { length: completed }]) => {
    const [month = '', step = ''] = key.split(' ');
    const left = Math.ceil(completed * 0.2);
    const brokeOff = { service: Math.floor(left / 4), more: left - Math.floor(left / 4) };
    return {
      month,
      step,
      invited: Math.ceil(completed * 2.4),
      started: completed + left,
      completed,
      brokeOff,
    };
  });
}

export const year: readonly string[] = [
  ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'],
  ...['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
];
