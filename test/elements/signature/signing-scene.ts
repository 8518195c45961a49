import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/signature/define.js';
import type { Drawing } from '../../../src/core/drawing.js';
import type { TaafiSignature } from '../../../src/elements/signature/signature.js';

export interface Scene {
  readonly form: HTMLFormElement;
  readonly element: TaafiSignature;
  readonly pad: Element;
}

/** A form with a signature in it. */
export async function scene(attributes: { required?: boolean; signer?: string } = {}): Promise<Scene> {
  const form = await fixture<HTMLFormElement>(html`<form lang="en">
    <label for="sig">Signature</label>
    <taafi-signature id="sig" name="sig" ?required=${attributes.required ?? false} signer=${attributes.signer ?? ''}></taafi-signature>
  </form>`);
  const element = form.querySelector('taafi-signature') as TaafiSignature;
  await element.updateComplete;
  return { form, element, pad: padOf(element) };
}

export const padOf = (element: TaafiSignature) => element.shadowRoot?.querySelector('.pad') as Element;

/** A place on a pad, in parts of its width and height. */
export type Spot = readonly [across: number, down: number];

/** A wave across the pad. */
export const wave: readonly Spot[] = Array.from({ length: 24 }, (_none, at) => [
  0.1 + at * 0.033,
  0.5 + 0.3 * Math.sin(at / 2),
]);

/** A pointer that the browser knows nothing of. */
export class Pointer {
  readonly #pad: Element;
  readonly #init: PointerEventInit;

  constructor(pad: Element, { pointerId = 1, pointerType = 'touch' } = {}) {
    this.#pad = pad;
    this.#init = { bubbles: true, composed: true, cancelable: true, pointerId, pointerType };
    // Only a pointer the browser knows can be captured.
    (pad as unknown as { setPointerCapture: () => void }).setPointerCapture = () => undefined;
  }

  down(spot: Spot): this {
    return this.tell('pointerdown', spot);
  }

  moves(spots: readonly Spot[]): this {
    for (const spot of spots) this.tell('pointermove', spot);
    return this;
  }

  tell(type: string, [across, down]: Spot): this {
    const { left, top, width, height } = this.#pad.getBoundingClientRect();
    return this.tellAt(type, left + across * width, top + down * height);
  }

  /** Tells of a place on the screen, wherever the pad is. */
  tellAt(type: string, clientX: number, clientY: number): this {
    this.#pad.dispatchEvent(new PointerEvent(type, { ...this.#init, clientX, clientY }));
    return this;
  }
}

/** Moves a pointer over the pad as a finger does. */
export function touch(
  pad: Element,
  way: readonly Spot[],
  { pointerId = 1, pointerType = 'touch', end = 'pointerup' } = {},
): void {
  const [first = [0, 0], ...rest] = way;
  new Pointer(pad, { pointerId, pointerType })
    .down(first)
    .moves(rest)
    .tell(end, way.at(-1) ?? first);
}

export function drawnOf({ value }: TaafiSignature): Drawing | undefined {
  return value?.method === 'drawn' ? value.drawing : undefined;
}
