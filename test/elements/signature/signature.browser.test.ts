import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { until } from '../../../stories/support/until.js';
import { press, write } from '../keyboard.js';
import { drawnOf, scene, touch, wave } from './signing-scene.js';

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
