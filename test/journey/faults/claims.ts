import type { Page } from 'puppeteer-core';

/** The words that say of a request that it has arrived; the kit says them nowhere else. */
const ARRIVED = 'وصل طلبك';

const hearers = new WeakMap<Page, (text: string) => void>();

/** Hears of every page of a tab, from the next on, that says that a request has arrived, with all that it says then. */
export async function hearClaims(page: Page, told: (text: string) => void): Promise<void> {
  const isHeard = hearers.has(page);
  hearers.set(page, told);
  if (isHeard) return;
  await page.exposeFunction('toldToHaveArrived', (text: string) => hearers.get(page)?.(text));
  await page.evaluateOnNewDocument((words) => {
    const { toldToHaveArrived } = globalThis as unknown as { toldToHaveArrived(text: string): void };
    const every = globalThis.setInterval.bind(globalThis);
    let wasTold = false;
    every(() => {
      const texts = Array.from(
        document.querySelectorAll('taafi-form'),
        ({ shadowRoot }) => shadowRoot?.textContent ?? '',
      );
      const isTold = texts.some((text) => text.includes(words));
      if (isTold && !wasTold) toldToHaveArrived(texts.join('\n'));
      wasTold = isTold;
    }, 10);
  }, ARRIVED);
}

/** The first number of a request in a text, without hyphens. */
export function referenceIn(text: string): string | undefined {
  return /\d{4}-\d{4}-\d{4}-\d{2}/.exec(text)?.[0].replaceAll('-', '');
}
