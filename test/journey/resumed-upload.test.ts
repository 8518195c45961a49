import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { arrivedFiles } from '../receiver/arrived-files.js';
import { eventually, startReceiver } from '../receiver/running-receiver.js';
import { browserOfThisFile } from './browser.js';
import { startUnreliableLine } from './unreliable-line.js';

const open = browserOfThisFile();
const compiled = dirname(fileURLToPath(new URL('../../src/index.js', import.meta.url)));

const SIZE = 1_000_000;
const ID = 'a-file-of-22-characte_';

interface Window {
  /** Sends the file again under the same id, and says how many bytes had arrived each time it was told. */
  send(receiver: string): Promise<readonly number[]>;
  told: number[];
}

/** A site with the kit's own transport, and a page that has the same file each time it is opened. */
async function startTransportSite(test: TestContext): Promise<string> {
  const page = `<!doctype html><link rel="icon" href="data:,"><script type="module">
    import { httpTransport } from '/transport/http-transport.js';
    window.told = [];
    window.send = async (receiver) => {
      const line = { firstPiece: 100_000, largestPiece: 100_000 };
      const file = new Blob(['%PDF-1.7', new Uint8Array(${SIZE - 13}).fill(7), '%%EOF']);
      const options = { signal: new AbortController().signal, onProgress: (sent) => window.told.push(sent) };
      await httpTransport(receiver, {}, line).upload(file, { id: '${ID}', name: 'a.pdf' }, options);
      return window.told;
    };
    document.title = 'ready';
  </script>`;
  const server = createServer(({ url = '/' }, response) => {
    const file = join(compiled, url);
    if (url === '/') response.setHeader('Content-Type', 'text/html').end(page);
    else if (!file.endsWith('.js') || !existsSync(file)) response.writeHead(404).end();
    else response.setHeader('Content-Type', 'text/javascript').end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function opened(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => document.title === 'ready');
}

const furthest = (page: Page) => page.evaluate(() => (window as unknown as Window).told.at(-1) ?? 0);

const arrived = async (receiver: { dataDir: string }) => (await arrivedFiles(receiver)).get(ID);

describe('an upload under the same id', () => {
  it('goes on where it was after the page was loaded again', async (test) => {
    const url = await startTransportSite(test);
    const receiver = await startReceiver(test, { origins: [url] });
    const line = await startUnreliableLine(test, receiver.url);
    const page = await open(test, { width: 360 });
    await opened(page, url);
    await page.evaluate((to) => void (window as unknown as Window).send(to), line.url);
    await eventually(async () => (await furthest(page)) >= SIZE / 2);
    await opened(page, url);
    const pieces = () => line.seen.filter(({ name }) => name.startsWith('PATCH')).length;
    const before = pieces();
    const told = await page.evaluate((to) => (window as unknown as Window).send(to), line.url);
    assert.ok((told[0] ?? 0) >= SIZE / 2, `it began again at ${told[0]}`);
    assert.equal(told.at(-1), SIZE);
    assert.ok(pieces() - before <= 6, `${pieces() - before} pieces were sent after that`);
    assert.equal((await arrived(receiver))?.length, SIZE);
  });

  it('goes on where it was after the receiver was started again', async (test) => {
    const url = await startTransportSite(test);
    const receiver = await startReceiver(test, { origins: [url] });
    const page = await open(test, { width: 360 });
    await opened(page, url);
    const running = page.evaluate((to) => (window as unknown as Window).send(to), receiver.url);
    await eventually(async () => (await furthest(page)) >= SIZE / 5);
    await receiver.close();
    const half = (await arrived(receiver))?.length ?? 0;
    assert.ok(half >= SIZE / 5 && half < SIZE, String(half));
    const again = await startReceiver(test, {
      origins: [url],
      dataDir: receiver.dataDir,
      dist: receiver.dist,
      port: receiver.port,
    });
    const told = await running;
    assert.equal(told.at(-1), SIZE);
    // What is told only ever rises.
    assert.deepEqual(
      told,
      [...told].sort((one, other) => one - other),
    );
    const whole = await arrived(again);
    assert.equal(whole?.length, SIZE);
    assert.equal(whole?.subarray(-5).toString(), '%%EOF');
  });
});
