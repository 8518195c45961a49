import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { run } from '../cli/running-command.js';
import type { Lasting, ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram } from './receiver-program.js';
import type { Site } from './site.js';
import { startSite } from './site.js';
import { until } from './waiting.js';

/** A partner's site, and the receiver of the association that knows it. */
export interface PartnerScene {
  readonly site: Site;
  readonly receiver: ReceiverProgram;
  /** The partner's id in the register. */
  readonly partner: string;
}

/** For all tests of a file; the site is the partner's. */
export async function startPartner(tests: Lasting): Promise<PartnerScene> {
  const [site, receiver] = await Promise.all([
    startSite(tests as unknown as TestContext),
    startReceiverProgram(tests),
  ]);
  return { site, receiver, partner: await addPartner(receiver, site.url) };
}

/** Enters a partner in the register, and gives its id. */
export async function addPartner({ dataDir }: ReceiverProgram, origins: string): Promise<string> {
  const keyFile = join(dataDir, `key-of-${new URL(origins).host}.json`);
  const added = await run(
    ['partner', 'add', '--name', 'مركز النور', '--origins', origins, '--key-out', keyFile],
    { TAAFI_DATA: dataDir },
  );
  assert.equal(added.code, 0, added.err);
  return / is (\S+), and may refer/.exec(added.out)?.[1] ?? '';
}

/** A page of the partner under a strict policy: no script, no style and no frame but those it names. */
export function partnerPage(
  { receiver, partner }: PartnerScene,
  { attributes = '', around = '' } = {},
): string {
  const policy = [
    "default-src 'none'",
    `script-src ${receiver.url}`,
    `frame-src ${receiver.url}`,
    // What a page may want of its own; the mark in the browser's tab is empty.
    'img-src data:',
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><title>مركز النور</title><link rel="icon" href="data:,">
<script type="module" src="${receiver.url}/kit/embed/taafi-embed.js"></script></head><body>
<h1>مركز النور</h1><button id="before">قبل</button>
<taafi-embed src="${receiver.url}/" partner="${partner}" ${attributes}><p>اتصل بالجمعية</p></taafi-embed>
<button id="after">بعد</button>${around}</body></html>`;
}

/** Waits until the frame is shown, and gives it. */
export async function shownFrame(page: Page, host = 'taafi-embed'): Promise<Frame> {
  const handle = await until(async () => {
    const found = await page.evaluateHandle((selector) => {
      const frame = document.querySelector(selector)?.shadowRoot?.querySelector('iframe');
      return frame?.style.visibility === 'visible' ? frame : undefined;
    }, host);
    return found.asElement() ?? undefined;
  }, 'the frame is shown');
  const frame = await handle.contentFrame();
  assert.ok(frame);
  return frame as Frame;
}
