import type { Page } from 'puppeteer-core';

/** What can be read inside an element; where it has drawn nothing, what can be read on the page. */
export function visibleText(page: Page, tag: string): Promise<string> {
  return page.evaluate((wanted) => {
    const drawn = document.querySelector(wanted)?.shadowRoot?.querySelector<HTMLElement>('.root');
    return (drawn ?? document.body).innerText;
  }, tag);
}
