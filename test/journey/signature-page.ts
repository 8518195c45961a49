import type { TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { TaafiSignature } from '../../src/elements/signature/signature.js';
import type { SignatureAnswer } from '../../src/fields/signature/signature.type.js';
import type { OpenWindow, Window } from './browser.js';
import type { Site } from './site.js';
import { document } from './site.js';
import { until } from './waiting.js';

/** A place on the screen. */
export type Spot = readonly [x: number, y: number];

/** Somebody's own page with a form that is signed. */
export class SignaturePage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param kit where the receiver is whose script the page loads */
  static async open(
    test: TestContext,
    open: OpenWindow,
    { site, kit, window, style = '' }: { site: Site; kit: string; window: Window; style?: string },
  ): Promise<SignaturePage> {
    site.pages.set(
      '/',
      document(
        `<script type="module" src="${kit}/kit/signature/taafi-signature.js"></script>
        <form method="post" action="/take"><taafi-signature name="sig" required></taafi-signature></form>`,
        // Whole pixels, and a page that is longer than any screen.
        `body { margin: 20px; min-height: 3000px; } taafi-signature { inline-size: 320px; } ${style}`,
      ),
    );
    const page = await open(test, window);
    await page.goto(site.url, { waitUntil: 'networkidle0' });
    await until(() => page.$('taafi-signature >>> .pad').then(Boolean), 'the pad is there');
    return new SignaturePage(page);
  }

  /** Where something of the element is on the screen. */
  async box(selector: string): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.page.$eval(`taafi-signature >>> ${selector}`, (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  /** Draws with the mouse, from place to place on the pad. */
  async draw(spots: readonly Spot[]): Promise<void> {
    const { x, y } = await this.box('.pad');
    const [[firstX, firstY] = [0, 0], ...rest] = spots;
    await this.page.mouse.move(x + firstX, y + firstY);
    await this.page.mouse.down();
    for (const [across, down] of rest) await this.page.mouse.move(x + across, y + down);
    await this.page.mouse.up();
  }

  async hasInk(strokes: number): Promise<void> {
    await until(
      async () => (await this.page.$$('taafi-signature >>> .ink')).length === strokes,
      `${strokes} strokes of ink are there`,
    );
  }

  value(): Promise<SignatureAnswer | undefined> {
    return this.page.$eval('taafi-signature', (element) => (element as TaafiSignature).value);
  }
}

/** A wave, in pixels of the pad. */
export const wave: readonly Spot[] = Array.from({ length: 60 }, (_none, at) => [
  40 + at * 4,
  Math.round(80 + 40 * Math.sin(at / 5)),
]);
