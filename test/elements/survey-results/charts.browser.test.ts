import { expect, fixture } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { resultsOf } from '../../../src/core/survey/results.js';
import type { SurveyResponse } from '../../../src/core/survey/survey.js';
import '../../../src/elements/survey-results/define.js';
import type { TaafiSurveyResults } from '../../../src/elements/survey-results/survey-results.js';
import {
  surveyDefinition,
  surveyParticipation,
  surveyResponses,
  year,
} from '../../../stories/support/survey.js';
import { until } from '../../../stories/support/until.js';

const definition = surveyDefinition();
const responses = surveyResponses(600, ['2026-09', '2026-10', '2026-11'], 3);

async function shown(
  some: readonly SurveyResponse[] = responses,
  language = 'ar',
): Promise<{ element: TaafiSurveyResults; root: ShadowRoot }> {
  const element = await fixture<TaafiSurveyResults>(
    html`<taafi-survey-results
      lang=${language}
      .definition=${definition}
      .responses=${some}
      .participation=${surveyParticipation(some)}
    ></taafi-survey-results>`,
  );
  const root = element.shadowRoot as ShadowRoot;
  await until(() => root.querySelector('h2'), 'the page');
  return { element, root };
}

const many = (count: number, answers: SurveyResponse['answers'], month = '2026-11'): SurveyResponse[] =>
  Array.from({ length: count }, () => ({ step: 'decision', month, answers }));

const findingOf = (root: ShadowRoot, chart: string) =>
  root.querySelector(`[data-chart=${chart}] .finding`)?.textContent;

/** Waits for a file to be saved, and keeps it. */
function nextFile(): Promise<{ name: string; content: Blob }> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    if (blob instanceof Blob) blobs.set(url, blob);
    return url;
  };
  return new Promise((resolve) => {
    HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
      const content = blobs.get(this.href);
      if (content === undefined) return;
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
      resolve({ name: this.download, content });
    };
  });
}

