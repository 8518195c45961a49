import { expect, fixture, html } from '@open-wc/testing';
import type { ExplainedProblem } from '../../../src/locale/definition-problems.js';
import { until } from '../../../stories/support/until.js';
import type { WrittenField } from '../../../stories/support/written-definition.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { accessibilityOutline } from '../accessibility-outline.js';
import { newForm } from '../open-form.js';

/** What the web admin reads when a definition cannot be used, and what the page hears. */
async function faultsOf(definition: object | string, lang = 'en') {
  const frame = await fixture<HTMLElement>(html`<div></div>`);
  const form = newForm({ lang });
  const words = document.createElement('p');
  words.textContent = 'Call us instead.';
  form.append(words);
  let told: readonly ExplainedProblem[] | undefined;
  form.addEventListener('taafi-problem', ({ problems }) => {
    told = problems;
  });
  form.definition = definition;
  frame.append(form);
  const problems = await until(() => told, 'taafi-problem');
  await form.updateComplete;
  const list = form.shadowRoot?.querySelector<HTMLDetailsElement>('.faults');
  const lines = [...(list?.querySelectorAll('li') ?? [])].map(({ textContent }) =>
    textContent?.replace(/\s+/g, ' ').trim(),
  );
  return { form, problems, list, lines, words };
}

/** The address of a text, as if the site served it. */
function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
}

