import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { newPair } from '../sealing/key-pair.js';
import type { Running } from './running-receiver.js';
import { codeOf, post, read, startReceiver } from './running-receiver.js';
import { sealedForm } from './sealed-form.js';
import { packSurvey } from './survey-scene.js';
import { referenceTo, submissionWith, trialForm } from './trial-form.js';

const own = { ...trialForm, id: 'own-form' };

let stamps = 0;

/** Writes a form of the web admin; each time with another time of change. */
function putForm({ dataDir }: Running, name: string, content: unknown): void {
  const file = join(dataDir, 'forms', name);
  const isWritten = typeof content === 'string' || content instanceof Buffer;
  writeFileSync(file, isWritten ? content : JSON.stringify(content, null, 2));
  stamps += 1;
  utimesSync(file, 1_700_000_000, 1_700_000_000 + stamps);
}

const submit = (receiver: Running, form: { id: string; version: string }) =>
  post(receiver, 'api/submissions', submissionWith({}, referenceTo(form)));

const page = async ({ url }: Running, path: string) => read(await fetch(`${url}/${path}`));

describe('the forms of the web admin', () => {
  it('are taken without a restart', async (test) => {
    const receiver = await startReceiver(test);
    assert.equal(codeOf(await submit(receiver, own)), 'unknown-form');
    putForm(receiver, 'own-form.json', own);
    assert.deepEqual((await page(receiver, 'forms/own-form.json')).body, own);
    assert.equal((await submit(receiver, own)).status, 201);
    const newer = { ...own, version: '1.3.0' };
    putForm(receiver, 'own-form.json', newer);
    assert.deepEqual((await page(receiver, 'forms/own-form.json')).body, newer);
    assert.equal((await submit(receiver, newer)).status, 201);
  });

  it('are not served where a private key was pasted into them', async (test) => {
    const receiver = await startReceiver(test);
    const { jwk, written } = newPair();
    const good = sealedForm().definition;
    const withKey = (key: unknown): string =>
      JSON.stringify({ ...good, id: 'pasted' }).replace(/"key":\{[^}]*\}/, `"key":${JSON.stringify(key)}`);
    const id = '2026-11';
    for (const key of [jwk, { id, publicKey: written, d: jwk.d }, { id, publicKey: jwk.d }, jwk.d]) {
      putForm(receiver, 'pasted.json', withKey(key));
      for (const path of ['forms/pasted.json', 'forms/pasted']) {
        const answer = await page(receiver, path);
        assert.equal(answer.status, 404, path);
        assert.ok(!answer.text.includes(jwk.d));
      }
    }
    putForm(receiver, 'pasted.json', withKey(jwk).slice(0, -1));
    assert.equal((await page(receiver, 'forms/pasted.json')).status, 404);
    putForm(receiver, 'pasted.json', withKey({ id, publicKey: jwk.d }).replace('"steps"', '"stops"'));
    assert.equal((await page(receiver, 'forms/pasted.json')).status, 404);
    putForm(receiver, 'pasted.json', withKey({ id, publicKey: written }));
    assert.equal((await page(receiver, 'forms/pasted.json')).status, 200);
  });

  it('are known before anybody has asked for them', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'own-form.json', own);
    assert.equal((await submit(receiver, own)).status, 201);
    const newer = { ...own, version: '1.3.0' };
    putForm(receiver, 'own-form.json', newer);
    assert.equal((await submit(receiver, newer)).status, 201);
  });

  it('are checked by the rules they were filled in by', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'own-form.json', own);
    await page(receiver, 'forms/own-form.json');
    const [about, others] = own.steps;
    const required = { id: 'note', type: 'text', required: true, label: 'Note' };
    const stricter = {
      ...own,
      version: '2.0.0',
      steps: [{ ...about, fields: [...(about?.fields ?? []), required] }, others],
    };
    putForm(receiver, 'own-form.json', stricter);
    assert.equal((await submit(receiver, own)).status, 201);
    const lacking = await submit(receiver, stricter);
    assert.deepEqual(lacking.body.errors, [{ pointer: '/note', code: 'required' }]);
    // After a restart only the database knows the older one.
    const again = await receiver.restart();
    assert.equal((await submit(again, own)).status, 201);
    assert.equal(codeOf(await submit(again, { ...own, version: '0.9.0' })), 'form-changed');
  });

  it('are gone when their file is', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'own-form.json', own);
    assert.equal((await submit(receiver, own)).status, 201);
    rmSync(join(receiver.dataDir, 'forms/own-form.json'));
    receiver.time.now += 2_000;
    assert.equal(codeOf(await submit(receiver, own)), 'unknown-form');
    assert.equal((await page(receiver, 'forms/own-form.json')).status, 404);
  });

  it('are told with line, column and pointer where they are at fault', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'own-form.json', own);
    await page(receiver, 'forms/own-form.json');
    const [about, others] = own.steps;
    const misspelt = {
      ...own,
      version: '1.4.0',
      steps: [{ ...about, fields: [{ id: 'a', type: 'txet', label: 'A' }] }, others],
    };
    putForm(receiver, 'own-form.json', misspelt);
    // Served as it is, so that the element can say what is wrong.
    assert.deepEqual((await page(receiver, 'forms/own-form.json')).body, misspelt);
    const told = receiver.lines.filter((line) => line.includes('/steps/0/fields/0/type'));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /forms\/own-form\.json:\d+:\d+: error: .*txet.*text/);
    const shown = (await page(receiver, 'forms/own-form')).text;
    assert.match(shown, /Line \d+, column \d+, <code>\/steps\/0\/fields\/0\/type<\/code>/);
    // The form itself would look as if it could be filled in.
    assert.doesNotMatch(shown, /<taafi-form/);
    const refused = await submit(receiver, misspelt);
    assert.equal(codeOf(refused), 'form-changed');
    assert.match(String(refused.body.detail), /errors/);
    assert.equal(receiver.lines.filter((line) => line.includes('/steps/0/fields/0/type')).length, 2);
    // Who had begun with the good one can finish.
    assert.equal((await submit(receiver, own)).status, 201);
  });

  it('are shown where they could only be better', async (test) => {
    const receiver = await startReceiver(test);
    const [about, others] = own.steps;
    const half = { id: 'half', type: 'text', label: { ar: 'بالعربية فقط' } };
    const steps = [{ ...about, fields: [...(about?.fields ?? []), half] }, others];
    putForm(receiver, 'own-form.json', { ...own, steps });
    const { text } = await page(receiver, 'forms/own-form');
    assert.match(text, /<taafi-form /);
    assert.doesNotMatch(text, /class="problem/);
    assert.ok(receiver.lines.some((line) => /own-form\.json:\d+:\d+: warning: /.test(line)));
  });

  it('must be UTF-8, and are told how to be', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'own-form.json', own);
    await page(receiver, 'forms/own-form.json');
    const text = JSON.stringify(own, null, 2);
    const files = {
      // «بسم» as an old Arabic Notepad writes it.
      windows1256: Buffer.from(text.replace('الاسم', '\xc8\xd3\xe3'), 'latin1'),
      utf16: Buffer.from(`\ufeff${text}`, 'utf16le'),
      unmarked: Buffer.from(text, 'utf16le'),
    };
    for (const [name, bytes] of Object.entries(files)) {
      putForm(receiver, `${name}.json`, bytes);
      const shown = await page(receiver, `forms/${name}`);
      assert.equal(shown.status, 200);
      assert.match(shown.text, /احفظ الملف بترميز UTF-8/);
      assert.match(shown.text, /Save the file as UTF-8/);
      assert.doesNotMatch(shown.text, /<taafi-form|not JSON/);
      const told = receiver.lines.filter((line) => line.includes(`${name}.json:1:1: error: `));
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /Save the file as UTF-8/);
    }
    putForm(receiver, 'own-form.json', files.windows1256);
    assert.equal((await submit(receiver, own)).status, 201);
    putForm(receiver, 'own-form.json', `\ufeff${text}`);
    assert.match((await page(receiver, 'forms/own-form')).text, /<taafi-form /);
  });

  it('that are not served are told why, where the admin looks', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'b-big.json', `"${'x'.repeat(10_000_000)}"`);
    putForm(receiver, 'زيارة.json', own);
    mkdirSync(join(receiver.dataDir, 'forms/folder.json'));
    const reasons: [string, string, RegExp, RegExp][] = [
      ['b-big', 'b-big', /larger than 1000000 characters/, /أكبر من 1000000 حرف/],
      ['زيارة', encodeURIComponent('زيارة'), /Use Latin letters/, /بحروف لاتينية/],
      ['folder', 'folder', /could not be read/, /تعذرت قراءة الملف/],
    ];
    const index = (await page(receiver, 'forms/')).text;
    for (const [name, address, english, arabic] of reasons) {
      const shown = await page(receiver, `forms/${address}`);
      assert.equal(shown.status, 404, name);
      assert.match(shown.headers.get('Content-Type') ?? '', /^text\/html/);
      for (const sentence of [english, arabic]) {
        assert.match(shown.text, sentence);
        assert.match(index, sentence);
      }
      assert.doesNotMatch(shown.text, /<taafi-form/);
      const file = await page(receiver, `forms/${address}.json`);
      assert.deepEqual([file.status, codeOf(file)], [404, 'not-found']);
      assert.match(String(file.body.detail), english);
      const told = receiver.lines.filter((line) => line.includes(`${name}.json:1:1: error: `));
      assert.equal(told.length, 1, receiver.lines.join('\n'));
      assert.match(told[0] ?? '', english);
    }
    putForm(receiver, 'b-big.json', { ...own, id: 'b-big' });
    assert.equal((await page(receiver, 'forms/b-big')).status, 200);
  });

  it('may be no JSON at all', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'broken.json', '{\n  "id": "broken",\n  "version" "1.0.0"\n}');
    const served = await fetch(`${receiver.url}/forms/broken.json`);
    assert.equal(served.status, 200);
    assert.match(await served.text(), /"version" "1.0.0"/);
    assert.ok(
      receiver.lines.some((line) => /forms\/broken\.json:3:13: error: /.test(line)),
      receiver.lines.join('\n'),
    );
    assert.match((await page(receiver, 'forms/broken')).text, /Line 3, column 13/);
    assert.equal((await submit(receiver, trialForm)).status, 201);
  });

  it('may be called or hold anything', async (test) => {
    const receiver = await startReceiver(test);
    const forms = join(receiver.dataDir, 'forms');
    putForm(receiver, 'نموذجي.json', own);
    putForm(receiver, '<b>.json', own);
    putForm(receiver, 'a b.json', own);
    putForm(receiver, 'huge.json', `"${'x'.repeat(4_000_000)}"`);
    putForm(receiver, 'empty.json', '');
    putForm(receiver, 'null.json', 'null');
    putForm(receiver, 'deep.json', '['.repeat(100_000));
    putForm(receiver, 'half.json', '{"id":"\\ud800"}');
    putForm(receiver, 'other-name.json', own);
    mkdirSync(join(forms, 'folder.json'));
    const index = await page(receiver, 'forms/');
    assert.equal(index.status, 200);
    assert.match(index.text, /<code>نموذجي\.json<\/code>/);
    assert.ok(!index.text.includes('<b>'));
    assert.match(
      index.text,
      /The file is called <code>other-name\.json<\/code>, its <code>id<\/code> is <code>own-form<\/code>/,
    );
    for (const name of ['empty', 'null', 'deep', 'half', 'other-name']) {
      assert.equal((await page(receiver, `forms/${name}`)).status, 200, name);
    }
    for (const name of ['huge', 'folder', 'a%20b', '%D9%86']) {
      assert.equal((await page(receiver, `forms/${name}`)).status, 404, name);
    }
    assert.equal((await submit(receiver, own)).status, 201);
    assert.deepEqual(
      receiver.lines.filter((line) => line.startsWith('fault')),
      [],
    );
  });

  it('are listed for the web admin, who is helped to her first one', async (test) => {
    const receiver = await startReceiver(test);
    for (const path of ['forms', 'forms/']) assert.match((await page(receiver, path)).text, /لا نماذج بعد/);
    putForm(receiver, 'own-form.json', own);
    const { text, headers } = await page(receiver, 'forms/');
    assert.match(text, /<a href="\/forms\/own-form">نموذج تجريبي<\/a>/);
    assert.match(headers.get('Content-Type') ?? '', /^text\/html/);
    assert.ok(!/ style=|<style|<script>|onclick/.test(text));
  });

  it('have a page that is opened by an invitation where they are a survey', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'own-survey.json', { ...packSurvey, id: 'own-survey' });
    const { text } = await page(receiver, 'forms/own-survey');
    assert.match(
      text,
      /<taafi-satisfaction-survey class="form" definition="\/forms\/own-survey\.json" receiver="\/" lang="ar">/,
    );
    assert.match(text, /<script type="module" src="\/kit\/survey\/taafi-satisfaction-survey\.js">/);
  });

  it('have a bare page each, in every language they have', async (test) => {
    const receiver = await startReceiver(test);
    putForm(receiver, 'own-form.json', { ...own, title: { ar: 'طلب <b>', en: 'A "request"' } });
    const arabic = (await page(receiver, 'forms/own-form')).text;
    assert.match(arabic, /<html lang="ar" dir="rtl">/);
    assert.match(arabic, /<title>طلب &lt;b&gt;<\/title>/);
    assert.match(
      arabic,
      /<taafi-form class="form" definition="\/forms\/own-form\.json" receiver="\/" lang="ar">/,
    );
    assert.match(arabic, /<script type="module" src="\/taafi\.js"><\/script>/);
    assert.match(arabic, /JavaScript/);
    // The form has a switch of the language, and the page none beside it.
    assert.ok(!arabic.includes('lang=en'));
    const english = (await page(receiver, 'forms/own-form?lang=en')).text;
    assert.match(english, /<html lang="en" dir="ltr">/);
    assert.match(english, /<title>A &quot;request&quot;<\/title>/);
    for (const lang of ['"><script>alert(1)</script>', 'fr', '', 'a&lang=b']) {
      const { text } = await page(receiver, `forms/own-form?lang=${encodeURIComponent(lang)}`);
      assert.match(text, /<html lang="ar" dir="rtl">/);
      assert.ok(!text.includes('alert'));
    }
    assert.equal(
      (await fetch(`${receiver.url}/forms/style.css`)).headers.get('Content-Type'),
      'text/css; charset=utf-8',
    );
  });
});

describe('the packs', () => {
  it('are checked at the start, and a bad form does not spoil the rest', async (test) => {
    const receiver = await startReceiver(test);
    const pack = join(receiver.dist, 'src/packs/trial-pack');
    writeFileSync(join(pack, 'bad.json'), JSON.stringify({ id: 'bad', version: '1', steps: [{}] }));
    renameSync(join(pack, 'association.json'), join(pack, 'facts.json'));
    const again = await receiver.restart();
    assert.ok(again.lines.some((line) => /trial-pack\/bad\.json:1:\d+: error: .*\(\/version\)/.test(line)));
    assert.ok(!again.lines.some((line) => line.includes('facts.json')));
    assert.equal((await submit(again, trialForm)).status, 201);
    assert.equal((await page(again, 'packs/trial-pack/bad.json')).status, 200);
    assert.equal(codeOf(await submit(again, { id: 'bad', version: '1.0.0' })), 'form-changed');
  });
});
