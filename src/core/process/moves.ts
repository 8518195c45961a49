import { isIsoDate } from '../calendar.js';
import { cleanParagraphs } from '../characters.js';
import type { Text } from '../text.js';
import type {
  MoveDefinition,
  MoveInput,
  MoveRefusal,
  MoveResult,
  ProcessDefinition,
  Progress,
} from './process.js';
import { APPLICANT } from './process.js';
import { earliestDay } from './working-days.js';

/** The moves that some roles can make from where a request stands, whether or not they have all they need. */
export function movesFrom(
  process: ProcessDefinition,
  progress: Pick<Progress, 'state' | 'before'>,
  roles: readonly string[],
): readonly MoveDefinition[] {
  return process.moves.filter((move) => leadsTo(move, progress) !== undefined && mayMake(move, roles));
}

/**
 * Whether a move can be made now, and where it leads. Receiver and browser ask the same.
 * @param today ISO date in Riyadh.
 */
export function tryMove(
  process: ProcessDefinition,
  progress: Progress,
  id: string,
  roles: readonly string[],
  input: MoveInput,
  today: string,
): MoveResult {
  const move = process.moves.find((candidate) => candidate.id === id);
  if (move === undefined) return { refusal: { code: 'unknown-move' } };
  const to = leadsTo(move, progress);
  if (to === undefined) return { refusal: { code: 'not-now' } };
  if (!mayMake(move, roles)) return { refusal: { code: 'not-yours' } };
  const lack = lackOf(move, progress, input);
  if (lack !== undefined) return { refusal: lack };
  const notBefore = moveNotBefore(process, move, progress);
  const isEarly = notBefore !== undefined && today < notBefore;
  if (!isEarly) return { to, isEarly };
  const mayOverride = move.notBefore?.mode === 'warn';
  if (mayOverride && isSaid(input.override)) return { to, isEarly };
  return { refusal: { code: 'too-early', notBefore, mayOverride } };
}

/** Whether some roles have a task that is no move. */
export function hasTask(
  { tasks = {}, roles: known }: ProcessDefinition,
  task: 'answer' | 'settle' | 'rights',
  roles: readonly string[],
): boolean {
  const whose = tasks[task] ?? known.map(({ id }) => id);
  return whose.some((role) => roles.includes(role));
}

/** The move that is made by itself from where a request stands: all that was missing has come. */
export function automaticMove(process: ProcessDefinition, progress: Progress): MoveDefinition | undefined {
  // It needs nothing that comes with a move, nor any day: the parser sees to that.
  return process.moves.find(
    (move) => move.on === 'provided' && leadsTo(move, progress) !== undefined && progress.open === 0,
  );
}

/** The day before which a move is too early; undefined where it has no such day, or what it counts from has not been. */
export function moveNotBefore(
  process: ProcessDefinition,
  { notBefore }: MoveDefinition,
  { since }: Pick<Progress, 'since'>,
): string | undefined {
  const from = notBefore === undefined ? undefined : since[notBefore.from];
  if (notBefore === undefined || from === undefined) return undefined;
  const days = Number(notBefore.notBefore.slice(1, -1));
  return earliestDay(process.calendar, from, days, notBefore.count ?? 'calendar');
}

/** A move that is made by itself is none that the applicant makes. */
function mayMake({ by, on }: MoveDefinition, roles: readonly string[]): boolean {
  return by.some((role) => roles.includes(role) && (on === undefined || role !== APPLICANT));
}

function leadsTo(
  { from, to, back }: MoveDefinition,
  { state, before }: Pick<Progress, 'state' | 'before'>,
): string | undefined {
  if (!from.includes(state)) return undefined;
  return back === true ? before : to;
}

function lackOf(
  { needs = [] }: MoveDefinition,
  { toVerify, found, open }: Progress,
  { reason, missing = 0, service }: MoveInput,
): MoveRefusal | undefined {
  const fields = toVerify.filter((field) => found[field] !== 'matched');
  for (const need of needs) {
    if (need === 'verified' && fields.length > 0) return { code: 'not-ready', need, fields };
    if (need === 'nothingMissing' && open > 0) return { code: 'not-ready', need, fields: [] };
    if (need === 'missing' && !(missing > 0)) return { code: 'incomplete', need };
    if (need === 'reason' && !isSaid(reason)) return { code: 'incomplete', need };
    if (need === 'service' && !isWhole(service)) return { code: 'incomplete', need };
  }
  return undefined;
}

/** Whether a text says anything, in each language it is written in. */
function isSaid(text: Text | undefined): boolean {
  const texts = typeof text === 'object' ? Object.values(text) : [text ?? ''];
  return texts.length > 0 && texts.every((one) => cleanParagraphs(one) !== '');
}

/** Whether it is said what was given, and on which day. */
function isWhole(service: MoveInput['service']): boolean {
  return service !== undefined && isSaid(service.type) && isIsoDate(service.on);
}
