import { chromeLauncher } from '@web/test-runner-chrome';
import { ensureBrowser } from '../ensure-browser.js';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').CDPSession} CDPSession
 */

/**
 * What a session of the tools has set ends with it, so that there is one for as long as the page.
 * @type {WeakMap<Page, Promise<CDPSession>>}
 */
const sessions = new WeakMap();

/** Chromium, driven by its own tools. */
export async function chromium() {
  const { path, args, env } = await ensureBrowser();
  const launcher = chromeLauncher({
    launchOptions: { executablePath: path, headless: true, args, env: { ...process.env, ...env } },
    createPage: async ({ browser }) => {
      // A context for each page: two files that run side by side share no storage.
      const page = await (await browser.createBrowserContext()).newPage();
      const devtools = await page.createCDPSession();
      // Without it a page in the background neither paints nor takes focus, and its tests wait until they time out.
      await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      return page;
    },
  });
  /** What the tests ask for and the runner's own commands cannot do. */
  const commands = {
    /**
     * What a screen reader gets; the runner's own command leaves out groups and their names.
     * @param {Page} page
     */
    'accessibility-tree': (page) => page.accessibility.snapshot({ interestingOnly: false }),
    /**
     * Few colours, those of the system. Motion stays reduced with them.
     * @param {Page} page
     * @param {unknown} wanted
     */
    'forced-colours': async (page, wanted) => {
      const opened = sessions.get(page) ?? page.createCDPSession();
      sessions.set(page, opened);
      const features = [
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: wanted === true ? 'active' : 'none' },
      ];
      await (await opened).send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
  return { launcher, commands };
}
