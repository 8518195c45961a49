import type { Page } from 'puppeteer-core';

export type Colour = readonly [red: number, green: number, blue: number];

/** What a part of a window looks like, in pixels of the screen. */
export class Picture {
  readonly width: number;
  readonly #bytes: readonly number[];

  private constructor(width: number, bytes: readonly number[]) {
    this.width = width;
    this.#bytes = bytes;
  }

  static async of(
    page: Page,
    clip: { x: number; y: number; width: number; height: number },
  ): Promise<Picture> {
    const png = await page.screenshot({ clip, encoding: 'base64' });
    const { width, bytes } = await page.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data: all = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {};
      return { width: image.width, bytes: [...all] };
    }, png);
    return new Picture(width, bytes);
  }

  get colours(): Colour[] {
    return Array.from({ length: this.#bytes.length / 4 }, (_none, pixel) => this.#colour(pixel));
  }

  /** Colours from top to bottom. */
  column(x: number): Colour[] {
    return Array.from({ length: this.#bytes.length / 4 / this.width }, (_none, y) =>
      this.#colour(y * this.width + x),
    );
  }

  #colour(pixel: number): Colour {
    const [red = 0, green = 0, blue = 0] = this.#bytes.slice(pixel * 4, pixel * 4 + 3);
    return [red, green, blue];
  }
}

/** How far two colours are apart to an eye, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** How well the most visible thing among colours stands out from one of them. */
export function mostContrast(colours: readonly Colour[], ground: Colour): number {
  return Math.max(...colours.map((colour) => contrast(colour, ground)));
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
