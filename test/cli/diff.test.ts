import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { textOf } from '../source-files.js';
import { run } from './running-command.js';

const path = 'src/packs/taafi/support-request.json';
const text = textOf(path);

/** Compares the request of the pack with what some replacements make of it. */
async function diff(test: TestContext, changes: readonly [string, string][], ...args: string[]) {
  const file = join(temporaryFolder(test), 'new.json');
  let changed = text;
  for (const [from, to] of changes) {
    assert.ok(changed.includes(from), from);
    changed = changed.replace(from, to);
  }
  writeFileSync(file, changed);
  return run(['diff', path, file, ...args]);
}

describe('taafi diff', () => {
  it('says that nothing changes where nothing does', async (test) => {
    const { code, out } = await diff(test, []);
    assert.equal(code, 0);
    assert.equal(
      out,
      'support-request 1.1.0 → 1.1.0\n\nNothing changes for whoever fills the form in.\n\nThe version need not rise.\n',
    );
  });

  const changes: [string, string][] = [
    ['"maxItems": 15', '"maxItems": 10'],
    ['"id": "education",', '"id": "education",\n          "required": true,'],
    ['"ar": "طلب دعم مستفيد"', '"ar": "طلب دعم"'],
  ];

  it('tells in sentences what changes, the gravest first, and fails while the version stands still', async (test) => {
    const { code, out } = await diff(test, changes);
    assert.equal(code, 1);
    assert.equal(
      out,
      `support-request 1.1.0 → 1.1.0

Answers in drafts that no longer hold
  - The most that “The people you support” takes has fallen from 15 to 10.

Asked, or to be agreed to, anew
  - “What is the last stage of education you completed?” has to be answered now. It could be left out before.

Only words
  - The form is called “طلب دعم” now. It was called “طلب دعم مستفيد”.

Raise "version": 2.0.0 will do.
`,
    );
  });

  it('does so in Arabic, and is content once the version has risen', async (test) => {
    const { code, out } = await diff(
      test,
      [...changes, ['"version": "1.1.0"', '"version": "2.0.0"']],
      '--language',
      'ar',
    );
    assert.equal(code, 0);
    assert.match(out, /^إجابات في المسودات لم تعد صالحة\n {2}- انخفض أكثر ما يقبله «[^»]+» من 15 إلى 10\.$/m);
    assert.match(out, /- صار عنوان النموذج «طلب دعم»، وكان «طلب دعم مستفيد»\./);
    assert.match(out, /رُفع الإصدار كما يلزم\.\n$/);
  });

  it('tells programs the same', async (test) => {
    const { code, out } = await diff(test, changes, '--format', 'json');
    assert.equal(code, 1);
    const found = JSON.parse(out) as { version: object; changes: { code: string; place: string }[] };
    assert.deepEqual(found.version, { mustRise: true, hasRisen: false, suggested: '2.0.0' });
    assert.deepEqual(
      found.changes.map(({ code: what, place }) => [what, place]),
      [
        ['most-lowered', 'dependants'],
        ['now-required', 'education'],
        ['title-changed', ''],
      ],
    );
  });

  it('says of a limit what it limits', async (test) => {
    const form = (fields: readonly object[]) => ({
      id: 'visit',
      version: '1.0.0',
      languages: ['ar', 'en'],
      title: { ar: 'زيارة', en: 'A visit' },
      steps: [{ id: 'a', title: { ar: 'عنك', en: 'You' }, fields }],
    });
    const folder = temporaryFolder(test);
    const [before, after] = [join(folder, 'a.json'), join(folder, 'b.json')];
    const label = { ar: 'س', en: 'X' };
    const pair = (limits: readonly object[]) =>
      JSON.stringify(form(limits.map((limit, index) => ({ id: `f${index}`, label, ...limit }))));
    writeFileSync(
      before,
      pair([
        { type: 'text', minLength: 2 },
        { type: 'date', min: '2026-01-01' },
        { type: 'time', max: '16:00' },
        { type: 'file', maxSize: 10_000_000 },
      ]),
    );
    writeFileSync(
      after,
      pair([
        { type: 'text', minLength: 5 },
        { type: 'date', min: '2027-01-01' },
        { type: 'time', max: '14:30' },
        { type: 'file', maxSize: 5_000_000 },
      ]),
    );
    const english = (await run(['diff', before, after])).out;
    assert.match(english, /has risen from 2 characters to 5 characters\./);
    assert.match(english, /The first day that “X” takes is 2027-01-01 now\. It was 2026-01-01\./);
    assert.match(english, /The latest time that “X” takes is 14:30 now\./);
    assert.match(english, /has fallen from 10 MB to 5 MB\./);
    const arabic = (await run(['diff', before, after, '--language', 'ar'])).out;
    assert.match(arabic, /ارتفع أقل ما يقبله «س» من حرفين إلى 5 أحرف\./);
    assert.match(arabic, /صار أول يوم يقبله «س» \u20662027-01-01\u2069، وكان/);
    assert.match(arabic, /من 10 ميغابايت إلى 5 ميغابايت\./);
  });

  it('compares forms, and versions of one', async () => {
    const other = await run(['diff', path, 'src/packs/taafi/satisfaction.json']);
    assert.equal(other.code, 1);
    assert.match(other.err, /two forms, support-request and satisfaction/);
    const none = await run(['diff', path, 'src/packs/taafi/process.json']);
    assert.equal(none.code, 1);
    assert.match(none.err, /process\.json:\d+:\d+: error/);
    assert.equal((await run(['diff', path])).code, 2);
  });
});
