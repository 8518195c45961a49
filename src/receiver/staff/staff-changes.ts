import type * as z from 'zod/mini';
import type { MissingItem } from '../../core/process/handled.js';
import { tryMove } from '../../core/process/moves.js';
import { forbiddenWordIn } from '../../core/process/never-say.js';
import type { Text } from '../../core/text.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { WantedChange } from '../handling/handled-requests.js';
import { moveProblem } from '../handling/move-problem.js';
import { Problem } from '../http/problem.js';
import type { StaffMember } from '../storage/staff-store.js';
import type { World } from '../world.js';
import { randomName, riyadhDay } from '../world.js';
import type { answerShape, FindingBody, MoveBody, rightDoneShape, settleShape } from './bodies.js';
import { withheldFrom } from './confinement.js';

type Who = Pick<StaffMember, 'id' | 'roles'>;

/** Moves a request. @throws Problem `move`, `role`, `malformed`, `never-say` */
export function moved(request: HandledRequest, body: MoveBody, who: Who, world: World): WantedChange {
  const { process, handled, stored } = request;
  const { progress } = handled;
  if (body.version !== stored.version) throw moveProblem(request, 'changed', who.roles);
  mayCarry(request, body);
  const { reason, service, override } = body;
  mayBeSaid(request, [reason, service?.type]);
  const missing = (body.missing ?? []).map((item) => missingItem(request, item, who, world));
  const input = { reason, missing: missing.length, service, override };
  const result = tryMove(process, progress, body.move, who.roles, input, riyadhDay(world));
  if (result.refusal !== undefined) throw moveProblem(request, result.refusal, who.roles);
  const { to, isEarly } = result;
  const from = progress.state;
  const move = body.move;
  return {
    by: who.id,
    happening: {
      kind: 'moved',
      move,
      from,
      to,
      ...(reason !== undefined && { reason }),
      ...(missing.length > 0 && { missing }),
      ...(service !== undefined && { service }),
      ...(isEarly && override !== undefined && { override }),
    },
    audit: {
      by: who.id,
      roles: who.roles,
      action: 'moved',
      details: { move, from, to, ...(isEarly && { early: true, override }) },
    },
  };
}

/** A list of what is missing, or a service, with a move that has no use for it would lead nowhere. @throws Problem `malformed` */
function mayCarry({ process }: HandledRequest, { move, missing, service }: MoveBody): void {
  const needs = process.moves.find(({ id }) => id === move)?.needs ?? [];
  const strange =
    (missing !== undefined && !needs.includes('missing') && 'missing') ||
    (service !== undefined && !needs.includes('service') && 'service');
  if (strange) throw new Problem('malformed', { detail: `This move takes no "${strange}".` });
}

/** What was found when an answer or a document was compared. @throws Problem `role`, `malformed` */
export function found(request: HandledRequest, body: FindingBody, who: Who): WantedChange {
  const { process, rules, handled } = request;
  const { field, finding, method, note } = body;
  if (withheldFrom(process, rules, who.roles).has(field)) throw new Problem('role');
  if (!handled.progress.toVerify.includes(field)) {
    throw new Problem('malformed', { detail: 'This field is none of those that are compared.' });
  }
  return {
    by: who.id,
    happening: { kind: 'found', field, finding, method, ...(note !== undefined && { note }) },
    audit: { by: who.id, roles: who.roles, action: 'found', details: { field, finding, method } },
  };
}

/** A question is answered. @throws Problem `malformed`, `never-say` */
export function answered(
  request: HandledRequest,
  { question, text }: z.infer<typeof answerShape>,
  who: Who,
): WantedChange {
  if (!request.handled.questions.some(({ id }) => id === question)) {
    throw new Problem('malformed', { detail: 'This request has no such question.' });
  }
  mayBeSaid(request, [text]);
  return {
    by: who.id,
    happening: { kind: 'answered', question, text },
    audit: { by: who.id, roles: who.roles, action: 'answered', details: { question } },
  };
}

/** Something that was asked for came another way, or is wanted again. @throws Problem `malformed` */
export function settled(
  request: HandledRequest,
  { item, isOpen }: z.infer<typeof settleShape>,
  who: Who,
): WantedChange | undefined {
  const known = request.handled.items.find(({ id }) => id === item);
  if (known === undefined) throw new Problem('malformed', { detail: 'This request has no such item.' });
  if (known.isOpen === isOpen) return undefined;
  return {
    by: who.id,
    happening: { kind: 'settled', item, isOpen },
    audit: { by: who.id, roles: who.roles, action: 'settled', details: { item, isOpen } },
  };
}

/** A copy was given, or data were deleted. @throws Problem `malformed`, `never-say` */
export function rightDone(
  request: HandledRequest,
  { right, note }: z.infer<typeof rightDoneShape>,
  who: Who,
): WantedChange | undefined {
  const known = request.handled.rights.find(({ id }) => id === right);
  if (known === undefined) throw new Problem('malformed', { detail: 'Nobody has asked for that.' });
  if (known.doneOn !== undefined) return undefined;
  mayBeSaid(request, [note]);
  return {
    by: who.id,
    happening: { kind: 'rightDone', id: right, ...(note !== undefined && { note }) },
    audit: { by: who.id, roles: who.roles, action: 'rightDone', details: { right: known.right } },
  };
}

function missingItem(
  request: HandledRequest,
  { field, title, note, kind }: NonNullable<MoveBody['missing']>[number],
  who: Who,
  world: World,
): MissingItem {
  const { process, rules } = request;
  const named = (process.verify ?? []).find((compared) => compared.field === field);
  if (field !== undefined && withheldFrom(process, rules, who.roles).has(field)) throw new Problem('role');
  const what = title ?? named?.name;
  if (what === undefined) {
    const detail = 'What is missing needs a title, or a field that the process has a name for.';
    throw new Problem('malformed', { detail });
  }
  mayBeSaid(request, [title, note]);
  return {
    id: randomName(world),
    kind: kind ?? 'file',
    ...(field !== undefined && { field }),
    title: what,
    ...(note !== undefined && { note }),
  };
}

/** The applicant reads it where others may look on. @throws Problem `never-say`, naming the word */
function mayBeSaid({ process }: HandledRequest, texts: readonly (Text | undefined)[]): void {
  const sentences = texts.flatMap((text) => {
    if (text === undefined) return [];
    return typeof text === 'string' ? [text] : Object.values(text);
  });
  for (const sentence of sentences) {
    const word = forbiddenWordIn(sentence, process.neverSay ?? []);
    if (word !== undefined) throw new Problem('never-say', { members: { word } });
  }
}
