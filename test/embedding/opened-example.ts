import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { OpenWindow } from '../journey/browser.js';
import { FormPage } from '../journey/form-page.js';
import { startReceiverProgram } from '../journey/receiver-program.js';
import { until } from '../journey/waiting.js';
import { watch } from '../journey/witness.js';
import { repository } from './example.js';
import { policyFor, startStaticSite } from './static-site.js';

/** How an example is made into a folder of pages, and what its framework asks of a strict policy. */
export interface Making {
  /** Names of the policies for Trusted Types that the framework makes. */
  readonly policies?: readonly string[];
  /** Gives the folder with the pages, which find the receiver at this address. */
  readonly make: (receiver: string) => Promise<string>;
}

/**
 * Opens an example in a browser, on a site of its own with a strict policy, and does what a person does: the form
 * opens with the answer that the page gives, what is typed reaches the page, the language follows, the answers are
 * received, and the page is told.
 */
export async function useExample(
  test: TestContext,
  open: OpenWindow,
  { policies, make }: Making,
): Promise<void> {
  const site = await startStaticSite(test);
  const receiver = await startReceiverProgram(test, { TAAFI_ORIGINS: site.url });
  receiver.putForm('visit', readFileSync(join(repository, 'examples/visit.json'), 'utf8'));
  site.serve(await make(`${receiver.url}/`), await policyFor(receiver.url, policies));

  const page = await open(test, { width: 360, height: 740 });
  const witness = await watch(page);
  const form = await FormPage.open(page, `${site.url}/`, 'taafi-form');
  await form.has('الاسم الكامل');
  assert.equal(await form.valueOf('topic'), 'work', 'the page has given this answer as a property');

  await form.type('fullName', 'سالم المثالي');
  const output = (id: string) => page.$eval(`#${id}`, (element) => element.textContent);
  await until(async () => (await output('so-far')) === 'سالم المثالي', 'the page knows what was typed');

  await page.click('#language');
  await form.has('Full name');
  assert.equal(await form.valueOf('fullName'), 'سالم المثالي', 'nothing is lost when the language changes');

  await form.type('mobile', '0501234567');
  await form.goOn('review');
  await form.pressMain();
  await form.isAt('receipt');
  const [request] = await receiver.requests();
  assert.deepEqual(request?.answers, { fullName: 'سالم المثالي', mobile: '+966501234567', topic: 'work' });
  assert.equal(request?.language, 'en');
  await until(async () => (await output('reference')) === request?.reference, 'the page knows the reference');
  assert.deepEqual(witness.complaints, []);
  assert.deepEqual(await witness.violations(), []);
}
