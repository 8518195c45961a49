import assert from 'node:assert/strict';
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { assertAccessible, assertFits, withTextSpacing } from './accessibility.js';
import { visibleText } from './visible-text.js';
import { until } from './waiting.js';

/** The text, or the name, of what has the focus inside an element. */
export function focusedIn(page: Page, tag: string): Promise<string> {
  return page.evaluate((wanted) => {
    const active = document.querySelector(wanted)?.shadowRoot?.activeElement;
    return active instanceof HTMLElement ? (active.innerText || active.id).trim() : '';
  }, tag);
}

/** Presses Tab until what has the focus says so. */
export async function reachIn(page: Page, tag: string, text: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    if ((await focusedIn(page, tag)).startsWith(text)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to «${text}»:\n${await visibleText(page, tag)}`);
}

/** Everything a screen reader can come to, as role and name. */
export async function spoken(page: Page): Promise<string[]> {
  const said: string[] = [];
  const visit = ({ role, name = '', children = [] }: SerializedAXNode): void => {
    said.push(`${role} ${name}`.trim());
    children.forEach(visit);
  };
  const tree = await page.accessibility.snapshot();
  if (tree !== null) visit(tree);
  return said;
}

/** Fails where what is shown is not accessible, or does not fit, in Arabic or in English; where it is `spaced` too, under WCAG 1.4.12. */
export async function assertWholeInBoth(
  page: Page,
  tag: string,
  where: string,
  { spaced = true } = {},
): Promise<void> {
  for (const language of ['ar', 'en']) {
    await page.evaluate(
      (wanted, lang) => document.querySelector(wanted)?.setAttribute('lang', lang),
      tag,
      language,
    );
    await until(
      async () =>
        page.evaluate(
          (wanted, lang) =>
            document.querySelector(wanted)?.shadowRoot?.querySelector('.root')?.getAttribute('lang') === lang,
          tag,
          language,
        ),
      `it speaks ${language}`,
    );
    await assertAccessible(page, `${where}, ${language}`);
    await assertFits(page, tag, `${where}, ${language}`);
    if (spaced)
      await withTextSpacing(page, tag, () => assertFits(page, tag, `${where}, ${language}, spaced`));
  }
}
