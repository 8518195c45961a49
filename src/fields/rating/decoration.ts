import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** How many moods a face can have: as many as there can be points. */
const MOODS = 7;

/** A face from sad to glad, for the eye alone: the words beside it say the same. How its mouth bends is a class. */
export function face(position: number, total: number): TemplateResult {
  const mood = Math.round((position * (MOODS - 1)) / (total - 1));
  return html`<svg class="face mood-${mood}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="10.5"></circle>
    <path d="M8.5 9v.6M15.5 9v.6"></path>
    <path class="mouth" d="M7.5 13.5Q12 18.5 16.5 13.5"></path>
  </svg>`;
}

/** As many full stars as the point has, of as many as there are. */
export function stars(position: number, total: number): TemplateResult {
  return html`<span class="stars" aria-hidden="true">
    ${Array.from(
      { length: total },
      (_, index) => html`<svg class=${index <= position ? 'full' : ''} viewBox="0 0 20 20" focusable="false">
        <path d="M10 2.5l2.3 4.9 5.2.7-3.8 3.7.9 5.3-4.6-2.5-4.6 2.5.9-5.3-3.8-3.7 5.2-.7z"></path>
      </svg>`,
    )}
  </span>`;
}
