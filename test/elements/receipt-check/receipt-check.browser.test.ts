import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/elements/receipt-check/define.js';
import type { TaafiCheckedEvent } from '../../../src/elements/receipt-check/checked-event.js';
import type { TaafiReceiptCheck } from '../../../src/elements/receipt-check/receipt-check.js';
import type { PublicKey } from '../../../src/evidence/trust.js';
import { card, sealedReceipt } from '../../../stories/support/sealed-receipt.js';
import { until } from '../../../stories/support/until.js';
import { accessibilityOutline } from '../accessibility-outline.js';

const { json, keys } = sealedReceipt();
const receipt = (text: string = json) => new File([text], 'receipt.json', { type: 'application/json' });

async function shown(known: string | readonly PublicKey[] = keys, lang = 'en'): Promise<TaafiReceiptCheck> {
  const element = await fixture<TaafiReceiptCheck>(
    html`<taafi-receipt-check lang=${lang} .keys=${known}></taafi-receipt-check>`,
  );
  await element.updateComplete;
  return element;
}

const inside = <Found extends HTMLElement>(element: TaafiReceiptCheck, selector: string) =>
  element.shadowRoot?.querySelector<Found>(selector) as Found;

const textOf = (element: TaafiReceiptCheck) => inside(element, '.root').textContent ?? '';

