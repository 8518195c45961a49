import type { Answers } from '../../core/engine.js';
import { formatReference } from '../../core/reference.js';
import { fill, pickText } from '../../core/text.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { InvitationBody, NewsBody } from '../handling/messages.js';
import type { OutboxMessage } from '../storage/outbox.js';
import type { TrackingTokens } from '../tracking/tracking-tokens.js';

/** Where somebody is reached, by what he said himself; values of his form's options. */
export interface Contact {
  readonly phone: string;
  readonly channel?: string;
  readonly times?: readonly string[];
}

/** One message to one person, ready to be sent. */
export type Notification = News | SurveyInvitation | SurveyDue;

interface Message {
  /** A second delivery carries the same: who knows it already drops it. */
  readonly id: string;
  /** That of the request, and what to say in it. */
  readonly language: string;
  readonly text: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Null where he has not agreed to be sent messages. */
  readonly contact: Contact | null;
}

/** How somebody is asked for his opinion. Nothing in it names his request: the token must not be found beside it. */
export interface SurveyInvitation extends Message {
  readonly type: 'survey.invited';
  readonly survey: string;
  /** The occasion. */
  readonly step: string;
  /** Opens the survey once. A second delivery carries another, and the first stays good. */
  readonly token: string;
  /** The page with the survey, opened by the token; absent where the receiver was not told of one. */
  readonly link?: string;
}

/** That somebody is to be asked for his opinion, by an officer who gives him a link that is written beside no name. */
export interface SurveyDue extends Message {
  readonly type: 'survey.due';
  readonly reference: string;
  readonly survey: string;
  readonly step: string;
  readonly link?: undefined;
}

/** That something has become of a request. */
export interface News extends Message {
  readonly type: `request.${NewsBody['event']}`;
  readonly reference: string;
  /** ISO, UTC. */
  readonly at: string;
  /** Number of the change it is about: a later one is newer. */
  readonly version: number;
  readonly state?: string;
  /** Opens the request without anything else, for 128 bits of it are secret. */
  readonly link?: string;
}

/**
 * What a message about a request says now, and to whom.
 * @param tracker address of the page with the status tracker.
 */
export function newsOf(
  { id, reference, version, createdAt }: OutboxMessage,
  { event, message, state }: NewsBody,
  request: HandledRequest,
  tokens: TrackingTokens,
  tracker: string | undefined,
): News {
  const { stored, process } = request;
  const { token } = tokens.linkOf(reference, stored.receivedAt, process);
  return {
    id,
    type: `request.${event}`,
    reference,
    at: createdAt,
    version,
    ...(state !== undefined && { state }),
    ...said(message, request),
    ...(tracker !== undefined && { link: `${tracker}#track=${reference}.${token}` }),
  };
}

/**
 * How somebody is asked for his opinion.
 * @param page address of the page with the survey.
 */
export function invitationOf(
  { id }: OutboxMessage,
  { message, survey, step }: InvitationBody,
  request: HandledRequest,
  token: string,
  page: string | undefined,
): SurveyInvitation {
  return {
    id,
    type: 'survey.invited',
    survey,
    step,
    ...said(message, request),
    token,
    ...(page !== undefined && { link: `${page}#survey=${token}` }),
  };
}

/** The same for who hands it on himself. */
export function dueOf(
  { id, reference }: OutboxMessage,
  { message, survey, step }: InvitationBody,
  request: HandledRequest,
): SurveyDue {
  return { id, type: 'survey.due', reference, survey, step, ...said(message, request) };
}

function said(message: string, { stored, process, answers }: HandledRequest): Omit<Message, 'id'> {
  const text = process.messages[message] ?? '';
  const reference = isolated(formatReference(stored.reference));
  const say = (language: string): string => fill(pickText(text, language, process.languages), { reference });
  return {
    language: stored.language,
    text: say(stored.language),
    texts: Object.fromEntries(process.languages.map((language) => [language, say(language)])),
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
