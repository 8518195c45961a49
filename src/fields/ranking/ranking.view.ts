import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Option } from '../../core/field-type.js';
import type { FieldNode } from '../../core/nodes.js';
import { arList } from '../../locale/ar-list.js';
import { arrows } from '../../theme/arrows.styles.js';
import { rankingStyles } from '../../theme/ranking.styles.js';
import { clearButton, groupFrame } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { freePlace, without, withPlace } from './places.js';
import { rankingWordsOf } from './ranking.sentences.js';
import type { RankingDefinition, RankingInput } from './ranking.type.js';
import { placesOf, ranking } from './ranking.type.js';

/**
 * The options in their order, with buttons that move each, and below them radio buttons for the place of each, which
 * stay where they are whatever the order.
 */
export const rankingView: FieldView = {
  type: ranking,
  // What moves in a list is told as lists tell it.
  words: { ar: arList },
  styles: [arrows, rankingStyles],
  render(node, form) {
    const words = rankingWordsOf(form.locale);
    return groupFrame(
      node,
      form,
      html`<p class="hint">${words.how}</p>
        <ol class="ranks">${inOrder(node).map((option) => rank(node, option, form))}</ol>
        ${clearButton(node, form, true)}
        <details class="places">
          <summary>${words.byNumber}</summary>
          ${definitionOf(node).options.map((option) => placeRadios(node, option, form))}
        </details>`,
    );
  },
  read(control, node) {
    const value = control.name.slice(node.path.length + 1);
    return withPlace(inputOf(node), value, Number(control.value) - 1, placesOf(definitionOf(node)));
  },
  focusPart(node) {
    const next = inOrder(node).find(({ value }) => !inputOf(node).includes(value));
    return `.${(next ?? definitionOf(node).options[0])?.value}-up`;
  },
};

function definitionOf({ definition }: FieldNode): RankingDefinition {
  return definition as RankingDefinition;
}

function inputOf({ input }: FieldNode): RankingInput {
  return input as RankingInput;
}

/** Those with a place in its order, then the others in theirs. */
function inOrder(node: FieldNode): readonly Option[] {
  const { options } = definitionOf(node);
  const place = ({ value }: Option) => {
    const found = inputOf(node).indexOf(value);
    return found < 0 ? options.length : found;
  };
  return [...options].sort((one, other) => place(one) - place(other));
}

function rank(node: FieldNode, { value, label, hint }: Option, form: FormContext): TemplateResult {
  const { list } = form.locale.messages;
  const words = rankingWordsOf(form.locale);
  const name = form.locale.text(label);
  const input = inputOf(node);
  const place = input.indexOf(value);
  const isRanked = place >= 0;
  const free = freePlace(input, placesOf(definitionOf(node)));
  const up = isRanked ? list.moveUp(name) : words.add(name, (free ?? 0) + 1);
  const id = `${node.path}.${value}`;
  return html`<li class=${isRanked ? 'ranked' : ''} data-key=${value}>
    <span class="place">${isRanked ? place + 1 : html`<span class="visually-hidden">${words.noPlace}</span>`}</span>
    <span class="option-text">${name}${hint === undefined ? nothing : html`<span class="hint">${form.locale.text(hint)}</span>`}</span>
    <button
      type="button"
      class="icon up"
      id="${id}-up"
      aria-label=${up}
      title=${up}
      ?disabled=${isRanked ? place === 0 : free === undefined}
      @click=${() => moveTo(node, value, name, isRanked ? place - 1 : (free ?? 0), 'up', form)}
    ></button>
    ${
      isRanked
        ? html`<button
              type="button"
              class="icon down"
              id="${id}-down"
              aria-label=${list.moveDown(name)}
              title=${list.moveDown(name)}
              ?disabled=${!input.slice(place + 1).some(Boolean)}
              @click=${() => moveTo(node, value, name, place + 1, 'down', form)}
            ></button>
            <button
              type="button"
              class="quiet"
              id="${id}-out"
              aria-label=${words.takeOut(name)}
              @click=${() => takeOut(node, value, name, form)}
            >
              ${words.takeOutShort}
            </button>`
        : nothing
    }
  </li>`;
}

function moveTo(
  node: FieldNode,
  value: string,
  name: string,
  place: number,
  direction: 'up' | 'down',
  form: FormContext,
): void {
  const places = placesOf(definitionOf(node));
  const order = withPlace(inputOf(node), value, place, places);
  form.engine.input(node, order);
  form.changed(node);
  form.announce(form.locale.messages.list.moved(name, place + 1, places));
  // The focus stays on the same arrow of the same item, or on the next of its buttons at the end of the way.
  const canRise = place > 0;
  const canFall = order.slice(place + 1).some(Boolean);
  const other = canRise ? 'up' : canFall ? 'down' : 'out';
  form.focusOn(`${node.path}.${value}-${(direction === 'up' ? canRise : canFall) ? direction : other}`);
}

function takeOut(node: FieldNode, value: string, name: string, form: FormContext): void {
  form.engine.input(node, without(inputOf(node), value));
  form.changed(node);
  form.announce(rankingWordsOf(form.locale).takenOut(name));
  form.focusOn(`${node.path}.${value}-up`);
}

function placeRadios(node: FieldNode, { value, label }: Option, form: FormContext): TemplateResult {
  const words = rankingWordsOf(form.locale);
  const places = placesOf(definitionOf(node));
  const name = form.locale.text(label);
  const path = `${node.path}.${value}`;
  return html`<fieldset class="row">
    <legend>${name}</legend>
    <div class="numbers">
      ${Array.from({ length: places }, (_, index) => index + 1).map(
        (place) => html`<label class="number">
          <input
            type="radio"
            id="${path}.${place}"
            name=${path}
            value=${place}
            aria-label=${words.place(place)}
            .checked=${inputOf(node)[place - 1] === value}
            @change=${() => form.announce(form.locale.messages.list.moved(name, place, places))}
          /><span>${place}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
