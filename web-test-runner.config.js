/**
 * Browser tests, run on what `tsc -b` made. `GREP=words npx wtr` runs the tests whose full name has the words,
 * `npx wtr --files dist/test/…` one file, `--coverage` writes coverage/browser/lcov.info.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { ensureBrowser } from './scripts/ensure-browser.js';

/**
 * @typedef {import('@web/test-runner').TestSession} TestSession
 * @typedef {import('@web/test-runner').TestSuiteResult} Suite
 */

const { GREP: grep, TEST_COUNTS: countsFile } = process.env;
const browser = await ensureBrowser();

const chrome = chromeLauncher({
  launchOptions: {
    executablePath: browser.path,
    headless: true,
    args: browser.args,
    env: { ...process.env, ...browser.env },
  },
  createPage: async ({ browser: running }) => {
    // A context for each page: two files that run side by side share no storage.
    const page = await (await running.createBrowserContext()).newPage();
    const devtools = await page.createCDPSession();
    // Without it a page in the background neither paints nor takes focus, and its tests wait until they time out.
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return page;
  },
});

/** Mocha's own `grep` leaves tests unrun, which the runner takes for failed; a skipped test it understands. */
const grepPlugin = {
  name: 'grep',
  /** @param {{ path: string, body: unknown }} context */
  transform({ path, body }) {
    if (!path.endsWith('.browser.test.js')) return undefined;
    const skip = `if (!this.currentTest.fullTitle().includes(${JSON.stringify(grep)})) this.skip();`;
    return `beforeEach(function () { ${skip} });${body}`;
  },
};

/** What a screen reader gets; the runner's own command leaves out groups and their names. */
const accessibilityTreePlugin = {
  name: 'accessibility-tree',
  /** @param {{ command: string, session: import('@web/test-runner').TestSession }} call */
  async executeCommand({ command, session }) {
    if (command !== 'accessibility-tree') return undefined;
    // The launcher above is the one for Chrome: its pages are Puppeteer's.
    const launcher = /** @type {import('@web/test-runner-chrome').ChromeLauncher} */ (session.browser);
    return launcher.getPage(session.id).accessibility.snapshot({ interestingOnly: false });
  },
};

/** Few colours, those of the system, as the runner's own command cannot have them. Motion stays reduced with them. */
const forcedColoursPlugin = {
  name: 'forced-colours',
  /** @type {WeakMap<object, Promise<import('puppeteer-core').CDPSession>>} */
  devtools: new WeakMap(),
  /** @param {{ command: string, payload: unknown, session: import('@web/test-runner').TestSession }} call */
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colours') return undefined;
    const launcher = /** @type {import('@web/test-runner-chrome').ChromeLauncher} */ (session.browser);
    const page = launcher.getPage(session.id);
    // What a session of the tools has set ends with it, so that there is one for as long as the page.
    const opened = this.devtools.get(page) ?? page.createCDPSession();
    this.devtools.set(page, opened);
    const features = [
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: payload === true ? 'active' : 'none' },
    ];
    await (await opened).send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

/**
 * @param {Suite | undefined} suite
 * @returns {Suite['tests']}
 */
function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/**
 * A file that could not be loaded, whose hooks failed, or that holds no test, counts as a failure of its own.
 * @param {TestSession[]} sessions
 */
function countsOf(sessions) {
  const tests = sessions.flatMap((session) => testsOf(session.testResults));
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const broken = sessions.filter(({ errors }) => errors.length > 0);
  const empty = sessions.filter(
    (session) => session.errors.length === 0 && testsOf(session.testResults).length === 0,
  );
  const failed = tests.length - passed - skipped + broken.length + empty.length;
  return { passed, failed, skipped, files: sessions.length, empty };
}

/** Says the counts, and leaves them in the file `TEST_COUNTS` for scripts/test.js to add up. */
const countsReporter = {
  /** @param {{ sessions: TestSession[] }} run */
  onTestRunFinished({ sessions }) {
    const { empty, files, ...counts } = countsOf(sessions);
    for (const { testFile } of empty) console.error(`No test in ${relative(import.meta.dirname, testFile)}`);
    console.log(
      `${files} files: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    );
    if (!countsFile) return;
    mkdirSync(dirname(countsFile), { recursive: true });
    writeFileSync(countsFile, JSON.stringify(counts));
  },
};

export default {
  files: 'dist/test/**/*.browser.test.js',
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: ['production'] },
  plugins: [accessibilityTreePlugin, forcedColoursPlugin, ...(grep ? [grepPlugin] : [])],
  browsers: [chrome],
  concurrency: 2,
  staticLogging: !process.stdout.isTTY,
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countsReporter],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 120_000,
  coverageConfig: {
    include: ['dist/src/**/*.js'],
    reporters: ['lcovonly', 'text-summary'],
    reportDir: 'coverage/browser',
  },
};
