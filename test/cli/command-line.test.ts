import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { run, startProgram } from './running-command.js';

describe('taafi', () => {
  it('helps where it is called with nothing', async () => {
    for (const args of [[], ['help'], ['--help'], ['-h'], ['no-such', '--help']]) {
      const { code, out, err } = await run(args);
      assert.deepEqual([code, err], [0, ''], args.join(' '));
      for (const word of [
        'serve',
        'export',
        'lint',
        'schema',
        'TAAFI_DATA',
        'TAAFI_ORIGINS',
        'PORT',
        'HOST',
        'TAAFI_TRUST_PROXY',
      ]) {
        assert.ok(out.includes(word), word);
      }
      assert.ok(out.split('\n').every((line) => line.length <= 110));
    }
  });

  it('helps with one command', async () => {
    for (const args of [
      ['lint', '--help'],
      ['lint', '-h'],
      ['help', 'lint'],
    ]) {
      const { code, out } = await run(args);
      assert.equal(code, 0);
      assert.match(out, /^ {2}taafi lint .*--strict.*--language/s);
      assert.doesNotMatch(out, /taafi schema|taafi new|TAAFI_DATA/);
    }
    assert.match((await run(['help', 'serve'])).out, /taafi serve.*TAAFI_DATA/s);
    assert.equal((await run(['staff', '--help'])).out.match(/^ {2}taafi staff/gm)?.length, 2);
    assert.match((await run(['lint'])).err, /See: taafi help lint\n$/);
  });

  it('tells in the language of the terminal why a file cannot be read, and which was meant', async (test) => {
    const folder = temporaryFolder(test);
    writeFileSync(join(folder, 'visit.json'), '{');
    const arabic = { LANG: 'ar_SA.UTF-8' };
    for (const [command, ...more] of [['lint'], ['schema'], ['types'], ['fill'], ['paper'], ['preview']]) {
      const { code, err } = await run([command ?? '', join(folder, 'vist.json'), ...more], arabic);
      assert.equal(code, 1, command);
      assert.match(err, /لا يوجد ملف بهذا الاسم.*visit\.json/, command);
    }
    for (const command of ['schema', 'types', 'fill', 'paper', 'import'])
      assert.match((await run([command, join(folder, 'visit.json')], arabic)).err, /:1:1: خطأ: /, command);
    assert.match((await run(['lint', join(folder, 'visit')])).err, /did you mean .*visit\.json\?/);
    assert.match((await run(['preview', folder])).err, /that is a folder/);
  });

  it('tells its version', async () => {
    assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('says what it does not know', async () => {
    const wrong: [string[], RegExp][] = [
      [['serv'], /no command "serv"; did you mean serve\?/],
      [['x'], /no command "x"\./],
      [['--foo'], /no command "--foo"/],
      [['serve', '--port', '3'], /no option "--port"/],
      [['export', '--fromat', 'csv'], /no option "--fromat"; did you mean --format\?/],
      [['export', '-x'], /no option "-x"/],
      [['export', '--format', 'xml'], /--format must be json or csv/],
      [['export', '--format'], /--format/],
      [['export', '--referrals=yes'], /--referrals/],
      [['export', 'extra'], /what is "extra" for/],
      [['lint'], /name the file/],
      [['lint', 'a.json', '--language', 'fr'], /--language must be ar or en/],
      [['schema'], /name the file/],
      [['schema', 'a', 'b'], /what is "b" for/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, out, err } = await run(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, sentence);
      assert.match(err, /taafi help/);
    }
  });

  it('takes an id that begins with a hyphen for an id', async () => {
    const { code, err } = await run(['staff', 'token', '-0aB_-9xYz0aB_-9xYz0aB'], {
      TAAFI_DATA: '/dev/null/x',
    }).catch((error: NodeJS.ErrnoException) => ({ code: -1, err: String(error.code) }));
    // It was not taken for an option: it came as far as the folder.
    assert.deepEqual([code, err], [-1, 'ENOTDIR']);
    const wrong = await run(['request', '4829-1730-5612-49', 'item', '--nothing-of-the-kind-at-all'], {});
    assert.match(wrong.err, /no option/);
  });

  it('is a program with an exit code', async () => {
    const good = startProgram(['--version'], {});
    assert.equal(await good.ended, 0);
    const bad = startProgram(['nothing'], {});
    assert.equal(await bad.ended, 2);
  });
});
