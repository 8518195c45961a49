import type { RequestEvent } from '../../core/process/handled.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import type { NewMessage } from '../storage/outbox.js';
import type { World } from '../world.js';
import { instant, randomName } from '../world.js';

/** What an outbox keeps of a message: which one it is, not what it says or to whom, which is worked out when it goes. */
export interface MessageBody {
  /** What it is about. */
  readonly event: 'received' | 'moved' | 'answered' | 'rightDone';
  /** Key of the process's `messages`. */
  readonly message: string;
  /** The state a move has led to. */
  readonly state?: string;
}

/** The messages about some events: one for each that the person is told of. */
export function messagesAbout(
  process: ProcessDefinition,
  reference: string,
  events: readonly Pick<RequestEvent, 'version' | 'happening'>[],
  world: World,
): readonly NewMessage[] {
  return events.flatMap((event) => {
    const body = bodyOf(process, event);
    if (body === undefined) return [];
    const { version } = event;
    return [
      { id: randomName(world), reference, version, body: JSON.stringify(body), createdAt: instant(world) },
    ];
  });
}

function bodyOf(
  { moves, notices = {} }: ProcessDefinition,
  { happening }: Pick<RequestEvent, 'happening'>,
): MessageBody | undefined {
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
