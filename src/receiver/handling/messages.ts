import type { RequestEvent } from '../../core/process/handled.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import type { NewMessage } from '../storage/outbox.js';
import type { World } from '../world.js';
import { instant, randomName } from '../world.js';

/** What an outbox keeps of a message: which one it is, not what it says or to whom, which is worked out when it goes. */
export type MessageBody = NewsBody | InvitationBody;

/** That something has become of a request. */
export interface NewsBody {
  /** What it is about. */
  readonly event: 'received' | 'moved' | 'answered' | 'rightDone';
  /** Key of the process's `messages`. */
  readonly message: string;
  /** The state a move has led to. */
  readonly state?: string;
}

/** That the person is asked how it was. The token is drawn when the message goes: it is kept nowhere. */
export interface InvitationBody {
  readonly event: 'invited';
  readonly message: string;
  readonly survey: string;
  /** The occasion. */
  readonly step: string;
}

/** The messages about some events: one for each that the person is told of. */
export function messagesAbout(
  process: ProcessDefinition,
  reference: string,
  events: readonly Pick<RequestEvent, 'version' | 'happening'>[],
  world: World,
): readonly NewMessage[] {
  return events.flatMap((event) => {
    const { version } = event;
    return [newsOf(process, event), invitationOf(process, event)]
      .filter((body) => body !== undefined)
      .map((body: MessageBody) => ({
        id: randomName(world),
        reference,
        version,
        body: JSON.stringify(body),
        createdAt: instant(world),
      }));
  });
}

function invitationOf(
  { moves }: ProcessDefinition,
  { happening }: Pick<RequestEvent, 'happening'>,
): InvitationBody | undefined {
  if (happening.kind !== 'moved') return undefined;
  const invite = moves.find(({ id }) => id === happening.move)?.invite;
  return invite && { event: 'invited', ...invite };
}

function newsOf(
  { moves, notices = {} }: ProcessDefinition,
  { happening }: Pick<RequestEvent, 'happening'>,
): NewsBody | undefined {
  const noticeOf = (event: 'received' | 'answered' | 'rightDone', message: string | undefined) =>
    message === undefined ? undefined : { event, message };
  switch (happening.kind) {
    case 'received':
      return noticeOf('received', notices.received);
    case 'answered':
      return noticeOf('answered', notices.answered);
    case 'rightDone':
      return noticeOf('rightDone', notices.rightsDone);
    case 'moved': {
      const message = moves.find(({ id }) => id === happening.move)?.message;
      return message === undefined ? undefined : { event: 'moved', message, state: happening.to };
    }
    default:
      return undefined;
  }
}
