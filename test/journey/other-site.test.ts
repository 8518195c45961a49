import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mediaTypeOf } from '../../src/core/file-signature.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { makePapers } from './papers.js';
import { startReceiverProgram } from './receiver-program.js';
import { document, startSite } from './site.js';
import { visitAnswers, visitForm } from './visit-form.js';
import { until } from './waiting.js';
import { watch } from './witness.js';

const open = browserOfThisFile();

/** Styles of a site that has no mercy, as themes and page builders write them. */
const hostile = `
  * { font-size: 3px !important; letter-spacing: 1em !important; text-transform: uppercase !important;
    direction: ltr !important; text-align: right !important; line-height: 0.5 !important; color: yellow !important; }
  input, button, select, textarea, label, fieldset, dialog { display: none !important; }
  .primary, .field, .option, .summary, .root, .actions { visibility: hidden !important; opacity: 0 !important; }
  body { font-family: cursive; white-space: nowrap; }`;

describe('on the page of another site', () => {
  it('one script is all it takes, whatever the styles of the page and however often it is loaded', async (test) => {
    const site = await startSite(test);
    const receiver = await startReceiverProgram(test, { TAAFI_ORIGINS: site.url });
    receiver.putForm('visit', visitForm);
    const script = `<script type="module" src="${receiver.url}/taafi.js"></script>`;
    site.pages.set(
      '/',
      document(
        `<h1>أهلا</h1>${script}${script.replace('taafi.js', 'taafi.js?again')}
        <taafi-form definition="${receiver.url}/forms/visit.json" receiver="${receiver.url}"><p>بديل</p></taafi-form>${script}`,
        hostile,
      ),
    );
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    const form = await FormPage.open(page, `${site.url}/`, 'taafi-form');
    await form.fill(visitAnswers);
    const looks = await form.evaluate((element) => {
      const label = element.shadowRoot?.querySelector('label');
      const { fontSize, letterSpacing, textTransform, direction, color, lineHeight } = label
        ? getComputedStyle(label)
        : ({} as CSSStyleDeclaration);
      return {
        readable: Number.parseFloat(fontSize) >= 16,
        letterSpacing,
        textTransform,
        direction,
        isYellow: color === 'rgb(255, 255, 0)',
        tight: Number.parseFloat(lineHeight) < Number.parseFloat(fontSize) * 1.4,
      };
    });
    assert.deepEqual(looks, {
      readable: true,
      letterSpacing: 'normal',
      textTransform: 'none',
      direction: 'rtl',
      isYellow: false,
      tight: false,
    });
    await form.goOn('papers');
    const { path = '' } = (await makePapers(test, page, ['خطاب.png'])).get('خطاب.png') ?? {};
    await form.attach('letter', path);
    await form.fill(visitAnswers);
    await form.goOn('review');
    await form.pressMain();
    await form.isAt('receipt');
    const [request, ...others] = await receiver.requests();
    assert.equal(others.length, 0);
    assert.equal(request?.answers.fullName, visitAnswers.fullName);
    assert.equal(request?.files.length, 1);
    assert.deepEqual(witness.complaints, []);
  });

  it('that is not allowed the person is told, and loses nothing', async (test) => {
    const site = await startSite(test);
    const receiver = await startReceiverProgram(test, { TAAFI_ORIGINS: 'https://example.org' });
    receiver.putForm('visit', visitForm);
    site.pages.set('/visit.json', JSON.stringify(visitForm));
    site.pages.set(
      '/',
      document(
        `<script type="module" src="/taafi.js"></script><taafi-form definition="/visit.json" receiver="${receiver.url}"></taafi-form>`,
      ),
    );
    const page = await open(test, { width: 360, height: 740 });
    await page.evaluateOnNewDocument(() => {
      Math.random = () => 0;
    });
    const form = await FormPage.open(page, `${site.url}/`, 'taafi-form');
    await form.fill(visitAnswers);
    await form.goOn('papers');
    await form.fill(visitAnswers);
    await form.goOn('review');
    await form.pressMain();
    await form.hasFocusOn('sending');
    await form.has('لم تُرسل إجاباتك بعد');
    await form.has('تعذر الوصول إلى الجمعية.');
    await form.has(visitAnswers.story);
    assert.deepEqual(await receiver.requests(), []);
  });

  it('that may not load the kit shows what the page itself has to say', async (test) => {
    const site = await startSite(test);
    const receiver = await startReceiverProgram(test);
    receiver.putForm('visit', visitForm);
    site.pages.set(
      '/',
      document(`<script type="module" src="${receiver.url}/taafi.js"></script>
        <taafi-form definition="${receiver.url}/forms/visit.json" receiver="${receiver.url}"><p>اتصل بنا</p></taafi-form>`),
    );
    site.pages.set(
      '/own',
      document(`<script type="module" src="/taafi.js"></script>
        <taafi-form definition="${receiver.url}/forms/visit.json" receiver="${receiver.url}"><p>اتصل بنا</p></taafi-form>`),
    );
    const page = await open(test, { width: 360, height: 740 });
    for (const path of ['/', '/own']) {
      await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle0' });
      assert.equal(await page.$eval('taafi-form p', (words) => words.checkVisibility()), true);
    }
    await until(
      () =>
        page.evaluate(
          () =>
            window.document.querySelector('taafi-form')?.shadowRoot?.textContent?.includes('visit.json') ??
            false,
        ),
      'the admin is told which address could not be reached',
    );
  });
});

