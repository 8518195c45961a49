/**
 * Browser tests, run on what `tsc -b` made. `GREP=words npx wtr` runs the tests whose full name has the words,
 * `npx wtr --files dist/test/…` one file, `--coverage` writes coverage/browser/lcov.info.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromium } from './scripts/browser-tests/chromium.js';
import { firefox } from './scripts/browser-tests/firefox.js';
import { leftOut } from './scripts/browser-tests/left-out.js';
import { webkit } from './scripts/browser-tests/webkit.js';

/**
 * @typedef {import('@web/test-runner').TestSession} TestSession
 * @typedef {import('@web/test-runner').TestSuiteResult} Suite
 */

const { GREP: grep, TEST_COUNTS: countsFile, TEST_BROWSER: name = 'chromium' } = process.env;
const start = { chromium, firefox, webkit }[name];
if (!start) throw new Error(`TEST_BROWSER=${name} is none of chromium, firefox, webkit`);
const browser = await start();

const notHere = leftOut[name];

/** Mocha's own `grep` leaves tests unrun, which the runner takes for failed; a skipped test it understands. */
const skipsPlugin = {
  name: 'skips',
  /** @param {{ path: string, body: unknown }} context */
  transform({ path, body }) {
    if (!path.endsWith('.browser.test.js')) return undefined;
    const names = JSON.stringify(notHere.filter(({ file }) => path.endsWith(file)).map(({ test }) => test));
    const skip = `const name = this.currentTest.fullTitle();
      if (!name.includes(${JSON.stringify(grep ?? '')}) || ${names}.some((start) => name.startsWith(start))) this.skip();`;
    return `beforeEach(function () { ${skip} });${body}`;
  },
};

/** What the tests ask of the browser beside the runner's own commands. */
const commandsPlugin = {
  name: 'own-commands',
  /** @param {{ command: string, payload: unknown, session: TestSession }} call */
  async executeCommand({ command, payload, session }) {
    /** @type {Record<string, (page: any, payload: unknown) => Promise<unknown>>} */
    const commands = browser.commands;
    if (!(command in commands)) return undefined;
    return commands[command](browser.launcher.getPage(session.id), payload);
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
 * @param {Suite | undefined} suite
 * @param {string} [above]
 * @returns {string[]}
 */
function namesOf(suite, above = '') {
  if (!suite) return [];
  const names = suite.tests.map((test) => `${above}${test.name}`);
  return [...names, ...suite.suites.flatMap((inner) => namesOf(inner, `${above}${inner.name} `))];
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

/**
 * Says which tests were left out and why; gives those that there are not.
 * @param {TestSession[]} sessions
 */
function sayLeftOut(sessions) {
  const run = new Map(
    sessions.map(({ testFile, testResults }) => [
      relative(import.meta.dirname, testFile).replaceAll('\\', '/'),
      new Set(namesOf(testResults)),
    ]),
  );
  const concerned = notHere.filter(({ file }) => run.has(`dist/test/${file}`));
  for (const { file, test, why } of concerned) console.log(`Left out: ${test}\n  ${file}: ${why}`);
  return concerned.filter(
    ({ file, test }) => ![...(run.get(`dist/test/${file}`) ?? [])].some((name) => name.startsWith(test)),
  );
}

/** Says the counts, and leaves them in the file `TEST_COUNTS` for scripts/test.js to add up. */
const countsReporter = {
  /** @param {{ sessions: TestSession[] }} run */
  onTestRunFinished({ sessions }) {
    const { empty, files, ...counts } = countsOf(sessions);
    for (const { file, test } of sayLeftOut(sessions)) {
      console.error(`Left out, and not there: ${test} in ${file}`);
      counts.failed += 1;
    }
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
  plugins: [commandsPlugin, ...(grep || notHere.length > 0 ? [skipsPlugin] : [])],
  browsers: [browser.launcher],
  concurrency: 2,
  staticLogging: !process.stdout.isTTY,
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countsReporter],
  testFramework: { config: { timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsFinishTimeout: name === 'chromium' ? 120_000 : 900_000,
  coverageConfig: {
    include: ['dist/src/**/*.js'],
    reporters: ['lcovonly', 'text-summary'],
    reportDir: 'coverage/browser',
  },
};
