import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { wordListSchema } from '../../src/core/lint/word-list.js';
import { wordProblems } from '../../src/core/lint/word-problems.js';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { trialForm } from '../receiver/trial-form.js';
import { textOf } from '../source-files.js';
import { run } from './running-command.js';

const written = JSON.stringify(trialForm, null, 2);

describe('taafi lint', () => {
  it('finds nothing wrong with a good form', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, `\ufeff${written}`);
    const { code, out } = await run(['lint', file]);
    assert.equal(code, 0);
    assert.match(out, /a\.json: trial 1\.2\.0 is a form\n$/);
    assert.doesNotMatch(out, /error/);
  });

  it('tells line, column and pointer of each fault', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(
      file,
      written.replace('"type": "phone"', '"type": "fone"').replace('"married": {', '"marid": {'),
    );
    const { code, out } = await run(['lint', file]);
    assert.equal(code, 1);
    const line = written.split('\n').findIndex((text) => text.includes('"type": "phone"')) + 1;
    assert.match(out, new RegExp(`^${file}:${line}:19: error: .*fone.* \\(/steps/0/fields/1/type\\)$`, 'm'));
    const arabic = await run(['lint', '--language', 'ar', file]);
    assert.match(arabic.out, /:\d+: خطأ: .*fone/);
  });

  it('tells where a file is no JSON', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, '{\n  "id": "a",\n}');
    const { code, out } = await run(['lint', file]);
    assert.equal(code, 1);
    assert.match(out, /a\.json:2:\d+: error: .*comma/);
  });

  it('says that a file is not in UTF-8', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    for (const bytes of [
      Buffer.from(written.replace('الاسم', '\xc7\xe1\xc7\xd3\xe3'), 'latin1'),
      Buffer.from(`\ufeff${written}`, 'utf16le'),
    ]) {
      writeFileSync(file, bytes);
      const { code, out } = await run(['lint', file]);
      assert.equal(code, 1);
      assert.match(out, /a\.json:1:1: error: .*Save the file as UTF-8\.\n$/);
      assert.match((await run(['lint', '--language', 'ar', file])).out, /احفظ الملف بترميز UTF-8/);
    }
  });

  it('tells how an option has its words, where they are written as those of a field', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    const fields = [
      { id: 'a', type: 'choice', label: 'A', options: [{ value: 'x', label: { ar: 'س' } }] },
      { id: 'b', type: 'choice', label: 'B', options: [{ value: 'y', text: 'ص' }] },
    ];
    writeFileSync(file, JSON.stringify({ ...trialForm, steps: [{ id: 'about', title: 'A', fields }] }));
    const { out } = await run(['lint', file]);
    assert.equal(out.match(/"value": "a", "ar": "…"/g)?.length, 2);
    assert.match((await run(['lint', file, '--language', 'ar'])).out, /نص الخيار يكتب بجانب قيمته/);
  });

  it('looks at every file', async (test) => {
    const folder = temporaryFolder(test);
    const files = ['a.json', 'b.json', 'missing.json'].map((name) => join(folder, name));
    writeFileSync(files[0] ?? '', written);
    writeFileSync(files[1] ?? '', '[]');
    const { code, out, err } = await run(['lint', ...files, folder]);
    assert.equal(code, 1);
    assert.match(out, /a\.json: trial 1\.2\.0 is a form/);
    assert.match(out, /b\.json:1:1: error: /);
    assert.match(err, /missing\.json: there is no such file/);
    assert.match(err, /that is a folder/);
  });
});

