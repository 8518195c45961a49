import { sendKeys } from '@web/test-runner-commands';
import type { Person } from '../../stories/support/person.js';

/** Presses keys, one after the other. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** Types letter by letter where the focus is. */
export async function write(text: string): Promise<void> {
  await sendKeys({ type: text });
}

/** Goes on by Tab until an element that matches has the focus. */
export async function tabTo(person: Person, selector: string): Promise<void> {
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    if (person.focused?.matches(selector)) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab never led to ${selector}.`);
}

const MOST_TURNS = 40;