describe("inside the host's own form", () => {
  it('the answers are part of what the host is sent', async (test) => {
    const site = await startSite(test);
    site.pages.set('/visit.json', JSON.stringify(visitForm));
    site.pages.set(
      '/',
      document(`<script type="module" src="/taafi.js"></script>
        <form method="post" action="/take" enctype="multipart/form-data">
          <input name="campaign" value="spring" hidden>
          <taafi-form definition="/visit.json" name="visit"></taafi-form>
          <button id="own">أرسل</button>
        </form>`),
    );
    const page = await open(test, { width: 360, height: 740 });
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    const form = await FormPage.open(page, `${site.url}/`, 'taafi-form');
    // The host's own button sends nothing that is not right, and says what is missing.
    await page.click('#own');
    await form.hasFocusOn('errors');
    assert.deepEqual(await form.problems(), ['أدخل الاسم الكامل', 'أدخل رقم الجوال']);
    assert.equal(site.posted.length, 0);

    await form.fill(visitAnswers);
    await form.goOn('papers');
    const letter = (await makePapers(test, page, ['خطاب.jpg'])).get('خطاب.jpg');
    await form.attach('letter', letter?.path ?? '');
    await form.fill(visitAnswers);
    await form.goOn('review');
    await form.pressMain();
    await until(async () => (await page.title()) === 'thanks', 'the host answers');
    assert.equal(asked, 0, 'the browser asked whether to leave while the answers were being sent');
    assert.equal(site.posted.length, 1);
    const data = await new Response(new Uint8Array(site.posted[0]?.body ?? []), {
      headers: { 'Content-Type': site.posted[0]?.type ?? '' },
    }).formData();
    const { agreement, ...texts } = visitAnswers;
    const named = Object.fromEntries(
      Object.entries(texts).map(([name, value]) => [`visit.${name}`, [value]]),
    );
    const sent = Object.fromEntries(Object.keys(named).map((name) => [name, data.getAll(name)]));
    // Browsers end the lines of form data as HTTP does.
    assert.deepEqual(JSON.parse(JSON.stringify(sent).replaceAll('\\r\\n', '\\n')), named);
    assert.equal(data.get('visit.agreement'), String(agreement));
    assert.equal(data.get('campaign'), 'spring');
    const file = data.get('visit.letter') as unknown as Blob & { name: string };
    assert.equal(file.name, 'خطاب.jpg');
    assert.equal(mediaTypeOf(new Uint8Array(await file.arrayBuffer())), 'image/jpeg');
    assert.ok(file.size <= (letter?.bytes.length ?? 0));
  });
});
