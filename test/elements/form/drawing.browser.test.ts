import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { live } from 'lit/directives/live.js';
import { drawn as drawnPlainly } from '../../../src/elements/form/drawing.js';
import { morph } from '../../../src/elements/form/morph.js';
import { stencils } from '../../../src/elements/form/stencil.js';

interface Question {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional: boolean;
  readonly value: string;
  readonly options: readonly string[];
  readonly chosen: number;
  readonly month: number;
}

const months = ['', 'محرم', 'صفر', 'ربيع الأول'];

/** What the views of fields are made of, all in one. */
function view(question: Question, onClick: () => void = () => {}): TemplateResult {
  const { id, label, hint, error, optional, value, options, chosen, month } = question;
  return html`<div class=${error === undefined ? 'field' : 'field invalid'} part="field">
    <label for=${id}>${optional ? html`${`${label} `}<span class="optional">(اختياري)</span>` : label}</label>
    ${hint === undefined ? nothing : html`<p id="${id}-hint">${hint}</p>`}
    ${error === undefined ? nothing : html`<p id="${id}-error"><b>خطأ:</b> ${error}</p>`}
    <input
      id=${id}
      name=${id}
      ?required=${!optional}
      aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
      .value=${value}
    />
    ${options.map(
      (option, index) => html`<label data-key=${option}
        ><input type="radio" id="${id}.${index}" name="${id}.r" value=${option} .checked=${index === chosen} />
        <span>${option}</span></label
      >`,
    )}
    <select id="${id}.month" .value=${months[month] ?? ''}>
      ${months.map((name) => html`<option value=${name}>${name === '' ? nothing : `${name} – `}${name}</option>`)}
    </select>
    <button type="button" id="${id}.button" @click=${onClick}>${error === undefined ? '' : label}</button>
  </div>`;
}

const words = fc.string({ unit: fc.constantFrom('a', 'ب', '"', '<b>', '&amp;', '\u200f', ' ', "'") });
const questions: fc.Arbitrary<Question> = fc.record({
  id: fc.constant('q'),
  label: words,
  hint: fc.option(words, { nil: undefined }),
  error: fc.option(words, { nil: undefined }),
  optional: fc.boolean(),
  value: words,
  options: fc.uniqueArray(words, { maxLength: 4 }),
  chosen: fc.integer({ min: -1, max: 3 }),
  month: fc.nat(3),
});

/** The question as Lit draws it. It sets the value of a list before the list has entries, so here that is done again. */
function byLit(question: Question): Element {
  const container = document.createElement('div');
  render(view(question), container);
  const list = container.querySelector('select') as HTMLSelectElement;
  list.value = months[question.month] ?? '';
  return container.firstElementChild as Element;
}

/** All there is to see of an element and to hear of it: its markup without the layout of the source, and its state. */
function look(element: Element): unknown {
  const controls = [...element.querySelectorAll('input, select')] as HTMLInputElement[];
  return [markup(element), controls.map(({ id, value, checked }) => [id, value, checked === true])];
}

function markup(node: Node): string {
  if (node instanceof Text) return /^\s*\n\s*$/.test(node.data) ? '' : JSON.stringify(node.data);
  if (!(node instanceof Element)) return '';
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort();
  const children = [...node.childNodes].map(markup).join('').replaceAll('""', '');
  return `<${[node.localName, ...attributes].join(' ')}>${children}</>`;
}

const plain: Question = {
  id: 'q',
  label: 'الاسم',
  optional: false,
  value: '',
  options: ['أ', 'ب'],
  chosen: -1,
  month: 0,
};

const drawers = { stencils, 'a drawer that keeps nothing': { copyOf: drawnPlainly, modelOf: drawnPlainly } };

