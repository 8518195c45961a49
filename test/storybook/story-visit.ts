import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { NodeResult, RunOptions } from 'axe-core';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { axeRules, colourRules } from '../../stories/support/axe-rules.js';
import type { Appearance, Language } from './appearances.js';
import { appear, appearances } from './appearances.js';
import { HTML_OF_THE_FRAME } from './frame-policy.js';
import { witnessIn } from './witness-script.js';

/** A colour as axe reckons with it. */
interface AxeColor {
  parseString(css: string): void;
}

/** Its types leave out what it offers for colours. */
declare const axe: typeof axeCore & {
  readonly commons: {
    readonly color: {
      readonly Color: new () => AxeColor;
      getContrast(ground: AxeColor, letters: AxeColor): number;
    };
  };
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A story as `index.json` names it. */
export interface ListedStory {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

/** What was found in one story in one language. */
export interface Found {
  /** Reports of the content policy. */
  readonly reports: readonly string[];
  /** Addresses at other origins that were asked for. */
  readonly foreign: readonly string[];
  /** What its play function or its page threw. */
  readonly errors: readonly string[];
  readonly faults: readonly Fault[];
  readonly looks: number;
}

/** Something that axe found, or a page that is wider than its window. */
export interface Fault extends Appearance {
  readonly text: string;
}

/** A page in which one story after the other is opened. */
export class Visitor {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #address: string;
  readonly #everyRule: boolean;
  #foreign: string[] = [];

  private constructor(page: Page, devtools: CDPSession, address: string, everyRule: boolean) {
    this.#everyRule = everyRule;
    this.#page = page;
    this.#devtools = devtools;
    this.#address = address;
    const { origin } = new URL(address);
    // A form that holds answers asks whether it may be left.
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    page.on('request', (request) => {
      const url = request.url();
      if (/^https?:/.test(url) && new URL(url).origin !== origin) this.#foreign.push(url);
    });
  }

  /** `everyRule` has all rules of axe tried in every colour scheme, and not only those about colours. */
  static async open(browser: Browser, address: string, everyRule = false): Promise<Visitor> {
    const page = await (await browser.createBrowserContext()).newPage();
    const devtools = await page.createCDPSession();
    // Without it a page in the background neither paints nor takes focus.
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.evaluateOnNewDocument(witnessIn, HTML_OF_THE_FRAME);
    return new Visitor(page, devtools, address, everyRule);
  }

  /** Opens a story in a language, lets it play, and looks at it in every appearance. */
  async visit({ id }: ListedStory, language: Language): Promise<Found> {
    this.#foreign = [];
    const first = appearances[0] as Appearance;
    await appear(this.#page, this.#devtools, first);
    // The panel's own axe would be run beside this one.
    const globals = `language:${language};theme:light;a11y.manual:!true`;
    await this.#page.goto(`${this.#address}iframe.html?id=${id}&viewMode=story&globals=${globals}`, {
      waitUntil: 'domcontentloaded',
    });
    const isFinished = await this.#page
      .waitForFunction(() => globalThis.storyWitness.isFinished, { timeout: 30_000, polling: 20 })
      .then(() => true)
      .catch(() => false);
    await this.#page.evaluate(axeSource);
    const faults: Fault[] = [];
    for (const appearance of appearances) {
      await appear(this.#page, this.#devtools, appearance);
      // What a page says and how it is built is the same in all colours.
      const rules = appearance.scheme === 'light' || this.#everyRule ? axeRules : colourRules;
      for (const text of await this.#page.evaluate(look, rules)) faults.push({ ...appearance, text });
    }
    const { violations, errors } = await this.#page.evaluate(() => globalThis.storyWitness);
    return {
      reports: violations.map(
        ({ directive, blocked, sample, source }) => `${directive} ${blocked} ${sample} at ${source}`,
      ),
      foreign: this.#foreign,
      errors: isFinished ? errors : [...errors, 'It did not come to its end.'],
      faults,
      looks: appearances.length,
    };
  }
}

/** What axe tells of two colours that are too alike. */
interface Contrast {
  readonly bgColor: string;
  /** As in `4.5:1`. */
  readonly expectedContrastRatio: string;
}

/** In the page: what axe finds, and what makes it wider than its window. */
async function look(rules: RunOptions): Promise<string[]> {
  const root = document.querySelector('#storybook-root') ?? document;
  const { violations } = await axe.run(root, { ...rules, preload: false, elementRef: true });
  const { Color, getContrast } = axe.commons.color;
  const { matches: isForced } = matchMedia('(forced-colors: active)');
  // axe takes the colour that letters are filled with, and Chromium gives that as it was before colours were forced.
  const isReadable = ({ element, any }: NodeResult): boolean => {
    const { bgColor, expectedContrastRatio } = (any[0]?.data ?? {}) as Partial<Contrast>;
    if (element === undefined || bgColor === undefined) return false;
    const [shown, ground] = [new Color(), new Color()];
    shown.parseString(getComputedStyle(element).color);
    ground.parseString(bgColor);
    return getContrast(ground, shown) >= Number.parseFloat(expectedContrastRatio ?? '');
  };
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !(isForced && id === 'color-contrast' && isReadable(node)))
      .map(({ target, html, failureSummary }) =>
        `${id} at ${target.flat().join(' ')} ${html.slice(0, 160)}: ${failureSummary}`.replace(/\s+/g, ' '),
      ),
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth
    ? [...found, `the page is ${scrollWidth} px wide in a window of ${clientWidth}`]
    : found;
}
