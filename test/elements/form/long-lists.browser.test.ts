import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { manyOptions } from '../../../stories/support/many-options.js';
import type { Person } from '../../../stories/support/person.js';
import { until } from '../../../stories/support/until.js';
import { oneStep } from '../../../stories/support/written-definition.js';
import { press } from '../keyboard.js';
import { openForm } from '../open-form.js';

const label = { ar: 'الحي', en: 'District' };
const count = 2_000;
const districts = oneStep([
  { id: 'district', type: 'select', required: true, label, options: manyOptions(count) },
]);
const elsewhere = oneStep([
  { id: 'district', type: 'select', label, options: { src: 'lists/districts.json' } },
]);

const options = (person: Person) => [...person.root.querySelectorAll<HTMLElement>('[role="option"]')];
const words = (option: Element | null | undefined) => option?.textContent?.trim().replace(/\s+/g, ' ');
const active = (person: Person) => {
  const id = person.control('district').getAttribute('aria-activedescendant');
  return id === null ? undefined : (person.root.getElementById(id) ?? undefined);
};
const said = (person: Person) => person.find('#announcements').textContent;

async function opened(definition: object = districts): Promise<Person> {
  const person = await openForm(definition);
  const box = person.control('district');
  box.focus();
  box.click();
  return person;
}

