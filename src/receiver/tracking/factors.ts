import { partsFromIso } from '../../core/calendar.js';
import type { Answers } from '../../core/engine.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import { digitsOnly } from '../../core/typed-numbers.js';

/**
 * The second factors that open a request, as digits: the last ones of a number, or the year of a date, which people know
 * in one calendar or the other.
 */
export function factorsIn({ lookUp }: ProcessDefinition, answers: Answers): readonly string[] {
  return lookUp.factors.flatMap((factor) => {
    const answer = answers[factor.field];
    if ('last' in factor) {
      const digits = digitsOnly(String(answer ?? ''));
      return digits.length >= factor.last ? [digits.slice(-factor.last)] : [];
    }
    // The parser has seen to it that the field is a date.
    const { date = '' } = Object(answer) as { date?: string };
    const years = (['gregory', 'islamic-umalqura'] as const).map((name) => partsFromIso(name, date)?.year);
    return years.filter((year) => year !== undefined).map(String);
  });
}
