import { adopt } from '../../core/definition.js';
import { formatReference } from '../../core/reference.js';
import { bringFields } from '../../fields/at-hand.js';
import { laterWordsOf } from '../../locale/later-words.js';
import type { FormLocale } from '../../locale/locale.js';
import { outboxWordsOf } from '../../locale/outbox-words.js';
import type { Stored } from '../../transport/delivery.js';
import { definitionDigest } from '../../transport/digest.js';
import type { Entry, Outbox } from '../../transport/outbox/outbox.js';
import type { LoadedDefinition } from './load-definition.js';
import { receiptFile, saveReceipt } from './receipt-page.js';

/** Whether a receipt is for the form as it is shown here. */
export function isSameForm({ receipt }: Stored, { json }: LoadedDefinition): boolean {
  return receipt.form.sha256 === definitionDigest(json);
}

/** Gives the browser the file of a receipt that is kept. @throws VaultError */
export async function saveKeptReceipt(entry: Entry, outbox: Outbox): Promise<void> {
  if (entry.state.kind !== 'sent') return;
  const { definition: json } = await outbox.contentOf(entry);
  const definition = adopt(json);
  await bringFields(definition.steps);
  const file = receiptFile(entry.state.stored, { definition, json });
  if (file !== undefined) saveReceipt(file);
}

/** Said when a request that was kept has arrived, wherever the person is. */
export function arrivedSentence({ letter, state }: Entry, locale: FormLocale): string {
  const { sent: words } = outboxWordsOf(locale);
  if (letter.survey !== undefined || state.kind !== 'sent') return words.surveyTitle;
  const { receipt } = laterWordsOf(locale);
  return `${words.title}. ${receipt.reference}: ${formatReference(state.stored.receipt.reference)}`;
}

export function removedSentence(locale: FormLocale): string {
  return outboxWordsOf(locale).kept.removed;
}
