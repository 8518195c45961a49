import type { CDPSession, Page } from 'puppeteer-core';

/** How a story is looked at. A story is opened once for each language; all else is changed while it stands. */
export interface Appearance {
  readonly width: number;
  readonly scheme: Scheme;
}

export const schemes = ['light', 'dark', 'forced'] as const;
export type Scheme = (typeof schemes)[number];

export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

const widths = [1280, 320] as const;

/** A width is changed as seldom as can be: it costs more than colours. */
export const appearances: readonly Appearance[] = widths.flatMap((width) =>
  schemes.map((scheme) => ({ width, scheme })),
);

/** Shows what stands on a page in another width or in other colours, as a window or a system does. */
export async function appear(page: Page, devtools: CDPSession, { width, scheme }: Appearance): Promise<void> {
  if (page.viewport()?.width !== width) await page.setViewport({ width, height: 800 });
  await devtools.send('Emulation.setEmulatedMedia', {
    features: [
      // A colour half-way to another would be measured.
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none' },
    ],
  });
  const worn = scheme === 'dark' ? 'dark' : 'light';
  await page.evaluate(async (name) => {
    // What .storybook/preview.js does when the toolbar is used.
    Object.assign(document.documentElement.dataset, { theme: name, scheme: name });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, worn);
}
