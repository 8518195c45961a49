import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';

/** What a browser did that nobody sees who looks at the page. */
export interface Witness {
  /** Addresses of everything that was asked for. */
  readonly urls: string[];
  /** Errors and warnings of the console, and errors that nobody caught. */
  readonly complaints: string[];
  /** Violations of the content policy, Trusted Types included. */
  violations(): Promise<string[]>;
  /** All that is kept in the browser beyond this page. */
  kept(): Promise<unknown[]>;
}

declare global {
  /** Violations that the document has seen since its start. */
  var violationsSeen: string[];
}

/** Watches a window from before anything is opened in it. */
export async function watch(page: Page): Promise<Witness> {
  const urls: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      complaints.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.evaluateOnNewDocument(() => {
    globalThis.violationsSeen = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      globalThis.violationsSeen.push(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  return {
    urls,
    complaints,
    violations: () => page.evaluate(() => globalThis.violationsSeen),
    kept: async () => [
      ...(await page.browserContext().cookies()),
      ...(await page.evaluate(async () => [
        ...Object.entries(localStorage),
        ...Object.entries(sessionStorage),
        ...(await indexedDB.databases()),
        ...(await caches.keys()),
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ])),
    ],
  };
}

/** Fails where the browser spoke to anybody but `origin`, complained, kept anything, or an address holds a secret. */
export async function assertDiscreet(
  witness: Witness,
  page: Page,
  origin: string,
  secrets: readonly string[],
): Promise<void> {
  const foreign = witness.urls.filter((url) => !url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url));
  assert.deepEqual(foreign, [], 'requests to other origins');
  assert.deepEqual(witness.complaints, [], 'complaints in the console');
  assert.deepEqual(await witness.violations(), [], 'violations of the content policy');
  assert.deepEqual(await witness.kept(), [], 'what is kept in the browser');
  const state = await page.evaluate(
    () => JSON.stringify(history.state) + document.title + document.cookie + window.name,
  );
  const seen = [...witness.urls, page.url()].map((url) => decodeURIComponent(url)).join('\n') + state;
  assertKeeps(seen, secrets, 'addresses, history, title');
}

/** Fails where a text holds a secret. */
export function assertKeeps(text: string, secrets: readonly string[], where: string): void {
  const told = secrets.filter((secret) => text.includes(secret));
  assert.deepEqual(told, [], `what a person typed, in ${where}`);
}
