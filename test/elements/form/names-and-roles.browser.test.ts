import { expect } from '@open-wc/testing';
import { exampleFile } from '../../../stories/support/example-files.js';
import type { Person } from '../../../stories/support/person.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { accessibilityOutline } from '../accessibility-outline.js';
import { openForm } from '../open-form.js';

/** What a screen reader is given for the questions alone: what is around them is the same everywhere. */
async function outlineOf(person: Person): Promise<string[]> {
  const all = await accessibilityOutline();
  const title = person.find('#title').textContent?.trim();
  const first = all.findIndex((line) => line.includes(`heading 2 "${title}"`)) + 1;
  return all.slice(
    first,
    all.findIndex((line) => line.trim() === 'button "Continue"'),
  );
}

type Written = { readonly type: string; readonly [key: string]: unknown };

const label = 'Question';
const hint = 'What helps';

/** What is read out for each type: as it is met, and once it was told that an answer is wanted. */
const fields: Readonly<Record<string, { field: Written; met: string[]; told: string[] }>> = {
  text: {
    field: { type: 'text' },
    met: ['textbox "Question" (What helps)'],
    told: ['textbox "Question" (What helps Error: Enter question), invalid'],
  },
  'long-text': {
    field: { type: 'long-text' },
    met: ['textbox "Question" (What helps)', 'status'],
    told: ['textbox "Question" (What helps Error: Enter question), invalid', 'status'],
  },
  number: {
    field: { type: 'number', unit: 'riyals' },
    met: ['textbox "Question" (What helps riyals)'],
    told: ['textbox "Question" (What helps Error: Enter question riyals), invalid'],
  },
  phone: {
    field: { type: 'phone' },
    met: ['textbox "Question" (What helps)'],
    told: ['textbox "Question" (What helps Error: Enter question), invalid'],
  },
  'national-id': {
    field: { type: 'national-id' },
    met: ['textbox "Question" (What helps)'],
    told: ['textbox "Question" (What helps Error: Enter question), invalid'],
  },
  date: {
    field: { type: 'date' },
    met: [
      'group "Question" (What helps)',
      '  radiogroup "Calendar"',
      '    radio "Hijri", checked',
      '    radio "Gregorian"',
      '  textbox "Day"',
      '  combobox "Month" = Choose',
      '  textbox "Year"',
      '  status',
    ],
    told: [
      'group "Question" (What helps Error: Enter question)',
      '  radiogroup "Calendar"',
      '    radio "Hijri", checked',
      '    radio "Gregorian"',
      '  textbox "Day", invalid',
      '  combobox "Month" = Choose, invalid',
      '  textbox "Year", invalid',
      '  status',
    ],
  },
  'choice of few': {
    field: { type: 'choice', options: [{ value: 'one', en: 'One', ar: 'واحد', hint: 'The first' }] },
    met: ['group "Question" (What helps)', '  radio "One" (The first)'],
    told: ['group "Question" (What helps Error: Choose an answer: Question)', '  radio "One" (The first)'],
  },
  'choice of many': {
    field: { type: 'choice', options: [...'abcdefghi'].map((value) => ({ value, ar: value, en: value })) },
    met: ['combobox "Question" (What helps)'],
    told: ['combobox "Question" (What helps Error: Choose an answer: Question), invalid'],
  },
  choices: {
    field: { type: 'choices', options: [{ value: 'one', en: 'One', ar: 'واحد', hint: 'The first' }] },
    met: ['group "Question" (What helps)', '  checkbox "One" (The first)'],
    told: [
      'group "Question" (What helps Error: Choose at least one answer: Question)',
      '  checkbox "One" (The first)',
    ],
  },
  'yes-no': {
    field: { type: 'yes-no' },
    met: ['group "Question" (What helps)', '  radio "Yes"', '  radio "No"'],
    told: [
      'group "Question" (What helps Error: Choose yes or no: Question)',
      '  radio "Yes"',
      '  radio "No"',
    ],
  },
  list: {
    field: { type: 'list', itemLabel: 'Item {n}', fields: [{ id: 'inner', type: 'text', label: 'Inner' }] },
    met: ['group "Question" (What helps)', '  button "Add"'],
    told: ['group "Question" (What helps Error: Add at least one: Question)', '  button "Add"'],
  },
  file: {
    field: { type: 'file' },
    met: [
      'button "Question" (What helps A photo or a PDF, up to 10 MB, 5 files at most. Before photos are sent, they are made smaller, and the place and the device are taken out of them.) = No file chosen',
    ],
    told: [
      'button "Question" (What helps Error: Attach question A photo or a PDF, up to 10 MB, 5 files at most. Before photos are sent, they are made smaller, and the place and the device are taken out of them.) = No file chosen, invalid',
    ],
  },
  statement: {
    field: { type: 'statement', text: 'All of what it says.' },
    met: ['checkbox "Question" (What helps All of what it says.)'],
    told: [
      'checkbox "Question" (What helps Error: Tick the box if you agree: Question All of what it says.), invalid',
    ],
  },
};

