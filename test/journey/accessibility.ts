import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything axe knows of WCAG 2.0 to 2.2 A and AA; the size of targets it asks only where it is told to. */
const wcag: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

declare global {
  var axe: { run(options: RunOptions): Promise<AxeResults> };
}

/** Fails with everything axe finds at fault in the whole page. */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (options) => {
    const results = await globalThis.axe.run(options);
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`),
    );
  }, wcag);
  assert.deepEqual(violations, [], `WCAG at ${where}`);
}

/** Fails where something is cut off, spills out of its box or makes the page wider than the window. */
export async function assertFits(page: Page, tag: string, where: string): Promise<void> {
  assert.deepEqual(await page.evaluate(misfits, tag), [], `what does not fit at ${where}`);
}

/** Does something while a person's own style sheet spaces every text as WCAG 1.4.12 names it. */
export async function withTextSpacing(page: Page, tag: string, look: () => Promise<void>): Promise<void> {
  await page.evaluate((wanted) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    for (const root of [document, document.querySelector(wanted)?.shadowRoot ?? document]) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }, tag);
  await look();
  await page.evaluate((wanted) => {
    for (const root of [document, document.querySelector(wanted)?.shadowRoot ?? document]) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
    }
  }, tag);
}

/** Runs in the page. */
function misfits(tag: string): string[] {
  const found: string[] = [];
  const root = document.querySelector(tag)?.shadowRoot;
  if (!root) return ['there is no form'];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`);
  const nameOf = (element: Element) =>
    `${element.localName}.${element.className} «${(element.textContent ?? '').trim().slice(0, 30)}»`;
  const isUnseen = (element: Element) =>
    element.closest('.visually-hidden, [hidden], progress, option') !== null;

  for (const element of Array.from(root.querySelectorAll<HTMLElement>('*'))) {
    if (!element.checkVisibility() || isUnseen(element)) continue;
    const { overflowX, overflowY, paddingInlineStart, paddingInlineEnd, font, letterSpacing, wordSpacing } =
      getComputedStyle(element);
    const isControl = /^(input|select|textarea)$/.test(element.localName);
    if (!isControl && /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
      found.push(`cut off: ${nameOf(element)}`);
    if (!isControl && /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
      found.push(`cut off below: ${nameOf(element)}`);
    if (element instanceof HTMLSelectElement) {
      const room =
        element.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
      const probe = document.createElement('span');
      Object.assign(probe.style, {
        font,
        letterSpacing,
        wordSpacing,
        position: 'absolute',
        whiteSpace: 'nowrap',
      });
      root.append(probe);
      for (const { text } of Array.from(element.options)) {
        probe.textContent = text.trim().replace(/\s+/g, ' ');
        if (probe.getBoundingClientRect().width > room + 1)
          found.push(`cut off in a list: ${probe.textContent}`);
      }
      probe.remove();
    }
  }

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (parent === null || isUnseen(parent) || !parent.checkVisibility() || text.textContent?.trim() === '')
      continue;
    if (parent.closest('style, textarea, select') !== null) continue;
    const box = parent.closest<HTMLElement>(
      'button, a, label, legend, summary, p, li, dd, dt, h2, h3, div, span',
    );
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of Array.from(range.getClientRects())) {
      if (rect.left < -1 || rect.right > innerWidth + 1) found.push(`out of the window: ${nameOf(parent)}`);
      const button = box?.closest('button')?.getBoundingClientRect();
      if (button === undefined) continue;
      const room = rect.height / 3;
      if (
        rect.left < button.left - 1 ||
        rect.right > button.right + 1 ||
        rect.top < button.top - room ||
        rect.bottom > button.bottom + room
      ) {
        found.push(`spills out of its button: ${nameOf(parent)}`);
      }
    }
  }
  return [...new Set(found)];
}
