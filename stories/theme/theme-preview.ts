import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { resultsOf } from '../../src/core/survey/results.js';
import '../../src/elements/status-tracker/define.js';
import '../../src/elements/survey-results/define.js';
import { Person } from '../support/person.js';
import { opened, pretendedWorld } from '../support/pretended-tracking.js';
import { now, pretendedTransport } from '../support/pretended-transport.js';
import { surveyDefinition, surveyResponses } from '../support/survey.js';
import { returned } from '../support/tracked-request.js';
import { until } from '../support/until.js';
import { oneStep } from '../support/written-definition.js';
import type { EditorWords } from './theme-words.js';

const asking = oneStep(
  [
    {
      id: 'name',
      type: 'text',
      required: true,
      label: { ar: 'الاسم كاملًا', en: 'Full name' },
      hint: { ar: 'كما في الهوية', en: 'As on your ID' },
    },
    { id: 'mobile', type: 'phone', required: true, label: { ar: 'رقم الجوال', en: 'Mobile number' } },
    {
      id: 'home',
      type: 'choice',
      label: { ar: 'أين تسكن؟', en: 'Where do you live?' },
      options: [
        { value: 'rented', ar: 'سكن مستأجر', en: 'A rented home' },
        { value: 'family', ar: 'عند الأهل', en: 'With family' },
      ],
    },
    {
      id: 'help',
      type: 'note',
      label: { ar: 'نساعدك في التعبئة', en: 'We help you fill this in' },
      text: { ar: 'اتصل بنا في أوقات الدوام.', en: 'Call us during working hours.' },
      look: 'important',
    },
  ],
  {
    title: { ar: 'طلب دعم', en: 'Application for support' },
    referral: {
      action: { ar: 'لم تتضح لي الإجراءات', en: 'The procedure is not clear to me' },
      intro: { ar: 'اكتب ما لم يتضح لك.', en: 'Write what is not clear.' },
    },
    exit: { url: 'https://www.ncm.gov.sa' },
  },
);

const rating = oneStep([
  {
    id: 'satisfied',
    type: 'rating',
    decoration: 'faces',
    label: { ar: 'ما مدى رضاك عن الخدمة؟', en: 'How satisfied are you?' },
    points: [
      { ar: 'غير راضٍ', en: 'Dissatisfied' },
      { ar: 'محايد', en: 'Neither' },
      { ar: 'راضٍ', en: 'Satisfied' },
    ],
  },
  { id: 'recommend', type: 'scale', label: { ar: 'هل تنصح بنا غيرك؟', en: 'Would you recommend us?' } },
]);

const sent = oneStep([{ id: 'name', type: 'text', label: { ar: 'الاسم', en: 'Name' } }], {
  answer: { notBefore: 'P14D' },
  receipt: { text: { ar: 'سنتصل بك.', en: 'We will call you.' } },
});

const survey = surveyDefinition();
const results = resultsOf(survey, surveyResponses(60, ['2026-11'], 3), [], {});
const clock = () => now;
const transport = pretendedTransport();
const tracking = pretendedWorld(() => opened(returned));

/** One of everything that colours and sizes are seen on. */
export function previewPieces(words: EditorWords, language: 'ar' | 'en'): TemplateResult {
  const form = (piece: string, definition: object, prefill: object) =>
    html`<taafi-form
      data-piece=${piece}
      lang=${language}
      history="off"
      .clock=${clock}
      .transport=${transport}
      .prefill=${prefill}
      .definition=${definition}
    ></taafi-form>`;
  const piece = (name: keyof EditorWords['pieces'], content: TemplateResult) =>
    html`<section class="piece piece-${name}">
      <p class="piece-title">${words.pieces[name]}</p>
      ${content}
    </section>`;
  return html`
    ${piece('errors', form('errors', asking, { mobile: '+966112345678', home: 'rented' }))}
    ${piece('rating', form('rating', rating, { satisfied: 3, recommend: 9 }))}
    ${piece('receipt', form('receipt', sent, { name: 'سالم المثالي' }))}
    ${piece(
      'tracker',
      html`<taafi-status-tracker
        lang=${language}
        .clock=${() => new Date('2026-12-01T07:42:00.000Z')}
        .world=${tracking}
      ></taafi-status-tracker>`,
    )}
    ${piece(
      'chart',
      html`<div class="cut" tabindex="0" role="group" aria-label=${words.pieces.chart}>
        <taafi-survey-results lang=${language} .results=${results}></taafi-survey-results>
      </div>`,
    )}
  `;
}

/** Brings the pieces below a root to what each is there to show, the panes one after another. */
export async function bringToState(root: ParentNode): Promise<void> {
  for (const pane of root.querySelectorAll('.pane')) {
    const asked = await Person.at(pane, '[data-piece="errors"]');
    // However long the line takes: from here on all is at hand.
    await Promise.all([asked.form.runner?.loadRules(), asked.form.loadLater()]);
    await asked.isStopped();
    await Person.at(pane, '[data-piece="rating"]');
    await send(await Person.at(pane, '[data-piece="receipt"]'));
    await lookUp(pane);
  }
}

async function send(person: Person): Promise<void> {
  person.form.goTo('review');
  await person.isOn('review');
  await person.goOn();
  await person.isOn('receipt');
}

async function lookUp(pane: ParentNode): Promise<void> {
  const tracker = await until(() => pane.querySelector('taafi-status-tracker'), 'the tracker');
  for (const [id, text] of [
    ['reference', '48291730561249'],
    ['factor', '1405'],
  ] as const) {
    const box = await until(() => tracker.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`), id);
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  tracker.shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
  await until(() => tracker.shadowRoot?.querySelector('.where'), 'the request');
}
