import { expect, fixture, html } from '@open-wc/testing';
import { exampleFile } from '../../../stories/support/example-files.js';
import type { Person } from '../../../stories/support/person.js';
import { until } from '../../../stories/support/until.js';
import { definitionOf } from '../../../stories/support/written-definition.js';
import { newForm, openForm } from '../open-form.js';

declare global {
  interface Window {
    executed?: string[];
  }
}

/** Markup and addresses that would run something, were they taken for more than text. */
const attacks = [
  '<img src=x onerror="executed.push(1)">',
  '<svg onload="executed.push(2)"></svg>',
  '"><script>executed.push(3)</script>',
  '[press me](javascript:executed.push(4))',
  '[press me](JaVaScRiPt:executed.push(5))',
  '[press me](data:text/html,<script>parent.executed.push(6)</script>)',
  '**<img src=x onerror="executed.push(7)">**',
  '- <iframe srcdoc="<script>parent.executed.push(8)</script>"></iframe>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay what it is.
  "${executed.push(9)} {{constructor.constructor('executed.push(10)')()}}",
];
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

/** Nothing of the attacks has become an element, and every link leads to where a link may lead. */
function expectTextOnly(person: Person): void {
  const made = person.root.querySelectorAll('img, svg, script, iframe, object, embed, [onerror], [onload]');
  expect([...made].map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
  const links = [...person.root.querySelectorAll('a')].map((link) => link.protocol);
  expect(
    links.filter((protocol) => !['http:', 'https:', 'tel:', 'mailto:', ''].includes(protocol)),
  ).to.deep.equal([]);
}

describe('markup in texts', () => {
  before(() => {
    window.executed = [];
  });

  after(() => {
    delete window.executed;
  });

  for (const lang of ['ar', 'en']) {
    it(`of a definition is shown as text on every page, in ${lang}`, async () => {
      const person = await openForm(definition, { association, lang });
      await person.seen('.about');
      expectTextOnly(person);
      expect(person.root.textContent).to.contain('<img src=x onerror="executed.push(1)">');

      await person.goOnTo('all');
      await person.isStopped();
      expectTextOnly(person);

      await person.press('[id="list"]');
      await person.fill('list.0.inner', attack.repeat(3));
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
      expect(window.executed).to.deep.equal([]);
    });
  }

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
