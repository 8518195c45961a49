import type * as z from 'zod/mini';
import { movesFrom, tryMove } from '../../core/process/moves.js';
import { APPLICANT } from '../../core/process/process.js';
import { stateOf } from '../../core/process/timeline.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { WantedChange } from '../handling/handled-requests.js';
import { moveProblem } from '../handling/move-problem.js';
import { Problem } from '../http/problem.js';
import type { World } from '../world.js';
import { randomName, riyadhDay } from '../world.js';
import type { itemShape, ownMoveShape, questionShape, rightShape } from './bodies.js';

/** Questions of one request that may wait for an answer, and suggestions it may come with. */
const MOST_WAITING = 20;
/** Files that one request may be given for all that was asked for. */
const MOST_FILES = 100;

/** What was asked for has come. @throws Problem `move` where it is not asked for. */
export function provided(request: HandledRequest, body: z.infer<typeof itemShape>): WantedChange {
  const item = request.handled.items.find(({ id }) => id === body.item);
  const kind = 'files' in body ? 'file' : 'text';
  const files = 'files' in body ? body.files : [];
  const isOver = stateOf(request.process, request.handled.progress.state).end === true;
  if (item === undefined || !item.isOpen || item.kind !== kind || isOver)
    throw moveProblem(request, 'not-now', [APPLICANT]);
  const already = request.handled.items.reduce((sum, { files: there }) => sum + there.length, 0);
  if (already + files.length > MOST_FILES) throw new Problem('too-many');
  const what = 'files' in body ? { files } : { text: body.text.trim() };
  return {
    by: APPLICANT,
    happening: { kind: 'provided', item: item.id, ...what },
    claims: files.map(({ id, type: mediaType, size }, index) => ({
      pointer: `/files/${index}`,
      id,
      mediaType,
      size,
    })),
    audit: { by: APPLICANT, action: 'provided', details: { item: item.id, files: files.length } },
  };
}

/** @throws Problem `too-many` where too much waits for an answer already. */
export function asked(
  { handled }: HandledRequest,
  { kind: about, text, language }: z.infer<typeof questionShape>,
  world: World,
): WantedChange {
  const waiting = handled.questions.filter((other) => other.about === about && other.answer === undefined);
  if (waiting.length >= MOST_WAITING) throw new Problem('too-many');
  return {
    by: APPLICANT,
    happening: { kind: 'asked', id: randomName(world), about, text: text.trim(), language },
    audit: { by: APPLICANT, action: 'asked', details: { about } },
  };
}

/** A move of his own. @throws Problem `move` */
export function ownMove(
  request: HandledRequest,
  { move, version, reason }: z.infer<typeof ownMoveShape>,
  world: World,
): WantedChange {
  const { process, handled, stored } = request;
  const { progress } = handled;
  if (version !== stored.version) throw moveProblem(request, 'changed', [APPLICANT]);
  // What only others do is not told apart from what nobody does.
  const isOwn = movesFrom(process, progress, [APPLICANT]).some(({ id }) => id === move);
  if (!isOwn) throw moveProblem(request, 'not-now', [APPLICANT]);
  const result = tryMove(process, progress, move, [APPLICANT], { reason: reason?.trim() }, riyadhDay(world));
  if (result.refusal !== undefined) throw moveProblem(request, result.refusal, [APPLICANT]);
  const { to } = result;
  const from = progress.state;
  return {
    by: APPLICANT,
    happening: { kind: 'moved', move, from, to, ...(reason !== undefined && { reason: reason.trim() }) },
    audit: { by: APPLICANT, action: 'moved', details: { move, from, to } },
  };
}

/** Asked twice it is asked once. */
export function rightAsked(
  { handled }: HandledRequest,
  { kind: right }: z.infer<typeof rightShape>,
  world: World,
): WantedChange | undefined {
  if (handled.rights.some((asked) => asked.right === right && asked.doneOn === undefined)) return undefined;
  return {
    by: APPLICANT,
    happening: { kind: 'rightAsked', id: randomName(world), right },
    audit: { by: APPLICANT, action: 'rightAsked', details: { right } },
  };
}
