import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TaafiForm } from '../../../src/index.js';
import { exampleApplication } from '../../../stories/support/example-application.js';
import { until } from '../../../stories/support/until.js';
import { withPrefill } from '../../../stories/support/written-definition.js';
import { LAST_LOOK } from '../last-look.js';

/** What was to be seen at the moment when the way out was taken. */
interface Sight {
  readonly answers: unknown;
  readonly isHidden: boolean;
  readonly height: number;
}

interface Inside extends Window {
  sights: Sight[];
}

/**
 * A page of its own in a frame, with a form in it: leaving takes that page away and not the one the test runs in. The
 * address it leaves for is in a domain that never exists (RFC 2606).
 */
async function pageWith(
  definition: object,
): Promise<{ frame: HTMLIFrameElement; inside: Inside; form: TaafiForm }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><body>
    <taafi-form history="off" lang="en"></taafi-form>
    <script type="module" src="${new URL('../../../src/define.js', import.meta.url).href}"></script>`;
  document.body.append(frame);
  const form = await until(() => {
    const found = frame.contentDocument?.querySelector('taafi-form');
    return found?.matches(':defined') ? found : undefined;
  }, 'the element in the frame');
  form.definition = definition;
  await until(() => form.page !== '', 'the form in the frame');
  await form.updateComplete;
  const inside = frame.contentWindow as unknown as Inside;
  inside.sights = [];
  // The page is torn down next: this is the last look at it.
  inside.addEventListener(LAST_LOOK, () => {
    const { body } = inside.document;
    document.defaultView?.dispatchEvent(
      new CustomEvent('sight', {
        detail: { answers: form.answers, isHidden: body.hidden, height: body.getBoundingClientRect().height },
      }),
    );
  });
  return { frame, inside, form };
}

const press = { bubbles: true, composed: true };

/** Waits until the page in the frame has gone. */
async function sightOfLeaving(leave: () => Promise<void> | void): Promise<Sight> {
  let sight: Sight | undefined;
  addEventListener(
    'sight',
    (event) => {
      sight = (event as CustomEvent<Sight>).detail;
    },
    { once: true },
  );
  await leave();
  return until(() => sight, 'the end of the page');
}

const leaving = { ...exampleApplication, start: undefined, exit: { url: 'https://weather.invalid/' } };
const definition = JSON.parse(JSON.stringify(withPrefill(leaving)));

async function fills(form: TaafiForm): Promise<HTMLInputElement> {
  const control = await until(
    () => form.shadowRoot?.querySelector<HTMLInputElement>('[name="fullName"]'),
    'the box',
  );
  control.focus();
  await sendKeys({ type: 'Salem' });
  await until(() => form.answers.fullName === 'Salem', 'what was typed');
  return control;
}

describe('the way out', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('by the button: nothing is to be seen and nothing is left of what was typed', async () => {
    const { form } = await pageWith(definition);
    await fills(form);
    const sight = await sightOfLeaving(() => form.shadowRoot?.querySelector<HTMLElement>('.exit')?.click());
    expect(sight).to.deep.equal({ answers: {}, isHidden: true, height: 0 });
  });

  it('by Shift three times', async () => {
    const { form } = await pageWith(definition);
    await fills(form);
    const said = () => form.shadowRoot?.querySelector('#announcements')?.textContent;
    await sendKeys({ press: 'Shift' });
    expect(said()).to.equal('Press Shift 2 more times to exit');
    await sendKeys({ press: 'Shift' });
    expect(said()).to.equal('Press Shift once more to exit');
    const sight = await sightOfLeaving(() => sendKeys({ press: 'Shift' }));
    expect(sight).to.deep.equal({ answers: {}, isHidden: true, height: 0 });
  });

  it('is not taken by Shift in the course of typing', async () => {
    const { form, frame } = await pageWith(definition);
    const control = await fills(form);
    for (const letter of ['A', 'B', 'C', 'D']) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: letter });
      await sendKeys({ up: 'Shift' });
    }
    expect(control.value).to.equal('SalemABCD');
    expect(frame.contentDocument?.body.hidden).to.equal(false);
    expect(form.answers.fullName).to.equal('SalemABCD');
  });

  it('is not taken by Shift that is held for something else', async () => {
    const { form, frame, inside } = await pageWith(definition);
    const control = await fills(form);
    for (let times = 0; times < 3; times += 1) {
      // Another keyboard on Windows, in both orders; a selection by the mouse.
      await sendKeys({ down: 'Alt' });
      await sendKeys({ press: 'Shift' });
      await sendKeys({ up: 'Alt' });
    }
    for (let times = 0; times < 3; times += 1) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Alt' });
      await sendKeys({ up: 'Shift' });
    }
    for (let times = 0; times < 3; times += 1) {
      await sendKeys({ down: 'Shift' });
      control.dispatchEvent(new (inside as unknown as typeof globalThis).PointerEvent('pointerdown', press));
      await sendKeys({ up: 'Shift' });
    }
    expect(form.answers.fullName).to.equal('Salem');
    expect(frame.contentDocument?.body.hidden).to.equal(false);
  });

  it('leaves nothing in the other forms of the page, and nothing that asks whether to stay', async () => {
    const { form, frame } = await pageWith(definition);
    const page = frame.contentDocument as Document;
    const other = page.createElement('taafi-form') as TaafiForm;
    other.history = 'off';
    const { exit: _, ...staying } = definition;
    other.definition = staying;
    page.body.append(other);
    await until(() => other.page !== '', 'the other form');
    await fills(other);
    let answers: unknown;
    let isAsked = false;
    frame.contentWindow?.addEventListener('beforeunload', (event) => {
      isAsked = event.defaultPrevented;
    });
    frame.contentWindow?.addEventListener(LAST_LOOK, () => {
      answers = other.answers;
    });
    await sightOfLeaving(() => form.shadowRoot?.querySelector<HTMLElement>('.exit')?.click());
    expect({ answers, isAsked }).to.deep.equal({ answers: {}, isAsked: false });
  });

  it('is not taken by Shift three times in more than five seconds', async function () {
    this.timeout(15_000);
    const { form, frame } = await pageWith(definition);
    await fills(form);
    await sendKeys({ press: 'Shift' });
    await new Promise((resolve) => setTimeout(resolve, 5100));
    await sendKeys({ press: 'Shift' });
    await sendKeys({ press: 'Shift' });
    expect(form.answers.fullName).to.equal('Salem');
    expect(frame.contentDocument?.body.hidden).to.equal(false);
  });

  it('is there only where the definition names where to', async () => {
    const { exit: _, ...staying } = definition;
    const { form, frame } = await pageWith(staying);
    await fills(form);
    expect(form.shadowRoot?.querySelector('.exit')).to.equal(null);
    for (let times = 0; times < 3; times += 1) await sendKeys({ press: 'Shift' });
    expect(form.answers.fullName).to.equal('Salem');
    expect(frame.contentDocument?.body.hidden).to.equal(false);
  });

  it('says beforehand what it does and what it does not', async () => {
    const { form } = await pageWith(definition);
    const button = form.shadowRoot?.querySelector('.exit');
    const hint = form.shadowRoot?.getElementById(button?.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).to.contain('It does not clear the browser’s history');
  });
});
