import type { TaafiSignature } from '../../src/elements/signature/signature.js';
import type { HandSignature } from '../../src/fields/signature/signature.type.js';
import type { Person } from './person.js';
import { until } from './until.js';

/** A name as a hand writes it: three strokes across the pad. */
export const drawn: HandSignature = {
  method: 'drawn',
  drawing: {
    height: 3200,
    strokes: [
      Array.from(
        { length: 60 },
        (_none, at) => [1500 + at * 90, Math.round(1700 + 700 * Math.sin(at / 4)), at * 16] as const,
      ),
      Array.from(
        { length: 24 },
        (_none, at) => [6200 - at * 60, Math.round(900 + 4 * at * at), 1200 + at * 16] as const,
      ),
      [[4200, 700, 1800]],
    ],
  },
};

/** Signs as a person does whose hand is a test: the element says what it holds, and that it has changed. */
export async function sign(person: Person, answer: HandSignature): Promise<void> {
  const element = await person.seen<TaafiSignature>('taafi-signature');
  await until(() => element.matches(':defined'), 'the pad');
  element.value = answer;
  await element.updateComplete;
  element.dispatchEvent(new Event('input', { bubbles: true }));
  await person.form.updateComplete;
}
