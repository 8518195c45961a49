import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Colour } from '../../src/core/theme/colour.js';
import { contrast } from '../../src/core/theme/contrast.js';
import { browserOfThisFile } from './browser.js';
import { mostContrast, Picture } from './pixels.js';
import { curvedPaths, hasPixels } from './printed-paths.js';
import { startReceiverProgram } from './receiver-program.js';
import type { Spot } from './signature-page.js';
import { SignaturePage, wave } from './signature-page.js';
import { startSite } from './site.js';
import { until } from './waiting.js';

const open = browserOfThisFile();
const phone = { width: 360, height: 740 };

/** A page of another site with the signature of a receiver in its form. */
async function signing(
  test: Parameters<typeof startSite>[0],
  options: Omit<Parameters<typeof SignaturePage.open>[2], 'site' | 'kit'>,
) {
  const site = await startSite(test);
  const { url } = await startReceiverProgram(test, { TAAFI_ORIGINS: site.url });
  return {
    site,
    url,
    openAgain: (more = options) => SignaturePage.open(test, open, { site, kit: url, ...more }),
    on: await SignaturePage.open(test, open, { site, kit: url, ...options }),
  };
}

/** As people ask for it in the settings of their machine. */
async function prefer(page: Page, features: Record<string, string>): Promise<void> {
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

describe('a drawn signature', () => {
  it('is the same whatever the density of the screen, and as sharp as the screen', async (test) => {
    const { on, openAgain } = await signing(test, { window: phone });
    await on.draw(wave);
    const one = await on.value();
    assert.ok(one?.method === 'drawn' && (one.drawing.strokes[0]?.length ?? 0) > 50);
    for (const density of [1.5, 2, 3]) {
      const other = await openAgain({ window: { ...phone, density } });
      await other.draw(wave);
      const value = await other.value();
      assert.ok(value?.method === 'drawn');
      assert.ok(Math.abs(value.drawing.height - one.drawing.height) <= 1, `height at ${density}`);
      const [points = []] = value.drawing.strokes;
      assert.equal(points.length, one.drawing.strokes[0]?.length, `points at ${density}`);
      for (const [at, [x, y]] of points.entries()) {
        const [sameX = 0, sameY = 0] = one.drawing.strokes[0]?.[at] ?? [];
        assert.ok(Math.abs(x - sameX) <= 1 && Math.abs(y - sameY) <= 1, `point ${at} at ${density}`);
      }
      assert.equal(await other.page.$('taafi-signature >>> canvas, taafi-signature >>> img'), null);
      await other.draw([
        [60, 40],
        [160, 40],
        [260, 40],
      ]);
      await other.hasInk(2);
      const { x, y } = await other.box('.pad');
      const picture = await Picture.of(other.page, { x: x + 150, y: y + 30, width: 10, height: 20 });
      const column = picture.column(Math.floor(picture.width / 2));
      assert.equal(column.length, 20 * density);
      const [paper] = column as [Colour];
      const most = mostContrast(column, paper);
      assert.ok(most > 7, `ink at ${density}: ${most}`);
      // Between paper and ink there is at most one pixel at each edge that is neither: pixels made larger have more.
      const between = column.filter((colour) => {
        const share = contrast(colour, paper) / most;
        return share > 0.15 && share < 0.85;
      });
      assert.ok(between.length <= 2, `${between.length} pixels between paper and ink at ${density}`);
    }
  });

  it('is whole when the phone is turned while the finger is on it', async (test) => {
    const { on } = await signing(test, { window: phone, style: 'taafi-signature { inline-size: auto; }' });
    const { page } = on;
    const { x, y } = await on.box('.pad');
    await page.mouse.move(x + 60, y + 60);
    await page.mouse.down();
    for (let at = 1; at <= 20; at += 1) await page.mouse.move(x + 60 + at * 5, y + 60 + at);
    await page.setViewport({ width: 740, height: 360 });
    await until(async () => (await on.box('.pad')).width > 500, 'the pad is wide');
    for (let at = 21; at <= 40; at += 1) await page.mouse.move(x + 60 + at * 5, y + 60 + at);
    await page.mouse.up();
    const value = await on.value();
    assert.ok(value?.method === 'drawn');
    const { strokes, height } = value.drawing;
    assert.equal(strokes.length, 1);
    const [points = []] = strokes;
    assert.ok(points.length >= 38, `${points.length} points`);
    for (const [index, [left, top]] of points.entries()) {
      assert.ok(left >= 0 && left <= 10_000 && top >= 0 && top <= height);
      const [lastX, lastY] = points[index - 1] ?? [left, top];
      assert.ok(Math.hypot(left - lastX, top - lastY) < 400, `a jump at point ${index}`);
    }
  });

  for (const { name, style } of [
    { name: 'dark on white paper, as curves', style: '' },
    {
      name: 'dark on white paper also where the page is dark',
      style: ':root { color-scheme: dark; --taafi-ink: #eef; --taafi-paper: #112; }',
    },
  ]) {
    it(`is printed ${name}`, async (test) => {
      // On paper the pad is wider than on the phone.
      const wide = `${style} taafi-signature { inline-size: auto; }`;
      const { on } = await signing(test, { window: phone, style: wide });
      const strokes: Spot[][] = [
        [...wave],
        [
          [60, 150],
          [160, 152],
          [260, 150],
        ],
      ];
      for (const stroke of strokes) await on.draw(stroke);
      await on.hasInk(2);
      for (const printBackground of [false, true]) {
        const pdf = Buffer.from(await on.page.pdf({ format: 'A4', printBackground }));
        assert.equal(hasPixels(pdf), false);
        const black = curvedPaths(pdf).filter(({ colour }) => colour.every((part) => part === 0));
        assert.equal(black.length, 2, 'each stroke is a black path');
        const ink = black[0]?.ends ?? [];
        assert.ok(ink.length > 100, `${ink.length} curves`);
        // Neither bent nor cut off, however wide the page of paper is.
        assert.ok(Math.abs(ratioOf(ink) - ratioOf(wave)) < 0.3, `${ratioOf(ink)}: ${ratioOf(wave)}`);
        const white = curvedPaths(pdf).filter(({ colour }) => colour.every((part) => part === 1));
        assert.equal(white.length, 1, 'under it lies white paper');
      }
    });
  }
});

function ratioOf(places: readonly Spot[]): number {
  const size = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers);
  return size(places.map(([x]) => x)) / size(places.map(([, y]) => y));
}