describe('names and roles', () => {
  for (const [type, { field, met, told }] of Object.entries(fields)) {
    it(`of ${type}: label, hint and error belong to the control`, async () => {
      const person = await openForm(oneStep([{ ...field, id: 'field', required: true, label, hint }]));
      const withoutEmptyStatus = (lines: string[]) => lines.filter((line) => line.trim() !== 'status');
      expect(withoutEmptyStatus(await outlineOf(person))).to.deep.equal(withoutEmptyStatus(met));
      await person.isStopped();
      expect(withoutEmptyStatus(await outlineOf(person))).to.deep.equal(withoutEmptyStatus(told));
    });

    it(`of ${type}: what may be left out says so in its name`, async () => {
      const person = await openForm(oneStep([{ ...field, id: 'field', label }]));
      expect((await outlineOf(person))[0]).to.match(/^\w+ "Question \(optional\)"/);
    });
  }

  it('of a section: it groups its questions under its name', async () => {
    const person = await openForm(
      oneStep([
        {
          id: 'section',
          type: 'section',
          label: 'Your name',
          fields: [{ id: 'first', type: 'text', required: true, label: 'First name' }],
        },
      ]),
    );
    expect(await outlineOf(person)).to.deep.equal(['group "Your name"', '  textbox "First name"']);
  });

  it('of a list: each item is a group, and its buttons say which item they are for', async () => {
    const person = await openForm(
      oneStep([
        {
          id: 'children',
          type: 'list',
          required: true,
          label: 'Children',
          itemLabel: 'Child {n}',
          fields: [{ id: 'name', type: 'text', required: true, label: 'Name' }],
        },
      ]),
      { prefill: { children: [{ name: 'Reem' }, { name: 'Omar' }] } },
    );
    expect(await outlineOf(person)).to.deep.equal([
      'group "Children"',
      '  group "Child 1"',
      '    button "Move Child 1 up", disabled',
      '    button "Move Child 1 down"',
      '    button "Remove Child 1"',
      '    textbox "Name" = Reem',
      '  group "Child 2"',
      '    button "Move Child 2 up"',
      '    button "Move Child 2 down", disabled',
      '    button "Remove Child 2"',
      '    textbox "Name" = Omar',
      '  button "Add another"',
    ]);
  });

  it('of a computed value: it is said when it changes', async () => {
    const person = await openForm(
      oneStep([
        { id: 'salary', type: 'number', required: true, label: 'Salary' },
        { id: 'double', type: 'computed', value: { multiply: ['salary', 2] }, label: 'Twice as much' },
      ]),
      { prefill: { salary: 21 } },
    );
    expect(await outlineOf(person)).to.deep.equal(['textbox "Salary" = 21', 'status "Twice as much"']);
    expect(person.find('output').textContent).to.equal('42');
  });

  it('of chosen files: each can be removed by a button that names it', async () => {
    const person = await openForm(
      oneStep([{ id: 'identity', type: 'file', required: true, label: 'Copy of your ID' }]),
    );
    await person.attach(
      'identity',
      exampleFile('front.jpg', 'image/jpeg'),
      exampleFile('back.jpg', 'image/jpeg'),
    );
    const buttons = (await outlineOf(person))
      .map((line) => line.trim())
      .filter((line) => line.startsWith('button'));
    expect(buttons[0]).to.equal('button "Remove file front.jpg"');
    expect(buttons[1]).to.equal('button "Remove file back.jpg"');
  });

  it('of the error summary: a heading and links, one for each problem', async () => {
    const person = await openForm(oneStep([{ id: 'name', type: 'text', required: true, label: 'Name' }]));
    await person.isStopped();
    const lines = (await accessibilityOutline()).map((line) => line.trim());
    expect(lines).to.include.members(['heading 2 "There is a problem"', 'link "Enter name"']);
    expect(lines.filter((line) => /^(group|alert) "There is a problem"/.test(line))).to.have.length(1);
  });

  it('of the review: each link says what it changes', async () => {
    const person = await openForm(
      oneStep([
        { id: 'name', type: 'text', required: true, label: 'What is your name?', name: 'Name' },
        { id: 'city', type: 'text', label: 'City' },
      ]),
      { prefill: { name: 'Salem' } },
    );
    await person.goOnTo('review');
    const lines = (await accessibilityOutline()).map((line) => line.trim());
    expect(lines.filter((line) => line.startsWith('button "Change'))).to.deep.equal([
      'button "Change Name"',
      'button "Change City"',
    ]);
  });

  it('of the form: Arabic text is marked as Arabic where the page is not', async () => {
    const person = await openForm(
      oneStep([{ id: 'name', type: 'text', label: { ar: 'الاسم', en: 'Name' } }]),
    );
    expect(person.find('.root').lang).to.equal('en');
    expect(person.find('.root').dir).to.equal('ltr');
    expect(person.find('#language-ar').lang).to.equal('ar');
  });
});