const name = { id: 'name', type: 'text', label: 'Name' };
const written = (fields: readonly WrittenField[]) =>
  JSON.stringify({ ...oneStep(fields), prefill: {} }, null, 2);
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('a definition that cannot be used', () => {
  const { error, warn } = console;
  let logged: string[] = [];

  beforeEach(() => {
    logged = [];
    console.error = (message: string) => logged.push(message);
    console.warn = (message: string) => logged.push(message);
  });

  afterEach(() => Object.assign(console, { error, warn }));

  /** Definitions with one fault each: the text at fault, the code, the place in the document. */
  const faults: Record<
    string,
    { text: string; at: string; code: string; pointer: string; sentence: RegExp }
  > = {
    'an unknown type': {
      text: written([{ ...name, type: 'txt' }]),
      at: '"txt"',
      code: 'unknown-type',
      pointer: '/steps/0/fields/0/type',
      sentence: /There is no field type “txt”\. Did you mean “text”\?/,
    },
    'the misspelt name of a type that is not here yet': {
      text: written([{ ...name, type: 'rankin' }]),
      at: '"rankin"',
      code: 'unknown-type',
      pointer: '/steps/0/fields/0/type',
      sentence: /There is no field type “rankin”\. Did you mean “ranking”\?/,
    },
    'a fault in a type that came for this form': {
      text: written([{ ...name, type: 'ranking', most: 99, options: [{ value: 'rent', en: 'Rent' }] }]),
      at: '99',
      code: 'too-big',
      pointer: '/steps/0/fields/0/most',
      sentence: /too large, too many or too long\. The most is \d/,
    },
    'a name that stands twice': {
      text: written([name, { ...name, label: 'Again' }]),
      at: '"name",\n          "type": "text",\n          "label": "Again"',
      code: 'duplicate',
      pointer: '/steps/0/fields/1/id',
      sentence: /The name “name” is used already/,
    },
    'conditions that go in a circle': {
      text: written([
        { ...name, id: 'a', when: { field: 'b', empty: false } },
        { ...name, id: 'b', when: { field: 'a', empty: false } },
      ]),
      at: '{\n            "field": "b"',
      code: 'circle',
      pointer: '/steps/0/fields/0/when',
      sentence: /go in a circle: a → b → a/,
    },
    'a pattern that could take for ever': {
      text: written([{ ...name, pattern: '(a+)+$' }]),
      at: '"(a+)+$"',
      code: 'pattern-endless',
      pointer: '/steps/0/fields/0/pattern',
      sentence: /This pattern can take for ever/,
    },
    'a condition on a field that is not there': {
      text: written([{ ...name, when: { field: 'nmae', is: 'x' } }]),
      at: '"nmae"',
      code: 'unknown-field',
      pointer: '/steps/0/fields/0/when/field',
      sentence: /There is no field “nmae”/,
    },
    'a key that has no place': {
      text: written([{ ...name, requried: true }]),
      at: 'true',
      code: 'unknown-key',
      pointer: '/steps/0/fields/0/requried',
      sentence: /The key “requried” has no place here/,
    },
  };

  for (const [what, { text, at, code, pointer, sentence }] of Object.entries(faults)) {
    it(`because of ${what} is replaced by the page’s words and the place of the fault`, async () => {
      const { form, problems, list, lines, words } = await faultsOf(addressOf(text));
      const fault = problems.find((problem) => problem.code === code);
      expect(fault, JSON.stringify(problems)).to.include({
        pointer,
        line: lineOf(text, at),
        severity: 'error',
      });
      expect(lines.join(' '))
        .to.match(sentence)
        .and.to.contain(`${pointer}:${lineOf(text, at)}`);
      expect(logged.join(' ')).to.contain(`${pointer} (line ${lineOf(text, at)})`);
      expect(form.shadowRoot?.querySelector('form')).to.equal(null);
      expect(form.page).to.equal('');
      expect(words.checkVisibility()).to.equal(true);
      expect(list?.open, 'the reasons do not stand in the way of an applicant').to.equal(false);
    });
  }

  it('because it is not JSON says where', async () => {
    const text = '{\n  "id": "x",\n  "title" "y"\n}';
    const { lines, problems } = await faultsOf(addressOf(text));
    expect(problems).to.have.length(1);
    expect(problems[0]).to.include({ code: 'not-json', line: 3 });
    expect(lines[0]).to.match(/^The file is not JSON: .+:3$/);
  });

  it('because it is not in UTF-8 says so instead of showing broken letters', async () => {
    const text = written([name]).replace('Name', '\u00c7\u00d3\u00e3');
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const { lines, problems } = await faultsOf(URL.createObjectURL(new Blob([bytes])));
    expect(problems).to.have.length(1);
    expect(problems[0]?.code).to.equal('not-utf8');
    expect(lines[0]).to.contain('UTF-8');
  });

  it('because a name stands in it twice is refused, as by the receiver', async () => {
    const text = written([name]).replace('{', '{\n  "version": "0.9.0",');
    const { lines, problems } = await faultsOf(addressOf(text));
    expect(problems[0]).to.include({ code: 'not-json' });
    expect(problems[0]?.line).to.equal(lineOf(text, '"version": "1.0.0"'));
    expect(lines[0]).to.match(/twice/);
  });

  it('because it would change what all objects have is refused', async () => {
    const text = `{\n "__proto__": { "polluted": true },\n ${written([name]).slice(1)}`;
    const { lines, problems } = await faultsOf(addressOf(text));
    expect(problems[0]?.line).to.equal(2);
    expect(lines[0]).to.contain('__proto__');
    expect('polluted' in {}).to.equal(false);
  });

  it('because __proto__ stands in a property of an object is not shown either', async () => {
    const definition = JSON.parse(
      written([name]).replace('"fields"', '"__proto__": { "polluted": true }, "fields"'),
    );
    const { problems } = await faultsOf(definition);
    expect(problems.length).to.be.greaterThan(0);
    expect('polluted' in {}).to.equal(false);
  });

  it('because there is no file says the address and the status', async () => {
    const { lines, problems } = await faultsOf('./no-such-form.json');
    expect(problems[0]).to.include({ code: 'not-found' });
    expect(lines[0]).to.match(/no-such-form\.json \(status 404\)/);
  });

  it('because nothing answers says so', async () => {
    const { lines, problems } = await faultsOf('blob:http://localhost/nothing');
    expect(problems[0]).to.include({ code: 'not-reached' });
    expect(lines[0]).to.contain('could not be loaded');
  });

  it('because it is ten megabytes long is not even read', async () => {
    const { problems } = await faultsOf(addressOf(`${' '.repeat(10_000_000)}${written([name])}`));
    expect(problems[0]).to.include({ code: 'too-large' });
  });

  const nonsense: Record<string, unknown> = {
    'an empty object': {},
    'a list': [],
    'a deep tree': Array.from({ length: 200 }).reduce<object>((inner) => ({ steps: [inner] }), {}),
    'steps that are no list': { ...oneStep([name]), steps: 'all' },
    'a field that is nothing': { ...oneStep([name]), steps: [{ id: 'a', title: 'A', fields: [null] }] },
    'a step without fields': { ...oneStep([name]), steps: [{ id: 'a', title: 'A' }] },
    'options that are nothing': oneStep([{ ...name, type: 'choice', options: null }]),
    'a text that is a number': oneStep([{ ...name, label: 7 } as never]),
    'the name constructor': oneStep([{ ...name, id: 'constructor' }]),
  };
  for (const [what, definition] of Object.entries(nonsense)) {
    it(`because it is ${what} never breaks the page`, async () => {
      const { form, problems, words } = await faultsOf(definition as object);
      expect(problems.some(({ severity }) => severity === 'error')).to.equal(true);
      expect(form.page).to.equal('');
      expect(words.checkVisibility()).to.equal(true);
    });
  }

  it('speaks to the admin in Arabic too', async () => {
    const { lines } = await faultsOf(oneStep([{ ...name, type: 'txt' }]), 'ar');
    expect(lines[0]).to.contain('نوع الحقل «txt» غير معروف. هل تقصد «text»؟');
  });

  it('says something of its own where the page says nothing', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({ definition: {} });
    frame.append(form);
    await until(() => form.shadowRoot?.querySelector('.faults'), 'the faults');
    expect(form.shadowRoot?.querySelector('slot')?.textContent).to.contain(
      'The form is not available right now',
    );
    expect((await accessibilityOutline()).join('\n')).to.contain('For the site’s administrator');
  });

  it('does not keep a right one from being shown after it', async () => {
    const { form } = await faultsOf({});
    form.definition = oneStep([name]);
    await until(() => form.page === 'only', 'the form');
    expect(form.shadowRoot?.querySelector('.faults')).to.equal(null);
  });

  it('is shown with a warning where it can be used all the same', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({ definition: oneStep([{ ...name, label: { ar: 'الاسم' } } as never]) });
    let told: readonly ExplainedProblem[] = [];
    form.addEventListener('taafi-problem', ({ problems }) => {
      told = problems;
    });
    frame.append(form);
    await until(() => told.length > 0, 'the warning');
    expect(told.map(({ severity }) => severity)).to.deep.equal(['warning']);
    expect(form.page).to.equal('only');
  });
});
