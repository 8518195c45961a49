import { settle } from '../bench.js';
import { onNewPage } from '../browser.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../bench.js').Page} Page */

const RESPONSES = 50_000;
const target = 200;

/** @type {Figure} */
export const surveyResults = {
  name: 'survey-results',
  what: `${RESPONSES} responses to a survey handed to the results element, until what they come to is painted`,
  async measure(bench) {
    const figure = `results of ${RESPONSES.toLocaleString('en')} responses`;
    return [
      { figure, unit: /** @type {const} */ ('ms'), kit: await repeated(bench, 1), target },
      {
        figure: `${figure}, processor 4 × slower`,
        unit: /** @type {const} */ ('ms'),
        kit: await repeated(bench, 4),
      },
    ];
  },
};

/**
 * @param {Bench} bench
 * @param {number} slower
 */
async function repeated(bench, slower) {
  const times = [];
  for (let run = 0; run < bench.runs; run += 1) times.push(await showing(bench, slower));
  return times;
}

/**
 * @param {Bench} bench
 * @param {number} slower
 */
async function showing(bench, slower) {
  return onNewPage(await bench.browser, async (page, session) => {
    await page.goto(`${bench.origin}/survey-results.html`, { waitUntil: 'networkidle0' });
    await prepare(page);
    await settle(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const begin = () => page.evaluate(`dispatchEvent(new Event('results-arrive'))`);
    const done = `document.querySelector('taafi-survey-results').shadowRoot.querySelector('.comments') !== null`;
    return bench.timeOf(page, { events: ['results-arrive'], begin, done });
  });
}

/**
 * Has the page make the responses, and hand them over when they arrive.
 * @param {Page} page
 */
async function prepare(page) {
  await page.evaluate(`(() => {
    const words = (count) => Array.from({ length: count }, (_none, at) => ({ ar: 'درجة ' + (at + 1), en: 'Point ' + (at + 1) }));
    const options = (...values) => values.map((value) => ({ value, label: { ar: value, en: value } }));
    const field = (id, type, more) => ({ id, type, label: { ar: id, en: id }, ...more });
    const rows = ['respect', 'clear', 'informed', 'met'].map((id) => ({ id, label: { ar: id, en: id } }));
    const definition = {
      id: 'satisfaction', version: '1.0.0', languages: ['ar', 'en'], title: { ar: 'رأيك', en: 'Your opinion' }, conditions: {},
      steps: [{ id: 'only', title: { ar: 'الخدمة', en: 'The service' }, fields: [
        field('satisfied', 'rating', { points: words(5) }), field('service', 'matrix', { points: words(5), rows }),
        field('easy', 'rating', { points: words(7) }), field('recommend', 'scale'),
        field('obstacles', 'choices', { options: options('papers', 'waiting', 'words') }),
        field('order', 'ranking', { options: options('speed', 'respect', 'place') }),
        field('channel', 'choice', { options: options('phone', 'visit', 'site', 'mail') }), field('comment', 'long-text'),
      ] }],
      survey: {
        measures: [
          { id: 'csat', kind: 'csat', of: 'satisfied' },
          ...rows.map(({ id }) => ({ id, kind: 'csat', of: 'service.' + id })),
          { id: 'ces', kind: 'ces', of: 'easy' }, { id: 'nps', kind: 'nps', of: 'recommend' },
          { id: 'obstacles', kind: 'shares', of: 'obstacles' }, { id: 'order', kind: 'ranking', of: 'order' },
        ],
        dimensions: ['channel'], comments: ['comment'],
        steps: [{ id: 'decision', title: { ar: 'القرار', en: 'Decision' } }, { id: 'delivery', title: { ar: 'التسليم', en: 'Delivery' } }],
      },
    };
    const responses = Array.from({ length: ${RESPONSES} }, (_none, at) => {
      const point = (most, step) => 1 + ((at * step + (at >> 3)) % most);
      return {
        month: '2026-' + String(1 + (at % 12)).padStart(2, '0'), step: at % 3 === 0 ? 'delivery' : 'decision',
        answers: {
          satisfied: point(5, 7), service: { respect: point(5, 3), clear: point(5, 11), informed: point(5, 13), met: point(5, 17) },
          easy: point(7, 5), recommend: point(11, 3) - 1, obstacles: at % 2 ? ['papers'] : ['waiting', 'words'],
          order: at % 2 ? ['speed', 'respect', 'place'] : ['respect', 'place', 'speed'], channel: ['phone', 'visit', 'site', 'mail'][at % 4],
          ...(at % 3 === 0 && { comment: 'تعليق رقمه ' + ((at * 7919) % ${RESPONSES}) }),
        },
      };
    });
    addEventListener('results-arrive', () => {
      Object.assign(document.querySelector('taafi-survey-results'), { definition, responses });
    });
  })()`);
}
