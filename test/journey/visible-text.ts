import type { Frame, Page } from 'puppeteer-core';
import { until } from './waiting.js';

/** What can be read inside an element; where it has drawn nothing, what can be read on the page. */
export function visibleText(page: Page | Frame, tag: string): Promise<string> {
  return page.evaluate((wanted) => {
    const drawn = document.querySelector(wanted)?.shadowRoot?.querySelector<HTMLElement>('.root');
    return (drawn ?? document.body).innerText;
  }, tag);
}

/** Waits until something can be read inside an element. */
export async function mustShow(page: Page, tag: string, text: string): Promise<void> {
  await until(
    async () => (await visibleText(page, tag)).includes(text),
    async () => `«${text}» is there:\n${await visibleText(page, tag)}`,
  );
}