describe('a chart', () => {
  it('says in a sentence what it shows, and has its numbers in a table', async () => {
    for (const language of ['ar', 'en']) {
      const { root } = await shown(responses, language);
      const drawings = [...root.querySelectorAll('figure svg')];
      expect(drawings.length).to.be.above(8);
      for (const figure of root.querySelectorAll('figure')) {
        const drawing = figure.querySelector('svg');
        const name = root.getElementById(drawing?.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
        expect(drawing?.getAttribute('role')).to.equal('img');
        expect(name.trim().length, figure.dataset.chart).to.be.above(10);
        expect(figure.querySelectorAll('tbody tr').length, figure.dataset.chart).to.be.above(0);
        expect(figure.querySelector('caption')?.textContent?.trim()).to.equal(
          figure.querySelector('h4')?.textContent,
        );
      }
    }
  });

  it('runs from where the language starts', async () => {
    const places = async (language: string) => {
      const { root } = await shown(responses, language);
      const dots = [...root.querySelectorAll('[data-chart=trend] circle')];
      return dots.map((dot) => dot.getBoundingClientRect().x);
    };
    const [arabic, english] = [await places('ar'), await places('en')];
    expect(arabic).to.have.length(3);
    expect(arabic).to.deep.equal([...arabic].sort((one, other) => other - one));
    expect(english).to.deep.equal([...english].sort((one, other) => one - other));
  });

  it('names its months in both calendars', async () => {
    const { root } = await shown();
    const table = root.querySelector('[data-chart=trend] table')?.textContent ?? '';
    expect(table).to.contain('نوفمبر 2026');
    expect(table).to.contain('جمادى الأولى – جمادى الآخرة 1448');
    expect(root.querySelector('[data-chart=trend] svg')?.textContent).to.contain('5–6/1448');
  });

  it('has an arrow, with words, only where a change is sure', async () => {
    const { root } = await shown();
    const trend = root.querySelector('[data-chart=trend]');
    const { months } = resultsOf(definition, responses, [], {});
    const changes = months.filter((month) => month.changes?.csat !== undefined);
    expect(changes.length).to.be.above(0);
    expect(trend?.querySelector('svg')?.textContent?.match(/[▲▼]/g)).to.have.length(changes.length);
    expect(trend?.querySelector('.finding')?.textContent).to.match(/▲ ارتفع في .+ عن الشهر الذي قبله/);
    const few = await shown(responses.slice(0, 60));
    expect(few.root.querySelector('[data-chart=trend]')?.textContent).not.to.match(/[▲▼]/);
  });

  it('tells few answers by stripes and words, and hides fewer than five', async () => {
    const { root } = await shown(surveyResponses(24, ['2026-10', '2026-11'], 5));
    expect(root.querySelectorAll('.bar-few').length).to.be.above(3);
    expect(root.querySelector('[data-chart=items]')?.textContent).to.contain('أقل من 30 إجابة');
    const hidden = await shown(surveyResponses(4, ['2026-11'], 5));
    expect(hidden.root.textContent).to.contain('أقل من 5 أشخاص أجابوا، فلا نعرض شيئًا');
    expect(hidden.root.querySelector('.card, .comments')).to.equal(null);
  });

  it('keeps its letters as large as those around it, from 320 pixels on', async () => {
    for (const width of [320, 1280]) {
      await setViewport({ width, height: 800 });
      const { root } = await shown();
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (const drawing of root.querySelectorAll<SVGSVGElement>('.drawing')) {
        const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
        expect(scale).to.be.within(0.93, 1.01);
      }
    }
  });

  it('has all its words in the window, also where somebody spaces all texts (WCAG 1.4.12)', async () => {
    await setViewport({ width: 320, height: 800 });
    for (const language of ['ar', 'en']) {
      const { root, element } = await shown(responses, language);
      // A wide typeface is the hardest case.
      element.style.setProperty('--taafi-font', 'monospace');
      const spacing = new CSSStyleSheet();
      spacing.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }');
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
      const outside = [...root.querySelectorAll('.drawing text')].filter((text) => {
        const { left, right } = text.getBoundingClientRect();
        return left < 0 || right > innerWidth || text.textContent?.endsWith('…');
      });
      expect(
        outside.map(({ textContent }) => textContent),
        language,
      ).to.deep.equal([]);
    }
    await setViewport({ width: 1280, height: 800 });
  });

  it('names what matters most by how many put it first, and gives no place that fewer than five gave', async () => {
    const ranked = [
      ...many(39, { order: ['respect', 'speed'] }),
      ...many(10, { order: ['speed', 'respect'] }),
      ...many(1, { order: ['clarity'] }),
    ];
    const { root } = await shown(ranked, 'en');
    expect(findingOf(root, 'parts-order')).to.equal(
      'What matters most is “Respect and confidentiality”, put first by 78.0%.',
    );
    const rows = [...root.querySelectorAll('[data-chart=parts-order] tbody tr')];
    expect(rows.map((row) => row.getAttribute('data-row'))).to.deep.equal(['respect', 'speed', 'clarity']);
    const chart = root.querySelector('[data-chart=parts-order]')?.textContent ?? '';
    expect(chart.match(/mean place [\d.]+/g)).to.deep.equal([
      ...['mean place 1.2', 'mean place 1.8'],
      ...['mean place 1.2', 'mean place 1.8'],
    ]);
  });

  it('names one that is ahead only where that is sure, and nothing below thirty answers', async () => {
    const thirds = (each: number) => [
      ...many(each, { satisfied: 1, obstacles: ['papers'], order: ['speed'], recommend: 2 }),
      ...many(each, { satisfied: 3, obstacles: ['waiting'], order: ['respect'], recommend: 5 }),
      ...many(each, { satisfied: 5, obstacles: ['words'], order: ['clarity'], recommend: 9 }),
    ];
    const charts = ['parts-csat', 'parts-nps', 'parts-obstacles', 'parts-order'];
    const few = await shown(thirds(4), 'en');
    for (const chart of charts)
      expect(findingOf(few.root, chart), chart).to.equal('Fewer than 30 answers, too few to compare.');
    // Seven more of one hundred are within the intervals of both.
    const equal = await shown(
      [...thirds(30), ...many(7, { satisfied: 5, obstacles: ['words'], order: ['clarity'], recommend: 9 })],
      'en',
    );
    for (const chart of charts)
      expect(findingOf(equal.root, chart), chart).to.match(/^No(thing| answer) was .+ reliably/);
    const sure = await shown([...thirds(10), ...many(70, { obstacles: ['words'] })], 'en');
    expect(findingOf(sure.root, 'parts-obstacles')).to.equal(
      'Chosen most often: “Words I did not understand”, 80.0%.',
    );
    expect(few.root.querySelector('[data-chart=trend] .finding')?.textContent).not.to.contain('reliably');
  });

  it('says why a month is hidden that has answers enough', async () => {
    const some = [
      ...many(3, { satisfied: 5 }, '2026-09'),
      ...many(10, { satisfied: 5 }, '2026-10'),
      ...many(40, { satisfied: 5 }, '2026-11'),
    ];
    const { root } = await shown(some);
    const hidden = root.querySelector('[data-chart=trend] [data-row="2026-10"]')?.textContent;
    expect(hidden).to.contain('محجوب: أقل من 5 إجابات، أو يكشف ما هو أقل منها');
  });

  it('says of those who took part that they are people, and hides a page at which fewer than five left', async () => {
    const element = await fixture<TaafiSurveyResults>(
      html`<taafi-survey-results
        lang="ar"
        .definition=${definition}
        .responses=${many(9, { satisfied: 5 })}
        .participation=${[{ step: 'decision', month: '2026-11', invited: 29, started: 29, completed: 9, brokeOff: { service: 18, more: 2 } }]}
      ></taafi-survey-results>`,
    );
    const root = element.shadowRoot as ShadowRoot;
    await until(() => root.querySelector('h2'), 'the page');
    const part = root.querySelector('[part=participation]')?.textContent ?? '';
    expect(part).to.contain('أقل من 30 شخصًا');
    expect(part).not.to.contain('إجابة');
    expect(
      root.querySelectorAll('[data-chart=broke-off] .bar, [data-chart=broke-off] .bar-few'),
    ).to.have.length(0);
    expect(root.querySelector('[data-chart=broke-off] [data-row=more]')?.textContent).to.contain(
      'أقل من 5 أشخاص',
    );
    expect(part).not.to.match(/90[.]0|10[.]0/);
  });

  it('becomes a picture', async () => {
    const { root } = await shown();
    const file = nextFile();
    root.querySelector<HTMLElement>('[data-chart=trend] .small')?.click();
    const { name, content } = await file;
    expect(name).to.equal('satisfaction-trend.png');
    const picture = await createImageBitmap(content);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 3).join());
    // Paper, and the accent of the line.
    expect([...colours]).to.include.members(['255,253,249', '11,93,78']);
  });
});

