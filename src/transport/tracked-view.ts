import { isIsoDate } from '../core/calendar.js';
import { isReference } from '../core/reference.js';
import type { Text } from '../core/text.js';
import { membersOf } from './receipts.js';

/** What has become of a request, as its person may see it. Days are ISO dates; nothing in it names him. */
export interface TrackedView {
  readonly reference: string;
  readonly languages: readonly string[];
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly state: TrackedState;
  /** The day before which no answer comes, as long as none has come. */
  readonly notBefore?: string;
  readonly reason?: Text;
  readonly timeline: readonly TrackedStage[];
  readonly missing: readonly MissingItem[];
  readonly questions: readonly AskedQuestion[];
  readonly moves: readonly PossibleMove[];
  readonly rights: readonly AskedRight[];
  /** The partner that referred him, and what he lets it know. */
  readonly sharing?: SharedWithPartner;
}

export interface TrackedState {
  readonly id: string;
  readonly title: Text;
  readonly text?: Text;
  readonly next?: Text;
  readonly actor?: Text;
  /** It is the person himself who acts now. */
  readonly isYours: boolean;
  readonly isEnd: boolean;
  readonly since?: string;
}

export interface TrackedStage {
  readonly id: string;
  readonly title: Text;
  readonly status: 'done' | 'now' | 'next';
  readonly on?: string;
}

export interface MissingItem {
  readonly id: string;
  readonly title: Text;
  readonly note?: Text;
  readonly kind: 'file' | 'text';
  /** It is still asked for. */
  readonly isOpen: boolean;
}

export interface AskedQuestion {
  readonly askedAt: string;
  readonly kind: 'question' | 'suggestion';
  readonly answer?: Text;
  readonly answeredAt?: string;
}

export interface PossibleMove {
  readonly id: string;
  readonly label: Text;
  readonly confirm?: Text;
  readonly needs: readonly string[];
}

export interface AskedRight {
  readonly kind: 'copy' | 'deletion';
  readonly askedAt: string;
  readonly doneAt?: string;
  readonly note?: Text;
}

export interface SharedWithPartner {
  readonly partner: Text;
  readonly what: readonly ('received' | 'decided')[];
}

type Members = Readonly<Record<string, unknown>>;

/**
 * A request in what was answered; undefined where it is none, since whatever stands in between may answer as well. A
 * part of a list that cannot be read is left out: one line less is better than no page.
 */
export function viewIn(body: unknown): TrackedView | undefined {
  const { reference, languages, version, receivedAt, state, timeline, ...rest } = membersOf(body);
  const seen = stateIn(membersOf(state));
  if (typeof reference !== 'string' || !isReference(reference) || seen === undefined) return undefined;
  if (typeof receivedAt !== 'string' || Number.isNaN(Date.parse(receivedAt))) return undefined;
  if (typeof version !== 'number' || !Array.isArray(timeline)) return undefined;
  const view = {
    reference,
    version,
    receivedAt,
    languages: Array.isArray(languages) ? languages.filter(isText) : [],
    state: seen,
    timeline: listIn(timeline, stageIn),
    missing: listIn(rest.missing, itemIn),
    questions: listIn(rest.questions, questionIn),
    moves: listIn(rest.moves, moveIn),
    rights: listIn(rest.rights, rightIn),
  };
  const sharing = sharingIn(membersOf(rest.sharing));
  return {
    ...view,
    ...days(rest, 'notBefore'),
    ...texts(rest, 'reason'),
    ...(sharing !== undefined && { sharing }),
  };
}

function stateIn(state: Members): TrackedState | undefined {
  const { id, title, isYours, isEnd } = state;
  if (!isText(id) || !isTold(title)) return undefined;
  const flags = { isYours: isYours === true, isEnd: isEnd === true };
  return { id, title, ...flags, ...texts(state, 'text', 'next', 'actor'), ...days(state, 'since') };
}

function stageIn(stage: Members): TrackedStage | undefined {
  const { id, title, status } = stage;
  if (!isText(id) || !isTold(title)) return undefined;
  if (status !== 'done' && status !== 'now' && status !== 'next') return undefined;
  return { id, title, status, ...days(stage, 'on') };
}

function itemIn(item: Members): MissingItem | undefined {
  const { id, title, kind, isOpen } = item;
  if (!isText(id) || !isTold(title) || (kind !== 'file' && kind !== 'text')) return undefined;
  return { id, title, kind, isOpen: isOpen !== false, ...texts(item, 'note') };
}

function questionIn(question: Members): AskedQuestion | undefined {
  const { askedAt, kind } = question;
  if (!isDay(askedAt) || (kind !== 'question' && kind !== 'suggestion')) return undefined;
  return { askedAt, kind, ...texts(question, 'answer'), ...days(question, 'answeredAt') };
}

function moveIn(move: Members): PossibleMove | undefined {
  const { id, label, needs } = move;
  if (!isText(id) || !isTold(label)) return undefined;
  return { id, label, needs: Array.isArray(needs) ? needs.filter(isText) : [], ...texts(move, 'confirm') };
}

function rightIn(right: Members): AskedRight | undefined {
  const { kind, askedAt } = right;
  if (!isDay(askedAt) || (kind !== 'copy' && kind !== 'deletion')) return undefined;
  return { kind, askedAt, ...texts(right, 'note'), ...days(right, 'doneAt') };
}

function sharingIn({ partner, what }: Members): SharedWithPartner | undefined {
  if (!isTold(partner) || !Array.isArray(what)) return undefined;
  const known = (['received', 'decided'] as const).filter((one) => what.includes(one));
  return known.length === 0 ? undefined : { partner, what: known };
}

function listIn<Part>(list: unknown, read: (members: Members) => Part | undefined): readonly Part[] {
  if (!Array.isArray(list)) return [];
  return list.map((part) => read(membersOf(part))).filter((part) => part !== undefined);
}

/** Those of the members that are texts to read. */
function texts<Name extends string>(members: Members, ...names: Name[]): Partial<Record<Name, Text>> {
  return chosen(members, names, isTold);
}

/** Those of the members that are days. */
function days<Name extends string>(members: Members, ...names: Name[]): Partial<Record<Name, string>> {
  return chosen(members, names, isDay);
}

function chosen<Name extends string, Value>(
  members: Members,
  names: readonly Name[],
  is: (value: unknown) => value is Value,
): Partial<Record<Name, Value>> {
  const found = names.filter((name) => is(members[name])).map((name) => [name, members[name]]);
  return Object.fromEntries(found) as Partial<Record<Name, Value>>;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isDay(value: unknown): value is string {
  return isText(value) && isIsoDate(value);
}

function isTold(value: unknown): value is Text {
  if (isText(value)) return true;
  const told = Array.isArray(value) ? [] : Object.values(membersOf(value));
  return told.length > 0 && told.every(isText);
}
