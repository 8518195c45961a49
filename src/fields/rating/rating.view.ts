import { html, nothing } from 'lit';
import { clearButton, groupFrame } from '../field-frame.js';
import type { FieldView } from '../field-view.js';
import { face, stars } from './decoration.js';
import { pointOption } from './point-radio.js';
import { ratingStyles } from './rating.styles.js';
import type { RatingDefinition } from './rating.type.js';
import { pointsOf, rating } from './rating.type.js';

/** Labels up to this length stand beside one another on a wide page, each below its face. */
const SHORT = 24;

/** Radio buttons, one for each point, each with its words; faces and stars only beside these. */
export const ratingView: FieldView = {
  type: rating,
  styles: ratingStyles,
  render(node, form) {
    const definition = node.definition as RatingDefinition;
    const { decoration, points } = definition;
    const draw = decoration === 'faces' ? face : stars;
    const isBeside = decoration && points.every((point) => form.locale.text(point).length <= SHORT);
    const options = pointsOf(definition).map((point) =>
      pointOption(
        { name: node.path, point, input: node.input as string },
        definition,
        form,
        decoration && typeof point === 'number' ? draw(point - 1, points.length) : nothing,
      ),
    );
    return groupFrame(
      node,
      form,
      html`<div class="points ${isBeside ? 'columns' : ''}">${options.slice(0, points.length)}</div>
        ${options.slice(points.length)}${clearButton(node, form, true)}`,
    );
  },
  focusPart: () => '.1',
};
