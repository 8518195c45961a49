import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { openStorage } from '../../src/receiver/storage/storage.js';
import type { Running } from './running-receiver.js';
import { smallBuild, startReceiver } from './running-receiver.js';

const origins = ['https://noor.example', 'https://www.noor.example:8443'];

/** A receiver with a partner, and one that is none any more. */
async function start(test: TestContext): Promise<Running> {
  const dist = smallBuild(test);
  writeFileSync(
    join(dist, 'src/packs/trial-pack/association.json'),
    JSON.stringify({
      id: 'trial-pack',
      name: { ar: 'جمعية <المثال>', en: 'Example & Co' },
      channels: [],
      documents: [],
    }),
  );
  mkdirSync(join(dist, 'browser/embed'), { recursive: true });
  for (const name of ['taafi-embed.js', 'taafi-embed-frame.js'])
    writeFileSync(join(dist, 'browser/embed', name), 'export {};');
  const receiver = await startReceiver(test, { dist });
  const storage = await openStorage(join(receiver.dataDir, 'taafi.db'));
  for (const id of ['noor', 'former']) {
    const createdAt = '2026-11-01T00:00:00.000Z';
    await storage.partners.add({ id, name: { ar: id }, origins, publicKey: 'A'.repeat(43), createdAt });
  }
  await storage.partners.remove('former', '2026-11-02T00:00:00.000Z');
  await storage.close();
  return receiver;
}

const directives = (response: Response) =>
  (response.headers.get('Content-Security-Policy') ?? '').split('; ');

describe('the page for a frame', () => {
  it('may be shown by the origins of its partner and nobody else, and is strict in all else', async (test) => {
    const { url } = await start(test);
    const usual = directives(await fetch(`${url}/api/health`));
    const rest = usual.filter((directive) => !directive.startsWith('frame-ancestors'));
    for (const [query, ancestors] of [
      ['?partner=noor', origins.join(' ')],
      ['?partner=noor&lang=en', origins.join(' ')],
      ['?partner=former', "'none'"],
      ['?partner=nobody', "'none'"],
      ['?partner=noor&partner=noor', "'none'"],
      ['?partner=', "'none'"],
      ['', "'none'"],
    ]) {
      const answer = await fetch(`${url}/embed/trial${query}`);
      assert.equal(answer.status, 200);
      assert.deepEqual(directives(answer).sort(), [...rest, `frame-ancestors ${ancestors}`].sort(), query);
      assert.equal(answer.headers.get('X-Frame-Options'), null);
      assert.equal(answer.headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      assert.equal(answer.headers.get('Set-Cookie'), null);
    }
  });

  it('holds the form, says whose it is, and names the origins to its script', async (test) => {
    const { url, port } = await start(test);
    const html = await (await fetch(`${url}/embed/trial?partner=noor&lang=en`)).text();
    assert.match(html, /<html lang="en" dir="ltr">/);
    assert.match(html, /<taafi-support-request class="form" definition="\/packs\/trial-pack\/trial\.json"/);
    assert.ok(html.includes(`<taafi-embed-frame origins="${origins.join(' ')}"`));
    assert.ok(html.includes(`127.0.0.1:${port}`));
    assert.ok(html.includes('Example &amp; Co') && html.includes('جمعية &lt;المثال&gt;'));
    assert.doesNotMatch(html, /<script>|style=|\son\w+=/);
    const nobody = await (await fetch(`${url}/embed/trial?partner=former`)).text();
    assert.ok(nobody.includes('<taafi-embed-frame origins=""'));
    const odd = await (await fetch(`${url}/embed/trial?partner=noor&lang=%22%3E%3Cscript%3E`)).text();
    assert.doesNotMatch(odd, /"><script>/);
  });

  it('is of any form that is served, a survey in its own element', async (test) => {
    const { url, dataDir } = await start(test);
    assert.equal((await fetch(`${url}/embed/nothing?partner=noor`)).status, 404);
    assert.equal((await fetch(`${url}/embed/association?partner=noor`)).status, 404);
    assert.equal((await fetch(`${url}/embed/trial?partner=noor`, { method: 'POST' })).status, 405);
    const survey = {
      id: 'asked',
      version: '1.0.0',
      languages: ['ar'],
      title: 'استبيان',
      survey: {
        audience: 'external',
        access: 'open',
        measures: [{ id: 'clear', kind: 'shares', of: 'clear', title: 'الوضوح' }],
      },
      steps: [
        { id: 'one', title: 'سؤال', fields: [{ id: 'clear', type: 'yes-no', label: 'هل كان واضحًا؟' }] },
      ],
    };
    writeFileSync(join(dataDir, 'forms/asked.json'), JSON.stringify(survey));
    const answer = await fetch(`${url}/embed/asked?partner=noor`);
    const html = await answer.text();
    assert.equal(answer.status, 200, html);
    assert.match(html, /<taafi-satisfaction-survey class="form" definition="\/forms\/asked\.json"/);
  });

  it('has a script for partners that every site may load, and none beside it', async (test) => {
    const { url } = await start(test);
    const from = { headers: { Origin: 'https://anybody.example' } };
    const allowed = async (path: string) =>
      (await fetch(`${url}/${path}`, from)).headers.get('Access-Control-Allow-Origin');
    assert.equal(await allowed('kit/embed/taafi-embed.js'), '*');
    assert.equal(await allowed('kit/embed/taafi-embed-frame.js'), null);
    assert.equal(await allowed('embed/trial?partner=noor'), null);
    assert.match(await (await fetch(`${url}/embed/style.css`)).text(), /light-dark/);
  });
});
