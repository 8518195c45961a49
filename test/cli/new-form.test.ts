import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { converse, Interrupted } from '../../src/cli/conversation.js';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { run } from './running-command.js';

interface Written {
  readonly $schema: string;
  readonly id: string;
  readonly languages: string[];
  readonly title: Record<string, string>;
  readonly purposes: Record<string, unknown>;
  readonly steps: { id: string; at?: string; fields: Record<string, unknown>[] }[];
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Written;

/** That nothing is left to be said about a form, and that it can be filled in. */
async function isClean(file: string): Promise<void> {
  const linted = await run(['lint', '--strict', file]);
  assert.equal(linted.code, 0, linted.out);
  assert.equal((await run(['fill', file, '--seed', '1'])).code, 0);
}

const place = (test: TestContext, name = 'visit') => join(temporaryFolder(test), name);

describe('taafi new, asking', () => {
  it('writes in Arabic what it was told', async (test) => {
    const name = place(test);
    const answers = [
      'طلب زيارة',
      'Ask for a visit',
      'لنرتّب زيارتك',
      // The purpose in English is needed, and has a usual one.
      '',
      '١، ٢، ٣ و 99',
      '1, 2, 5',
      '',
      'كيف عرفتنا؟',
      'How did you hear of us?',
      '4',
      'من صديق، من الموقع',
      'A friend',
      'A friend, The website',
      'هل تحتاج إلى مواصلات؟',
      'Do you need transport?',
      '3',
      '',
      '2',
    ];
    const { code, out, err } = await run(['new', name], { LANG: 'ar_SA.UTF-8' }, answers);
    assert.equal(code, 0, out + err);
    const file = `${name}.json`;
    await isClean(file);
    const form = read(file);
    assert.equal(form.$schema, 'http://localhost:8080/form-definition.schema.json');
    assert.deepEqual([form.id, form.languages], ['visit', ['ar', 'en']]);
    assert.deepEqual(form.title, { ar: 'طلب زيارة', en: 'Ask for a visit' });
    assert.deepEqual(form.purposes, {
      handle: { ar: 'لنرتّب زيارتك', en: 'To study your request and answer you' },
    });
    const fields = form.steps.flatMap((step) => step.fields);
    assert.deepEqual(
      fields.map(({ id, type, required = false }) => [id, type, required]),
      [
        ['name', 'text', true],
        ['mobile', 'phone', true],
        [fields[2]?.id, fields[2]?.type, fields[2]?.required ?? false],
        ['howDidYou', 'choice', false],
        ['doYouNeed', 'yes-no', false],
      ],
    );
    assert.deepEqual(fields[3]?.options, [
      { value: 'aFriend', ar: 'من صديق', en: 'A friend' },
      { value: 'theWebsite', ar: 'من الموقع', en: 'The website' },
    ]);
    assert.match(out, /اكتب أرقامًا من 1 إلى/);
    assert.match(out, /عدد الخيارات بالعربية 2/);
    assert.match(out, /npx taafi lint .*visit\.json/);
    // The receiver may run as somebody else.
    assert.equal(statSync(file).mode & 0o777, 0o644);
  });

  it('takes what is usual where only the title is given, in English and in one language', async (test) => {
    const folder = temporaryFolder(test);
    const file = join(folder, 'a-visit.json');
    const { code, out } = await run(['new'], {}, ['', 'A visit', '', '', '', '', '', '3', 'Ein Weg', file]);
    assert.equal(code, 0, out);
    const form = read(file);
    assert.deepEqual([form.id, form.languages], ['a-visit', ['en']]);
    assert.deepEqual(
      form.steps.map(({ id, fields }) => [id, ...fields.map((field) => field.id)]),
      [
        ['about', 'name', 'mobile'],
        ['request', 'request'],
      ],
    );
    assert.match(out, /An answer is needed here/);
    assert.match(out, /\(Enter: a-visit\.json\)/);
    assert.match(out, /Name the file with small Latin letters/);
    await isClean(file);
  });

  it('writes over nothing without asking', async (test) => {
    const name = place(test);
    const file = `${name}.json`;
    writeFileSync(file, 'mine');
    const answers = ['زيارة', '', '', '', '', '', '1'];
    const kept = await run(['new', name, '--language', 'ar'], {}, [...answers, 'لا']);
    assert.deepEqual([kept.code, readFileSync(file, 'utf8')], [1, 'mine']);
    assert.match(kept.err, /لم يُكتب شيء/);
    const taken = await run(['new', name, '--language', 'ar'], {}, [...answers, 'نعم']);
    assert.equal(taken.code, 0);
    assert.deepEqual(read(file).languages, ['ar']);
    await isClean(file);
  });

  it('leaves nothing half-written where somebody leaves, after whatever question', async (test) => {
    const folder = temporaryFolder(test);
    const answers = ['Visit', '', '', '', '', 'Why?', '1', '', '1'];
    for (let count = 0; count < answers.length; count += 1) {
      const { code, err } = await run(['new', join(folder, 'a')], {}, answers.slice(0, count));
      assert.equal(code, 130, String(count));
      assert.match(err, /Nothing was written\./);
      assert.deepEqual(readdirSync(folder), []);
    }
    assert.equal((await run(['new', join(folder, 'a')], {}, answers)).code, 0);
    assert.deepEqual(readdirSync(folder), ['a.json']);
  });
});

describe('taafi new, not asking', () => {
  it('writes what its options say', async (test) => {
    const name = place(test);
    const { code } = await run([
      'new',
      name,
      '--yes',
      '--title-ar',
      'طلب زيارة',
      '--title-en',
      'Ask for a visit',
      '--purpose-ar',
      'لنرتّب زيارتك',
      '--fields',
      'nationalId,name,documents,consent,declaration,signature',
      '--required',
      'name,signature',
      '--keep',
      '90-days',
      '--receiver',
      'https://forms.example.org/',
    ]);
    assert.equal(code, 0);
    const file = `${name}.json`;
    await isClean(file);
    const form = read(file);
    assert.equal(form.$schema, 'https://forms.example.org/form-definition.schema.json');
    assert.deepEqual(
      form.steps.map(({ id, at, fields }) => [
        id,
        at,
        ...fields.map((field) => `${field.id} ${field.required === true}`),
      ]),
      [
        ['about', undefined, 'name true', 'nationalId false'],
        ['request', undefined, 'documents false'],
        ['consent', undefined, 'consent false'],
        ['signing', 'review', 'declaration false', 'signature true'],
      ],
    );
  });

  it('can ask everything there is to choose from', async (test) => {
    const name = place(test);
    const { err } = await run(['new', name, '--yes', '--title-ar', 'كل شيء', '--fields', 'x']);
    const [, all = ''] = /one of (.*)\.$/m.exec(err) ?? [];
    const { code } = await run(['new', name, '--yes', '--title-ar', 'كل شيء', '--fields', all]);
    assert.equal(code, 0, all);
    await isClean(`${name}.json`);
  });

  it('says what it cannot do', async (test) => {
    const name = place(test);
    const wrong: [string[], RegExp][] = [
      [['new', name], /nobody is there to be asked/],
      [['new', name, '--yes'], /--title-ar or --title-en/],
      [['new', `${name}/Visit`, '--yes', '--title-en', 'x'], /small Latin letters/],
      [
        ['new', name, '--yes', '--title-en', 'x', '--fields', 'nam'],
        /names "nam", which is no field: name, perhaps/,
      ],
      [['new', name, '--yes', '--title-en', 'x', '--keep', 'ever'], /--keep is one of 90-days/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, err } = await run(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, sentence);
    }
    assert.equal(existsSync(`${name}.json`), false);
    writeFileSync(`${name}.json`, 'mine');
    const there = await run(['new', name, '--yes', '--title-en', 'x']);
    assert.deepEqual([there.code, readFileSync(`${name}.json`, 'utf8')], [1, 'mine']);
    assert.match(there.err, /is there already/);
    assert.equal((await run(['new', name, '--yes', '--title-en', 'x', '--overwrite'])).code, 0);
    assert.equal((await run(['new', join(name, 'forms/visit'), '--yes', '--title-en', 'x'])).code, 0);
    await isClean(join(name, 'forms/visit.json'));
    const nowhere = await run(['new', join(`${name}.json`, 'visit'), '--yes', '--title-en', 'x']);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.err, /is not a folder/);
  });
});

describe('a conversation at a terminal', () => {
  const talked = (typed: string) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.write(typed);
    const talk = async (ask: (question: string) => Promise<string>) => [await ask('One?'), await ask('Two?')];
    return converse(talk, { input, output });
  };

  it('takes lines one after the other, also those that came ahead', async () => {
    assert.deepEqual(await talked(' a \nب\n'), ['a', 'ب']);
  });

  it('ends with Ctrl+C, and with the end of what is typed', async () => {
    await assert.rejects(talked('a\n\u0003'), Interrupted);
    await assert.rejects(talked('a\n\u0004'), Interrupted);
  });
});
