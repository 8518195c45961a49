import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { parseDefinition } from '../../src/core/parse.js';
import { catalog } from '../../src/fields/catalog.js';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { run } from './running-command.js';
import type { Sheets } from './workbook-file.js';
import { packed, workbookOf } from './workbook-file.js';

const head = [
  'type',
  'name',
  'label::Arabic (ar)',
  'label::English (en)',
  'relevant',
  'required',
  'constraint',
  'constraint_message::English (en)',
  'calculation',
];

const aid: Sheets = {
  survey: [
    head,
    ['begin group', 'about', 'عنك', 'About you'],
    ['text', 'full_name', 'الاسم', 'Name', '', 'yes', "regex(., '[^0-9]{3,60}')", 'No digits'],
    ['date', 'birth_date', 'تاريخ الميلاد', 'Date of birth', '', true, '. <= today()'],
    ['calculate', 'age', '', '', '', '', '', '', 'int((today() - ${birth_date}) div 365.25)'],
    ['select_one status', 'status', 'الحالة', 'Status', '', 'TRUE'],
    [
      'integer',
      'children',
      'الأبناء',
      'Children',
      "${status} != 'single' and ${age} >= 18",
      '',
      '. >= 0 and . < 20',
      'From 0 to 19',
    ],
    ['end group'],
    ['begin_repeat', 'dependant', 'المعال', 'Dependant', '${children} > 0'],
    ['text', 'name', 'الاسم', 'Name'],
    ['decimal', 'income', 'الدخل', 'Income', '', '', '. >= 0.5'],
    ['end_repeat'],
    ['calculate', 'total', 'المجموع', 'Total', '', '', '', '', 'round(sum(${income}) * 12, 2)'],
    ['select_multiple needs or_other', 'needs', 'الاحتياج', 'Needs', '', '', 'count-selected(.) <= 2'],
    ['note', 'thanks', 'شكرًا', 'Thank you', "selected(${needs}, 'rent') or not(${status} = 'single')"],
    ['acknowledge', 'agree', 'أوافق', 'I agree', '', 'yes'],
  ],
  choices: [
    ['list_name', 'name', 'label::Arabic (ar)', 'label::English (en)'],
    ['status', 'single', 'أعزب', 'Single'],
    ['status', 'married', 'متزوج', 'Married'],
    ['needs', 'rent', 'إيجار', 'Rent'],
    ['needs', 'food', 'غذاء', 'Food'],
  ],
  settings: [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['طلب', 'Aid_request', 2024050101, 'Arabic (ar)'],
  ],
};

async function imported(test: TestContext, sheets: Sheets | Buffer, ...more: string[]) {
  const file = join(temporaryFolder(test), 'survey.xlsx');
  writeFileSync(file, Buffer.isBuffer(sheets) ? sheets : workbookOf(sheets));
  const { code, out, err } = await run(['import', file, ...more]);
  return { code, err: err.replaceAll(`${file}:`, ''), json: out === '' ? undefined : JSON.parse(out) };
}

/** A survey of some rows under the usual headings. */
const rows = (...written: Sheets[string]): Sheets => ({ survey: [head, ...written] });

