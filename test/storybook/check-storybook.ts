/**
 * `npm run test:stories`: every story of the static Storybook in every language, width and colour scheme, under the
 * content policy of the receiver, with its play function and axe. Words after it are parts of the ids of the stories to
 * look at; `--every-rule` tries all rules of axe in every scheme, and not those about colours alone. Ends with 1 where anything was found, or nothing was looked at.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';
import type { Language } from './appearances.js';
import { languages } from './appearances.js';
import { Counts } from './counts.js';
import { serveStorybook } from './served-storybook.js';
import type { ListedStory } from './story-visit.js';
import { Visitor } from './story-visit.js';

const PAGES = 3;
const EVERY_RULE = '--every-rule';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, 'dist/storybook');

/** The script stands outside of what is compiled. */
const { ensureBrowser } = (await import(
  new URL('../../../scripts/ensure-browser.js', import.meta.url).href
)) as { ensureBrowser(): Promise<{ path: string; args: string[]; env: Record<string, string> }> };

/** The stories of a static Storybook whose ids have one of some words; all where there are none. */
function listedStories(words: readonly string[]): ListedStory[] {
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, ListedStory & { readonly type: string }>;
  };
  return Object.values(entries).filter(
    ({ type, id }) => type === 'story' && (words.length === 0 || words.some((word) => id.includes(word))),
  );
}

async function main(): Promise<boolean> {
  const start = performance.now();
  const words = process.argv.slice(2).filter((word) => word !== EVERY_RULE);
  const everyRule = process.argv.includes(EVERY_RULE);
  const waiting: [ListedStory, Language][] = listedStories(words).flatMap((story) =>
    languages.map((language): [ListedStory, Language] => [story, language]),
  );
  const counts = new Counts();
  const { path, args, env } = await ensureBrowser();
  const site = await serveStorybook(folder);
  const browser = await launch({
    executablePath: path,
    args: [...args, '--hide-scrollbars'],
    env: { ...process.env, ...env },
    headless: true,
    protocolTimeout: 120_000,
  });
  try {
    const visits = Array.from({ length: PAGES }, async () => {
      let visitor = await Visitor.open(browser, site.address, everyRule);
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [story, language] = next;
        if (waiting.length % 50 === 0) console.error(`${waiting.length} to go`);
        try {
          counts.add(story, language, await visitor.visit(story, language));
        } catch (error) {
          counts.add(story, language, {
            reports: [],
            foreign: [],
            errors: [`The page broke off: ${String(error)}`],
            faults: [],
            looks: 0,
          });
          visitor = await Visitor.open(browser, site.address, everyRule);
        }
      }
    });
    await Promise.all(visits);
  } finally {
    await browser.close();
    site.close();
  }
  console.log(counts.table());
  console.log(`in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return counts.isClean;
}

process.exitCode = (await main()) ? 0 : 1;
