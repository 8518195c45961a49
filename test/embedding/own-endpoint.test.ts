import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { mediaTypeOf } from '../../src/core/file-signature.js';
import { browserOfThisFile } from '../journey/browser.js';
import { FormPage } from '../journey/form-page.js';
import type { Paper } from '../journey/papers.js';
import { makePapers } from '../journey/papers.js';
import { until } from '../journey/waiting.js';
import { watch } from '../journey/witness.js';
import { Example, repository } from './example.js';

const open = browserOfThisFile();

const answers = {
  fullName: 'سالم المثالي',
  birthDate: { date: '1990-05-21', calendar: 'gregory' },
  needs: ['rent', 'study'],
};

/** The example's server as a program of its own, and what it has kept. */
async function startOwnServer(test: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-visits-'));
  const child = spawn(process.execPath, [join(repository, 'examples/own-endpoint/server.js')], {
    env: { ...process.env, PORT: '0', VISITS_FOLDER: folder, KIT: join(repository, 'dist/taafi.js') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  test.after(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const url = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
  });
  return {
    url,
    kept: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>),
    file: (name: string) => new Uint8Array(readFileSync(join(folder, 'files', name))),
  };
}

/** A picture arrives as it was made ready: under its name, of the kind the name says, and no larger than it was. */
function assertReady({ name, bytes }: { name: string; bytes: Uint8Array }, paper: Paper | undefined): void {
  assert.equal(name.replace(/\.\w+$/, ''), paper?.name.replace(/\.\w+$/, ''));
  assert.equal(mediaTypeOf(bytes), name.endsWith('.png') ? 'image/png' : 'image/jpeg');
  assert.ok(bytes.length > 0 && bytes.length <= (paper?.bytes.length ?? 0));
}

/** Answers everything, with two papers, and comes to the review. */
async function fillIn(test: TestContext, page: Page, form: FormPage) {
  await form.fill(answers);
  const papers = [...(await makePapers(test, page, ['خطاب.png', 'هوية.jpg'])).values()];
  for (const { path } of papers) await form.attach('letters', path);
  await form.goOn('review');
  return papers;
}

describe('a classic form with <taafi-form> inside', () => {
  it('posts dates, choices, files and Arabic to an endpoint of its own', async (test) => {
    const server = await startOwnServer(test);
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    const form = await FormPage.open(page, `${server.url}/host-form.html`, 'taafi-form');
    const papers = await fillIn(test, page, form);
    await form.pressMain();
    await until(async () => (await page.title()) === 'وصل طلبك', 'the person is led to the thanks');
    const [visit] = server.kept();
    assert.equal(visit?.fullName, answers.fullName);
    assert.equal(visit?.birthDate, '1990-05-21');
    assert.equal(visit?.birthDateCalendar, 'gregory');
    assert.deepEqual(visit?.needs, ['rent', 'study']);
    const letters = visit?.letters as { file: string; name: string }[];
    assert.equal(letters.length, papers.length);
    for (const [index, { file, name }] of letters.entries())
      assertReady({ name, bytes: server.file(file) }, papers[index]);
    assert.deepEqual(witness.complaints, []);
  });

  it('names several values of one name as PHP wants them, and leaves one alone as it is', async (test) => {
    const server = await startOwnServer(test);
    const page = await open(test, { width: 360, height: 740 });
    const form = await FormPage.open(page, `${server.url}/host-form.html`, 'taafi-form');
    const entries = () =>
      page.$eval('form', (host) => {
        const list: [string, string][] = [];
        new FormData(host as HTMLFormElement).forEach((value, name) => {
          list.push([name, String(value)]);
        });
        return list;
      });
    await form.fill({ ...answers, needs: ['work'] });
    assert.deepEqual(await entries(), [
      ['fullName', 'سالم المثالي'],
      ['birthDate', '1990-05-21'],
      ['birthDate.calendar', 'gregory'],
      ['needs', 'work'],
    ]);
    await form.fill({ needs: ['rent'] });
    assert.deepEqual((await entries()).slice(3), [
      ['needs[]', 'rent'],
      ['needs[]', 'work'],
    ]);
  });
});

describe("a transport of the admin's own", () => {
  it('is checked against the types of the kit', async (test) => {
    const example = new Example(test, 'own-endpoint');
    const right = await example.run('typescript/bin/tsc');
    assert.equal(right.code, 0, right.text);
    example.change('transport.js', "failed('unexpected')", "failed('unexpektet')");
    example.change('transport.js', 'return { reference, receivedAt,', 'return { reference,');
    const wrong = await example.run('typescript/bin/tsc');
    assert.match(wrong.text, /unexpektet/);
    assert.match(wrong.text, /'receivedAt' is missing/);
  });

  it('sends answers and files to an endpoint of its own, and shows the reference that it gives', async (test) => {
    const server = await startOwnServer(test);
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    const form = await FormPage.open(page, `${server.url}/custom-transport.html`, 'taafi-form');
    const papers = await fillIn(test, page, form);
    await form.pressMain();
    await form.isAt('receipt');
    const [kept] = server.kept() as { receipt: { reference: string }; answers: Record<string, unknown> }[];
    // Digits are shown in fours.
    assert.equal(
      (await form.textOf('#reference'))?.replaceAll('-', ''),
      kept?.receipt.reference.replaceAll('-', ''),
    );
    const { letters, ...others } = (kept?.answers ?? {}) as { letters: { id: string; name: string }[] };
    assert.deepEqual(others, answers);
    for (const [index, { id, name }] of letters.entries())
      assertReady({ name, bytes: server.file(id) }, papers[index]);
    assert.deepEqual(witness.complaints, []);
    assert.deepEqual(await witness.violations(), []);
  });

  it('tells failures by their names: the person reads why, and sends the same again', async (test) => {
    const server = await startOwnServer(test);
    const page = await open(test, { width: 360, height: 740 });
    const form = await FormPage.open(page, `${server.url}/custom-transport.html`, 'taafi-form');
    await form.fill(answers);
    await form.goOn('review');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') asked.push(request.url());
    });
    await page.setRequestInterception(true);
    let isDown = true;
    page.on('request', (request) => {
      if (isDown && request.method() === 'PUT') void request.abort('connectionrefused');
      else void request.continue();
    });
    await form.pressMain();
    await form.has('تعذر الوصول إلى الجمعية.');
    isDown = false;
    await form.pressMain();
    await form.isAt('receipt');
    assert.equal(new Set(asked).size, 1, 'the second try has the same key as the first');
    assert.equal(server.kept().length, 1);
  });
});