/** Chooses files as a person does with the chooser of the browser. */
async function give(element: TaafiReceiptCheck, id: string, ...files: File[]): Promise<void> {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  const input = inside<HTMLInputElement>(element, `#${id}`);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

async function check(element: TaafiReceiptCheck): Promise<string> {
  inside(element, '.primary').click();
  await until(() => element.shadowRoot?.activeElement?.id === 'result', 'the result has the focus');
  return inside(element, '#result').textContent ?? '';
}

describe('a receipt that is checked on somebody’s page', () => {
  it('is genuine, and told in full', async () => {
    const element = await shown();
    const told: TaafiCheckedEvent[] = [];
    element.addEventListener('taafi-checked', (event) => told.push(event));
    await give(element, 'receipt', receipt());
    await give(element, 'attachments', new File([card], 'copy.pdf'));
    expect(await check(element)).to.equal('Genuine: nothing was changed');
    expect(element.isGenuine).to.equal(true);
    expect(told.map(({ isGenuine }) => isGenuine)).to.deep.equal([true]);
    for (const text of ['4829-1730-5612-49', 'سالم المثالي', 'أقر بصحة ما ذكرت.', 'the same', '12:04:00']) {
      expect(textOf(element)).to.contain(text);
    }
    const statement = inside(element, 'blockquote');
    expect([statement.lang, getComputedStyle(statement).direction]).to.deep.equal(['ar', 'rtl']);
    expect(element.shadowRoot?.querySelectorAll('.drawing path')).to.have.length(1);
  });

  it('is not to be relied on where anything was changed, and nothing of it is repeated', async () => {
    const element = await shown();
    await give(element, 'receipt', receipt(json.replace('سالم', 'غانم')));
    expect(await check(element)).to.equal('NOT to be relied on');
    expect(element.isGenuine).to.equal(false);
    expect(textOf(element)).to.contain('The answers in it are not those that were received.');
    expect(textOf(element)).not.to.contain('غانم');
    await give(element, 'receipt', receipt('{}'));
    expect(element.isGenuine).to.equal(undefined);
    await check(element);
    expect(textOf(element)).to.contain('This is not the file of a receipt');
    await give(element, 'receipt', new File([new Uint8Array([0xff, 0xfe])], 'receipt.json'));
    await check(element);
    expect(textOf(element)).to.contain('This is not the file of a receipt');
  });

  it('is compared with its attachments, which can be taken away again', async () => {
    const element = await shown();
    await give(element, 'receipt', receipt());
    await check(element);
    expect(textOf(element)).to.contain('not compared: give the file to compare it');
    await give(element, 'attachments', new File([card.slice(1)], 'other.pdf'));
    expect(await check(element)).to.equal('NOT to be relied on');
    expect(textOf(element)).to.contain('The file “other.pdf” is none of the attachments');
    inside(element, '[aria-label="Remove other.pdf"]').click();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.id).to.equal('attachments');
    expect(await check(element)).to.equal('Genuine: nothing was changed');
  });

  it('must be chosen first', async () => {
    const element = await shown();
    inside(element, '.primary').click();
    await until(() => element.shadowRoot?.activeElement?.id === 'receipt', 'the box has the focus');
    expect(inside(element, '#receipt').getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(element)).to.contain('Choose the receipt file');
    await give(element, 'receipt', receipt());
    expect(inside(element, '#receipt').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('is checked with keys from an address, and without them nobody’s word is taken', async () => {
    const good = `data:application/json,${encodeURIComponent(JSON.stringify({ keys }))}`;
    const element = await shown(good);
    await until(() => textOf(element).includes('The association’s keys are here'), 'the keys are there');
    await give(element, 'receipt', receipt());
    expect(await check(element)).to.equal('Genuine: nothing was changed');

    element.keys = 'data:application/json,{}';
    await until(() => textOf(element).includes('keys did not arrive'), 'there are no keys');
    expect(element.isGenuine, 'a result of other keys is none').to.equal(undefined);
    expect(await check(element)).to.equal('NOT to be relied on');
    expect(textOf(element)).to.contain('It is intact inside, but nobody here knows');
    expect(textOf(element)).to.contain(`Key: ${keys[0]?.id}`);

    const falselyNamed = [{ ...keys[0], id: '0'.repeat(16) }];
    element.keys = `data:application/json,${JSON.stringify({ keys: falselyNamed })}`;
    await element.updateComplete;
    await until(() => textOf(element).includes('keys did not arrive'), 'a key under another name is none');
  });

  it('speaks the language of the page, and changes it on the spot with what was found', async () => {
    const element = await shown(keys, 'ar');
    expect(inside(element, '.root').dir).to.equal('rtl');
    await give(element, 'receipt', receipt());
    expect(await check(element)).to.equal('إيصال صحيح: لم يتغيّر فيه شيء');
    inside(element, '.toolbar button').click();
    await until(() => inside(element, '.root').dir === 'ltr', 'it is English');
    expect(element.lang).to.equal('en');
    expect(inside(element, '#result').textContent).to.equal('Genuine: nothing was changed');
    expect(textOf(element)).to.contain('About you');
  });

  it('is told to a screen reader', async () => {
    const element = await shown();
    expect(await accessibilityOutline()).to.deep.equal([
      'button "العربية"',
      'heading 2 "Check a receipt"',
      'button "Receipt file" (A file whose name ends in .json) = No file chosen',
      'button "Attachments (optional)" (The files that were attached to the request, to compare them with what was received.) = No file chosen',
      'button "Check receipt"',
      'status',
      'status',
      'alert',
    ]);
    await give(element, 'receipt', receipt());
    await check(element);
    const outline = (await accessibilityOutline()).map((line) => line.trim());
    expect(outline).to.include('heading 2 "Genuine: nothing was changed"');
    expect(outline).to.include('heading 3 "What was signed"');
    expect(outline).to.include('image "drawn by hand: سالم المثالي"');
    expect(outline).to.include('button "Remove receipt.json"');
  });

  it('is accessible in both languages, at every width', async () => {
    for (const lang of ['ar', 'en']) {
      const element = await shown(keys, lang);
      for (const width of [320, 1280]) {
        await setViewport({ width, height: 800 });
        await expect(element).to.be.accessible();
        await give(element, 'receipt', receipt());
        await check(element);
        await expect(element).to.be.accessible();
        for (const control of Array.from(element.shadowRoot?.querySelectorAll('button, input') ?? [])) {
          const { width: across, height } = control.getBoundingClientRect();
          expect(Math.min(across, height), control.outerHTML).to.be.at.least(44);
        }
        await give(element, 'receipt', receipt('{}'));
        await check(element);
        await expect(element).to.be.accessible();
      }
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('forgets what it was about to say when another file is chosen meanwhile', async () => {
    const element = await shown();
    await give(element, 'receipt', receipt('{}'));
    inside(element, '.primary').click();
    await give(element, 'receipt', receipt());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(element.isGenuine).to.equal(undefined);
    expect(await check(element)).to.equal('Genuine: nothing was changed');
  });
});
