import { expect } from '@open-wc/testing';
import { until } from '../../../stories/support/until.js';
import { drawnOf, Pointer, scene, touch, wave } from './signing-scene.js';

/** Counts the calls of a method while something is done. */
async function callsOf<Name extends string>(
  owner: Record<Name, (...given: never[]) => unknown>,
  name: Name,
  action: () => Promise<void>,
): Promise<number> {
  const usual = owner[name];
  let calls = 0;
  owner[name] = function (this: unknown, ...given: never[]) {
    calls += 1;
    return usual.apply(this, given);
  };
  try {
    await action();
  } finally {
    owner[name] = usual;
  }
  return calls;
}

/** How many numbers are written for the same stroke after some others: its path is made of them. */
async function numbersFor(others: number): Promise<number> {
  const { element, pad } = await scene();
  for (let stroke = 0; stroke <= others; stroke += 1) touch(pad, wave);
  await until(() => pad.querySelectorAll('.ink').length === others + 1, 'ink');
  const finger = new Pointer(pad).down([0.1, 0.4]);
  await element.updateComplete;
  return callsOf(Number.prototype as never, 'toFixed', async () => {
    for (const spot of wave) {
      finger.moves([spot]);
      await element.updateComplete;
    }
  });
}

describe('what a pad does', () => {
  it('for a point is the same however many strokes there are', async () => {
    const numbers = await numbersFor(0);
    expect(numbers).to.be.greaterThan(wave.length);
    expect(await numbersFor(30)).to.equal(numbers);
  });

  it('for a point is that point: no stroke is drawn anew, nothing is written for the form', async () => {
    const { element, pad } = await scene();
    for (let stroke = 0; stroke < 20; stroke += 1) touch(pad, wave);
    await until(() => pad.querySelectorAll('.ink').length === 20, 'ink');
    const before = [...pad.querySelectorAll('.ink')].map((path) => path.getAttribute('d'));
    const changed: string[] = [];
    const watching = new MutationObserver((records) => {
      for (const { target } of records)
        changed.push(String([...pad.querySelectorAll('path')].indexOf(target as SVGPathElement)));
    });
    const finger = new Pointer(pad).down([0.1, 0.4]);
    await element.updateComplete;
    watching.observe(pad, { attributes: true, attributeFilter: ['d'], subtree: true });
    const move = async () => {
      for (const spot of wave) {
        finger.moves([spot]);
        await element.updateComplete;
      }
    };
    const internals = ElementInternals.prototype as unknown as Record<'setFormValue', () => unknown>;
    let forms = 0;
    const texts = await callsOf(JSON as never, 'stringify', async () => {
      forms = await callsOf(internals, 'setFormValue', move);
    });
    await until(() => changed.length > 0, 'a change');
    watching.disconnect();
    expect([texts, forms]).to.deep.equal([0, 0]);
    // The base line is a path as well.
    expect(new Set(changed)).to.deep.equal(new Set(['21']));
    const after = [...pad.querySelectorAll('.ink')].map((path) => path.getAttribute('d'));
    expect(after.slice(0, 20)).to.deep.equal(before);
    const ending = await callsOf(internals, 'setFormValue', async () => {
      finger.tell('pointerup', [0.5, 0.5]);
      await element.updateComplete;
    });
    expect(ending).to.equal(1);
  });

  it('holds ten thousand points, and gives them back', async () => {
    const { element, pad } = await scene();
    touch(
      pad,
      Array.from({ length: 10_000 }, (_none, at) => [
        0.5 + 0.4 * Math.sin(at / 5),
        0.5 + 0.4 * Math.cos(at / 3.1),
      ]),
    );
    await element.updateComplete;
    expect(element.checkValidity()).to.equal(true);
    const points = drawnOf(element)?.strokes[0] ?? [];
    // Where the hand hardly moves, two points may fall together: WebKit knows no parts of pixels here.
    expect(points.length).to.be.at.least(9_990);
    const { element: other } = await scene();
    other.value = JSON.parse(JSON.stringify(element.value));
    expect(drawnOf(other)).to.deep.equal(drawnOf(element));
    expect(other.svg).to.equal(element.svg);
  });

  it('is the same in another place of the page, where it is as wide as that is', async () => {
    const { element, form, pad } = await scene();
    touch(pad, wave);
    const before = drawnOf(element);
    const narrow = document.createElement('div');
    narrow.lang = 'ar';
    narrow.style.inlineSize = '500px';
    form.append(narrow);
    narrow.append(element);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.root')?.getAttribute('lang'), 'its language').to.equal('ar');
    const isWhole = () => {
      const [, , width = 1, height = 0] = (pad.getAttribute('viewBox') ?? '').split(' ').map(Number);
      const box = pad.getBoundingClientRect();
      return Math.abs(height / width - box.height / box.width) < 0.001;
    };
    await until(isWhole, 'the size of the new place');
    narrow.style.inlineSize = '300px';
    await until(() => Math.abs(pad.getBoundingClientRect().width - 300) < 1, 'a narrow pad');
    await until(isWhole, 'the size that the place has got');
    expect(drawnOf(element)).to.deep.equal(before);
  });

  it('ends when the element is gone: nothing is watched any more', async () => {
    const watched = new Map<ResizeObserver, Set<Element>>();
    const { observe, unobserve, disconnect } = ResizeObserver.prototype;
    ResizeObserver.prototype.observe = function (target, options) {
      watched.set(this, (watched.get(this) ?? new Set()).add(target));
      observe.call(this, target, options);
    };
    ResizeObserver.prototype.unobserve = function (target) {
      watched.get(this)?.delete(target);
      unobserve.call(this, target);
    };
    ResizeObserver.prototype.disconnect = function () {
      watched.delete(this);
      disconnect.call(this);
    };
    try {
      const { element, form, pad } = await scene();
      const all = () => [...watched.values()].flatMap((targets) => [...targets]);
      expect(all()).to.deep.equal([pad]);
      form.remove();
      expect(all()).to.deep.equal([]);
      await element.updateComplete;
      expect(all()).to.deep.equal([]);
      element.required = true;
      await element.updateComplete;
      expect(all(), 'after a change without a page').to.deep.equal([]);
      document.body.append(form);
      await element.updateComplete;
      expect(all()).to.deep.equal([pad]);
      const [drawn, typed] = element.shadowRoot?.querySelectorAll<HTMLElement>('.switch input') ?? [];
      typed?.click();
      await element.updateComplete;
      drawn?.click();
      await element.updateComplete;
      expect(all(), 'a pad that was put away').to.deep.equal([element.shadowRoot?.querySelector('.pad')]);
      form.remove();
    } finally {
      Object.assign(ResizeObserver.prototype, { observe, unobserve, disconnect });
    }
  });
});