describe('a finger', () => {
  it('draws on the pad without moving the page, and moves the page beside it', async (test) => {
    const { on } = await signing(test, {
      window: { ...phone, phone: true },
      style: 'form { margin-block-start: 300px; }',
    });
    const { page } = on;
    /** How far the page has moved after a finger went up by 120 pixels. */
    const swipe = async (x: number, y: number) => {
      await page.touchscreen.touchStart(x, y);
      for (let way = 10; way <= 120; way += 10) await page.touchscreen.touchMove(x, y - way);
      await page.touchscreen.touchEnd();
      // The page is told where it is a frame or two after it has been moved.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      return page.evaluate(() => scrollY);
    };
    const pad = await on.box('.pad');
    assert.equal(await swipe(pad.x + 150, pad.y + pad.height - 20), 0);
    const value = await on.value();
    assert.ok(value?.method === 'drawn' && value.drawing.strokes.length === 1, 'it has drawn');
    assert.ok((await swipe(pad.x + 150, pad.y - 60)) > 50, 'the page has moved');
    await page.evaluate(() => scrollTo(0, 0));
    const buttons = await on.box('.tools');
    assert.ok((await swipe(buttons.x + 5, buttons.y + buttons.height + 20)) > 50, 'the page has moved below');
    assert.equal(((await on.value()) as { drawing?: { strokes: unknown[] } }).drawing?.strokes.length, 1);
  });

  it('finds what it is to press', async (test) => {
    const { on } = await signing(test, { window: { ...phone, phone: true } });
    for (const selector of ['.switch label', '.tools button']) {
      const sizes = await on.page.$$eval(`taafi-signature >>> ${selector}`, (elements) =>
        elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
      );
      assert.equal(sizes.length, 2);
      for (const { width, height } of sizes)
        assert.ok(width >= 44 && height >= 44, `${selector}: ${width} × ${height}`);
    }
  });
});

describe('in the colours of the system', () => {
  for (const scheme of ['light', 'dark']) {
    it(`ink, base line, chosen way and focus can be seen: ${scheme}`, async (test) => {
      const { on } = await signing(test, {
        window: phone,
        style: `:root { color-scheme: ${scheme}; }`,
      });
      const { page } = on;
      await prefer(page, { 'forced-colors': 'active', 'prefers-color-scheme': scheme });
      await on.draw([
        [60, 60],
        [160, 60],
        [260, 60],
      ]);
      await on.hasInk(1);
      const pad = await on.box('.pad');
      const part = async (x: number, y: number, width: number, height: number) =>
        (await Picture.of(page, { x, y, width, height })).colours;
      const [paper] = (await part(pad.x + 20, pad.y + 20, 1, 1)) as [Colour];
      const [ground] = (await part(5, 5, 1, 1)) as [Colour];
      assert.deepEqual(paper, ground, 'the paper is the canvas of the system');
      const ink = await part(pad.x + 155, pad.y + 50, 10, 20);
      assert.ok(mostContrast(ink, paper) >= 7, `ink: ${mostContrast(ink, paper)}`);
      const line = await part(pad.x + 30, pad.y + pad.height * 0.78 - 4, 40, 8);
      assert.ok(mostContrast(line, paper) >= 3, `base line: ${mostContrast(line, paper)}`);
      const edge = await part(pad.x + 100, pad.y - 2, 10, 6);
      assert.ok(mostContrast(edge, paper) >= 3, `edge: ${mostContrast(edge, paper)}`);
      const chosen = await on.box('.switch :checked + span');
      const [marked] = (await part(chosen.x + 6, chosen.y + chosen.height / 2, 1, 1)) as [Colour];
      assert.ok(contrast(marked, ground) >= 3, `chosen: ${contrast(marked, ground)}`);
      const words = await part(chosen.x + 6, chosen.y + 4, chosen.width - 12, chosen.height - 8);
      assert.ok(mostContrast(words, marked) >= 4.5, `its words: ${mostContrast(words, marked)}`);
      const around = [chosen.x - 6, chosen.y - 6, chosen.width + 12, chosen.height + 12] as const;
      const before = await part(...around);
      await page.focus('taafi-signature');
      await page.keyboard.press('Tab');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      const after = await part(...around);
      const changed = after.filter((colour, at) => contrast(colour, before[at] ?? colour) >= 3);
      // As many as a line of two pixels around it (WCAG 2.2, 2.4.13).
      const least = 2 * 2 * (chosen.width + chosen.height);
      assert.ok(changed.length >= least, `focus changes ${changed.length} pixels of ${least}`);
    });
  }
});
