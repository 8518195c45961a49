import { launch, mainThreadTime, onNewPage, sessionOf } from './browser.js';
import { pathOf } from './server.js';

/** @typedef {import('./browser.js').Browser} Browser */
/** @typedef {import('./browser.js').Page} Page */
/** @typedef {import('./browser.js').CDPSession} CDPSession */
/** @typedef {import('./compare.js').Row} Row */
/** @typedef {import('./compare.js').Side} Side */
/** @typedef {import('./pages/definition.js').Size} Size */
/** @typedef {import('./probe.js').Probe} Probe */
/** @typedef {import('./profile.js').FunctionTimes} FunctionTimes */

/**
 * `wall` is what a person waits. `processor` is what the main thread of the page was busy for: it hardly changes
 * where other programs share the machine, so it serves to compare two states of the code.
 * @typedef {'wall' | 'processor'} Clock
 */

/**
 * @typedef {object} Figure one thing that is measured
 * @property {string} name its word on the command line
 * @property {string} what one sentence
 * @property {(bench: Bench) => Promise<Row[]>} measure
 */

/**
 * @typedef {object} Act something a person does
 * @property {readonly [first: string, last?: string]} events it begins with one and is told to the page by another
 * @property {() => Promise<unknown>} begin
 * @property {string} [done] expression that says whether all has been done, where the first frame may be too early
 */

/** What a figure works with: the server, the browsers, and how to measure. */
export class Bench {
  /** Where the pages are. */
  origin;
  /** How often each side is measured where one measurement is one number. */
  runs;
  /** @type {Clock} */
  clock;
  /** What the kit's functions take, where that is asked for. @type {FunctionTimes | undefined} */
  functions;
  /** @type {Promise<Browser> | undefined} */
  #browser;

  /** @param {{ origin: string, runs: number, clock: Clock }} settings */
  constructor({ origin, runs, clock }) {
    this.origin = origin;
    this.runs = runs;
    this.clock = clock;
  }

  /** Each page that is opened in it knows nothing of the others. */
  get browser() {
    this.#browser ??= launch();
    return this.#browser;
  }

  /**
   * Opens a form in a fresh page and waits until nothing is left to be loaded or done.
   * @template Result
   * @param {Side} side
   * @param {Size | undefined} size without one the page has all that is needed but no form
   * @param {(page: Page, session: CDPSession) => Promise<Result>} action
   */
  async withForm(side, size, action) {
    return onNewPage(await this.browser, async (page, session) => {
      await page.goto(this.origin + pathOf(side, size), { waitUntil: 'networkidle0' });
      await settle(page);
      return action(page, session);
    });
  }

  /**
   * Milliseconds from the first event of an act until what comes of it is painted.
   * @param {Page} page
   * @param {Act} act
   * @returns {Promise<number>}
   */
  async timeOf(page, { events: [first, last = first], begin, done = 'true' }) {
    // Listening first: an event may overtake a call that is sent before it.
    await page.evaluate(`void (probe.measured = probe.after('${first}', '${last}', () => ${done}))`);
    return this.timed(page, async () => {
      await begin();
      return /** @type {Promise<number>} */ (page.evaluate('probe.measured'));
    });
  }

  /**
   * The time an act tells of itself, or that of the page's main thread while it lasts.
   * @param {Page} page
   * @param {() => Promise<number>} act
   */
  async timed(page, act) {
    const session = sessionOf(page);
    const before = await mainThreadTime(session);
    const time = await (this.functions && isKit(page) ? this.functions.during(session, act) : act());
    return this.clock === 'wall' ? time : (await mainThreadTime(session)) - before;
  }

  async close() {
    await (await this.#browser)?.close();
    this.#browser = undefined;
  }
}

/**
 * Waits until the page has nothing to do.
 * @param {Page} page
 */
export async function settle(page) {
  await page.evaluate(async () => {
    const { painted } = /** @type {{ probe: Probe }} */ (/** @type {unknown} */ (globalThis)).probe;
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
      await painted();
    }
  });
}

/** @param {Page} page */
function isKit(page) {
  return page.url().includes('/kit.html');
}
