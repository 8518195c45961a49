import type * as z from 'zod/mini';
import { cleanParagraphs } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import type { MissingItem } from '../../core/process/handled.js';
import { hasTask, tryMove } from '../../core/process/moves.js';
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
import { mayReadItem, withheldFrom } from './confinement.js';

type Who = Pick<StaffMember, 'id' | 'roles'>;

/** Moves a request. @throws Problem `move`, `role`, `malformed`, `never-say` */
export function moved(request: HandledRequest, body: MoveBody, who: Who, world: World): WantedChange {
  const { process, handled, stored } = request;
  const { progress } = handled;
  const withheld = withheldFrom(process, request.rules, who.roles);
  if (body.version !== stored.version) throw moveProblem(request, 'changed', who.roles, withheld);
  mayCarry(request, body, world);
  const { override } = body;
  const reason = said(request, body.reason);
  const service = body.service && { ...body.service, type: said(request, body.service.type) ?? '' };
  const missing = (body.missing ?? []).map((item) => missingItem(request, item, who, world));
  const input = { reason, missing: missing.length, service, override };
  const result = tryMove(process, progress, body.move, who.roles, input, riyadhDay(world));
  if (result.refusal !== undefined) throw moveProblem(request, result.refusal, who.roles, withheld);
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
function mayCarry({ process }: HandledRequest, { move, missing, service }: MoveBody, world: World): void {
  const needs = process.moves.find(({ id }) => id === move)?.needs ?? [];
  const strange =
    (missing !== undefined && !needs.includes('missing') && 'missing') ||
    (service !== undefined && !needs.includes('service') && 'service');
  if (strange) throw new Problem('malformed', { detail: `This move takes no "${strange}".` });
  if (service !== undefined && service.on > riyadhDay(world))
    throw new Problem('malformed', { detail: 'A service that is still to come was not given yet.' });
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

/** A question is answered. @throws Problem `role`, `malformed`, `never-say` */
export function answered(
  request: HandledRequest,
  { question, text }: z.infer<typeof answerShape>,
  who: Who,
): WantedChange {
  if (!hasTask(request.process, 'answer', who.roles)) throw new Problem('role');
  if (!request.handled.questions.some(({ id }) => id === question)) {
    throw new Problem('malformed', { detail: 'This request has no such question.' });
  }
  const answer = said(request, text) ?? '';
  return {
    by: who.id,
    happening: { kind: 'answered', question, text: answer },
    audit: { by: who.id, roles: who.roles, action: 'answered', details: { question } },
  };
}

/** Something that was asked for came another way, or is wanted again. @throws Problem `role`, `malformed` */
export function settled(
  request: HandledRequest,
  { item, isOpen }: z.infer<typeof settleShape>,
  who: Who,
): WantedChange | undefined {
  const { process, rules } = request;
  if (!hasTask(process, 'settle', who.roles)) throw new Problem('role');
  const known = request.handled.items.find(({ id }) => id === item);
  if (known !== undefined && !mayReadItem(known, withheldFrom(process, rules, who.roles)))
    throw new Problem('role');
  if (known === undefined) throw new Problem('malformed', { detail: 'This request has no such item.' });
  if (known.isOpen === isOpen) return undefined;
  return {
    by: who.id,
    happening: { kind: 'settled', item, isOpen },
    audit: { by: who.id, roles: who.roles, action: 'settled', details: { item, isOpen } },
  };
}

/** A copy was given, or data were deleted. @throws Problem `role`, `malformed`, `never-say` */
export function rightDone(
  request: HandledRequest,
  { right, note }: z.infer<typeof rightDoneShape>,
  who: Who,
): WantedChange | undefined {
  if (!hasTask(request.process, 'rights', who.roles)) throw new Problem('role');
  const known = request.handled.rights.find(({ id }) => id === right);
  if (known === undefined) throw new Problem('malformed', { detail: 'Nobody has asked for that.' });
  if (known.doneOn !== undefined) return undefined;
  const told = said(request, note);
  return {
    by: who.id,
    happening: { kind: 'rightDone', id: right, ...(told !== undefined && { note: told }) },
    audit: { by: who.id, roles: who.roles, action: 'rightDone', details: { right: known.right } },
  };
}

function missingItem(
  request: HandledRequest,
  { field, title, note, kind, isConfined }: NonNullable<MoveBody['missing']>[number],
  who: Who,
  world: World,
): MissingItem {
  const { process, rules } = request;
  const withheld = withheldFrom(process, rules, who.roles);
  if (field !== undefined && withheld.has(field)) throw new Problem('role');
  if (field !== undefined && !allFieldIds(rules).has(field)) {
    throw new Problem('malformed', { detail: 'The form has no such field.' });
  }
  const named = (process.verify ?? []).find((compared) => compared.field === field);
  const what = said(request, title) ?? named?.name;
  if (what === undefined) {
    const detail = 'What is missing needs a title, or a field that the process has a name for.';
    throw new Problem('malformed', { detail });
  }
  const told = said(request, note);
  // Who reads everything may ask for anything: unless he says otherwise, only those like him read what comes.
  const isForFew = field === undefined && (process.confined ?? []).length > 0 && withheld.size === 0;
  return {
    id: randomName(world),
    kind: kind ?? 'file',
    ...(field !== undefined && { field }),
    title: what,
    ...(told !== undefined && { note: told }),
    ...((isConfined ?? isForFew) && { isConfined: true }),
  };
}

function allFieldIds({ steps }: HandledRequest['rules']): ReadonlySet<string> {
  const idsIn = (fields: readonly FieldDefinition[]): string[] =>
    fields.flatMap(({ id, fields: inner = [] }) => [id, ...idsIn(inner)]);
  return new Set(steps.flatMap(({ fields }) => idsIn(fields)));
}

/**
 * What an applicant will read, without marks that would turn it round. He may read it where others look on.
 * @throws Problem `never-say`, naming the word; `malformed` where it is in none of the languages of the process.
 */
function said({ process }: HandledRequest, text: Text | undefined): Text | undefined {
  if (text === undefined) return undefined;
  const texts = typeof text === 'string' ? { '': text } : text;
  if (typeof text !== 'string' && !process.languages.some((language) => Object.hasOwn(text, language))) {
    throw new Problem('malformed', { detail: 'A text is in none of the languages of the process.' });
  }
  const clean = Object.entries(texts).map(
    ([language, sentence]) => [language, cleanParagraphs(sentence)] as const,
  );
  for (const [, sentence] of clean) {
    if (sentence === '') throw new Problem('malformed', { detail: 'A text says nothing.' });
    const word = forbiddenWordIn(sentence, process.neverSay ?? []);
    if (word !== undefined) throw new Problem('never-say', { members: { word } });
  }
  return typeof text === 'string' ? (clean[0]?.[1] ?? '') : Object.fromEntries(clean);
}
