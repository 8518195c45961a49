import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatReference } from '../../core/reference.js';
import type { TrackedView } from '../../transport/tracked-view.js';
import { riyadhDate } from '../form/riyadh-time.js';
import type { Telling } from './telling.js';

/** The number of a request, and where it is: what a person has come for. */
export function whereItIs({ reference, state }: TrackedView, telling: Telling): TemplateResult {
  const { view: words, lookUp } = telling.words;
  return html`<div class="where" part="state">
    <p class="reference-label" id="reference-label">${lookUp.reference}</p>
    <p class="reference" aria-labelledby="reference-label"><bdo dir="ltr">${inGroups(reference)}</bdo></p>
    ${state.isYours ? html`<p class="turn">${words.yourTurn}</p>` : nothing}
    <h2 id="title" tabindex="-1" part="title">${telling.told(state.title)}</h2>
    ${state.text === undefined ? nothing : html`<p class="lines">${telling.told(state.text)}</p>`}
  </div>`;
}

/** Who acts, what comes next, and when. */
export function facts({ state, notBefore, receivedAt }: TrackedView, telling: Telling): TemplateResult {
  const { view: words } = telling.words;
  const actor = state.isYours ? words.you : state.actor && telling.told(state.actor);
  const earliest =
    notBefore && html`${telling.day(notBefore)}<span class="hint">${words.notBeforeHint}</span>`;
  return html`<dl class="facts">
    ${fact(words.actor, actor)} ${fact(words.next, state.next && html`<span class="lines">${telling.told(state.next)}</span>`)}
    ${fact(words.notBefore, earliest)} ${fact(words.since, state.since && telling.day(state.since))}
    ${fact(words.received, telling.day(riyadhDate(new Date(receivedAt))))}
  </dl>`;
}

/** A decision never stands without its reason. */
export function reasonNote({ reason }: TrackedView, telling: Telling): TemplateResult | typeof nothing {
  if (reason === undefined) return nothing;
  return html`<div class="note important" part="reason">
    <h3>${telling.words.view.reason}</h3>
    <p class="lines">${telling.told(reason)}</p>
  </div>`;
}

function fact(name: string, value: unknown): TemplateResult | typeof nothing {
  if (value === undefined) return nothing;
  return html`<div class="answer">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A number that is too long for its line goes on in the next one between two groups. */
function inGroups(reference: string): unknown[] {
  return (formatReference(reference).match(/[^-]+-?/g) ?? []).map((group) => html`${group}<wbr />`);
}
