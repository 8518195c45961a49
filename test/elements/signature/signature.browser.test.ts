import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../src/elements/signature/define.js';
import type { TaafiSignature } from '../../../src/elements/signature/signature.js';
import type { SignatureAnswer } from '../../../src/fields/signature/signature.type.js';
import { until } from '../../../stories/support/until.js';
import { press, write } from '../keyboard.js';

interface Scene {
  readonly form: HTMLFormElement;
  readonly element: TaafiSignature;
  readonly pad: Element;
}

async function scene(
  attributes: { required?: boolean; signer?: string; width?: string } = {},
): Promise<Scene> {
  const form = await fixture<HTMLFormElement>(html`<form lang="en">
    <label for="sig">Signature</label>
    <taafi-signature id="sig" name="sig" ?required=${attributes.required ?? false} signer=${attributes.signer ?? ''}></taafi-signature>
  </form>`);
  const element = form.querySelector('taafi-signature') as TaafiSignature;
  await element.updateComplete;
  return { form, element, pad: element.shadowRoot?.querySelector('.pad') as Element };
}

type Way = readonly (readonly [across: number, down: number])[];

/** A wave across the pad, in parts of its width and height. */
const wave: Way = Array.from({ length: 24 }, (_none, at) => [0.1 + at * 0.033, 0.5 + 0.3 * Math.sin(at / 2)]);

/** Moves a pointer over the pad as a finger does. */
function touch(
  pad: Element,
  way: Way,
  { pointerId = 1, pointerType = 'touch', end = 'pointerup' } = {},
): void {
  const box = pad.getBoundingClientRect();
  const tell = (type: string, [across, down]: readonly [number, number]) =>
    pad.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        composed: true,
        cancelable: true,
        pointerId,
        pointerType,
        clientX: box.left + across * box.width,
        clientY: box.top + down * box.height,
      }),
    );
  // Only a pointer the browser knows can be captured: one made here cannot.
  (pad as unknown as { setPointerCapture: () => void }).setPointerCapture = () => undefined;
  const [first = [0, 0], ...rest] = way;
  tell('pointerdown', first);
  for (const place of rest) tell('pointermove', place);
  tell(end, way.at(-1) ?? first);
}

const drawnOf = (element: TaafiSignature) =>
  element.value?.method === 'drawn' ? element.value.drawing : undefined;

