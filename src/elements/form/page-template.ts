import { html, nothing } from 'lit';
import { StepNode } from '../../core/nodes.js';
import type { Text } from '../../core/text.js';
import { canShow } from './bringing.js';
import type { Later } from './later-part.js';
import type { ReferralDialog } from './referral-dialog.js';
import type { Runner } from './runner.js';
import { startPage } from './start-page.js';
import { stepPage } from './step-page.js';

/** The page the person is on; all but the first need what is loaded later. */
export function pageTemplate(
  runner: Runner,
  later: Later | undefined,
  association: Text | undefined,
): unknown {
  const { page, stored } = runner.session;
  if (page === 'start') return startPage(runner);
  const { locale } = runner.context;
  const waiting = html`<p role="status">${locale.messages.loading}</p>`;
  if (page instanceof StepNode)
    return canShow([page.definition], locale.language) ? stepPage(page, runner) : waiting;
  if (page === 'review') return later?.reviewPage(runner) ?? waiting;
  if (stored === undefined) return nothing;
  const isSurvey = runner.loaded.definition.survey !== undefined;
  return (isSurvey ? later?.thanksPage(runner) : later?.receiptPage(stored, runner, association)) ?? waiting;
}

/** The way to ask, in the same place on every page, and the dialog it opens. */
export function referralPart(
  { loaded, session, context }: Runner,
  dialog: ReferralDialog | undefined,
  open: () => void,
): unknown {
  const { referral } = loaded.definition;
  if (referral === undefined || session.page === 'receipt') return nothing;
  const action = context.locale.text(referral.action);
  return html`<div class="help no-print">
      <button type="button" class="quiet" part="button" @click=${open}>
        ${action}
      </button>
    </div>
    ${dialog?.template(action, context.locale.text(referral.intro), context)}`;
}
