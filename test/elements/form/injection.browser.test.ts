import { expect, fixture, html } from '@open-wc/testing';
import { exampleFile } from '../../../stories/support/example-files.js';
import type { Person } from '../../../stories/support/person.js';
import { until } from '../../../stories/support/until.js';
import { definitionOf } from '../../../stories/support/written-definition.js';
import { newForm } from '../open-form.js';
import { attacks } from './attacks.js';
import { framedForm, strictPolicy } from './framed-form.js';

declare global {
  interface Window {
    executed?: string[];
  }
}

const attack = attacks.join('\n\n');

const definition = definitionOf(
  [
    {
      id: 'all',
      title: attack,
      intro: attack,
      fields: [
        { id: 'text', type: 'text', required: true, label: attack, hint: attack, name: attack },
        { id: 'number', type: 'number', required: true, label: attack, unit: attack },
        {
          id: 'choice',
          type: 'choice',
          required: true,
          label: attack,
          options: [{ value: 'a', ar: attack, en: attack, hint: attack }],
        },
        {
          id: 'select',
          type: 'choice',
          label: attack,
          options: [...'abcdefghi'].map((value) => ({ value, ar: attack, en: attack })),
        },
        {
          id: 'choices',
          type: 'choices',
          label: attack,
          options: [{ value: 'a', ar: attack, en: attack, hint: attack }],
        },
        { id: 'statement', type: 'statement', required: true, label: attack, text: attack },
        { id: 'plain', type: 'note', label: attack, text: attack },
        { id: 'details', type: 'note', look: 'details', label: attack, text: attack },
        { id: 'notice', type: 'note', shows: 'notice', label: attack },
        { id: 'computed', type: 'computed', value: { text: attack }, unit: attack, label: attack },
        { id: 'file', type: 'file', label: attack },
        {
          id: 'list',
          type: 'list',
          label: attack,
          itemLabel: attack,
          addLabel: attack,
          fields: [{ id: 'inner', type: 'text', label: attack, errors: { 'too-long': attack } }],
        },
        {
          id: 'section',
          type: 'section',
          label: attack,
          hint: attack,
          fields: [{ id: 'long', type: 'long-text', label: attack }],
        },
      ],
    },
    { id: 'second', title: attack, fields: [{ id: 'last', type: 'text', label: attack }] },
  ],
  {
    title: attack,
    start: { intro: attack, sections: [{ title: attack, text: attack }] },
    notice: Object.fromEntries(
      [
        'controller',
        'contact',
        'basis',
        'purposes',
        'mandatory',
        'sharing',
        'retention',
        'rights',
        'withdrawal',
      ].map((part) => [part, attack]),
    ),
    review: { intro: attack, action: attack },
    answer: { notBefore: 'P14D', text: attack },
    receipt: { text: attack },
    referral: { action: attack, intro: attack },
  },
);

const association = {
  id: 'evil',
  name: attack,
  channels: [{ id: 'a', name: attack, detail: attack, href: '/fine' }],
  documents: [{ id: 'a', title: attack, version: attack }],
  policy: { title: attack, approved: '2020-01-22', minutes: attack },
};

/** What a page does with spaces and line ends is not what is looked for. */
function spaced(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** Nothing of the attacks has become an element, and every link leads to where a link may lead. */
function expectTextOnly(person: Person): void {
  const made = person.root.querySelectorAll(
    'img, svg:not([viewBox]), math, script, iframe, object, embed, base, meta, template, form form, [onerror], [onload], [onclick], [onfocus]',
  );
  expect([...made].map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
  const links = [...person.root.querySelectorAll('a')].map((link) => link.protocol);
  expect(
    links.filter((protocol) => !['http:', 'https:', 'tel:', 'mailto:', ''].includes(protocol)),
  ).to.deep.equal([]);
}

/** A definition with an attack in place of every text, whose questions may all be passed over. */
function attacked(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(attacked);
  if (typeof json !== 'object' || json === null) return json;
  const { ar, en } = json as { ar?: unknown; en?: unknown };
  const entries = Object.entries(json).filter(([key]) => !['required', 'when', 'minItems'].includes(key));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      (key === 'ar' && ar !== undefined) || (key === 'en' && en !== undefined) ? attack : attacked(value),
    ]),
  );
}