describe('a list of thousands', () => {
  it('has few of its options on the page, wherever it is scrolled to', async () => {
    const person = await opened();
    expect(options(person)).to.have.length.within(8, 60);
    expect(options(person)[0]?.getAttribute('aria-setsize')).to.equal(String(count));
    const list = person.find('[role="listbox"]');
    for (const part of [0.3, 0.9, 1, 0]) {
      list.scrollTop = part * list.scrollHeight;
      await until(() => isFull(list), `options in sight at ${part}`);
      expect(options(person)).to.have.length.within(8, 60);
    }
    list.scrollTop = list.scrollHeight;
    await until(
      () => options(person).at(-1)?.getAttribute('aria-posinset') === String(count),
      'the last one',
    );
  });

  it('is searched in any letters and digits, and says how much it finds', async () => {
    const person = await opened();
    await sendKeys({ type: 'اندلس ٢٤' });
    expect(options(person).map(words)).to.deep.equal([
      'Al Andalus district 24',
      ...Array.from({ length: 10 }, (_, index) => `Al Andalus district ${240 + index}`),
    ]);
    await until(() => said(person) === '11 results', 'the number of results');
    await sendKeys({ type: 'x' });
    expect(options(person)).to.deep.equal([]);
    // As it is written: what Firefox gives as the text that is seen has no marks of direction.
    expect(person.find('.found').textContent).to.contain('There is no result for “\u2068اندلس ٢٤x\u2069”');
    expect(person.control('district').getAttribute('aria-expanded')).to.equal('false');
  });

  it('is used with the keys, which stay in the box', async () => {
    const person = await openForm(districts);
    const box = person.control('district');
    box.focus();
    await press('ArrowDown');
    expect(box.getAttribute('aria-expanded')).to.equal('true');
    expect(words(active(person))).to.equal('Al Andalus district 1');
    await press('ArrowUp');
    expect(active(person)?.getAttribute('aria-posinset')).to.equal(String(count));
    await press('ArrowDown');
    await press('PageDown');
    expect(active(person)?.getAttribute('aria-posinset')).to.equal('9');
    isInSight(active(person), person.find('[role="listbox"]'));
    await press('Enter');
    expect(person.form.answers).to.deep.equal({ district: 'district8' });
    expect(box.value).to.equal('Al Andalus district 2');
    expect(person.focused).to.equal(box);
    expect(person.root.querySelector('[role="listbox"]')).to.equal(null);
    expect(said(person)).to.equal('Al Andalus district 2 chosen');
    // It opens where it was left.
    await press('ArrowDown');
    expect(active(person)?.getAttribute('aria-posinset')).to.equal('9');
    await press('Escape');
    expect(box.getAttribute('aria-expanded')).to.equal('false');
    expect(person.form.answers).to.deep.equal({ district: 'district8' });
  });

  it('is used by pressing, and closes when the box is left', async () => {
    const person = await opened();
    options(person)[2]?.click();
    expect(person.form.answers).to.deep.equal({ district: 'district2' });
    person.control('district').click();
    expect(options(person).length).to.be.above(0);
    // What is typed takes the place of what was chosen.
    await sendKeys({ type: 'iskan' });
    expect(words(options(person)[0])).to.equal('Al Iskan district 1');
    person.control('district').blur();
    expect(options(person)).to.deep.equal([]);
  });

  it('takes what was typed in full, and keeps what it does not know', async () => {
    const person = await openForm(districts);
    await person.fill('district', 'حى الاندلس ١');
    expect(person.form.answers).to.deep.equal({ district: 'district0' });
    await person.fill('district', 'Nowhere');
    expect(person.form.answers).to.deep.equal({});
    await person.isStopped();
    expect(person.text).to.contain('What you typed is not in the list');
    expect(person.control('district').value).to.equal('Nowhere');
    await person.press('#errors a');
    expect(person.focused).to.equal(person.control('district'));
  });

  it('speaks the language of the form', async () => {
    const person = await openForm(districts);
    await person.fill('district', 'Al Andalus district 3');
    await person.press('#language-ar');
    await person.seen('[dir="rtl"]');
    expect(person.form.answers).to.deep.equal({ district: 'district16' });
    person.control('district').focus();
    await press('ArrowDown');
    expect(words(options(person)[0])).to.contain('حي الأندلس');
    await person.fill('district', 'ربوة ٣');
    await until(() => /^\d+ نتيجة$/.test(said(person) ?? ''), 'the number in Arabic');
  });

  it('fits on a narrow page', async () => {
    await setViewport({ width: 320, height: 480 });
    try {
      const person = await opened();
      const { left, right } = person.find('[role="listbox"]').getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});

describe('a list in a file of its own', () => {
  const usual = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = usual;
  });

  function answering(...answers: (() => Response)[]): string[] {
    const asked: string[] = [];
    globalThis.fetch = async (input) => {
      asked.push(String(input));
      return (answers.shift() ?? (() => new Response('', { status: 404 })))();
    };
    return asked;
  }

  it('is asked for beside the page, once', async () => {
    const asked = answering(() => Response.json(manyOptions(30)));
    const person = await openForm(elsewhere);
    await until(() => asked.length > 0, 'the request');
    expect(new URL(asked[0] ?? '').origin).to.equal(location.origin);
    await person.fill('district', 'Al Iskan district 1');
    await until(() => person.form.answers.district === 'district1', 'the option');
    expect(asked).to.have.length(1);
  });

  it('that cannot be had is said so, and asked for again', async () => {
    const asked = answering(
      () => new Response('', { status: 503 }),
      () => Response.json(manyOptions(30)),
    );
    const person = await openForm(elsewhere, { prefill: { district: 'district9' } });
    await person.seen('.list-failed');
    expect(person.text).to.contain('The list could not be loaded');
    expect(person.form.answers).to.deep.equal({ district: 'district9' });
    await person.press('.list-failed button');
    await person.unseen('.list-failed');
    expect(asked).to.have.length(2);
    await until(
      () => person.control('district').value === 'Al Iskan district 2',
      'the words of what was chosen',
    );
    expect(person.form.answers).to.deep.equal({ district: 'district9' });
  });

  it('of another origin is asked of nobody', async () => {
    const asked = answering();
    const person = await openForm(
      oneStep([
        { id: 'district', type: 'select', label, options: { src: 'https://another.example/c.json' } },
      ]),
    );
    await person.seen('.list-failed');
    expect(asked).to.deep.equal([]);
  });
});

function isFull(list: Element): boolean {
  const { top, bottom } = list.getBoundingClientRect();
  const boxes = [...list.querySelectorAll('[role="option"]')].map((option) => option.getBoundingClientRect());
  const first = boxes[0]?.top ?? Number.POSITIVE_INFINITY;
  const last = boxes.at(-1)?.bottom ?? 0;
  return first <= top + 2 && last >= bottom - 2;
}

function isInSight(option: Element | undefined, list: Element): void {
  const [inner, outer] = [option?.getBoundingClientRect(), list.getBoundingClientRect()];
  expect(inner?.top).to.be.at.least(outer.top - 2);
  expect(inner?.bottom).to.be.at.most(outer.bottom + 2);
}
