import { expect } from '@open-wc/testing';
import { until } from '../../../stories/support/until.js';
import type { Spot } from './signing-scene.js';
import { drawnOf, Pointer, padOf, scene, touch, wave } from './signing-scene.js';

const middle: Spot = [0.5, 0.5];

describe('a pointer over the pad', () => {
  it('is one at a time: a second finger draws nothing', async () => {
    const { element, pad } = await scene();
    const first = new Pointer(pad).down([0.05, 0.5]);
    touch(pad, wave, { pointerId: 2 });
    first.moves(wave);
    touch(pad, wave, { pointerId: 2 });
    first.tell('pointerup', middle);
    expect(drawnOf(element)?.strokes).to.have.length(1);
    expect(drawnOf(element)?.strokes[0]).to.have.length(wave.length + 1);
  });

  it('is not the hand that holds the pen, whichever comes down first', async () => {
    const { element, pad } = await scene();
    const palm = new Pointer(pad, { pointerId: 2 }).down([0.9, 0.9]).moves([[0.91, 0.9]]);
    touch(pad, wave, { pointerType: 'pen' });
    palm.moves([middle]).tell('pointerup', middle);
    touch(pad, wave, { pointerId: 3 });
    expect(drawnOf(element)?.strokes).to.have.length(1);
    expect(drawnOf(element)?.strokes[0]).to.have.length(wave.length);
  });

  it('that is cancelled has drawn nothing, and nobody is told', async () => {
    const { element, form, pad } = await scene();
    touch(pad, wave);
    const before = drawnOf(element);
    const told: string[] = [];
    for (const type of ['input', 'change']) form.addEventListener(type, () => told.push(type));
    touch(pad, wave, { end: 'pointercancel' });
    expect(drawnOf(element)).to.deep.equal(before);
    await element.updateComplete;
    expect(pad.querySelectorAll('.line, .ink')).to.have.length(1);
    expect(told).to.deep.equal([]);
    touch(pad, wave.slice(0, 9));
    expect(drawnOf(element)?.strokes).to.have.length(2);
  });

  it('that is lost without a word has ended its stroke, and the next one draws', async () => {
    const { element, form, pad } = await scene();
    touch(pad, wave, { end: 'lostpointercapture' });
    expect(drawnOf(element)?.strokes).to.have.length(1);
    expect(new FormData(form).get('sig')).to.equal(JSON.stringify(element.value));
    touch(pad, wave, { pointerId: 7 });
    expect(drawnOf(element)?.strokes).to.have.length(2);
  });

  it('draws nothing more once the element is disabled, and what it drew of the stroke is gone', async () => {
    const { element, form, pad } = await scene();
    touch(pad, wave);
    const sent = new FormData(form).get('sig');
    const finger = new Pointer(pad).down([0.1, 0.2]).moves(wave);
    element.disabled = true;
    await element.updateComplete;
    finger.moves(wave).tell('pointerup', middle);
    expect(JSON.stringify(element.value)).to.equal(sent);
    element.disabled = false;
    await element.updateComplete;
    expect(new FormData(form).get('sig')).to.equal(sent);
    touch(pad, wave);
    expect(drawnOf(element)?.strokes).to.have.length(2);
  });

  it('draws nothing while the element is disabled, by itself or by a fieldset', async () => {
    const { element, pad, form } = await scene();
    element.disabled = true;
    await element.updateComplete;
    touch(pad, wave);
    expect(element.value).to.equal(undefined);
    element.disabled = false;
    const around = document.createElement('fieldset');
    around.disabled = true;
    form.append(around);
    around.append(element);
    await element.updateComplete;
    touch(pad, wave);
    expect(element.value).to.equal(undefined);
  });

  it('that still draws when its stroke is taken back touches no other stroke', async () => {
    const { element, pad } = await scene();
    touch(pad, wave);
    const before = drawnOf(element);
    for (const end of ['pointerup', 'pointercancel']) {
      const finger = new Pointer(pad).down([0.2, 0.2]).moves(wave.slice(0, 4));
      element.undo();
      finger.moves(wave.slice(4)).tell(end, middle);
      expect(drawnOf(element), end).to.deep.equal(before);
    }
  });

  it('has ended its stroke when the name is to be typed instead, or the element is moved', async () => {
    const { element, form, pad } = await scene();
    const finger = new Pointer(pad).down([0.05, 0.5]).moves(wave);
    form.prepend(element);
    await element.updateComplete;
    finger.moves(wave);
    expect(drawnOf(element)?.strokes[0]).to.have.length(wave.length + 1);
    expect(new FormData(form).get('sig')).to.equal(JSON.stringify(element.value));
    finger.down([0.1, 0.1]).moves(wave);
    const [drawn, typed] = element.shadowRoot?.querySelectorAll<HTMLElement>('.switch input') ?? [];
    typed?.click();
    await element.updateComplete;
    drawn?.click();
    await element.updateComplete;
    expect(drawnOf(element)?.strokes).to.have.length(2);
    touch(padOf(element), wave);
    expect(drawnOf(element)?.strokes).to.have.length(3);
  });

  it('that leaves the pad draws along its edge', async () => {
    const { element, pad } = await scene();
    touch(pad, [middle, [1.4, 0.5], [1.4, -0.6], [-0.2, -0.6], [-0.2, 1.7], [0.5, 1.7]]);
    const { strokes, height } = drawnOf(element) ?? { strokes: [], height: 0 };
    const half = strokes[0]?.[0]?.[1] ?? 0;
    expect(half).to.be.closeTo(height / 2, 1);
    expect(strokes[0]?.map(([x, y]) => [x, y])).to.deep.equal([
      [5000, half],
      [10_000, half],
      [10_000, 0],
      [0, 0],
      [0, height],
      [5000, height],
    ]);
  });

  it('never draws more than a receiver takes', async () => {
    const { element, pad } = await scene();
    for (let stroke = 0; stroke < 502; stroke += 1) touch(pad, [[0.1 + (stroke % 80) / 100, 0.5]]);
    expect(drawnOf(element)?.strokes).to.have.length(500);
  });
});

