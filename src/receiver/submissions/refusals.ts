import type { AnswerProblem } from '../../core/validate.js';
import type { RefusedAnswer } from '../http/problem.js';

/** Refusals after which no more are listed: nobody who means well sends a hundred wrong answers. */
const MOST = 100;

const usualPart = /^([a-z][A-Za-z0-9]{0,63}|\d{1,4})$/;

/**
 * The refusals as they may be told. A pointer repeats what the sender called things, and an unknown name may hold
 * anything at all; what cannot be the name of a field is left off the pointer.
 */
export function refusalsOf(problems: readonly AnswerProblem[]): readonly RefusedAnswer[] {
  return problems.slice(0, MOST).map(({ pointer, code }) => {
    const parts = pointer.split('/').slice(1);
    const odd = parts.findIndex((part) => !usualPart.test(part));
    return {
      pointer:
        odd < 0
          ? pointer
          : parts
              .slice(0, odd)
              .map((part) => `/${part}`)
              .join(''),
      code,
    };
  });
}
