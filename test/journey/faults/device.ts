import { mkdtempSync } from 'node:fs';
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

/** A phone of one person for one run: a window of its own in the common browser, or a whole browser with a profile. */
export class Device {
  readonly #folder: string | undefined;
  readonly #common: Browser;
  readonly #told: (text: string) => void;
  manner: Manner;
  #browser: Browser | undefined;
  #context: BrowserContext | undefined;

  /** @param folder where its browser keeps what pages keep; undefined for a window of the common browser. */
  constructor(common: Browser, folder: string | undefined, manner: Manner, told: (text: string) => void) {
    this.#common = common;
    this.#folder = folder === undefined ? undefined : mkdtempSync(join(folder, 'profile-'));
    this.manner = manner;
    this.#told = told;
  }

  async tab(): Promise<Page> {
    const page = await (await this.#place()).newPage();
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await hearClaims(page, this.#told);
    const { random, days, timeout, before } = this.manner;
    await page.evaluateOnNewDocument(
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
        const shorter = (action: () => void, time = 0) => wait(action, time === 30_000 ? longest : time);
        globalThis.setTimeout = shorter as unknown as typeof setTimeout;
      },
      random,
      days * 24 * 60 * 60 * 1000,
      timeout,
    );
    if (before !== undefined) await page.evaluateOnNewDocument(before);
    return page;
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

  /** Its browser is closed as a person closes it: with a folder, what it keeps is there when it is opened again. */
  async closeTabs(): Promise<void> {
    for (const page of (await this.#context?.pages()) ?? []) await page.close();
    await this.#browser?.close();
    this.#browser = undefined;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    await this.#browser?.close();
    [this.#context, this.#browser] = [undefined, undefined];
  }

  /** For the end of this process, which waits for nothing. */
  killAll(): void {
    this.#browser?.process()?.kill('SIGKILL');
  }

  async #place(): Promise<Browser | BrowserContext> {
    if (this.#folder === undefined) {
      this.#context ??= await this.#common.createBrowserContext();
      return this.#context;
    }
    this.#browser ??= await launchBrowser({ userDataDir: this.#folder, handleSIGINT: false });
    return this.#browser;
  }
}
