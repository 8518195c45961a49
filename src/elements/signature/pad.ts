import type { Area, Drawing, Point } from '../../core/drawing.js';
import { drawingOf, MOST_POINTS, MOST_STROKES, WIDTH } from '../../core/drawing.js';
import type { HandSignature } from '../../fields/signature/signature.type.js';

/** A place on the screen at a time, as pointer events tell it. */
export interface Touch {
  readonly clientX: number;
  readonly clientY: number;
  readonly timeStamp: number;
}

/** What is drawn on a pad. Knows no DOM: the pad's element says where things are on the screen. */
export class Ink {
  #strokes: Drawing['strokes'] = [];
  /** What the drawing takes up; a pad of another shape shows more around it. */
  #area: Area | undefined;
  #isDrawing = false;
  #answer: HandSignature | undefined;

  /** A stroke never changes: one that goes on is another array. */
  get strokes(): Drawing['strokes'] {
    return this.#strokes;
  }

  get isEmpty(): boolean {
    return this.#strokes.length === 0;
  }

  get isDrawing(): boolean {
    return this.#isDrawing;
  }

  /** Where the ink ends. */
  get tip(): Point | undefined {
    return this.#strokes.at(-1)?.at(-1);
  }

  /** What was drawn, for keeping: the same object until there is other ink; undefined where there is none. */
  get answer(): HandSignature | undefined {
    if (this.#area === undefined) return undefined;
    this.#answer ??= { method: 'drawn', drawing: drawingOf(this.#strokes, this.#area) };
    return this.#answer;
  }

  /**
   * What a pad of a shape shows: the whole drawing in its middle. A phone that is turned makes the pad wider or
   * narrower, and no stroke leaves it or is bent.
   */
  areaOn(pad?: { readonly width: number; readonly height: number }): Area {
    const { x, y, width, height } = this.#area ?? { x: 0, y: 0, width: WIDTH, height: 0 };
    const ratio = (pad?.width && pad.height / pad.width) || 0.4;
    const wider = Math.max(width, height / ratio);
    const taller = Math.max(height, width * ratio);
    return { x: x - (wider - width) / 2, y: y - (taller - height) / 2, width: wider, height: taller };
  }

  /** Begins a stroke where the pad shows `area` now; a drawing that is full takes none. */
  begin(point: Point, area: Area): void {
    if (this.#strokes.length >= MOST_STROKES || this.#room === 0) return;
    this.#area ??= area;
    this.#isDrawing = true;
    this.#replace([...this.#strokes, []]);
    this.extend([point], area);
  }

  /** Goes on with the stroke; what would make a drawing of no use is left out. */
  extend(points: readonly Point[], area: Area): void {
    if (!this.#isDrawing) return;
    const added = points.slice(0, this.#room);
    // A pad that shows more than the drawing takes up can be drawn on there as well: the drawing grows.
    if (added.some((point) => !isInside(point, this.#area ?? area))) this.#area = area;
    this.#replace([...this.#strokes.slice(0, -1), [...(this.#strokes.at(-1) ?? []), ...added]]);
  }

  /** Ends the stroke; one that is not kept is as if it had not been begun. */
  end({ keep }: { readonly keep: boolean }): void {
    if (this.#isDrawing && !keep) this.undo();
    this.#isDrawing = false;
  }

  /** Takes the last stroke back. */
  undo(): void {
    this.#isDrawing = false;
    this.#replace(this.#strokes.slice(0, -1));
  }

  clear(): void {
    this.restore({ height: 0, strokes: [] });
  }

  restore({ height, strokes }: Drawing): void {
    this.#isDrawing = false;
    this.#area = { x: 0, y: 0, width: WIDTH, height };
    this.#replace(strokes);
  }

  get #room(): number {
    return MOST_POINTS - this.#strokes.reduce((sum, { length }) => sum + length, 0);
  }

  #replace(strokes: Drawing['strokes']): void {
    this.#strokes = strokes;
    this.#answer = undefined;
    if (this.isEmpty) this.#area = undefined;
  }
}

function isInside([x, y]: Point, area: Area): boolean {
  return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
}

/** Where a touch is in what the pad shows, or would show beyond its edges. */
export function pointOf({ clientX, clientY, timeStamp }: Touch, box: DOMRectReadOnly, area: Area): Point {
  return [
    area.x + ((clientX - box.left) / (box.width || 1)) * area.width,
    area.y + ((clientY - box.top) / (box.height || 1)) * area.height,
    timeStamp,
  ];
}

/** The place of an area that is nearest to a point. */
export function nearest([x, y, time]: Point, area: Area): Point {
  return [within(x, area.x, area.width), within(y, area.y, area.height), time];
}

function within(place: number, start: number, size: number): number {
  return Math.min(start + size, Math.max(start, place));
}