describe('taafi lint of a form that works', () => {
  const text = { ar: 'اسمك يا {n}', en: 'Your name' };
  const mobile = { id: 'mobile', type: 'phone', label: { ar: 'رقم الجوال' }, sensitive: true };
  const clean = {
    id: 'visit',
    version: '1.0.0',
    languages: ['ar', 'en'],
    title: { ar: 'زيارة', en: 'Visit' },
    purposes: { contact: { ar: 'لنتواصل معك', en: 'To contact you' } },
    retention: { ar: 'نتلفها بعد سنة.', en: 'We destroy it after a year.' },
    steps: [
      {
        id: 'about',
        title: { ar: 'بياناتك', en: 'About you' },
        fields: [
          { id: 'name', type: 'text', purpose: 'contact', label: { ar: 'الاسم', en: 'Name' } },
          { ...mobile, label: { ar: 'الجوال', en: 'Mobile' }, purpose: 'contact' },
        ],
      },
    ],
  };

  const linted = async (test: TestContext, form: object, ...args: string[]) => {
    const file = join(temporaryFolder(test), 'visit.json');
    writeFileSync(file, JSON.stringify(form, null, 2));
    return run(['lint', file, ...args]);
  };

  it('has nothing to say where everything is said', async (test) => {
    const { code, out } = await linted(test, clean, '--strict');
    assert.equal(code, 0);
    assert.match(out, /^[^:]*visit\.json: visit 1\.0\.0 is a form\n$/);
  });

  it('tells what could be better with its place, and fails only where asked to', async (test) => {
    const { purposes: _, retention: __, ...bare } = clean;
    const step = { ...clean.steps[0], fields: [{ ...mobile }, { id: 'name', type: 'text', label: text }] };
    const form = { ...bare, title: { ar: 'برنامج للمدمنين', en: 'Help for addicts' }, steps: [step] };
    const { code, out } = await linted(test, form);
    assert.equal(code, 0);
    const lines = out.trimEnd().split('\n');
    const told = lines.slice(0, -1).map((line) => /warning: (.*)$/.exec(line)?.[1]);
    assert.deepEqual(told, [
      'This text is missing in: en. (/steps/0/fields/0/label)',
      'The placeholders {n} are not the same in all languages. (/steps/0/fields/1/label)',
      'The form does not say what its data are for. Add "purposes", and name one of them in each field as its "purpose".',
      'The form does not say how long its data are kept. Add "retention".',
      'This field is sensitive, and nothing says what it is for. Add a "purpose", or leave the field out if it is not needed. (/steps/0/fields/0)',
      '“مدمن” can hurt whoever reads it. Write “متعافٍ من المخدرات، أو: شخص بدأ العلاج” in its place. (/title/ar)',
      '“addict” can hurt whoever reads it. Write “person recovering from drugs” in its place. (/title/en)',
    ]);
    assert.match(lines[5] ?? '', /visit\.json:9:11: /);
    assert.equal((await linted(test, form, '--strict')).code, 1);
  });

  it('tells programs the same', async (test) => {
    const form = { ...clean, title: { ar: 'زيارة', en: 'Visit of an addict' }, referal: {} };
    const { code, out } = await linted(test, form, '--format', 'json', '--language', 'ar');
    assert.equal(code, 1);
    const [file] = JSON.parse(out) as [{ file: string; kind: string; ok: boolean; problems: object[] }];
    assert.deepEqual([file.kind, file.ok], ['form', false]);
    assert.deepEqual(file.problems, [
      {
        line: 52,
        column: 14,
        pointer: '/referal',
        severity: 'error',
        code: 'unknown-key',
        suggestion: 'referral',
        message: 'المفتاح «referal» لا مكان له هنا. احذفه أو صحح اسمه. هل تقصد «referral»؟',
      },
    ]);
    const { referal: ___, ...working } = form;
    const worked = await linted(test, working, '--format', 'json');
    assert.equal(worked.code, 0);
    const [{ problems }] = JSON.parse(worked.out) as [{ problems: { code: string; suggestion: string }[] }];
    assert.deepEqual(
      problems.map(({ code, suggestion }) => [code, suggestion]),
      [['stigmatising-word', 'person recovering from drugs']],
    );
  });

  it('looks for the words of another list', async (test) => {
    const list = join(temporaryFolder(test), 'words.json');
    writeFileSync(list, JSON.stringify({ words: [{ avoid: ['زيارة'], better: 'لقاء' }] }));
    const { out } = await linted(test, clean, '--words', list, '--language', 'ar');
    assert.match(out, /تنبيه: كلمة «زيارة» قد تجرح من يقرؤها\. اكتب مكانها «لقاء»\. \(\/title\/ar\)/);
    writeFileSync(list, '[]');
    const wrong = await linted(test, clean, '--words', list);
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /is no list of words/);
  });

  it('speaks the language of the terminal', async (test) => {
    const file = join(temporaryFolder(test), 'visit.json');
    writeFileSync(file, JSON.stringify(clean));
    assert.match((await run(['lint', file], { LANG: 'ar_SA.UTF-8' })).out, /نموذج سليم/);
    assert.match((await run(['lint', file], { LANG: 'ar_SA.UTF-8', LC_ALL: 'C' })).out, /is a form/);
  });

  it('has no better word that hurts in its turn, and finds each it warns of', () => {
    const list = wordListSchema.parse(JSON.parse(textOf('src/packs/taafi/words.json')));
    const found = (title: string) => wordProblems({ title }, list).length;
    for (const { avoid, better } of list.words) {
      assert.equal(found(better), 0, better);
      for (const word of avoid) assert.equal(found(`x ${word} x`), 1, word);
    }
  });

  it('finds nothing to better in the pack', async () => {
    const files = ['support-request', 'data-declaration', 'satisfaction', 'satisfaction-internal', 'process'];
    const { code, out } = await run([
      'lint',
      '--strict',
      ...files.map((name) => `src/packs/taafi/${name}.json`),
    ]);
    assert.equal(code, 0, out);
  });
});

