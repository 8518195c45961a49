import type { ResultsTelling } from './results-telling.js';

/** What the parts of the page need of the element they are parts of. */
export interface ResultsHost {
  readonly telling: ResultsTelling;
  /** Room for a chart, in CSS pixels. */
  readonly chartWidth: number;
  requestUpdate(): void;
  /** Leads the person to a place of the page, as soon as it is drawn. */
  focusOn(id: string): void;
  /** Makes a picture of the drawing in a figure. */
  savePicture(figure: HTMLElement, title: string): void;
}