describe('taafi import survey.xlsx', () => {
  it('makes a right form of an XLSForm, and says what of it is not there', async (test) => {
    const { code, err, json } = await imported(test, aid);
    assert.equal(code, 0, err);
    assert.equal(err, '');
    assert.deepEqual(
      parseDefinition(json, catalog).problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.deepEqual(
      [json.id, json.version, json.languages],
      ['aid-request', '2024050101.0.0', ['ar', 'en']],
    );
    const [about, dependants, rest] = json.steps;
    assert.deepEqual(about.title, { ar: 'عنك', en: 'About you' });
    const [name, birth, age, status, children] = about.fields;
    assert.deepEqual(name, {
      id: 'fullName',
      type: 'text',
      label: { ar: 'الاسم', en: 'Name' },
      required: true,
      pattern: '^(?:[^0-9]{3,60})$',
      errors: { pattern: { en: 'No digits' } },
    });
    assert.equal(birth.max, 'today');
    assert.deepEqual(age.value, { age: 'birthDate' });
    assert.equal(status.options, 'status');
    assert.deepEqual(children.when, {
      all: [
        { field: 'status', isNot: 'single' },
        { field: 'age', gte: 18 },
      ],
    });
    assert.deepEqual([children.minimum, children.maximum, children.integer], [0, 19, true]);
    assert.deepEqual(dependants.fields[0].when, { field: 'children', gt: 0 });
    assert.deepEqual(dependants.fields[0].itemLabel, { ar: 'المعال {n}', en: 'Dependant {n}' });
    const [total, needs, other, thanks, agree] = rest.fields;
    assert.deepEqual(total.value, { multiply: [{ sum: 'dependant.income' }, 12] });
    assert.deepEqual([needs.maxItems, needs.options.at(-1).value], [2, 'other']);
    assert.deepEqual(other.when, { field: 'needs', includes: 'other' });
    assert.deepEqual(thanks.when, {
      any: [{ field: 'needs', includes: 'rent' }, { not: { field: 'status', is: 'single' } }],
    });
    assert.equal(agree.type, 'statement');
  });

  it('tells by its cell what it cannot read, in both languages', async (test) => {
    const sheets: Sheets = {
      survey: [
        [...head, 'default', 'label::Klingon'],
        ['deviceid', 'device'],
        ['geotrace', 'path', 'مسار', 'Path'],
        ['text', 'a', 'سؤال', 'A', 'position(..) = 1', '${b} = 1', "pulldata('x')", '', '', 'hello'],
        ['select_one nowhere', 'b', 'سؤال', 'B'],
        ['integer', 'c', 'سؤال ${a}', 'C', "${missing} = 'x'", '', '. > ${a}'],
        ['decimal', 'd', '', '', '', '', '. > 0'],
        ['calculate', 'e', '', '', '', '', '', '', 'once(random())'],
        ['end group'],
      ],
      entities: [['list_name'], ['people']],
    };
    const { code, err, json } = await imported(test, sheets);
    assert.equal(code, 0);
    for (const cell of ['J1', 'A2', 'A3', 'E4', 'F4', 'G4', 'A5', 'C6', 'E6', 'G6', 'G7', 'C7', 'I8', 'A9'])
      assert.match(err, new RegExp(`^survey!${cell}: `, 'm'), cell);
    assert.match(err, /^entities!A1: /m);
    assert.match(err, /survey!E6: .*\$\{missing\}/);
    assert.deepEqual(
      json.steps[0].fields.map(({ id }: { id: string }) => id),
      ['a', 'c', 'd'],
    );
    assert.match((await imported(test, sheets, '--language', 'ar')).err, /survey!A3: .*تُرك هذا السطر/);
  });

  it('keeps each part of a constraint that it can read, and tells the others', async (test) => {
    const { err, json } = await imported(
      test,
      rows(
        ['integer', 'a', 'سؤال', 'A', '', '', '. >= 18 and . < ${b} and . != 20'],
        ['integer', 'b', 'سؤال', 'B'],
      ),
    );
    assert.equal(json.steps[0].fields[0].minimum, 18);
    assert.match(err, /^survey!G2: .*: \. < \$\{b\}$/m);
    assert.match(err, /^survey!G2: .*: \. != 20$/m);
  });

  it('says why nothing was made, and which rows ask nothing', async (test) => {
    const empty = await imported(test, rows());
    assert.equal(empty.code, 1);
    assert.match(empty.err, /^survey!A1: .*no question/);
    const { err } = await imported(test, rows(['note', ''], ['text', 'a', 'يا ${b}', 'Dear ${b}']));
    assert.match(err, /^survey!B2: .*\(note\).*left out\.$/m);
    assert.equal(err.match(/!.2: /g)?.length, 1);
    // Each language has its own cell.
    assert.match(err, /^survey!C3: .*\nsurvey!D3: .*Dear/m);
  });

  it('leaves out what only the whole form shows to be wrong', async (test) => {
    const { code, err, json } = await imported(
      test,
      rows(
        ['text', 'a', 'سؤال', 'A', "${b} = 'x'"],
        ['text', 'b', 'سؤال', 'B', "${a} = 'x'"],
        ['begin_repeat', 'many', 'عدة', 'Many'],
        ['text', 'inside', 'داخل', 'Inside'],
        ['end_repeat'],
        ['text', 'after', 'بعد', 'After', "${inside} = 'x'"],
      ),
    );
    assert.equal(code, 0, err);
    assert.match(err, /survey!E[23]: /);
    assert.match(err, /survey!E7: .*\(\$\{inside\} = 'x'\).*inside/);
    assert.equal(parseDefinition(json, catalog).definition?.steps.length, 3);
  });

  it('answers a hostile or broken file quickly and clearly', async (test) => {
    const bomb = packed({ 'xl/workbook.xml': Buffer.alloc(60_000_000, 32) });
    const entity = packed({
      'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>',
    });
    const whole = workbookOf(aid);
    const broken: readonly (readonly [Buffer, RegExp])[] = [
      [Buffer.from('no zip'), /no \.xlsx/],
      [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64)]), /old \.xls/],
      [bomb, /larger/],
      [entity, /DOCTYPE/],
      [packed({ 'xl/workbook.xml': `<a ${'b="c" '.repeat(1_000_000)}!>` }), /broken/],
      [packed({ mimetype: 'text' }), /no \.xlsx/],
      [whole.subarray(0, whole.length - 40), /no \.xlsx/],
      [Buffer.concat([whole.subarray(0, 60), Buffer.alloc(200), whole.subarray(260)]), /broken/],
    ];
    for (const [bytes, sentence] of broken) {
      const { code, err } = await imported(test, bytes);
      assert.equal(code, 1);
      assert.match(err, sentence);
    }
    const nested = Array.from({ length: 3_000 }, (_, index) => [
      'begin group',
      `g${index}`,
      'مجموعة',
      'Group',
    ]);
    assert.equal((await imported(test, rows(...nested, ['text', 'a', 'سؤال', 'A']))).code, 0);
    assert.match((await imported(test, { other: [['a']] })).err, /survey!A1: .*survey/);
    const table = await run(['import', 'a.csv']);
    assert.equal(table.code, 2);
    assert.match(table.err, /saved as \.xlsx/);
  });

  it('reads any expression or says so, whatever stands in the cell', async (test) => {
    const hostile = [
      '('.repeat(3_000),
      "${a} = 'x",
      'a'.repeat(9_000),
      '${a} = = 1',
      '../a = 1',
      'not()',
      '. = .',
      '1 = 1',
    ];
    const { code, err } = await imported(
      test,
      rows(
        ['text', 'a', 'سؤال', 'A'],
        ...hostile.map((source, index) => ['text', `q${index}`, 'سؤال', 'Q', source, '', source]),
      ),
    );
    assert.equal(code, 0, err);
    for (const [index] of hostile.entries()) assert.match(err, new RegExp(`survey!E${index + 3}: `));
  });
});
