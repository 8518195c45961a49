import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { AskedRight, PossibleMove, TrackedView } from '../../transport/tracked-view.js';
import type { Deed } from './confirm-dialog.js';
import type { Telling } from './telling.js';

const kinds = ['copy', 'deletion'] as const;

/** What the person may do with his request by himself. */
export function ownMoves(
  moves: readonly PossibleMove[],
  telling: Telling,
  confirm: (deed: Deed) => void,
): TemplateResult | typeof nothing {
  if (moves.length === 0) return nothing;
  return html`<section class="moves no-print" part="moves">
    <h3>${telling.words.moves.title}</h3>
    <div class="beside">
      ${moves.map(
        (
          move,
        ) => html`<button type="button" class="secondary" part="button" aria-haspopup="dialog" @click=${() => confirm({ kind: 'move', move })}>
          ${telling.told(move.label)}
        </button>`,
      )}
    </div>
  </section>`;
}

/** What the partner that referred him is told, and the way to stop it (PDPL: a consent can be withdrawn as easily as given). */
export function ownSharing(
  { sharing }: TrackedView,
  telling: Telling,
  confirm: (deed: Deed) => void,
): TemplateResult | typeof nothing {
  if (sharing === undefined) return nothing;
  const { words } = telling;
  const partner = telling.plain(sharing.partner);
  return html`<section class="sharing no-print" part="sharing">
    <h3>${words.sharing.title}</h3>
    <ul>
      ${sharing.what.map((what) => html`<li>${words.sharing.told[what](partner)}</li>`)}
    </ul>
    <div class="beside">
      <button type="button" class="secondary" part="button" aria-haspopup="dialog" @click=${() => confirm({ kind: 'sharing' })}>
        ${words.sharing.stop}
      </button>
    </div>
  </section>`;
}

/** What became of what he asked about his data, and the buttons to ask (PDPL: a copy, deletion). */
export function ownRights(
  { rights }: TrackedView,
  telling: Telling,
  confirm: (deed: Deed) => void,
): TemplateResult {
  const { rights: words } = telling.words;
  const open = kinds.filter(
    (kind) => !rights.some((right) => right.kind === kind && right.doneAt === undefined),
  );
  return html`<section class="rights no-print" part="rights">
    <h3 id="rights" tabindex="-1">${words.title}</h3>
    <p>${words.intro}</p>
    ${
      rights.length === 0
        ? nothing
        : html`<ul class="asked">
            ${rights.map((right) => asked(right, telling))}
          </ul>`
    }
    ${
      open.length === 0
        ? nothing
        : html`<div class="beside">
            ${open.map(
              (
                right,
              ) => html`<button type="button" class="secondary" part="button" aria-haspopup="dialog" @click=${() => confirm({ kind: 'right', right })}>
                ${words.ask[right]}
              </button>`,
            )}
          </div>`
    }
  </section>`;
}

function asked({ kind, askedAt, doneAt, note }: AskedRight, telling: Telling): TemplateResult {
  const { rights: words } = telling.words;
  return html`<li>
    <p class="asked-when">${words.asked[kind](telling.day(askedAt))}</p>
    <p class="hint">${doneAt === undefined ? words.waiting : words.done(telling.day(doneAt))}</p>
    ${note === undefined ? nothing : html`<p class="lines">${telling.told(note)}</p>`}
  </li>`;
}
