import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { run } from './running-command.js';

const request = 'src/packs/taafi/support-request.json';

describe('taafi fill', () => {
  it('gives answers, and how to have them again', async () => {
    const { code, out, err } = await run(['fill', request]);
    assert.equal(code, 0);
    assert.match((JSON.parse(out) as { nationalId: string }).nationalId, /^1\d{9}$/);
    const [, seed = ''] = /the same again with --seed (\d+)\n$/.exec(err) ?? [];
    const again = await run(['fill', request, '--seed', seed]);
    assert.deepEqual([again.out, again.err], [out, '']);
  });

  it('is a resident and writes English where asked to', async () => {
    const { out } = await run(['fill', request, '--seed', '5', '--resident', '--language', 'en']);
    const { nationalId, firstName } = JSON.parse(out) as { nationalId: string; firstName: string };
    assert.match(nationalId, /^2/);
    assert.match(firstName, /^[A-Za-z]+$/);
  });

  it('gives nothing for what is no form, and where no answer can be right', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, '{}');
    const broken = await run(['fill', file]);
    assert.deepEqual([broken.code, broken.out], [1, '']);
    assert.match(broken.err, /a\.json:1:1: error: /);
    const day = { id: 'day', type: 'date', label: 'x', required: true, min: '2999-01-01' };
    const steps = [{ id: 'one', title: 'x', fields: [day] }];
    writeFileSync(file, JSON.stringify({ id: 'a', version: '1.0.0', languages: ['ar'], title: 'x', steps }));
    const none = await run(['fill', file]);
    assert.deepEqual([none.code, none.out], [1, '']);
    assert.match(none.err, /no answers were found that all rules take: \/day \(required\)/);
  });

  it('knows lists of options that stand beside the form', async (test) => {
    const folder = temporaryFolder(test);
    const file = join(folder, 'a.json');
    const city = {
      id: 'city',
      type: 'select',
      label: 'x',
      required: true,
      options: { src: 'lists/cities.json' },
    };
    const steps = [{ id: 'one', title: 'x', fields: [city] }];
    writeFileSync(file, JSON.stringify({ id: 'a', version: '1.0.0', languages: ['ar'], title: 'x', steps }));
    for (const command of ['fill', 'lint']) {
      const { code, out, err } = await run([command, file]);
      assert.equal(code, 1);
      assert.match(out + err, /lists\/cities\.json.* \(\/steps\/0\/fields\/0\/options\/src\)/);
    }
    mkdirSync(join(folder, 'lists'));
    writeFileSync(join(folder, 'lists/cities.json'), '[{"value": "dammam", "ar": "الدمام"}]');
    assert.deepEqual(JSON.parse((await run(['fill', file])).out), { city: 'dammam' });
    assert.equal((await run(['lint', file])).code, 0);
  });

  it('wants a seed that is a number', async () => {
    for (const seed of ['x', '1.5', '9999999999'])
      assert.equal((await run(['fill', request, '--seed', seed])).code, 2, seed);
  });
});
