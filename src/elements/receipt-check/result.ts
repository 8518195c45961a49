import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import { lineOf } from '../../core/drawing.js';
import { formatReference } from '../../core/reference.js';
import type { Account, ToldSignature } from '../../evidence/account.js';
import { riyadhMoment } from '../../evidence/moment.js';
import type { EvidenceRecord } from '../../evidence/record.js';
import type { ToldAnswer } from '../../evidence/told.js';
import { ownWords } from '../../fields/own-words.js';
import type { EvidenceWords } from '../../locale/evidence-words.js';
import type { FormLocale } from '../../locale/locale.js';
import type { ReceiptCheckWords } from '../../locale/receipt-check-words.js';

/** In which words a result is told. */
export interface Telling {
  readonly words: ReceiptCheckWords;
  readonly evidence: EvidenceWords;
}

/** That a receipt is genuine: the first thing that is read. */
export function genuineBox({ evidence }: Telling): TemplateResult {
  return html`<div class="verdict genuine" part="result">
    <p class="mark" aria-hidden="true"></p>
    <h2 id="result" tabindex="-1">${evidence.genuine}</h2>
    <p>${evidence.genuineMeans}</p>
  </div>`;
}

/** That a receipt is not to be relied on, and why. What it says is not repeated: it may be anything. */
export function notGenuineBox(
  reasons: readonly string[],
  key: string | undefined,
  { words, evidence }: Telling,
): TemplateResult {
  return html`<div class="verdict not-genuine" part="result">
    <h2 id="result" tabindex="-1">${evidence.notGenuine}</h2>
    <h3>${words.reasons}</h3>
    <ul>
      ${reasons.map((reason) => html`<li>${reason}</li>`)}
    </ul>
    <p>${words.whatNow}</p>
    ${key === undefined ? nothing : html`<p class="hint">${evidence.keyId}: <bdo dir="ltr" translate="no">${key}</bdo></p>`}
  </div>`;
}

/** What a genuine receipt says. */
export function receiptContent(
  { reference, receivedAt, notBefore, form, about, keyId }: EvidenceRecord,
  { answers, statements, signatures, attachments }: Account,
  { evidence }: Telling,
  locale: FormLocale,
): TemplateResult {
  const momentOf = (instant: string): string => {
    const { date, time } = riyadhMoment(instant, locale);
    return evidence.moment(date, time);
  };
  const theirs = (instant: string) => byClock(momentOf(instant), evidence.theirClock);
  return html`<div class="answers">
    <dl>
      ${row(evidence.reference, html`<bdo class="reference" dir="ltr">${formatReference(reference)}</bdo>`)}
      ${row(evidence.received, byClock(momentOf(receivedAt), evidence.ourClock))}
      ${notBefore === undefined ? nothing : row(evidence.notBefore, locale.dateInBoth(notBefore, 'islamic-umalqura'))}
      ${row(evidence.form, html`<bdo dir="ltr" translate="no">${form.id} ${form.version}</bdo>`)}
      ${form.policyVersion === undefined ? nothing : row(evidence.policyVersion, html`<bdi translate="no">${form.policyVersion}</bdi>`)}
      ${about === undefined ? nothing : row(evidence.about, html`<bdo dir="ltr">${formatReference(about.reference)}</bdo>`)}
      ${row(evidence.keyId, html`<bdo dir="ltr" translate="no">${keyId}</bdo>`)}
    </dl>
    <h3>${signatures.length === 0 ? evidence.answersUnsigned : evidence.answers}</h3>
    ${grouped(answers).map(
      ({ title, level: depth, rows }) => html`${title === undefined ? nothing : html`<h4>${title}</h4>`}<dl
          class=${title === undefined && depth === 0 ? 'after-items' : nothing}
        >
          ${rows.map(({ label, value, type = '', level }) =>
            row(
              label,
              html`<span class="lines" translate=${ownWords.has(type) ? 'no' : nothing}>${value}</span>`,
              level,
            ),
          )}
        </dl>`,
    )}
    <h3>${evidence.statements}</h3>
    ${
      statements.length === 0
        ? html`<p>${evidence.none}</p>`
        : statements.map(
            ({ sentence, language, agreedAt }) => html`<figure>
              <blockquote lang=${language} dir="auto" translate="no">${sentence}</blockquote>
              <figcaption>${evidence.agreedAt}: ${theirs(agreedAt)}</figcaption>
            </figure>`,
          )
    }
    <h3>${evidence.signatures}</h3>
    ${
      signatures.length === 0
        ? html`<p>${evidence.none}</p>`
        : signatures.map((signature) => signatureRows(signature, evidence, theirs))
    }
    <h3>${evidence.attachments}</h3>
    ${
      attachments.length === 0
        ? html`<p>${evidence.none}</p>`
        : html`<dl>
            ${attachments.map(({ label, name, bytes, isSame }) =>
              row(
                label,
                html`<bdi translate="no">${name}</bdi> (${locale.fileSize(bytes)})<br /><span class=${isSame ? 'success' : 'not-given'}
                      >${isSame ? evidence.same : evidence.notCompared}</span
                    >`,
              ),
            )}
          </dl>`
    }
  </div>`;
}

function signatureRows(
  { label, by, method, drawing, photos, shownAt, signedAt }: ToldSignature,
  evidence: EvidenceWords,
  theirs: (instant: string) => TemplateResult,
): TemplateResult {
  const name = by ?? evidence.nameNotGiven;
  return html`<dl>
    ${row(
      label,
      html`${evidence.methods[method]}${
        drawing === undefined
          ? nothing
          : html`<svg class="drawing" role="img" aria-label="${evidence.methods[method]}: ${name}" viewBox="0 0 10000 ${drawing.height}">
              ${drawing.strokes.map((stroke) => svg`<path d=${lineOf(stroke)}></path>`)}
            </svg>`
      }`,
    )}
    ${method === 'paper' ? photos.map((photo) => row(evidence.paper, html`<bdi translate="no">${photo}</bdi>`)) : row(evidence.signedBy, html`<bdi translate="no">${name}</bdi>`)}
    ${row(evidence.shownAt, theirs(shownAt))} ${row(evidence.signedAt, theirs(signedAt))}
  </dl>`;
}

function byClock(moment: string, clock: string): TemplateResult {
  return html`${moment}<span class="hint">${clock}</span>`;
}

function row(label: string, value: unknown, level = 0): TemplateResult {
  return html`<div class=${level > 0 ? 'answer inner' : 'answer'}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

interface Group {
  readonly title?: string;
  /** How deep it stands in lists. */
  readonly level: number;
  readonly rows: ToldAnswer[];
}

/** The rows under each heading; what comes after the items of a list is under none of theirs. */
function grouped(answers: readonly ToldAnswer[]): readonly Group[] {
  const groups: Group[] = [];
  for (const answer of answers) {
    const { label, value, level } = answer;
    const last = groups.at(-1);
    if (value === undefined) groups.push({ title: label, level, rows: [] });
    else if (last === undefined || level < last.level) groups.push({ level, rows: [answer] });
    else last.rows.push(answer);
  }
  return groups;
}
