import fc from 'fast-check';
import { addDays } from '../../../src/core/calendar.js';
import { movesFrom } from '../../../src/core/process/moves.js';
import type { ProcessDefinition, Progress } from '../../../src/core/process/process.js';
import { APPLICANT } from '../../../src/core/process/process.js';
import { wayOf } from '../../../src/core/process/way.js';

export interface Step {
  readonly move: string;
  readonly to: string;
  /** Where the request stands then. */
  readonly progress: Pick<Progress, 'state' | 'before' | 'since'>;
}

/** Ways of a request: any moves that somebody can make one after the other, each some days after the last. */
export function walk(process: ProcessDefinition, longest: number): fc.Arbitrary<readonly Step[]> {
  const everybody = [APPLICANT, ...process.roles.map(({ id }) => id)];
  return fc
    .array(fc.record({ choice: fc.nat(), later: fc.nat(9) }), { maxLength: longest })
    .map((choices) => {
      const steps: Step[] = [];
      let progress: Step['progress'] = {
        state: process.start,
        before: undefined,
        since: { [process.start]: '2026-11-22' },
      };
      let day = '2026-11-22';
      for (const { choice, later } of choices) {
        const moves = movesFrom(process, progress, everybody);
        const move = moves[choice % moves.length];
        const to = move?.back === true ? progress.before : move?.to;
        if (move === undefined || to === undefined) break;
        day = addDays(day, later);
        const way = wayOf(process, [...steps, { move: move.id, to }]);
        progress = { state: to, before: way.at(-2), since: { [to]: day, ...progress.since } };
        steps.push({ move: move.id, to, progress });
      }
      return steps;
    });
}
