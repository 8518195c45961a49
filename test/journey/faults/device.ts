import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { launchBrowser } from '../browser.js';
import { hearClaims } from './claims.js';

/** How pages of a device are. */
export interface Manner {
  /** What pages get for `Math.random()`: the pauses between attempts are this share of what they may be. */
  readonly random: number;
  /** Days by which its clock is wrong. */
  readonly days: number;
  /** Milliseconds after which a page gives up waiting for an answer. */
  readonly timeout: number;
  /** Run in every page before anything of it. */
  readonly before?: () => void;
}

/**
 * A window of the common browser, with one origin. What its pages keep is forgotten after each run; its tab and the scripts in
 * its cache stay, for most of the time of a run goes into starting them.
 */
export interface Home {
  readonly context: BrowserContext;
  readonly origin: string;
  /** Left by an earlier run, empty. */
  tab?: Page | undefined;
}

/** A phone of one person for one run: a window of its own in the common browser, or a whole browser with a profile. */
export class Device {
  readonly #folder: string | undefined;
  readonly #home: Home | undefined;
  readonly #scripts: { readonly page: Page; readonly script: string }[] = [];
  readonly #spoilt = new Set<Page>();
  readonly #told: (text: string) => void;
  manner: Manner;
  #browser: Browser | undefined;

  /** @param home where its pages are, or the folder where a browser of its own keeps what they keep. */
  constructor(home: Home | string, manner: Manner, told: (text: string) => void) {
    this.#home = typeof home === 'string' ? undefined : home;
    this.#folder = typeof home === 'string' ? mkdtempSync(join(home, 'profile-')) : undefined;
    this.manner = manner;
    this.#told = told;
  }

  async tab(): Promise<Page> {
    const page = await this.#emptyTab();
    await hearClaims(page, this.#told);
    const { random, days, timeout, before } = this.manner;
    const script = await page.evaluateOnNewDocument(
      (share, ahead, longest) => {
        Math.random = () => share;
        const { now } = Date;
        let off = ahead;
        Date.now = () => now() + off;
        const Real = Date;
        globalThis.Date = new Proxy(Real, {
          construct: (target, values, made) =>
            Reflect.construct(target, values.length === 0 ? [Real.now()] : values, made) as Date,
        });
        Object.assign(globalThis, {
          moveClock: (milliseconds: number) => {
            off += milliseconds;
          },
        });
        const wait = globalThis.setTimeout;
        // What the receiver asks to wait, and the pauses of the outbox, are a thirtieth of what they are.
        const shortened = (time: number) => (time === 30_000 ? longest : time > 5_000 ? time / 30 : time);
        const shorter = (action: () => void, time = 0) => wait(action, shortened(time));
        globalThis.setTimeout = shorter as unknown as typeof setTimeout;
      },
      random,
      days * 24 * 60 * 60 * 1000,
      timeout,
    );
    this.#scripts.push({ page, script: script.identifier });
    if (before === undefined) return page;
    this.#scripts.push({ page, script: (await page.evaluateOnNewDocument(before)).identifier });
    return page;
  }

  /** What was done to a tab is not to be undone: nobody gets it after this run. */
  spoil(page: Page): void {
    this.#spoilt.add(page);
  }

  /** The tab's process dies. */
  async killTab(page: Page): Promise<void> {
    const devtools = await page.createCDPSession();
    const gone = new Promise((resolve) => page.once('error', resolve));
    void devtools.send('Page.crash').catch(() => undefined);
    await gone;
    await page.close();
  }

  /** The battery is taken out. Only for one with a folder. */
  async killBrowser(): Promise<void> {
    const child = this.#browser?.process();
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    await gone;
    this.#browser = undefined;
  }

  /** Its browser is closed as a person closes it: what pages keep is there when it is opened again. */
  async closeTabs(): Promise<void> {
    for (const page of (await this.#home?.context.pages()) ?? []) await page.close();
    await this.#browser?.close();
    this.#browser = undefined;
  }

  /** It is over, and nothing that pages kept is left. */
  async close(): Promise<void> {
    if (this.#home === undefined || this.#folder !== undefined) {
      await this.closeTabs();
      if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
      return;
    }
    const { context, origin } = this.#home;
    const pages = await context.pages();
    const stays = pages.find((page) => !this.#spoilt.has(page)) ?? (await context.newPage());
    for (const page of pages) if (page !== stays) await page.close();
    await hearClaims(stays, () => undefined);
    await stays.goto('about:blank');
    for (const { page, script } of this.#scripts)
      if (page === stays) await page.removeScriptToEvaluateOnNewDocument(script);
    const devtools = await stays.createCDPSession();
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' });
    await devtools.detach();
    this.#home.tab = stays;
  }

  /** For the end of this process, which waits for nothing. */
  killAll(): void {
    this.#browser?.process()?.kill('SIGKILL');
  }

  async #emptyTab(): Promise<Page> {
    const { tab } = this.#home ?? {};
    if (this.#home !== undefined) this.#home.tab = undefined;
    const page = tab ?? (await (await this.#place()).newPage());
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return page;
  }

  async #place(): Promise<Browser | BrowserContext> {
    if (this.#home !== undefined) return this.#home.context;
    this.#browser ??= await launchBrowser({ userDataDir: this.#folder ?? '', handleSIGINT: false });
    return this.#browser;
  }
}
