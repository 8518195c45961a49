import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { AnsweredField } from '../../core/answered-fields.js';
import { answeredFields } from '../../core/answered-fields.js';
import { lineOf, PEN, WIDTH } from '../../core/drawing.js';
import { isSigning } from '../../core/field-type.js';
import type { ToldAnswer } from '../../evidence/told.js';
import { toldAnswers } from '../../evidence/told.js';
import { catalogAtHand } from '../../fields/at-hand.js';
import { ownWords } from '../../fields/own-words.js';
import type { SignatureAnswer } from '../../fields/signature/signature.type.js';
import type { StatementDefinition } from '../../fields/statement/statement.type.js';
import { laterWordsOf } from '../../locale/later-words.js';
import type { FormLocale } from '../../locale/locale.js';
import type { Stored } from '../../transport/delivery.js';
import type { PageHost } from './page-host.js';
import { riyadhDate, riyadhTime } from './riyadh-time.js';

/** What only the printed receipt shows: what was sent, agreed to and signed, word for word. */
export function receiptPaper({ receipt, submission }: Stored, { context }: PageHost): TemplateResult {
  const { locale, engine } = context;
  const { receipt: words } = laterWordsOf(locale);
  const { definition } = engine;
  const { answers } = submission;
  const answered = [...answeredFields(definition, answers)];
  const statements = answered.filter(({ field }) => field.type === 'statement');
  const signatures = answered.filter(({ field }) => isSigning(field, catalogAtHand));
  const { record } = receipt.evidence ?? {};
  return html`<div class="paper">
    <h3>${locale.text(definition.title)}</h3>
    <p class="hint">${words.answers} · <bdi translate="no">${definition.id} ${definition.version}</bdi></p>
    <dl>
      ${[...toldAnswers(definition, answers, catalogAtHand, locale)]
        .filter(isSeen)
        .map(({ label, value, type = '', level }) =>
          value === undefined
            ? html`<div class="answer-heading"><dt>${label}</dt></div>`
            : html`<div class=${level > 0 ? 'answer nested' : 'answer'}><dt>${label}</dt><dd class="lines"><bdi translate=${ownWords.has(type) ? 'no' : nothing}>${value}</bdi></dd></div>`,
        )}
    </dl>
    ${
      statements.length === 0
        ? nothing
        : html`<h3>${words.agreed}</h3>
            <ul translate="no">${statements.map(({ field }) => html`<li>${sentenceOf(field as StatementDefinition, locale)}</li>`)}</ul>`
    }
    ${signatures.map((signature) => signed(signature, submission, locale))}
    ${
      record === undefined
        ? nothing
        : html`<h3>${words.seal}</h3>
            <p>${words.sealedBy(record.keyId, record.sequence)}</p>
            <p class="digest" translate="no"><bdo dir="ltr">${receipt.evidence?.seal.signature}</bdo></p>`
    }
  </div>`;
}

/** What the page gave of itself stands in the record, and not on the person's paper. */
function isSeen({ type = '' }: ToldAnswer): boolean {
  return !catalogAtHand.get(type)?.isUnseen;
}

function sentenceOf({ text, label }: StatementDefinition, locale: FormLocale): string {
  return locale.text(text ?? label);
}

function signed(
  { field, answer, path }: AnsweredField,
  { signatures = [] }: Stored['submission'],
  locale: FormLocale,
): TemplateResult {
  const { receipt: words } = laterWordsOf(locale);
  const at = signatures.find((signature) => signature.path === path.join('.'))?.signedAt;
  const type = catalogAtHand.get(field.type);
  const { method } = answer as SignatureAnswer;
  const isDrawn = field.type === 'signature' && method === 'drawn';
  return html`<section class="signed">
    <h3>${locale.text(field.label)}</h3>
    ${isDrawn ? ink(answer as DrawnAnswer) : html`<p translate="no">${type?.display(answer as never, field as never, locale)}</p>`}
    ${
      at === undefined
        ? nothing
        : html`<p class="hint">${words.signedAt(locale.dateInBoth(riyadhDate(new Date(at)), 'islamic-umalqura'), riyadhTime(new Date(at)))}</p>`
    }
  </section>`;
}

type DrawnAnswer = Extract<SignatureAnswer, { method: 'drawn' }>;

function ink({ drawing: { height, strokes } }: DrawnAnswer): TemplateResult {
  return html`<svg class="ink" viewBox="0 0 ${WIDTH} ${height}">
    <path d=${strokes.map(lineOf).join('')} fill="none" stroke="#000" stroke-width=${PEN} stroke-linecap="round" stroke-linejoin="round"></path>
  </svg>`;
}
