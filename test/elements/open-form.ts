import { fixture, html } from '@open-wc/testing';
import type { TaafiForm } from '../../src/index.js';
import { Person } from '../../stories/support/person.js';
import { now, pretendedTransport } from '../../stories/support/pretended-transport.js';
import '../../src/define.js';

/** An element with some properties, not yet on the page. */
export function newForm(properties: Partial<TaafiForm>): TaafiForm {
  const form = document.createElement('taafi-form');
  return Object.assign(form, { lang: 'en', history: 'off', clock: () => now }, properties);
}

/** A form on the page, in English where nothing else is said, that can be filled in. It goes when the test ends. */
export async function openForm(
  definition: object | string,
  properties: Partial<TaafiForm> = {},
): Promise<Person> {
  await rules;
  const frame = await fixture<HTMLElement>(html`<div></div>`);
  frame.append(newForm({ transport: pretendedTransport(), ...properties, definition }));
  return Person.at(frame);
}

/** A busy machine takes seconds to bring the rules as single files; no test of a form is about that. */
const rules = import('../../src/elements/form/checks.js');
