import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import {
  exampleAnswers,
  exampleApplication,
  exampleAssociation,
} from '../../../stories/support/example-application.js';
import type { Person } from '../../../stories/support/person.js';
import { openForm } from '../open-form.js';

/** What real pages do to everything in them. Only what the host element itself is given may be seen. */
const hostile = `
  * {
    letter-spacing: .3em; word-spacing: 1em; text-transform: uppercase; text-indent: 2em; text-align: center;
    text-shadow: 2px 2px red; font-style: italic; font-variant: small-caps; font-weight: 900; line-height: 3;
    white-space: nowrap; word-break: break-all; hyphens: auto; list-style: square; visibility: visible;
    text-decoration: underline; cursor: wait; color: red; text-align-last: right; tab-size: 1;
    -webkit-text-fill-color: lime; -webkit-text-stroke: 1px red; font-feature-settings: "smcp"; -webkit-user-select: none; user-select: none;
  }
  input, select, textarea, button { width: 37px !important; height: 9px !important; border: 0 !important; opacity: .1 !important; }
  label, legend, fieldset, form, dialog, progress, details, summary, p, h1, h2, h3, ul, ol, li, dl, dt, dd {
    display: none !important; margin: 99px !important; float: left !important;
  }
  .root, .field, .option, .error, .primary, .summary, .hidden, .visually-hidden { display: none !important; }
  #title, #errors { color: red !important; }
`;

/** Properties by which a hostile page would be noticed, all that is inherited among them. */
const watched = [
  'letter-spacing',
  'word-spacing',
  'text-transform',
  'text-indent',
  'text-align',
  'text-align-last',
  'text-shadow',
  'font-style',
  'font-variant-caps',
  'font-weight',
  'font-feature-settings',
  'line-height',
  'white-space',
  'word-break',
  'hyphens',
  'list-style-type',
  'text-decoration-line',
  'cursor',
  'color',
  'tab-size',
  'user-select',
  '-webkit-text-fill-color',
  '-webkit-text-stroke-width',
  'display',
  'width',
  'height',
  'margin',
  'border-width',
  'opacity',
  'float',
];

const looks = (elements: Iterable<Element>) =>
  [...elements].map((element) => {
    const style = getComputedStyle(element);
    const names = [element.localName, element.id, element.className].filter((name) => name !== '').join('.');
    return [
      names,
      Object.fromEntries(watched.map((property) => [property, style.getPropertyValue(property)])),
    ] as const;
  });

function differences(before: ReturnType<typeof looks>, after: ReturnType<typeof looks>): string[] {
  return before.flatMap(([name, look], index) =>
    watched
      .filter((property) => look[property] !== after[index]?.[1][property])
      .map((property) => `${name} ${property}: ${look[property]} became ${after[index]?.[1][property]}`),
  );
}

const insideOf = (person: Person) => person.root.querySelectorAll('.root, .root *');

describe('styles', () => {
  const sheet = document.createElement('style');
  sheet.textContent = hostile;

  // A colour half-way to another would be compared.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  afterEach(() => sheet.remove());

  for (const page of ['start', 'about', 'review']) {
    it(`of the page do not touch the form on its page ${page}`, async () => {
      const person = await openForm(exampleApplication, {
        prefill: exampleAnswers,
        association: exampleAssociation,
      });
      person.form.parentElement?.style.setProperty('width', '500px');
      await person.seen('.about');
      if (page !== 'start') person.form.goTo(page);
      await person.isOn(page);
      if (page !== 'start') await person.isStopped().catch(() => undefined);
      const before = looks(insideOf(person));
      document.head.append(sheet);
      expect(differences(before, looks(insideOf(person))).slice(0, 20)).to.deep.equal([]);
    });
  }

  it('of the form do not touch the page', async () => {
    const frame = document.createElement('div');
    frame.innerHTML =
      '<h2 class="hint">Title</h2><p class="error">Text</p><label class="option">Label <input type="radio"></label>' +
      '<select class="control"><option>One</option></select><button class="primary">Go</button><fieldset class="field"><legend>Legend</legend></fieldset>';
    document.body.append(frame);
    const before = looks(frame.querySelectorAll('*'));
    const rootBefore = looks([document.documentElement, document.body]).map(([, look]) => look.color);
    const person = await openForm(exampleApplication);
    await person.goOnTo('about');
    expect(differences(before, looks(frame.querySelectorAll('*')))).to.deep.equal([]);
    expect(looks([document.documentElement, document.body]).map(([, look]) => look.color)).to.deep.equal(
      rootBefore,
    );
    expect(document.adoptedStyleSheets).to.have.length(0);
    frame.remove();
  });

  it('of a theme reach in by custom properties and parts', async () => {
    const person = await openForm(exampleApplication);
    await person.goOnTo('about');
    person.form.style.setProperty('--taafi-accent', 'rgb(1, 2, 3)');
    person.form.style.setProperty('--taafi-font', 'monospace');
    expect(getComputedStyle(person.find('[part~="primary"]')).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(person.control('fullName')).fontFamily).to.equal('monospace');
    sheet.textContent = 'taafi-form::part(title) { color: rgb(4, 5, 6); }';
    document.head.append(sheet);
    expect(getComputedStyle(person.find('#title')).color).to.equal('rgb(4, 5, 6)');
    sheet.textContent = hostile;
  });

  it('follow the colours of the page’s scheme', async () => {
    const person = await openForm(exampleApplication);
    person.form.style.colorScheme = 'light';
    const light = getComputedStyle(person.find('.root')).backgroundColor;
    person.form.style.colorScheme = 'dark';
    const dark = getComputedStyle(person.find('.root')).backgroundColor;
    expect(light).not.to.equal(dark);
  });
});
