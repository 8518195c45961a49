import { expect } from '@open-wc/testing';
import type { TaafiSignature } from '../../../src/elements/signature/signature.js';
import type { HandSignature } from '../../../src/fields/signature/signature.type.js';
import { drawn } from '../../../stories/support/signing.js';
import { Pointer, padOf, scene, touch, wave } from './signing-scene.js';

const typed: HandSignature = { method: 'typed', name: 'سالم المثالي' };
const markup = '<svg onload="globalThis.wasRun = true"><script>globalThis.wasRun = true</script></svg>';

const withDrawing = (drawing: unknown) => ({ method: 'drawn', drawing });
const stroke = drawn.method === 'drawn' ? drawn.drawing.strokes[0] : undefined;

/** What a page, a broken store or an attacker may give. */
function garbage(): Record<string, unknown> {
  const circle: Record<string, unknown> = { method: 'drawn' };
  circle.drawing = circle;
  const millions = Array.from({ length: 1_000_000 }, (_none, at) => [at % 10_000, 5, at]);
  return {
    'no number': Number.NaN,
    'a text': 'signed',
    markup,
    'a list': [stroke],
    'a method nobody knows': { method: 'paper' },
    'a name that is markup of numbers': { method: 'typed', name: 5 },
    'a name as long as a book': { method: 'typed', name: 'س'.repeat(100_000) },
    'markup for a drawing': withDrawing(markup),
    'no drawing': withDrawing(undefined),
    'markup for strokes': withDrawing({ height: 4000, strokes: markup }),
    'markup for a stroke': withDrawing({ height: 4000, strokes: [markup] }),
    'markup for a point': withDrawing({ height: 4000, strokes: [[markup]] }),
    'markup for a number': withDrawing({ height: 4000, strokes: [[[`"/>${markup}`, 5, 5]]] }),
    'markup for a height': withDrawing({ height: `4000"><g onload=1>`, strokes: [stroke] }),
    'points that are no numbers': withDrawing({ height: 4000, strokes: [[[Number.NaN, 1, 1]]] }),
    'points beyond everything': withDrawing({ height: 4000, strokes: [[[Number.POSITIVE_INFINITY, 1, 1]]] }),
    'points outside': withDrawing({ height: 4000, strokes: [[[5000, 4001, 1]]] }),
    'an empty stroke': withDrawing({ height: 4000, strokes: [stroke, []] }),
    'a million points': withDrawing({ height: 4000, strokes: [millions] }),
    'a million strokes': withDrawing({ height: 4000, strokes: millions.map((point) => [point]) }),
    'a circle': circle,
    'what throws': {
      get method(): string {
        throw new Error('looked at');
      },
    },
    'a huge whole number': 10n,
  };
}

/** What the console is told meanwhile. */
function warningsOf(action: () => void): unknown[][] {
  const { warn } = console;
  const told: unknown[][] = [];
  console.warn = (...words: unknown[]) => told.push(words);
  try {
    action();
  } finally {
    console.warn = warn;
  }
  return told;
}

const give = (element: TaafiSignature, value: unknown) => {
  element.value = value as HandSignature;
};

