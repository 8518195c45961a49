import type { Ink } from './pad.js';
import { nearest, pointOf } from './pad.js';

/** After a pen has touched, what else touches for so many milliseconds is the hand that holds it. */
const PALM = 1500;

/** Whom a hand asks and tells. */
export interface HandHost {
  isOff(): boolean;
  /** There is more ink than before, or less. */
  moved(): void;
  /** A stroke is whole. */
  lifted(): void;
}

/** Follows one pointer over a pad, as listener to the pad's pointer events. Other fingers draw nothing. */
export class Hand {
  readonly #ink: Ink;
  readonly #host: HandHost;
  /** How the pointer came down that draws. */
  #pointer: PointerEvent | undefined;
  #lastPen = Number.NEGATIVE_INFINITY;
  /** Sizes of the pad and the window when the pointer was last seen. */
  #sizes = '';
  /** How far the ink is from the pointer. */
  #apart: readonly [x: number, y: number] = [0, 0];

  constructor(ink: Ink, host: HandHost) {
    this.#ink = ink;
    this.#host = host;
  }

  handleEvent(event: PointerEvent): void {
    const { type } = event;
    if (type === 'pointerdown') this.#down(event);
    if (event.pointerId !== this.#pointer?.pointerId) return;
    if (event.pointerType === 'pen') this.#lastPen = event.timeStamp;
    if (type === 'pointermove') this.#move(event);
    else if (type !== 'pointerdown') this.stop({ keep: type !== 'pointercancel' });
  }

  /** Takes the hand off the pad. A stroke that is not kept is as if it had not been begun. */
  stop({ keep = false } = {}): void {
    this.#pointer = undefined;
    if (!this.#ink.isDrawing) return;
    this.#ink.end({ keep });
    this.#host.moved();
    if (keep) this.#host.lifted();
  }

  #down(event: PointerEvent): void {
    const { pointerType, timeStamp } = event;
    // A hand often lies on the screen before its pen does.
    if (pointerType === 'pen' && this.#pointer?.pointerType === 'touch') this.stop();
    const isPalm = pointerType === 'touch' && timeStamp - this.#lastPen < PALM;
    if (this.#pointer !== undefined || event.button !== 0 || isPalm || this.#host.isOff()) return;
    event.preventDefault();
    const pad = event.currentTarget as Element;
    pad.setPointerCapture(event.pointerId);
    this.#pointer = event;
    const box = pad.getBoundingClientRect();
    this.#sizes = sizesOf(box);
    this.#apart = [0, 0];
    const area = this.#ink.areaOn(box);
    this.#ink.begin(nearest(pointOf(event, box, area), area), area);
    this.#host.moved();
  }

  #move(event: PointerEvent): void {
    const { tip } = this.#ink;
    if (tip === undefined || !this.#ink.isDrawing) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const area = this.#ink.areaOn(box);
    if (this.#sizes !== sizesOf(box)) {
      // A turned phone has the pointer elsewhere on the pad: the stroke goes on from where it is.
      this.#sizes = sizesOf(box);
      const [x, y] = pointOf(event, box, area);
      this.#apart = [tip[0] - x, tip[1] - y];
      return;
    }
    const [across, down] = this.#apart;
    const coalesced = event.getCoalescedEvents?.() ?? [];
    const touches = coalesced.length > 0 ? coalesced : [event];
    const points = touches.map((touch) => {
      const [x, y, time] = pointOf(touch, box, area);
      return nearest([x + across, y + down, time], area);
    });
    this.#ink.extend(points, area);
    this.#host.moved();
  }
}

function sizesOf({ width, height }: DOMRectReadOnly): string {
  return `${width} ${height} ${innerWidth}`;
}
