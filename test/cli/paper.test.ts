import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { run } from './running-command.js';

const pack = (form: string) => `src/packs/taafi/${form}.json`;

/** What a person reads on the paper, without the style sheet. */
function readable(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const form = (fields: readonly object[], more: object = {}) =>
  JSON.stringify({
    id: 'paper',
    version: '1.0.0',
    languages: ['ar', 'en'],
    title: { ar: 'نموذج', en: 'A form' },
    steps: [{ id: 'only', title: { ar: 'القسم', en: 'Part' }, fields }],
    ...more,
  });

const label = (text: string) => ({ ar: text, en: text });
const options = ['a', 'b', 'c'].map((value) => ({ value, ar: value, en: value }));

async function onPaper(test: TestContext, text: string, ...more: string[]): Promise<string> {
  const file = join(temporaryFolder(test), 'form.json');
  writeFileSync(file, text);
  const { code, out, err } = await run(['paper', file, ...more]);
  assert.equal(code, 0, err);
  return out;
}

describe('taafi paper', () => {
  for (const name of ['support-request', 'data-declaration', 'satisfaction', 'satisfaction-internal']) {
    it(`prints ${name} in both languages, with every question once numbered`, async () => {
      for (const language of ['ar', 'en']) {
        const { code, out } = await run(['paper', pack(name), '--language', language]);
        assert.equal(code, 0);
        assert.match(out, new RegExp(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`));
        // Nothing of it runs, and nothing comes from elsewhere.
        assert.doesNotMatch(out, /<script|<link|<img|style=|https?:\/\/[^ <]*\.(css|js|woff)/);
        const numbers = [...out.matchAll(/class="number">(\d+)</g)].map(([, number]) => Number(number));
        assert.deepEqual(
          numbers,
          numbers.map((_, index) => index + 1),
        );
        assert.doesNotMatch(readable(out), /undefined|\[object/);
      }
    });
  }

  it('tells conditions as sentences, by the numbers of the questions', async (test) => {
    const text = form([
      { id: 'works', type: 'yes-no', required: true, label: label('works') },
      { id: 'where', type: 'text', when: { field: 'works', is: true }, label: label('where') },
      { id: 'since', type: 'date', when: { field: 'works', is: true }, label: label('since') },
      { id: 'kind', type: 'choices', options, label: label('kind') },
      {
        id: 'more',
        type: 'text',
        when: {
          all: [
            {
              any: [
                { field: 'kind', includes: 'a' },
                { field: 'kind', includes: 'b' },
              ],
            },
            { not: { field: 'works', is: true } },
          ],
        },
        label: label('more'),
      },
      { id: 'last', type: 'text', required: true, label: label('last') },
    ]);
    const arabic = readable(await onPaper(test, text));
    assert.match(arabic, /إن أجبت بنعم عن السؤال 1 فأجب عن السؤالين 2 و3، وإلا فانتقل إلى السؤال 4\./);
    assert.match(arabic, /اخترت «a» أو «b» في السؤال 4، ولم تُجب بنعم عن السؤال 1/);
    assert.match(arabic, /2 where \(اختياري\)/);
    const english = readable(await onPaper(test, text, '--language', 'en'));
    assert.match(
      english,
      /If you answered yes to question 1, answer questions 2 and 3\. Otherwise go on to question 4\./,
    );
    assert.doesNotMatch(english, /6 last \(optional\)/);
  });

  it('gives digits their boxes, and a list several places and another sheet', async (test) => {
    const paper = await onPaper(
      test,
      form([
        { id: 'nid', type: 'national-id', label: label('nid') },
        {
          id: 'children',
          type: 'list',
          maxItems: 9,
          label: label('children'),
          itemLabel: { ar: 'الطفل {n}', en: 'Child {n}' },
          fields: [
            { id: 'name', type: 'text', label: label('name') },
            { id: 'age', type: 'number', integer: true, minimum: 0, maximum: 99, label: label('age') },
          ],
        },
      ]),
      '--numerals',
      'arab',
    );
    assert.equal(
      /class="number">١<.*?<span>((<i><\/i>)+)<\/span>/s.exec(paper)?.[1]?.length,
      10 * '<i></i>'.length,
    );
    assert.match(readable(paper), /الطفل ٦.*ورقة أخرى، واكتب عليها «السؤال ٢»/);
    assert.match(paper, /class="number">٢\/١</);
    assert.doesNotMatch(readable(paper), /الطفل ٧/);
  });

  it('lets a paper be signed by hand without asking how, and a survey stay without a name', async () => {
    const { out } = await run(['paper', pack('data-declaration'), '--language', 'en']);
    assert.doesNotMatch(readable(out), /How will you sign|Photo of the signed paper/);
    assert.match(readable(out), /3 Your signature/);
    const survey = readable((await run(['paper', pack('satisfaction'), '--language', 'en'])).out);
    assert.doesNotMatch(survey, /Request number/);
  });

  it('says what is wrong with a form, and which browser is wanted for a PDF', async (test) => {
    const folder = temporaryFolder(test);
    const file = join(folder, 'form.json');
    writeFileSync(file, form([{ id: 'a', type: 'txt', label: 'a' }]));
    const { code, err } = await run(['paper', file]);
    assert.equal(code, 1);
    assert.match(err, /\/steps\/0\/fields\/0\/type/);
    assert.equal((await run(['paper', file, '--out', 'form.doc'])).code, 2);
    writeFileSync(file, form([{ id: 'a', type: 'text', label: 'a' }]));
    const without = await run(['paper', file, '--out', join(folder, 'form.pdf')], {
      PATH: folder,
      TAAFI_BROWSER: join(folder, 'none'),
    });
    assert.equal(without.code, 1);
    assert.match(without.err, /has printed nothing/);
  });

  it('is printed as a PDF', async (test) => {
    const { ensureBrowser } = (await import(
      new URL('../../../scripts/ensure-browser.js', import.meta.url).href
    )) as { ensureBrowser(): Promise<{ path: string; env: Record<string, string> }> };
    const { path, env } = await ensureBrowser();
    const out = join(temporaryFolder(test), 'form.pdf');
    const { code, err } = await run(['paper', pack('data-declaration'), '--out', out], {
      ...env,
      TAAFI_BROWSER: path,
    });
    assert.equal(code, 0, err);
    assert.match(readFileSync(out, 'latin1'), /^%PDF-1/);
  });
});
