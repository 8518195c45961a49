import { movesFrom } from '../../core/process/moves.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import { APPLICANT } from '../../core/process/process.js';
import type { TimelineEntry } from '../../core/process/timeline.js';
import { stateOf, timelineOf } from '../../core/process/timeline.js';
import type { Text } from '../../core/text.js';
import { sha256Hex } from '../digest.js';
import type { HandledRequest } from '../handling/handled-request.js';

/** What the person whose request it is may see of it: nothing that names him, the help he asked for or an illness. */
export interface TrackView {
  readonly reference: string;
  readonly languages: readonly string[];
  readonly version: number;
  readonly receivedAt: string;
  readonly state: {
    readonly id: string;
    readonly title: Text;
    readonly text: Text;
    readonly next?: Text;
    readonly actor?: Text;
    readonly isYours: boolean;
    readonly isEnd: boolean;
    readonly since: string;
  };
  readonly notBefore?: string;
  readonly reason?: Text;
  readonly timeline: readonly TimelineEntry[];
  readonly missing: readonly {
    readonly id: string;
    readonly title: Text;
    readonly note?: Text;
    readonly kind: 'file' | 'text';
    readonly isOpen: boolean;
  }[];
  readonly questions: readonly {
    readonly askedAt: string;
    readonly kind: 'question' | 'suggestion';
    readonly answer?: Text;
    readonly answeredAt?: string;
  }[];
  readonly moves: readonly {
    readonly id: string;
    readonly label: Text;
    readonly confirm?: Text;
    readonly needs: readonly string[];
  }[];
  readonly rights: readonly {
    readonly kind: 'copy' | 'deletion';
    readonly askedAt: string;
    readonly doneAt?: string;
    readonly note?: Text;
  }[];
  /** The partner that referred him, and what he lets it know. */
  readonly sharing?: { readonly partner: Text; readonly what: readonly string[] };
}

export function trackView(
  { stored, process, handled }: HandledRequest,
  sharing?: TrackView['sharing'],
): TrackView {
  const { progress, reason, since, items, questions, rights } = handled;
  const { id, title, text, next, actor, end } = stateOf(process, progress.state);
  const acting = actor === APPLICANT ? undefined : roleName(process, actor);
  return {
    reference: stored.reference,
    languages: process.languages,
    version: stored.version,
    receivedAt: stored.receivedAt,
    state: {
      id,
      title,
      text,
      ...(next !== undefined && { next }),
      ...(acting !== undefined && { actor: acting }),
      isYours: actor === APPLICANT,
      isEnd: end === true,
      since,
    },
    ...(stored.notBefore !== undefined && { notBefore: stored.notBefore }),
    ...(reason !== undefined && { reason }),
    timeline: timelineOf(process, progress),
    missing: items.map(({ id: item, title: what, note, kind, isOpen }) => ({
      id: item,
      title: what,
      ...(note !== undefined && { note }),
      kind,
      isOpen,
    })),
    questions: questions.map(({ askedOn, about, answer, answeredOn }) => ({
      askedAt: askedOn,
      kind: about,
      ...(answer !== undefined && { answer }),
      ...(answeredOn !== undefined && { answeredAt: answeredOn }),
    })),
    moves: movesFrom(process, progress, [APPLICANT]).map(({ id: move, label, confirm, needs = [] }) => ({
      id: move,
      label,
      ...(confirm !== undefined && { confirm }),
      needs,
    })),
    rights: rights.map(({ right, askedOn, doneOn, note }) => ({
      kind: right,
      askedAt: askedOn,
      ...(doneOn !== undefined && { doneAt: doneOn }),
      ...(note !== undefined && { note }),
    })),
    ...(sharing !== undefined && { sharing }),
  };
}

/** The ETag of a view. */
export function viewTag(view: TrackView): string {
  return `"${sha256Hex(JSON.stringify(view)).slice(0, 32)}"`;
}

function roleName({ roles }: ProcessDefinition, role: string | undefined): Text | undefined {
  return roles.find(({ id }) => id === role)?.name;
}