for (const [by, { copyOf, modelOf }] of Object.entries(drawers)) {
  function drawn(question: Question, onClick?: () => void): Element {
    const copy = copyOf(view(question, onClick));
    if (copy === undefined) throw new Error('not drawn');
    return copy;
  }

  /** What an element on the page is made the same as. */
  function model(question: Question, onClick?: () => void): Element {
    const found = modelOf(view(question, onClick));
    if (found === undefined) throw new Error('not drawn');
    return found;
  }

  describe(`a question drawn by ${by}`, () => {
    it('is what Lit would draw', () => {
      fc.assert(
        fc.property(questions, (question) => {
          expect(look(drawn(question))).to.deep.equal(look(byLit(question)));
        }),
        { numRuns: 300 },
      );
    });

    it('has nothing of the copies before it', () => {
      fc.assert(
        fc.property(fc.array(questions, { minLength: 2, maxLength: 6 }), (all) => {
          const copies = all.map((question) => drawn(question));
          expect(copies.map(look)).to.deep.equal(all.map((question) => look(byLit(question))));
        }),
        { numRuns: 100 },
      );
    });

    it('does what its own template says', () => {
      const pressed: string[] = [];
      const copies = ['a', 'b'].map((id) =>
        drawn({ ...plain, id }, () => {
          pressed.push(id);
        }),
      );
      for (const copy of [...copies].reverse()) copy.querySelector('button')?.click();
      expect(pressed).to.deep.equal(['b', 'a']);
    });

    it('is not made of what a directive must draw', () => {
      expect(copyOf(html`<p>${live('a')}</p>`)).to.equal(undefined);
      expect(copyOf(html`<p>${[html`<b>${document.createElement('i')}</b>`]}</p>`)).to.equal(undefined);
    });

    it('carries a script nowhere', () => {
      const copy = drawn({
        ...plain,
        label: '<img src=x onerror=alert(1)>',
        hint: '"><script>alert(1)</script>',
      });
      expect(copy.querySelector('img, script')).to.equal(null);
    });
  });

  describe(`an element drawn anew by ${by}`, () => {
    it('becomes what would be drawn now, from whatever it was', () => {
      fc.assert(
        fc.property(questions, questions, (before, after) => {
          const element = drawn(before);
          morph(element, model(after));
          expect(look(element)).to.deep.equal(look(byLit(after)));
        }),
        { numRuns: 300 },
      );
    });

    it('is nobody else’s', () => {
      fc.assert(
        fc.property(fc.array(questions, { minLength: 4, maxLength: 8 }), (all) => {
          const half = all.length >> 1;
          const elements = all.slice(0, half).map((question) => drawn(question));
          const now = all.slice(-half);
          for (const [index, element] of elements.entries()) morph(element, model(now[index] as Question));
          expect(elements.map(look)).to.deep.equal(now.map((question) => look(byLit(question))));
        }),
        { numRuns: 100 },
      );
    });

    it('keeps its boxes, the focus and the caret', () => {
      fc.assert(
        fc.property(questions, questions, (before, after) => {
          const element = drawn({ ...before, value: 'سالم' });
          document.body.append(element);
          try {
            const box = element.querySelector('input') as HTMLInputElement;
            box.focus();
            box.setSelectionRange(1, 3);
            morph(element, model({ ...after, value: 'سالم' }));
            expect(document.activeElement).to.equal(box);
            expect([box.selectionStart, box.selectionEnd]).to.deep.equal([1, 3]);
          } finally {
            element.remove();
          }
        }),
        { numRuns: 100 },
      );
    });

    it('takes back what a control holds that it must not', () => {
      const element = drawn({ ...plain, chosen: 0 });
      const [box, first, second] = [...element.querySelectorAll('input')] as [
        HTMLInputElement,
        HTMLInputElement,
        HTMLInputElement,
      ];
      box.value = 'كتب';
      second.checked = true;
      morph(element, model({ ...plain, chosen: 0 }));
      expect([box.value, first.checked, second.checked]).to.deep.equal(['', true, false]);
    });

    it('does from then on what the newer template says, once', () => {
      const pressed: string[] = [];
      const element = drawn(plain, () => pressed.push('old'));
      morph(
        element,
        model(plain, () => pressed.push('new')),
      );
      element.querySelector('button')?.click();
      expect(pressed).to.deep.equal(['new']);
    });

    it('leaves unfolded what a person has unfolded', () => {
      const folded = (title: string) =>
        copyOf(html`<details><summary>${title}</summary>نص</details>`) as Element;
      const element = folded('أ') as HTMLDetailsElement;
      element.open = true;
      morph(element, folded('ب'));
      expect([element.open, element.textContent]).to.deep.equal([true, 'بنص']);
    });
  });
}
