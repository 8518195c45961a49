import { fixture, html } from '@open-wc/testing';
import type { TaafiDataDeclaration } from '../../../src/index.js';
import '../../../src/define.js';
import { packAddress } from '../../../stories/support/declaration.js';
import { Person } from '../../../stories/support/person.js';
import { now, pretendedTransport } from '../../../stories/support/pretended-transport.js';

/** The name of who signs in the tests, where one is asked for. */
export const signer = 'سالم آل سعد';

/** An element of the pack in English that sends nothing anywhere, not yet on the page. */
export function newDeclaration(properties: Partial<TaafiDataDeclaration>): TaafiDataDeclaration {
  return Object.assign(document.createElement('taafi-data-declaration'), {
    lang: 'en',
    history: 'off',
    clock: () => now,
    transport: pretendedTransport(),
    association: '',
    definition: packAddress('data-declaration'),
    ...properties,
  });
}

/** A declaration on the page, under what else stands on it. All of it goes when the test ends. */
export async function openDeclaration(
  properties: Partial<TaafiDataDeclaration>,
  around = html``,
): Promise<Person & { readonly form: TaafiDataDeclaration }> {
  await rules;
  const frame = await fixture<HTMLElement>(html`<div>${around}</div>`);
  frame.append(newDeclaration(properties));
  // The selector finds no other element.
  return (await Person.at(frame, 'taafi-data-declaration')) as Person & { form: TaafiDataDeclaration };
}

/** What is to be read, line by line: label and value, or the label of a heading alone. */
export function linesOf({ root }: Person): string[][] {
  return Array.from(root.querySelectorAll('.answers dl > div'), (line) =>
    Array.from(line.querySelectorAll('dt, dd'), (cell) => cell.textContent ?? '').filter(Boolean),
  );
}

/** A busy machine takes seconds to bring these as single files; no test is about that. */
const rules = Promise.all([
  import('../../../src/elements/form/checks.js'),
  import('../../../src/elements/data-declaration/declaring.js'),
]);