describe('taafi lint of a theme', () => {
  it('tells where the colour that people read is not the one that is shown', async (test) => {
    const file = join(temporaryFolder(test), 'own.tokens.json');
    const own = textOf('src/theme/neutral.tokens.json').replace('"hex": "#1b1f24"', '"hex": "#aa0000"');
    writeFileSync(file, own);
    const { code, out } = await run(['lint', file]);
    assert.equal(code, 1);
    assert.match(out, /error: The "hex" is another colour.* \(\/color\/light\/ink\)$/m);
  });

  const tokens = () => JSON.parse(textOf('src/theme/taafi.tokens.json')) as Tokens;

  const linted = async (test: TestContext, theme: Tokens, ...args: string[]) => {
    const file = join(temporaryFolder(test), 'mine.tokens.json');
    writeFileSync(file, JSON.stringify(theme, null, 2));
    return run(['lint', file, ...args]);
  };

  it('finds nothing wrong with those of the kit', async () => {
    const files = ['taafi', 'neutral', 'platforms-code'].map((name) => `src/theme/${name}.tokens.json`);
    const { code, out } = await run(['lint', '--strict', ...files]);
    assert.equal(code, 0, out);
    assert.match(out, /taafi\.tokens\.json: taafi is a theme\n/);
  });

  it('tells colours that are too much alike, and the nearest that will do', async (test) => {
    const theme = tokens();
    theme.color.light.quiet = { $value: '#8a9691' };
    const { code, out } = await linted(test, theme);
    assert.equal(code, 1);
    const [, better = ''] =
      /error: The contrast of “quiet” with “paper” is ([\d.]+ and has to be 4\.5) at least\..* will do: #[\da-f]{6} \(\/color\/light\/quiet\)/.exec(
        out,
      ) ?? [];
    assert.match(better, /^[23]\./);
    theme.color.light.quiet = { $value: /will do: (#[\da-f]{6})/.exec(out)?.[1] };
    assert.equal((await linted(test, theme)).code, 0);
  });

  it('tells every token that is not as it must be', async (test) => {
    const theme = tokens();
    theme.color.light.ink = { $value: '{color.light.ink}' };
    theme.color.dark.paper = { $value: 'white' };
    theme.shape.radius = { $value: '8px' };
    theme.text.font = { $value: ['a; b'] };
    const { code, out } = await linted(test, theme, '--format', 'json', '--language', 'ar');
    assert.equal(code, 1);
    const [{ problems }] = JSON.parse(out) as [{ problems: { pointer: string; message: string }[] }];
    assert.deepEqual(
      problems.map(({ pointer }) => pointer),
      ['/color/light/ink', '/color/dark/paper', '/color/dark/field', '/shape/radius', '/text/font'],
    );
    for (const { message } of problems) assert.match(message, /\p{Script=Arabic}/u);
  });
});

interface Tokens {
  readonly color: Record<'light' | 'dark', Record<string, object>>;
  readonly shape: Record<string, object>;
  readonly text: Record<string, object>;
}

describe('taafi lint of a process', () => {
  const pack = (name: string) => `src/packs/taafi/${name}.json`;
  const processText = textOf(pack('process'));

  it('finds nothing wrong with that of the pack, alone and beside its form', async () => {
    for (const files of [[pack('process')], [pack('process'), pack('support-request')]]) {
      const { code, out } = await run(['lint', ...files]);
      assert.equal(code, 0);
      assert.match(out, /process\.json: support-request 1\.0\.0 is a process\n/);
      assert.equal(out.split('\n').length, files.length + 1);
    }
  });

  it('tells line, column and pointer of each fault', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, processText.replace('"to": "dataVerification"', '"to": "dataVerificaton"'));
    const { code, out } = await run(['lint', file]);
    assert.equal(code, 1);
    const line = processText.split('\n').findIndex((text) => text.includes('"to": "dataVerification"')) + 1;
    assert.equal(
      out,
      `${file}:${line}:13: error: There is no state “dataVerificaton” in "states". Did you mean “dataVerification”? (/moves/0/to)\n`,
    );
    const arabic = await run(['lint', '--language', 'ar', file]);
    assert.match(arabic.out, /لا توجد حالة باسم «dataVerificaton»/);
  });

  it('tells what does not fit a form that is named too, in whatever order', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, processText.replace('"field": "lease"', '"field": "leese"'));
    assert.equal((await run(['lint', file])).code, 0);
    for (const files of [
      [file, pack('support-request')],
      [pack('support-request'), file],
    ]) {
      const { code, out } = await run(['lint', ...files]);
      assert.equal(code, 1);
      assert.match(
        out,
        /a\.json:\d+:\d+: error: There is no field “leese”\. Did you mean “lease”\? \(\/verify\/5\/field\)/,
      );
      assert.match(out, /support-request\.json: support-request .* is a form/);
    }
  });

  it('knows a process that is hardly one', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    for (const text of ['{"states": 5}', '{"moves": []}']) {
      writeFileSync(file, text);
      const { code, out } = await run(['lint', file]);
      assert.equal(code, 1);
      assert.match(out, /\(\/lookUp\)/);
    }
  });
});

describe('taafi schema', () => {
  it('gives the schema, and what it cannot state beside it', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, written);
    const { code, out, err } = await run(['schema', file]);
    assert.equal(code, 0);
    const schema = JSON.parse(out) as Record<string, unknown>;
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema.$id, 'urn:taafi-kit:form:trial:1.2.0');
    assert.match(err, /^Rules that JSON Schema cannot state/);
    assert.match(err, /\/steps\/0\/fields\/0: /);
  });

  it('gives nothing for what is no form', async (test) => {
    const file = join(temporaryFolder(test), 'a.json');
    writeFileSync(file, '{}');
    const { code, out, err } = await run(['schema', file]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /a\.json:1:1: error: /);
  });
});
