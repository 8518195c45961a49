import type { Answers } from '../../core/engine.js';
import { formatReference } from '../../core/reference.js';
import { fill, pickText } from '../../core/text.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { MessageBody } from '../handling/messages.js';
import type { OutboxMessage } from '../storage/outbox.js';
import type { TrackingTokens } from '../tracking/tracking-tokens.js';

/** Where somebody is reached, by what he said himself; values of his form's options. */
export interface Contact {
  readonly phone: string;
  readonly channel?: string;
  readonly times?: readonly string[];
}

/** One message to one person, ready to be sent. */
export interface Notification {
  /** A second delivery carries the same: who knows it already drops it. */
  readonly id: string;
  readonly type: `request.${MessageBody['event']}`;
  readonly reference: string;
  /** ISO, UTC. */
  readonly at: string;
  /** Number of the change it is about: a later one is newer. */
  readonly version: number;
  readonly state?: string;
  /** That of the request, and what to say in it. */
  readonly language: string;
  readonly text: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Opens the request without anything else, for 128 bits of it are secret. */
  readonly link?: string;
  /** Null where he has not agreed to be sent messages. */
  readonly contact: Contact | null;
}

/**
 * What a message says now, and to whom.
 * @param tracker address of the page with the status tracker.
 */
export function notificationOf(
  { id, reference, version, createdAt, body }: OutboxMessage,
  { stored, process, answers }: HandledRequest,
  tokens: TrackingTokens,
  tracker: string | undefined,
): Notification {
  const { event, message, state } = JSON.parse(body) as MessageBody;
  const text = process.messages[message] ?? '';
  const say = (language: string): string =>
    fill(pickText(text, language, process.languages), { reference: isolated(formatReference(reference)) });
  const { token } = tokens.linkOf(reference, stored.receivedAt, process);
  return {
    id,
    type: `request.${event}`,
    reference,
    at: createdAt,
    version,
    ...(state !== undefined && { state }),
    language: stored.language,
    text: say(stored.language),
    texts: Object.fromEntries(process.languages.map((language) => [language, say(language)])),
    ...(tracker !== undefined && { link: `${tracker}#track=${reference}.${token}` }),
    contact: contactIn(process.contact, answers),
  };
}

/** Groups of digits are drawn in their order in Arabic too: U+2066 and U+2069 hold them together. */
function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}

function contactIn(contact: HandledRequest['process']['contact'], answers: Answers): Contact | null {
  if (contact === undefined) return null;
  if (contact.consent !== undefined && answers[contact.consent] !== true) return null;
  const phone = contact.phone.map((field) => answers[field]).find((answer) => typeof answer === 'string');
  if (phone === undefined) return null;
  const channel = contact.channel === undefined ? undefined : answers[contact.channel];
  const times = contact.times === undefined ? undefined : answers[contact.times];
  return {
    phone,
    ...(typeof channel === 'string' && { channel }),
    ...(Array.isArray(times) && { times: times as readonly string[] }),
  };
}
