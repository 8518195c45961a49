import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FormContext } from '../field-view.js';
import type { Point, Points } from './rating.type.js';
import { pointText } from './rating.type.js';

/** One radio button of a group of points. */
export interface PointRadio {
  /** Of the group; what is after it and a dot in the id is the point. */
  readonly name: string;
  readonly point: Point;
  /** What the group holds. */
  readonly input: string | undefined;
}

/** The row of one point, its words beside it and what decorates them between. What is no point stands apart. */
export function pointOption(
  { name, point, input }: PointRadio,
  points: Points,
  { locale }: FormContext,
  decoration: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const value = String(point);
  return html`<label class="option ${typeof point === 'number' ? 'point' : 'apart'}" part="option">
    <input type="radio" id="${name}.${value}" name=${name} value=${value} .checked=${input === value} />${decoration}<span
      class="option-text"
      >${pointText(point, points, locale)}</span
    >
  </label>`;
}
