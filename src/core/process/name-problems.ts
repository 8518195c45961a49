import type { DefinitionProblem } from '../definition.js';
import { errorAt, warningAt } from '../problem-at.js';
import { suggest } from '../suggestion.js';
import { moveProblems } from './move-problems.js';
import type { ProcessDefinition } from './process.js';
import { APPLICANT } from './process.js';

type Path = readonly PropertyKey[];

/** Names that stand twice, and those that lead nowhere. */
export function nameProblems(process: ProcessDefinition): DefinitionProblem[] {
  return [...twiceIn(process), ...unknownIn(process), ...idleIn(process), ...moveProblems(process)];
}

function twiceIn(process: ProcessDefinition): DefinitionProblem[] {
  const { states, moves, stages, roles, verify = [], lookUp, contact, calendar, languages, forms } = process;
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const fieldsOf = (list: readonly { readonly field: string }[]) => list.map(({ field }) => field);
  return [
    ...twice(idsOf(states), ['states'], 'id'),
    ...twice(idsOf(moves), ['moves'], 'id'),
    ...twice(idsOf(stages), ['stages'], 'id'),
    ...twice(idsOf(roles), ['roles'], 'id'),
    ...twice(fieldsOf(verify), ['verify'], 'field'),
    ...twice(fieldsOf(lookUp.factors), ['lookUp', 'factors'], 'field'),
    ...twice(contact?.phone ?? [], ['contact', 'phone']),
    ...twice(calendar.weekend, ['calendar', 'weekend']),
    ...twice(languages, ['languages']),
    ...twice(forms, ['forms']),
    ...moves.flatMap(({ from, by, needs = [] }, index) => [
      ...twice(from, ['moves', index, 'from']),
      ...twice(by, ['moves', index, 'by']),
      ...twice(needs, ['moves', index, 'needs']),
    ]),
  ];
}

function twice(values: readonly string[], path: Path, ...key: readonly string[]): DefinitionProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [errorAt([...path, index, ...key], 'duplicate', { value })] : [],
  );
}

function unknownIn(process: ProcessDefinition): DefinitionProblem[] {
  const { states, stages, moves, confined = [], notices = {}, tasks = {} } = process;
  const roles = process.roles.map(({ id }) => id);
  const actors = [...roles, APPLICANT];
  const stateIds = states.map(({ id }) => id);
  const stageIds = stages.map(({ id }) => id);
  const messages = Object.keys(process.messages);
  return [
    ...(roles.includes(APPLICANT)
      ? [errorAt(['roles', roles.indexOf(APPLICANT), 'id'], 'reserved', { value: APPLICANT })]
      : []),
    ...unknown(process.start, stateIds, ['start'], 'unknown-state'),
    ...Object.entries(tasks).flatMap(([task, whose = []]) =>
      whose.flatMap((role, index) => unknown(role, roles, ['tasks', task, index], 'unknown-role')),
    ),
    ...states.flatMap(({ stage, actor }, index) => [
      ...unknown(stage, stageIds, ['states', index, 'stage'], 'unknown-stage'),
      ...unknown(actor, actors, ['states', index, 'actor'], 'unknown-role'),
    ]),
    ...moves.flatMap(({ from, to, by, notBefore, message, invite }, index) => [
      ...from.flatMap((id, at) => unknown(id, stateIds, ['moves', index, 'from', at], 'unknown-state')),
      ...unknown(to, stateIds, ['moves', index, 'to'], 'unknown-state'),
      ...by.flatMap((id, at) => unknown(id, actors, ['moves', index, 'by', at], 'unknown-role')),
      ...unknown(notBefore?.from, stateIds, ['moves', index, 'notBefore', 'from'], 'unknown-state'),
      ...unknown(message, messages, ['moves', index, 'message'], 'unknown-message'),
      ...unknown(invite?.message, messages, ['moves', index, 'invite', 'message'], 'unknown-message'),
    ]),
    ...confined.flatMap(({ to }, index) =>
      to.flatMap((id, at) => unknown(id, roles, ['confined', index, 'to', at], 'unknown-role')),
    ),
    ...Object.entries(notices).flatMap(([notice, id]) =>
      unknown(id, messages, ['notices', notice], 'unknown-message'),
    ),
  ];
}

function unknown(
  name: string | undefined,
  known: readonly string[],
  path: Path,
  code: string,
): DefinitionProblem[] {
  return name === undefined || known.includes(name) ? [] : [errorAt(path, code, suggest(name, known))];
}

/** What is there and does nothing: it would be told to the applicant and not be true. */
function idleIn({ states, stages, moves }: ProcessDefinition): DefinitionProblem[] {
  const canAct = (state: string, actor: string) =>
    moves.some(({ from, by }) => from.includes(state) && by.includes(actor));
  return [
    ...stages.flatMap(({ id }, index) =>
      states.some(({ stage }) => stage === id)
        ? []
        : [warningAt(['stages', index, 'id'], 'idle-stage', { value: id })],
    ),
    ...states.flatMap(({ id, actor, end }, index) => {
      if (end === true) return [];
      if (actor === undefined) return [warningAt(['states', index], 'actor-missing', { value: id })];
      return canAct(id, actor)
        ? []
        : [warningAt(['states', index, 'actor'], 'idle-actor', { value: actor, state: id })];
    }),
  ];
}
