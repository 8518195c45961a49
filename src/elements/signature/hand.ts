import type { Area } from '../../core/drawing.js';
import type { Ink } from './pad.js';
import { pointOf } from './pad.js';

/** After a pen has touched, what else touches for so many milliseconds is the hand that holds it. */
const PALM = 1500;

/** What a hand may know of the pad it draws on, and whom it tells. */
export interface HandHost {
  isOff(): boolean;
  /** What the pad shows of the paper. */
  area(): Area;
  moved(): void;
  lifted(): void;
}

/** Follows one pointer over a pad: a second finger, or the hand that holds the pen, draws nothing. */
export class Hand {
  readonly #ink: Ink;
  readonly #host: HandHost;
  #pointer: number | undefined;
  #lastPen = Number.NEGATIVE_INFINITY;

  constructor(ink: Ink, host: HandHost) {
    this.#ink = ink;
    this.#host = host;
  }

  down(event: PointerEvent): void {
    const isPalm = event.pointerType === 'touch' && event.timeStamp - this.#lastPen < PALM;
    if (this.#pointer !== undefined || event.button !== 0 || isPalm || this.#host.isOff()) return;
    event.preventDefault();
    const pad = event.currentTarget as Element;
    this.#pointer = event.pointerId;
    pad.setPointerCapture(event.pointerId);
    const area = this.#host.area();
    this.#ink.begin(pointOf(event, pad.getBoundingClientRect(), area), area);
    this.#noteAndTell(event);
  }

  move(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    const area = this.#host.area();
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const coalesced = event.getCoalescedEvents?.() ?? [];
    const touches = coalesced.length > 0 ? coalesced : [event];
    this.#ink.extend(
      touches.map((touch) => pointOf(touch, box, area)),
      area,
    );
    this.#noteAndTell(event);
  }

  lift({ pointerId }: PointerEvent, { cancelled = false } = {}): void {
    if (pointerId !== this.#pointer) return;
    this.#pointer = undefined;
    this.#ink.end({ cancelled });
    this.#host.lifted();
  }

  #noteAndTell({ pointerType, timeStamp }: PointerEvent): void {
    if (pointerType === 'pen') this.#lastPen = timeStamp;
    this.#host.moved();
  }
}
