import type { Area, Drawing, Point } from '../../core/drawing.js';
import { drawingOf, MOST_POINTS, WIDTH } from '../../core/drawing.js';

/** A place on the screen at a time, as pointer events tell it. */
export interface Touch {
  readonly clientX: number;
  readonly clientY: number;
  readonly timeStamp: number;
}

/** What is drawn on a pad. Knows no DOM: the pad's element says where things are on the screen. */
export class Ink {
  #strokes: Point[][] = [];
  /** What the drawing takes up; a pad of another shape shows more around it. */
  #area: Area | undefined;
  #isDrawing = false;

  get strokes(): readonly (readonly Point[])[] {
    return this.#strokes;
  }

  get isEmpty(): boolean {
    return this.#strokes.length === 0;
  }

  get isDrawing(): boolean {
    return this.#isDrawing;
  }

  /**
   * What a pad of a shape shows: the whole drawing in its middle. A phone that is turned makes the pad wider or
   * narrower, and no stroke leaves it or is bent.
   */
  areaOn(pad: { readonly width: number; readonly height: number }): Area {
    const { x, y, width, height } = this.#area ?? { x: 0, y: 0, width: WIDTH, height: 0 };
    const ratio = pad.height > 0 && pad.width > 0 ? pad.height / pad.width : 0.4;
    if (this.#area === undefined) return { x, y, width, height: width * ratio };
    if (height / width < ratio) {
      const taller = width * ratio;
      return { x, y: y - (taller - height) / 2, width, height: taller };
    }
    const wider = height / ratio;
    return { x: x - (wider - width) / 2, y, width: wider, height };
  }

  /** Begins a stroke where the pad shows `area` now. */
  begin(point: Point, area: Area): void {
    this.#area ??= area;
    this.#isDrawing = true;
    this.#strokes = [...this.#strokes, [point]];
    this.#embrace(point, area);
  }

  /** Goes on with the stroke; what would make a drawing of no use is left out. */
  extend(points: readonly Point[], area: Area): void {
    const stroke = this.#strokes.at(-1);
    if (stroke === undefined || !this.#isDrawing) return;
    const count = this.#strokes.reduce((sum, { length }) => sum + length, 0);
    for (const point of points.slice(0, Math.max(0, MOST_POINTS - count))) {
      stroke.push(point);
      this.#embrace(point, area);
    }
  }

  /** Ends the stroke; cancelled, as by a call that comes in, it is as if it had not been begun. */
  end({ cancelled = false } = {}): void {
    this.#isDrawing = false;
    if (cancelled) this.undo();
  }

  /** Takes the last stroke back. */
  undo(): void {
    this.#strokes = this.#strokes.slice(0, -1);
    if (this.isEmpty) this.#area = undefined;
  }

  clear(): void {
    this.#isDrawing = false;
    this.#strokes = [];
    this.#area = undefined;
  }

  restore({ height, strokes }: Drawing): void {
    this.clear();
    if (strokes.length === 0) return;
    this.#strokes = strokes.map((stroke) => [...stroke]);
    this.#area = { x: 0, y: 0, width: WIDTH, height };
  }

  /** What was drawn, for keeping; undefined where nothing was. */
  get drawing(): Drawing | undefined {
    return this.#area === undefined || this.isEmpty ? undefined : drawingOf(this.#strokes, this.#area);
  }

  /** A pad that shows more than the drawing takes up can be drawn on there as well: the drawing grows. */
  #embrace([x, y]: Point, shown: Area): void {
    const area = this.#area;
    if (area === undefined) return;
    const isInside = x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
    if (!isInside) this.#area = shown;
  }
}

/** Where a touch is in what the pad shows, never outside of it. */
export function pointOf({ clientX, clientY, timeStamp }: Touch, box: DOMRectReadOnly, area: Area): Point {
  const across = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
  const down = Math.min(1, Math.max(0, (clientY - box.top) / box.height));
  return [area.x + across * area.width, area.y + down * area.height, timeStamp];
}
