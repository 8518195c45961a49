import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../cli/running-command.js';
import { packProcess } from '../receiver/handled-scene.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { startReceiverProgram } from './receiver-program.js';
import { visitAnswers, visitForm } from './visit-form.js';
import { watch } from './witness.js';

const open = browserOfThisFile();

const process = {
  ...packProcess,
  id: 'visit',
  forms: ['visit'],
  verify: [],
  confined: [],
  contact: { phone: ['mobile'], consent: 'agreement' },
};

describe('a guarded form', () => {
  it('takes a person through as ever, under the strict policy, and his request is not marked', async (test) => {
    const receiver = await startReceiverProgram(test, { TAAFI_GUARD: 'trap,age,work' });
    receiver.putForm('visit', visitForm);
    mkdirSync(join(receiver.dataDir, 'processes'), { recursive: true });
    writeFileSync(join(receiver.dataDir, 'processes/visit.json'), JSON.stringify(process));
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    const form = await FormPage.open(page, `${receiver.url}/forms/visit`, 'taafi-form');
    await form.fill(visitAnswers);
    await form.goOn('papers');
    const trap = await page.waitForSelector('taafi-form >>> input[name=homepage]');
    // Nobody finds it: not the eye, not the Tab key, not a screen reader.
    assert.deepEqual(
      await trap?.evaluate((input) => [
        input.getBoundingClientRect().width > 1 &&
          document.elementFromPoint(input.getBoundingClientRect().x, input.getBoundingClientRect().y) ===
            input,
        (input as HTMLInputElement).tabIndex,
        input.closest('[aria-hidden=true]') !== null,
        (input as HTMLInputElement).autocomplete,
      ]),
      [false, -1, true, 'off'],
    );
    const tree = JSON.stringify(await page.accessibility.snapshot());
    assert.doesNotMatch(tree, /اترك هذه الخانة فارغة/);
    await form.fill(visitAnswers);
    await form.goOn('review');
    await form.pressMain();
    await form.isAt('receipt');
    const environment = { TAAFI_DATA: receiver.dataDir, TAAFI_RECEIVER: receiver.url };
    const added = await run(['staff', 'add', '--name', 'نورة', '--roles', 'administrator'], environment);
    const [TAAFI_STAFF_TOKEN = ''] = /taafi_staff_\S+/.exec(added.out) ?? [];
    const { out, err } = await run(['requests'], { ...environment, TAAFI_STAFF_TOKEN });
    assert.match(out, /^\d{4}-\d{4}-\d{4}-\d{2} /m, added.err + err);
    assert.doesNotMatch(out, /perhaps no person/);
    assert.deepEqual(witness.complaints, []);
    assert.deepEqual(await witness.violations(), []);
  });
});