describe('a phone that is turned', () => {
  async function wide(width: number) {
    const { element, pad, form } = await scene();
    const turn = async (size: number, indent = 0) => {
      element.style.inlineSize = `${size}px`;
      element.style.marginInlineStart = `${indent}px`;
      await until(() => Math.abs(pad.getBoundingClientRect().width - size) < 1, `a pad of ${size} px`);
      await until(() => Math.abs(shapeOf(pad) - viewOf(pad)) < 0.001, 'the pad shows all of it');
    };
    await turn(width);
    return { element, pad, form, turn };
  }

  const shapeOf = (pad: Element) => {
    const { width, height } = pad.getBoundingClientRect();
    return height / width;
  };
  const viewOf = (pad: Element) => {
    const [, , width = 1, height = 0] = (pad.getAttribute('viewBox') ?? '').split(' ').map(Number);
    return height / width;
  };

  /** The longest way between two points that follow one another in the last stroke. */
  const longestStep = (points: readonly (readonly number[])[]) =>
    Math.max(
      ...points
        .slice(1)
        .map(([x = 0, y = 0], at) => Math.hypot(x - (points[at]?.[0] ?? 0), y - (points[at]?.[1] ?? 0))),
    );

  for (const [from, to] of [
    [600, 280],
    [280, 600],
  ] as const) {
    it(`in the middle of a stroke goes on with it where it was: ${from} to ${to} px`, async () => {
      const { element, pad, turn } = await wide(from);
      const finger = new Pointer(pad);
      const { left, top } = pad.getBoundingClientRect();
      const start = [left + 60, top + 60] as const;
      finger.tellAt('pointerdown', ...start);
      for (let at = 1; at <= 20; at += 1) finger.tellAt('pointermove', start[0] + at * 5, start[1] + at * 2);
      const before = drawnOf(element)?.strokes[0] ?? [];
      await turn(to, 40);
      // The pad is elsewhere under a finger that has hardly moved.
      for (let at = 20; at <= 40; at += 1)
        finger.tellAt('pointermove', start[0] + at * 5, start[1] + 80 - at * 2);
      finger.tellAt('pointerup', start[0] + 200, start[1]);
      const { strokes, height } = drawnOf(element) ?? { strokes: [], height: 0 };
      expect(strokes).to.have.length(1);
      const [points = []] = strokes;
      expect(points.length).to.be.at.least(before.length + 19);
      // 5 and 2 pixels at a time, on the narrower pad.
      expect(longestStep(points)).to.be.below((Math.hypot(5, 2) / 280) * 10_000 * 1.6);
      for (const [x, y] of points) {
        expect(x).to.be.within(0, 10_000);
        expect(y).to.be.within(0, height);
      }
      expect(element.checkValidity()).to.equal(true);
      await element.updateComplete;
      assertInside(pad);
    });
  }

  it('changes nothing of what was drawn, bends nothing, and takes more', async () => {
    const { element, pad, turn } = await wide(600);
    touch(pad, wave);
    const before = drawnOf(element);
    await turn(280);
    expect(drawnOf(element)).to.deep.equal(before);
    const path = assertInside(pad);
    const box = path.getBoundingClientRect();
    const bent = path.getBBox().width / path.getBBox().height / (box.width / box.height);
    expect(bent).to.be.closeTo(1, 0.15);
    touch(pad, wave.slice(0, 6));
    expect(drawnOf(element)?.strokes).to.have.length(2);
    await turn(600);
    assertInside(pad);
  });

  it('turned again and again loses no point', async () => {
    const { element, pad, turn } = await wide(600);
    const finger = new Pointer(pad).down([0.2, 0.5]);
    for (const width of [280, 600, 320, 500]) {
      await turn(width);
      finger.moves(wave.slice(0, 8));
    }
    finger.tell('pointerup', middle);
    // The first move after a turn only tells where the finger is.
    expect(drawnOf(element)?.strokes[0]?.length).to.be.at.least(1 + 4 * 7);
    assertInside(pad);
  });

  function assertInside(pad: Element): SVGGraphicsElement {
    const around = pad.getBoundingClientRect();
    const paths = [...pad.querySelectorAll<SVGGraphicsElement>('.line, .ink')];
    for (const path of paths) {
      const { left, right, top, bottom } = path.getBoundingClientRect();
      // The ink is as wide as a pen around its line.
      expect(left).to.be.at.least(around.left - 5);
      expect(right).to.be.at.most(around.right + 5);
      expect(top).to.be.at.least(around.top - 5);
      expect(bottom).to.be.at.most(around.bottom + 5);
    }
    return paths[0] as SVGGraphicsElement;
  }
});