describe('markup in texts', () => {
  before(() => {
    window.executed = [];
  });

  after(() => {
    delete window.executed;
  });

  it('is tried in more than a hundred ways', () => {
    expect(new Set(attacks).size).to.be.at.least(100);
  });

  for (const lang of ['ar', 'en'])
    for (const [policy, how] of [
      [strictPolicy, 'with'],
      [undefined, 'without'],
    ] as const) {
      it(`of a definition is shown as text on every page, in ${lang}, ${how} a content policy`, async function () {
        this.timeout(30_000);
        const { frame, person, reports } = await framedForm(policy, { definition, association, lang });
        const own = frame.contentWindow as Window;
        own.executed = [];
        await person.seen('.about');
        expectTextOnly(person);
        for (const one of attacks)
          if (!/^\W*\[|^[-\d!*]/.test(one))
            expect(spaced(person.root.textContent), one).to.contain(spaced(one));

        await person.goOnTo('all');
        await person.isStopped();
        expectTextOnly(person);

        await person.press('[id="list"]');
        await person.fill('list.0.inner', attack);
        await person.fill('text', '<img src=x onerror="executed.push(11)">');
        await person.fill('number', '7');
        await person.take('choice', 'a');
        await person.take('statement');
        await person.attach(
          'file',
          exampleFile('<img src=x onerror="executed.push(12)">.jpg', 'image/jpeg', 500),
        );
        expectTextOnly(person);
        await person.fill('list.0.inner', '"><svg onload="executed.push(13)">');
        await person.goOnTo('second');
        await person.press('.progress summary');
        await person.goOnTo('review');
        expectTextOnly(person);
        expect(person.root.textContent).to.contain('<img src=x onerror="executed.push(11)">');
        expect(person.root.textContent).to.contain('executed.push(12)');

        await person.press('.help button');
        await person.seen('dialog[open]');
        expectTextOnly(person);
        person.find<HTMLDialogElement>('dialog').close();
        await person.goOn();
        await person.isOn('receipt');
        expectTextOnly(person);
        // Pictures that fail do so a moment later.
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(own.executed).to.deep.equal([]);
        expect(reports).to.deep.equal([]);
        frame.remove();
      });
    }

  it('of every type of field is shown as text', async function () {
    this.timeout(30_000);
    const answer = await fetch('/test/fixtures/every-type.json');
    const every = attacked(await answer.json()) as { steps: { id: string }[] };
    const { frame, person } = await framedForm(undefined, { definition: every, lang: 'ar' });
    const own = frame.contentWindow as Window;
    own.executed = [];
    for (const { id } of every.steps) {
      await person.goOnTo(id);
      expectTextOnly(person);
      expect(person.root.textContent).to.contain('<ScRiPt>');
    }
    await person.goOnTo('review');
    expectTextOnly(person);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(own.executed).to.deep.equal([]);
    frame.remove();
  });

  it('in the faults of a definition is shown as text', async () => {
    const { error } = console;
    console.error = () => undefined;
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    const form = newForm({
      definition: definitionOf([
        { id: 'a', title: 'A', fields: [{ id: 'b', type: attack, label: 'B', [attack]: 1 }] },
      ]),
    });
    frame.append(form);
    const list = await until(() => form.shadowRoot?.querySelector('.faults'), 'the faults');
    expect(list.textContent).to.contain('<img src=x');
    expect(list.querySelectorAll('img, script, svg, iframe')).to.have.length(0);
    console.error = error;
    expect(window.executed).to.deep.equal([]);
  });
});
