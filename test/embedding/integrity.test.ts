import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { run } from '../cli/running-command.js';
import { browserOfThisFile } from '../journey/browser.js';
import { until } from '../journey/waiting.js';
import { repository } from './example.js';
import type { StaticSite } from './static-site.js';
import { startStaticSite } from './static-site.js';

const open = browserOfThisFile();
const dist = join(repository, 'dist');
const published = JSON.parse(readFileSync(join(dist, 'sri.json'), 'utf8')) as {
  version: string;
  alone: string[];
  integrity: Record<string, string>;
};

/** A site with the kit as it was published and a form; `folder` may be tampered with. */
async function siteWithKit(test: TestContext): Promise<StaticSite & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-integrity-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(dist, 'taafi.js'), join(folder, 'taafi.js'));
  cpSync(join(dist, 'browser'), join(folder, 'kit'), { recursive: true });
  mkdirSync(join(folder, 'forms'));
  cpSync(join(repository, 'examples/visit.json'), join(folder, 'forms/visit.json'));
  const site = await startStaticSite(test);
  return { ...site, folder };
}

/** A page of an admin, which has nothing that a strict policy forbids. */
const document = (body: string) =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>نموذج</title></head><body>${body}</body></html>`;

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

function tamper(path: string): void {
  writeFileSync(path, `globalThis.tampered = true;\n${readFileSync(path, 'utf8')}`);
}

/** What somebody sees, and whether foreign code has run. */
function seen(page: Page) {
  return page.evaluate(() => ({
    isFallbackVisible: window.document.querySelector('taafi-form p')?.checkVisibility() ?? false,
    hasTampered: 'tampered' in globalThis,
  }));
}

async function opens(page: Page): Promise<void> {
  const isOpen = () =>
    page.evaluate(() =>
      Boolean((window.document.querySelector('taafi-form') as { page?: string } | null)?.page),
    );
  await until(isOpen, 'the form is open');
}

describe('sri.json', () => {
  it('has the hash of every script that is published, and says which are whole by themselves', () => {
    const at = (path: string) => join(dist, path.replace(/^kit\//, 'browser/'));
    for (const [path, integrity] of Object.entries(published.integrity)) {
      const hash = createHash('sha384')
        .update(readFileSync(at(path)))
        .digest('base64');
      assert.equal(integrity, `sha384-${hash}`, path);
    }
    assert.deepEqual(published.alone, [
      'kit/embed/taafi-embed-frame.js',
      'kit/embed/taafi-embed.js',
      'kit/verify/taafi-receipt-check.js',
      'taafi.js',
    ]);
    for (const entry of [
      'kit/taafi.js',
      'kit/signature/taafi-signature.js',
      'kit/tracker/taafi-status-tracker.js',
    ])
      assert.ok(entry in published.integrity, entry);
  });
});

describe('the lines of taafi embed', () => {
  it('run the script that was published, and leave the page its own words where it is another', async (test) => {
    const site = await siteWithKit(test);
    const { out, code } = await run(['embed', 'visit', '--receiver', site.url]);
    assert.equal(code, 0);
    assert.match(out, /integrity="sha384-[^"]+" crossorigin="anonymous"/);
    writeFileSync(join(site.folder, 'index.html'), document(out));
    site.serve(site.folder, strict);
    const page = await open(test, { width: 360, height: 740 });
    await page.goto(`${site.url}/`);
    await opens(page);
    assert.deepEqual(await seen(page), { isFallbackVisible: false, hasTampered: false });

    tamper(join(site.folder, 'taafi.js'));
    await page.goto(`${site.url}/`, { waitUntil: 'networkidle0' });
    assert.deepEqual(await seen(page), { isFallbackVisible: true, hasTampered: false });
  });

  it('protect every piece of the split script by an import map, which the hash of the entry alone does not', async (test) => {
    const site = await siteWithKit(test);
    const { out, err, code } = await run(['embed', 'visit', '--receiver', site.url, '--split']);
    assert.equal(code, 0);
    const [, hash = ''] = /('sha256-[^']+')/.exec(err) ?? [];
    const withMap = strict.replace("script-src 'self'", `script-src 'self' ${hash}`);
    writeFileSync(join(site.folder, 'index.html'), document(out));
    writeFileSync(
      join(site.folder, 'entry-only.html'),
      document(out.replace(/<script type="importmap">.*<\/script>/, '')),
    );
    site.serve(site.folder, withMap);
    const page = await open(test, { width: 360, height: 740 });
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text());
    });
    await page.goto(`${site.url}/`);
    await opens(page);
    assert.deepEqual(violations, []);

    const pieces = readdirSync(join(site.folder, 'kit')).filter((name) => /^(?!taafi\.js).*\.js$/.test(name));
    for (const piece of pieces) tamper(join(site.folder, 'kit', piece));
    await page.goto(`${site.url}/`, { waitUntil: 'networkidle0' });
    assert.equal((await seen(page)).hasTampered, false);
    // Why the documentation says so: here the entry is as it was published, and its import is not.
    await page.goto(`${site.url}/entry-only.html`, { waitUntil: 'networkidle0' });
    assert.equal((await seen(page)).hasTampered, true);
  });

  it('say what is wrong with what they were asked for', async () => {
    for (const [args, sentence] of [
      [['embed'], /name the form, by its id/],
      [['embed', 'a"b'], /named by its id/],
      [['embed', 'visit', '--receiver', 'forms.example.org'], /--receiver must be an address/],
      [['embed', 'visit', '--receiver', 'javascript:alert(1)'], /must begin with https/],
      [['embed', 'visit', '--split', '--script', '/taafi-0.1.0.js'], /in one file/],
    ] as const) {
      const { code, out, err } = await run(args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, sentence);
    }
    const { out } = await run([
      'embed',
      'visit',
      '--receiver',
      'https://f.example.org/x',
      '--script',
      '/js/taafi-0.1.0.js',
    ]);
    assert.match(out, /src="\/js\/taafi-0\.1\.0\.js"/);
    assert.match(out, /definition="https:\/\/f\.example\.org\/x\/forms\/visit\.json"/);
  });
});

describe('a page that loads the kit more than once', () => {
  it('keeps the tags it has, its own among them, and nobody complains', async (test) => {
    const site = await siteWithKit(test);
    writeFileSync(
      join(site.folder, 'own.js'),
      'customElements.define("taafi-support-request", class Own extends HTMLElement {});',
    );
    // Two builds of different files stand for two versions: each brings its own Lit and its own classes.
    const scripts = [
      'own.js',
      'taafi.js',
      'kit/taafi.js',
      'taafi.js?again',
      'kit/signature/taafi-signature.js',
    ];
    const tags = scripts.map((path) => `<script type="module" src="/${path}"></script>`).join('');
    writeFileSync(
      join(site.folder, 'index.html'),
      document(`${tags}<taafi-form definition="/forms/visit.json"><p>بديل</p></taafi-form>`),
    );
    site.serve(site.folder, strict);
    const page = await open(test, { width: 360, height: 740 });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type()) && !message.text().includes('favicon'))
        complaints.push(message.text());
    });
    await page.goto(`${site.url}/`, { waitUntil: 'networkidle0' });
    await opens(page);
    assert.equal(await page.evaluate(() => customElements.get('taafi-support-request')?.name), 'Own');
    assert.deepEqual(complaints, []);
  });
});