describe('a value that was kept', () => {
  it('comes back as it was', async () => {
    const { element, pad } = await scene();
    touch(pad, wave);
    touch(pad, wave.slice(3, 12));
    const kept = JSON.parse(JSON.stringify(element.value)) as HandSignature;
    const { element: other, form } = await scene();
    other.value = kept;
    expect(JSON.parse(String(new FormData(form).get('sig'))), 'the form has it at once').to.deep.equal(kept);
    await other.updateComplete;
    expect(other.value).to.deep.equal(kept);
    expect(other.svg).to.equal(element.svg);
    expect(other.shadowRoot?.querySelectorAll('.line, .ink')).to.have.length(2);
    other.value = typed;
    await other.updateComplete;
    expect(other.value).to.deep.equal(typed);
    expect(other.shadowRoot?.querySelector<HTMLInputElement>('#name')?.value).to.equal(typed.name);
  });

  it('is what a reset of the form comes back to', async () => {
    const { element, form, pad } = await scene({ required: true });
    touch(pad, wave);
    form.reset();
    expect(element.value).to.equal(undefined);
    expect(new FormData(form).has('sig')).to.equal(false);
    expect(form.checkValidity()).to.equal(false);
    for (const kept of [drawn, typed]) {
      element.value = kept;
      await element.updateComplete;
      element.clear();
      element.dispatchEvent(new Event('input'));
      form.reset();
      expect(element.value).to.deep.equal(kept);
      expect(new FormData(form).get('sig')).to.equal(JSON.stringify(kept));
      expect(form.checkValidity()).to.equal(true);
    }
    element.value = undefined;
    form.reset();
    await element.updateComplete;
    expect(padOf(element), 'the way to sign is the first one again').not.to.equal(null);
  });

  it('stays when the same is given once more in the middle of writing', async () => {
    const { element } = await scene();
    element.value = typed;
    await element.updateComplete;
    const box = element.shadowRoot?.querySelector<HTMLInputElement>('#name') as HTMLInputElement;
    box.value = `${typed.name} `;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    element.value = { ...typed };
    await element.updateComplete;
    expect(box.value).to.equal(`${typed.name} `);
  });

  it('counts as none where it is no signature: nothing throws, runs or is told to the console', async () => {
    const { element, form } = await scene({ required: true });
    for (const [what, value] of Object.entries(garbage())) {
      element.value = drawn;
      const told = warningsOf(() => give(element, value));
      expect(told, what).to.deep.equal([['<taafi-signature>: the value is no signature']]);
      expect(element.value, what).to.equal(undefined);
      expect(element.validity.valueMissing, what).to.equal(true);
      form.reset();
      await element.updateComplete;
      expect(element.value, what).to.equal(undefined);
      expect(element.shadowRoot?.querySelector('script, [onload], .line, .ink'), what).to.equal(null);
    }
    for (const none of [undefined, null]) expect(warningsOf(() => give(element, none))).to.deep.equal([]);
    expect('wasRun' in globalThis).to.equal(false);
  });

  it('that is markup in a name stays the letters it is made of', async () => {
    const { element } = await scene();
    give(element, { method: 'typed', name: markup });
    await element.updateComplete;
    expect(element.value).to.deep.equal({ method: 'typed', name: markup });
    expect(element.shadowRoot?.querySelector('script')).to.equal(null);
    expect('wasRun' in globalThis).to.equal(false);
  });

  it('may come from a browser that restores the page, whatever it kept', async () => {
    const { element } = await scene();
    element.formStateRestoreCallback(JSON.stringify(drawn));
    expect(element.value).to.deep.equal(drawn);
    element.formStateRestoreCallback(JSON.stringify(typed));
    expect(element.value).to.deep.equal(typed);
    for (const state of ['', '{', 'NaN', '"x"', '[[[]]]', '{"method":"drawn"}', markup, new FormData()]) {
      warningsOf(() => element.formStateRestoreCallback(state));
      expect(element.value).to.equal(undefined);
    }
    element.formStateRestoreCallback(null);
    expect(element.value).to.equal(undefined);
  });
});

describe('a form that is read', () => {
  it('in the middle of a stroke has the strokes before it', async () => {
    const { element, form, pad } = await scene();
    touch(pad, wave);
    const one = JSON.stringify(element.value);
    const finger = new Pointer(pad).down([0.2, 0.3]).moves(wave);
    await element.updateComplete;
    expect(new FormData(form).get('sig')).to.equal(one);
    expect(element.checkValidity()).to.equal(true);
    finger.tell('pointerup', [0.5, 0.5]);
    expect(new FormData(form).get('sig')).to.equal(JSON.stringify(element.value));
    expect(new FormData(form).get('sig')).not.to.equal(one);
  });

  it('has it under the name that the element has now', async () => {
    const { element, form, pad } = await scene();
    touch(pad, wave);
    element.name = 'other';
    await element.updateComplete;
    expect([...new FormData(form).keys()]).to.deep.equal(['other', 'other.svg']);
  });
});