describe('the page of the results', () => {
  it('compares another measure when it is chosen', async () => {
    const { root, element } = await shown(responses, 'en');
    const select = root.querySelector<HTMLSelectElement>('#measure');
    select?.focus();
    await sendKeys({ press: 'End' });
    await element.updateComplete;
    expect(select?.value).to.equal('nps');
    expect(root.querySelector('[data-chart=trend] svg')?.textContent).to.contain('-100');
    expect(root.querySelector('[data-chart=trend] h4')?.textContent).to.contain('recommend');
  });

  it('filters at once what it works out itself, and nothing that comes ready', async () => {
    const { root, element } = await shown(responses, 'en');
    const count = () => root.querySelector('#count')?.textContent;
    const select = root.querySelector<HTMLSelectElement>('#filter-from');
    if (select) select.value = '2026-11';
    root.querySelector<HTMLFormElement>('form.filter')?.requestSubmit();
    await element.updateComplete;
    const november = responses.filter(({ month }) => month === '2026-11').length;
    expect(count()).to.equal(`${november} people answered the survey`);
    const ready = await fixture<TaafiSurveyResults>(
      html`<taafi-survey-results lang="en" .results=${resultsOf(definition, responses, [], {})}></taafi-survey-results>`,
    );
    await ready.updateComplete;
    expect(ready.shadowRoot?.querySelector('.filter')).to.equal(null);
    expect(ready.shadowRoot?.querySelector('.cards')).not.to.equal(null);
  });

  it('speaks the other language when its button is pressed', async () => {
    const { root, element } = await shown();
    expect(root.querySelector('.root')?.getAttribute('dir')).to.equal('rtl');
    root.querySelector<HTMLElement>('#language')?.click();
    await until(() => root.querySelector('.root[dir=ltr]'), 'the English');
    await element.updateComplete;
    expect(root.activeElement?.id).to.equal('language');
    expect(root.querySelector('#headline-title')?.textContent).to.equal('In short');
  });

  it('saves the table', async () => {
    const { root } = await shown(responses, 'en');
    const file = nextFile();
    root.querySelector<HTMLElement>('.exports button')?.click();
    const { name, content } = await file;
    expect(name).to.equal('satisfaction.csv');
    expect([...new Uint8Array(await content.arrayBuffer()).slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(await content.text()).to.contain('"satisfaction (CSAT)"');
  });

  it('unfolds its tables for paper, and folds them up again', async () => {
    const { root } = await shown();
    const open = () => root.querySelectorAll('details[open]').length;
    expect(open()).to.equal(0);
    dispatchEvent(new Event('beforeprint'));
    expect(open()).to.equal(root.querySelectorAll('details').length);
    dispatchEvent(new Event('afterprint'));
    expect(open()).to.equal(0);
  });

  it('has two filters beside one another on a wide screen, and each below the other on a phone', async () => {
    const tops = async (width: number) => {
      await setViewport({ width, height: 800 });
      const { root, element } = await shown();
      // As wide as the page of the demonstration has it.
      element.style.maxInlineSize = '42rem';
      return [...root.querySelectorAll('.filter select')].map((box) => box.getBoundingClientRect().top);
    };
    const wide = await tops(1280);
    expect(wide).to.have.length(4);
    expect([wide[0], wide[2]]).to.deep.equal([wide[1], wide[3]]);
    expect(new Set(await tops(360)).size).to.equal(4);
  });

  it('has nothing on paper that can only be pressed', async () => {
    const { root } = await shown(surveyResponses(400, year));
    const controls = () =>
      [...root.querySelectorAll('button, select, .no-print')].filter((control) => control.checkVisibility());
    expect(controls().length).to.be.above(10);
    await emulateMedia({ media: 'print' });
    expect(controls().map(({ textContent }) => textContent?.trim())).to.deep.equal([]);
    await emulateMedia({ media: 'screen' });
  });

  it('takes a survey as its JSON stands, and says where it is given none', async () => {
    const json: unknown = await (await fetch('/src/packs/taafi/satisfaction.json')).json();
    const some = many(40, { overall: 5, obstacles: ['waiting'], channel: 'phone' });
    const element = await fixture<TaafiSurveyResults>(
      html`<taafi-survey-results lang="en" .definition=${json} .responses=${some}></taafi-survey-results>`,
    );
    const root = element.shadowRoot as ShadowRoot;
    await until(() => root.querySelector('.cards'), 'the results');
    expect(root.querySelector('[data-chart=parts-obstacles]')?.textContent).to.contain('100.0%');
    expect(root.querySelectorAll('#filter-dimension-channel option').length).to.be.above(8);
    const { warn } = console;
    const said: unknown[] = [];
    console.warn = (sentence: unknown) => said.push(sentence);
    for (const none of [{}, { ...(json as object), survey: undefined }]) {
      element.definition = none;
      await element.updateComplete;
    }
    console.warn = warn;
    expect(said).to.have.length(2);
    expect(String(said[0])).to.contain('must be a form with the member "survey"');
  });

  it('shows comments some at a time', async () => {
    const { root, element } = await shown(surveyResponses(400, year), 'en');
    const list = () => [...root.querySelectorAll('.comments li')];
    expect(list()).to.have.length(20);
    root.querySelector<HTMLElement>('[part=comments] button')?.click();
    await element.updateComplete;
    expect(list()).to.have.length(40);
    expect(root.activeElement).to.equal(list()[20]);
  });

  it('draws what somebody wrote as a text', async () => {
    const some = surveyResponses(9, ['2026-11']).map((response) => ({
      ...response,
      answers: { ...response.answers, comment: '<img src=x onerror=alert(1)>' },
    }));
    const { root } = await shown(some);
    expect(root.querySelector('.comments img')).to.equal(null);
    expect(root.querySelector('.comments')?.textContent).to.contain('<img src=x');
  });
});
