/**
 * `npm test`: lint, build, the tests in Node, the tests in a browser. The last line is the sum of all.
 *
 * `--lint`, `--node` and `--browser` choose parts; `--firefox` and `--webkit` run the browser tests in that browser, then the
 * journeys that are walked in it; `--crash`, `--faults`, `--frameworks`, `--wordpress`, `--properties`, `--fuzz` and `--postgresql` run the long
 * tests of that name (`*.crash.test.ts` and so on) and nothing else; that of WordPress fetches a real one, that of PostgreSQL needs one installed;
 * `--no-build` trusts what is in dist; any other word is a part of the paths of the test files to run, and
 * `GREP=words npm test` runs the tests whose names have the words.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, runTool } from './run-tool.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Tests that take long, or need more than others, and how many seconds they may take. */
const long = {
  crash: 900,
  faults: 900,
  frameworks: 900,
  wordpress: 1800,
  properties: 900,
  fuzz: 900,
  postgresql: 300,
};

/**
 * Browsers beside Chromium: how many seconds all browser tests may take in them, and the journeys through the whole kit that
 * are walked in them too. Puppeteer drives no WebKit.
 * @type {Record<string, { seconds: number, journeys: string[] }>}
 */
const otherBrowsers = {
  firefox: {
    seconds: 1500,
    journeys: ['support-request', 'drafts', 'coming-and-going', 'resumed-upload', 'other-site', 'own-form'],
  },
  webkit: { seconds: 1500, journeys: [] },
};

const parts = ['lint', 'node', 'browser', ...Object.keys(long), ...Object.keys(otherBrowsers)];
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const pathWords = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = parts.filter((part) => flags.includes(`--${part}`));
const { GREP: grep } = process.env;
/** Only some tests are asked for: a runner may then have nothing to do, a whole run must not. */
const narrowed = pathWords.length > 0 || Boolean(grep);
const wanted = new Set(
  chosen.length > 0 ? chosen : narrowed ? ['node', 'browser'] : ['lint', 'node', 'browser'],
);

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts} counts */
function add(counts) {
  for (const key of /** @type {(keyof Counts)[]} */ (Object.keys(total))) total[key] += counts[key];
}

/**
 * @param {string} name
 * @param {Parameters<typeof runTool>[0]} tool
 * @param {string[]} args
 */
async function check(name, tool, args) {
  console.log(`\n# ${name}`);
  const { code } = await runTool(tool, args, { seconds: 90 });
  add(code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
}

async function lint() {
  const colours = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`;
  await check('biome: format and lint', 'biome', ['ci', colours, '--error-on-warnings', '.']);
  await check('lit-analyzer: templates', 'node', ['scripts/lint-templates.js']);
  await check('tsc: types of the scripts', 'tsc', ['-p', 'scripts']);
}

async function build() {
  console.log('\n# build');
  const { code } = await runTool('node', ['scripts/build.js'], { seconds: 240 });
  if (code !== 0) add({ passed: 0, failed: 1, skipped: 0 });
  return code === 0;
}

/** @param {RegExp} ending */
function testFiles(ending) {
  const folder = join(root, 'dist/test');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .filter(
      (path) =>
        ending.test(path) && (pathWords.length === 0 || pathWords.some((word) => path.includes(word))),
    )
    .sort();
}

/**
 * Runs one runner over its files and adds its counts. A runner that says it failed without naming a failure, or that
 * ran nothing, counts as one failure.
 * @param {string} name
 * @param {string[]} files
 * @param {Parameters<typeof runTool>[0]} tool
 * @param {string[]} args
 * @param {number} seconds
 * @param {Record<string, string>} [env]
 */
async function runTests(name, files, tool, args, seconds, env) {
  console.log(`\n# ${name}: ${files.length} files`);
  if (files.length === 0) return add({ passed: 0, failed: narrowed ? 0 : 1, skipped: 0 });
  const countsFile = join(root, 'dist/.test', `${name.replaceAll(' ', '-')}.json`);
  rmSync(countsFile, { force: true });
  const { code } = await runTool(tool, args, { seconds, env: { ...env, TEST_COUNTS: countsFile } });
  /** @type {Counts} */
  const counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = counts.passed + counts.failed === 0 && !narrowed;
  if (ranNothing) console.error(`${name}: no test was run.`);
  if (counts.failed === 0 && (code !== 0 || ranNothing)) counts.failed = 1;
  add(counts);
}

/**
 * @param {string} name
 * @param {string[]} files
 * @param {number} seconds
 * @param {Record<string, string>} [env]
 */
function nodeTests(name, files, seconds, env) {
  const reporters = ['spec', './scripts/node-counts-reporter.js'].flatMap((reporter) => [
    `--test-reporter=${reporter}`,
    '--test-reporter-destination=stdout',
  ]);
  const pattern = grep ? [`--test-name-pattern=${grep}`] : [];
  const args = ['--enable-source-maps', '--test', '--test-concurrency=2', ...pattern, ...reporters, ...files];
  return runTests(name, files, 'node', args, seconds, env);
}

/**
 * @param {string} name
 * @param {string[]} files
 * @param {number} seconds
 * @param {string} [browser]
 */
function browserTests(name, files, seconds, browser = 'chromium') {
  const args = ['--static-logging', ...files.flatMap((file) => ['--files', file])];
  return runTests(name, files, 'wtr', args, seconds, { TEST_BROWSER: browser });
}

async function main() {
  const unknown = flags.filter((flag) => ![...parts.map((part) => `--${part}`), '--no-build'].includes(flag));
  if (unknown.length > 0) throw new Error(`No such option: ${unknown.join(' ')}`);
  if (wanted.has('lint')) await lint();
  const needsBuild = parts.some((part) => part !== 'lint' && wanted.has(part));
  if (needsBuild && !flags.includes('--no-build') && !(await build())) return;
  const browser = testFiles(/\.browser\.test\.js$/);
  const named = Object.entries(long).map(([name, seconds]) => ({
    name,
    seconds,
    files: testFiles(new RegExp(`\\.${name}\\.test\\.js$`)),
  }));
  const others = new Set([...browser, ...named.flatMap(({ files }) => files)]);
  const node = testFiles(/\.test\.js$/).filter((file) => !others.has(file));
  if (wanted.has('node')) await nodeTests('node tests', node, 1100);
  if (wanted.has('browser')) await browserTests('browser tests', browser, 450);
  for (const { name, files, seconds } of named)
    if (wanted.has(name)) await nodeTests(`${name} tests`, files, seconds);
  for (const [name, { seconds, journeys }] of Object.entries(otherBrowsers)) {
    if (!wanted.has(name)) continue;
    await browserTests(`browser tests in ${name}`, browser, seconds, name);
    const walked = node.filter((file) =>
      journeys.some((journey) => file.endsWith(`/journey/${journey}.test.js`)),
    );
    if (journeys.length > 0) await nodeTests(`journeys in ${name}`, walked, 600, { TEST_BROWSER: name });
  }
  if (total.passed + total.failed === 0) {
    console.error('No test was run.');
    total.failed = 1;
  }
}

const start = performance.now();
await main();
console.log(`\n${total.skipped} skipped, ${((performance.now() - start) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
