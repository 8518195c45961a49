import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { parseDefinition } from '../../../src/core/parse.js';
import { catalog } from '../../../src/fields/catalog.js';
import type { ExplainedProblem } from '../../../src/locale/definition-problems.js';
import { until } from '../../../stories/support/until.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { mutated } from '../../core/mutation.js';
import { newForm } from '../open-form.js';

/** One and the same documents each time, so that what is found can be found again. */
const SEED = 1441;
const DOCUMENTS = 1_000;

describe('a thousand broken definitions, one after the other in one element', () => {
  const { error, warn } = console;
  const uncaught: string[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault();
    const cause: unknown = 'reason' in event ? event.reason : event.error;
    uncaught.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  };

  const isWithoutIdleTime = !('requestIdleCallback' in globalThis);

  before(() => {
    // Safari does not tell when a page has nothing to do. A moment each, a thousand times, would be minutes.
    if (isWithoutIdleTime)
      Object.assign(globalThis, { requestIdleCallback: (act: () => void) => setTimeout(act) });
    console.error = () => undefined;
    console.warn = () => undefined;
    addEventListener('error', hear);
    addEventListener('unhandledrejection', hear);
  });

  after(() => {
    if (isWithoutIdleTime) Reflect.deleteProperty(globalThis, 'requestIdleCallback');
    Object.assign(console, { error, warn });
    removeEventListener('error', hear);
    removeEventListener('unhandledrejection', hear);
  });

  it('each tell where to mend them, and leave the page as it is', async function () {
    this.timeout(120_000);
    const answer = await fetch('/test/fixtures/every-type.json');
    const sound: unknown = await answer.json();
    const documents = fc.sample(mutated(sound, 10), { numRuns: DOCUMENTS, seed: SEED });
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({ lang: 'ar', definition: sound as object });
    const words = document.createElement('p');
    words.textContent = 'Call us instead.';
    form.append(words);
    frame.append(form);
    await until(() => form.page !== '', 'the sound form');
    let told: readonly ExplainedProblem[] | undefined;
    form.addEventListener('taafi-problem', ({ problems }) => {
      told = problems;
    });
    let broken = 0;
    for (const [index, json] of documents.entries()) {
      const { definition } = parseDefinition(json, catalog);
      if (definition !== undefined) continue;
      broken += 1;
      told = undefined;
      form.definition = json as object;
      const problems = await until(() => told, `what is wrong with ${index}`);
      await form.updateComplete;
      const faults = problems.filter(({ severity }) => severity === 'error');
      expect(faults.length, `${index}`).to.be.greaterThan(0);
      for (const { pointer, message } of faults) {
        expect(pointer, `${index}`).to.match(/^(\/.*)?$/);
        expect(message, `${index}`).to.not.match(/undefined|\[object/);
      }
      expect(form.page, `${index}`).to.equal('');
      expect(words.checkVisibility(), `${index}`).to.equal(true);
    }
    expect(broken).to.be.greaterThan(DOCUMENTS * 0.8);
    form.definition = oneStep([{ id: 'name', type: 'text', label: 'Name' }]);
    await until(() => form.page === 'only', 'a right form after all of them');
    expect(uncaught).to.deep.equal([]);
  });
});
