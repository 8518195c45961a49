import type { Letter } from '../../transport/outbox/letter.js';
import type { Runner } from './runner.js';
import type { Sender } from './sender.js';

/** What a form has submitted, as it is kept. */
export function letterOf(
  { fate, files }: Sender,
  { loaded }: Runner,
  { receiver, invitation, clock }: { receiver: string; invitation: string | undefined; clock: () => Date },
): Letter {
  const { title, languages, survey } = loaded.definition;
  return {
    ...fate,
    files: files.map(({ id, name, size }) => ({ id, name, size })),
    receiver: new URL(receiver, document.baseURI).href,
    ...(survey !== undefined && { survey: invitation === undefined ? {} : { invitation } }),
    title,
    languages,
    submittedAt: clock().toISOString(),
  };
}