describe('a signature in somebody’s own form', () => {
  it('is drawn with a mouse and arrives with the form', async () => {
    const { form, element, pad } = await scene();
    const { left, top, width, height } = pad.getBoundingClientRect();
    const at = ([across, down]: readonly [number, number]): [number, number] => [
      Math.round(left + across * width),
      Math.round(top + down * height),
    ];
    await sendMouse({ type: 'move', position: at(wave[0] ?? [0, 0]) });
    await sendMouse({ type: 'down' });
    for (const place of wave) await sendMouse({ type: 'move', position: at(place) });
    await sendMouse({ type: 'up' });
    const drawing = drawnOf(element);
    expect(drawing?.strokes).to.have.length(1);
    expect(drawing?.strokes[0]?.length).to.be.greaterThan(8);
    const data = new FormData(form);
    expect(JSON.parse(String(data.get('sig')))).to.deep.equal(element.value);
    expect(String(data.get('sig.svg'))).to.match(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 10000 \d+"><path d="M/,
    );
    expect(element.checkValidity()).to.equal(true);
  });

  it('is typed by keyboard alone', async () => {
    const { form, element } = await scene({ required: true, signer: 'سالم آل سعد' });
    element.focus();
    await press('ArrowRight');
    await until(() => element.shadowRoot?.querySelector('#name'), 'the box');
    await press('Tab');
    await write('سالم ال سعد');
    expect(element.value).to.deep.equal({ method: 'typed', name: 'سالم ال سعد' });
    expect(element.checkValidity()).to.equal(true);
    expect(JSON.parse(String(new FormData(form).get('sig')))).to.deep.equal(element.value);
    await write('x');
    expect(element.validity.patternMismatch).to.equal(true);
    expect(element.validationMessage).to.contain('سالم آل سعد');
  });

  it('is missing where it must be there, and a dot is none', async () => {
    const { form, element, pad } = await scene({ required: true });
    expect(form.checkValidity()).to.equal(false);
    expect(element.validity.valueMissing).to.equal(true);
    touch(pad, [[0.5, 0.5]]);
    await element.updateComplete;
    expect(element.validity.tooShort).to.equal(true);
    expect(element.validationMessage).to.contain('longer line');
    touch(pad, wave);
    await element.updateComplete;
    expect(element.checkValidity()).to.equal(true);
  });

  it('is undone stroke by stroke, cleared, and reset with its form', async () => {
    const { form, element, pad } = await scene();
    const told: string[] = [];
    for (const type of ['input', 'change']) form.addEventListener(type, () => told.push(type));
    touch(pad, wave);
    touch(pad, wave.slice(0, 5));
    expect(drawnOf(element)?.strokes).to.have.length(2);
    expect(told).to.deep.equal(['input', 'change', 'input', 'change']);
    element.undo();
    expect(drawnOf(element)?.strokes).to.have.length(1);
    element.clear();
    expect(element.value).to.equal(undefined);
    expect(new FormData(form).has('sig')).to.equal(false);
    touch(pad, wave);
    form.reset();
    await element.updateComplete;
    expect(element.value).to.equal(undefined);
  });

  it('is not for a second finger, nor for the hand that holds the pen', async () => {
    const { element, pad } = await scene();
    pad.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1, pointerType: 'touch', bubbles: true }));
    touch(pad, wave, { pointerId: 2 });
    expect(drawnOf(element)?.strokes ?? []).to.have.length(1);
    expect(drawnOf(element)?.strokes[0]).to.have.length(1);
    pad.dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1, bubbles: true }));
    expect(element.value, 'a cancelled stroke is as if it had not been begun').to.equal(undefined);
    touch(pad, wave, { pointerType: 'pen' });
    touch(pad, wave, { pointerId: 3, pointerType: 'touch' });
    expect(drawnOf(element)?.strokes).to.have.length(1);
  });

  it('keeps its shape when the phone is turned in the middle of a stroke', async () => {
    const { element, pad } = await scene();
    element.style.inlineSize = '600px';
    await until(() => Math.abs(pad.getBoundingClientRect().width - 600) < 4, 'a wide pad');
    await element.updateComplete;
    touch(pad, wave);
    const before = drawnOf(element);
    element.style.inlineSize = '280px';
    await until(() => pad.getBoundingClientRect().width < 300, 'a narrow pad');
    await element.updateComplete;
    expect(drawnOf(element)).to.deep.equal(before);
    const path = pad.querySelector<SVGGraphicsElement>('.line, .ink') as SVGGraphicsElement;
    const box = path.getBoundingClientRect();
    const around = pad.getBoundingClientRect();
    expect(box.left).to.be.at.least(around.left);
    expect(box.right).to.be.at.most(around.right);
    const bent = path.getBBox().width / path.getBBox().height / (box.width / box.height);
    expect(bent).to.be.closeTo(1, 0.15);
    touch(pad, wave.slice(0, 6));
    expect(drawnOf(element)?.strokes).to.have.length(2);
  });

  it('comes back as it was kept', async () => {
    const { element, pad } = await scene();
    touch(pad, wave);
    touch(pad, wave.slice(3, 12));
    const kept = JSON.parse(JSON.stringify(element.value)) as SignatureAnswer;
    const { element: other } = await scene();
    other.value = kept;
    await other.updateComplete;
    expect(other.value).to.deep.equal(kept);
    expect(other.svg).to.equal(element.svg);
    expect(other.shadowRoot?.querySelectorAll('.line, .ink')).to.have.length(2);
  });

  it('takes nothing while it is disabled, by itself or by a fieldset', async () => {
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

  it('speaks Arabic, says what it holds, and does not let the page scroll under the finger', async () => {
    const { element, pad } = await scene();
    element.lang = 'ar';
    await element.updateComplete;
    expect(pad.getAttribute('aria-label')).to.contain('وهو فارغ');
    touch(pad, wave);
    touch(pad, wave);
    await element.updateComplete;
    expect(pad.getAttribute('aria-label')).to.equal('توقيع مرسوم: خطان');
    expect(getComputedStyle(pad).touchAction).to.equal('none');
  });

  it('holds ten thousand points', async () => {
    const { element, pad } = await scene();
    touch(
      pad,
      Array.from({ length: 10_000 }, (_none, at) => [
        0.5 + 0.4 * Math.sin(at / 50),
        0.5 + 0.4 * Math.cos(at / 31),
      ]),
    );
    await element.updateComplete;
    expect(drawnOf(element)?.strokes[0]?.length).to.be.greaterThan(5000);
    expect(element.checkValidity()).to.equal(true);
  });

  it('takes a value that was given before it was defined, and tells of what follows', async () => {
    // In a document without a window no element is defined.
    const early = document.implementation.createHTMLDocument().createElement('taafi-signature');
    early.value = { method: 'typed', name: 'Salem' };
    (await fixture<HTMLElement>(html`<div></div>`)).append(document.adoptNode(early));
    expect(early.value).to.deep.equal({ method: 'typed', name: 'Salem' });
    await early.updateComplete;
    early.clear();
    expect(early.value).to.equal(undefined);
  });
});
