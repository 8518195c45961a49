import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { staffToken } from '../receiver/handled-scene.js';
import { startReceiver, temporaryFolder } from '../receiver/running-receiver.js';
import { answer, ask, surveyBuild, tablesOf } from '../receiver/survey-scene.js';
import { readCsv } from './csv-reader.js';
import { run } from './running-command.js';

async function scene(test: TestContext) {
  const receiver = await startReceiver(test, { dist: surveyBuild(test), clock: Date.now });
  const data = { TAAFI_DATA: receiver.dataDir };
  const token = await staffToken(receiver, 'relationsOfficer');
  return { receiver, data, officer: { TAAFI_RECEIVER: receiver.url, TAAFI_STAFF_TOKEN: token } };
}

const invite = ['survey', 'invite', 'satisfaction', '--step', 'decision'];

describe('taafi survey invite', () => {
  it('prints links that are good for once, and keeps none of them', async (test) => {
    const { receiver, data } = await scene(test);
    const page = 'https://charity.example/survey';
    const { code, out, err } = await run([...invite, '--count', '3', '--page', page], data);
    assert.deepEqual([code, err], [0, '']);
    const tokens = out
      .trim()
      .split('\n')
      .map((line) => /^https:\/\/charity\.example\/survey#survey=([\w-]{22})$/.exec(line)?.[1] ?? '');
    assert.equal(new Set(tokens).size, 3);
    const kept = JSON.stringify([...tablesOf(receiver.dataDir)]);
    for (const token of tokens) {
      assert.ok(!kept.includes(token));
      assert.equal((await ask(receiver, token)).status, 200);
      assert.equal((await answer(receiver, token)).status, 201);
      assert.equal((await ask(receiver, token)).status, 404);
    }
  });

  it('says what it wants', async (test) => {
    const { data } = await scene(test);
    const wrong: [string[], number, RegExp][] = [
      [['survey'], 2, /what to do/],
      [['survey', 'draw', 'satisfaction'], 2, /followed by invite/],
      [['survey', 'invite', 'satisfaction'], 2, /--step: decision, delivery/],
      [['survey', 'invite', 'satisfaction', '--step', 'later'], 2, /--step: decision, delivery/],
      [[...invite, '--count', '0'], 2, /--count/],
      [[...invite, '--page', 'survey.html'], 2, /--page/],
      [['survey', 'invite', 'trial', '--step', 'decision'], 1, /no receiver has ever served a survey/],
    ];
    for (const [args, expected, sentence] of wrong) {
      const { code, err } = await run(args, data);
      assert.deepEqual([code, sentence.test(err)], [expected, true], `${args.join(' ')}: ${err}`);
    }
    const empty = await run(invite, { TAAFI_DATA: temporaryFolder(test) });
    assert.equal(empty.code, 1);
  });
});

describe('taafi survey results', () => {
  it('shows what the receiver shows, as a table and as JSON', async (test) => {
    const { receiver, data, officer } = await scene(test);
    const { out } = await run([...invite, '--count', '12'], data);
    for (const [index, token] of out.trim().split('\n').entries())
      await answer(receiver, token, { overall: index < 9 ? 5 : 1, channel: index < 6 ? 'phone' : 'website' });
    const asJson = await run(['survey', 'results', 'satisfaction', '--format', 'json'], officer);
    assert.equal(asJson.code, 0, asJson.err);
    const [csat] = (
      JSON.parse(asJson.out) as {
        measures: { figure: { n: number; value: number; low: number; high: number } }[];
      }
    ).measures;
    // 9 of 12: Wilson.
    const { n, value = 0, low = 0, high = 0 } = csat?.figure ?? {};
    assert.deepEqual([n, value.toFixed(1), low.toFixed(1), high.toFixed(1)], [12, '75.0', '46.8', '91.1']);
    const asCsv = await run(['survey', 'results', 'satisfaction', '--language', 'en'], officer);
    const rows = readCsv(asCsv.out.replace(/^\uFEFF/, ''));
    assert.ok(
      rows.some((row) => ['12', '75.0', '46.8', '91.1'].every((figure) => row.includes(figure))),
      asCsv.out,
    );
    const address = `${receiver.url}/api/staff/surveys/satisfaction/results?format=csv&language=en`;
    const served = await fetch(address, {
      headers: { Authorization: `Bearer ${officer.TAAFI_STAFF_TOKEN}` },
    });
    assert.equal(served.headers.get('Content-Type'), 'text/csv; charset=utf-8');
    assert.deepEqual(Buffer.from(await served.arrayBuffer()), Buffer.from(asCsv.out));
    const log = (await run(['audit', 'list'], data)).out;
    assert.equal(log.split('"surveyResults"').length - 1, 3, 'every look is in the log');
  });

  it('is for whoever works here, and for surveys alone', async (test) => {
    const { officer, receiver } = await scene(test);
    const nobody = { ...officer, TAAFI_STAFF_TOKEN: `taafi_staff_${'A'.repeat(43)}` };
    assert.equal((await run(['survey', 'results', 'satisfaction'], nobody)).code, 1);
    assert.equal((await run(['survey', 'results', 'trial'], officer)).code, 1);
    assert.equal((await run(['survey', 'results', 'satisfaction', '--from', 'spring'], officer)).code, 1);
    assert.equal((await run(['survey', 'results', 'satisfaction', '--format', 'xml'], officer)).code, 2);
    const headers = { Authorization: `Bearer ${officer.TAAFI_STAFF_TOKEN}` };
    const statuses = [];
    for (const query of ['', '?channel=phone', '?department=x', '?from=2026-13'])
      statuses.push(
        (await fetch(`${receiver.url}/api/staff/surveys/satisfaction/results${query}`, { headers })).status,
      );
    assert.deepEqual(statuses, [200, 200, 400, 400]);
    const listed = await (await fetch(`${receiver.url}/api/staff/surveys`, { headers })).json();
    assert.deepEqual((listed as { surveys: { id: string }[] }).surveys.map(({ id }) => id).sort(), [
      'open-survey',
      'satisfaction',
    ]);
  });
});
