import type { Page } from 'puppeteer-core';
import type { Colour } from '../../src/core/theme/colour.js';
import { contrast } from '../../src/core/theme/contrast.js';

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

/** How well the most visible thing among colours stands out from one of them. */
export function mostContrast(colours: readonly Colour[], ground: Colour): number {
  return Math.max(...colours.map((colour) => contrast(colour, ground)));
}

/** How many pixels are not the same in two pictures of one size, as base64 of PNG; counted in the page. */
export function differences(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (...pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (png) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return new Uint32Array(
            context?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0),
          );
        }),
      );
      return first?.filter((pixel, place) => pixel !== second?.[place]).length ?? 0;
    },
    one,
    other,
  );
}
