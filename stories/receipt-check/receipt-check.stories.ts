import type { Meta, StoryObj } from '@storybook/web-components';
import { html } from 'lit';
import '../../src/elements/receipt-check/define.js';
import type { TaafiReceiptCheck } from '../../src/elements/receipt-check/receipt-check.js';
import { silentAddress } from '../support/pretended-receiver.js';
import { card, sealedReceipt } from '../support/sealed-receipt.js';
import { shownAs } from '../support/shown-as.js';
import { until } from '../support/until.js';

type CheckStory = StoryObj;

const { json, keys } = sealedReceipt();

/** A receipt and what was attached to it, checked without a connection. */
export default {
  title: 'Receipt check',
  component: 'taafi-receipt-check',
  render: (_args, { globals }) =>
    html`<taafi-receipt-check
      lang=${String(globals.language)}
      numerals=${shownAs(globals).numerals}
      calendar=${shownAs(globals).calendar}
      .keys=${keys}
    ></taafi-receipt-check>`,
} satisfies Meta;

export const AtFirst: CheckStory = {};

export const Genuine: CheckStory = { play: checked(json) };

export const WithItsAttachment: CheckStory = { play: checked(json, new File([card], 'card.pdf')) };

/** Dates, the reference and sizes; what was signed stays to the letter. */
export const InArabNumerals: CheckStory = {
  globals: { numerals: 'arab' },
  play: checked(json, new File([card], 'card.pdf')),
};

export const GregorianFirst: CheckStory = { globals: { calendar: 'gregory' }, play: checked(json) };

export const Changed: CheckStory = { play: checked(json.replace('سالم', 'غانم')) };

export const WithAnotherFile: CheckStory = {
  play: checked(json, new File(['%PDF-1.7 another'], 'card.pdf')),
};

export const NoReceipt: CheckStory = { play: checked('{}') };

/** Somebody chooses the files and presses the button. */
function checked(receipt: string, ...attachments: File[]): NonNullable<CheckStory['play']> {
  return async (story) => {
    await chosen(receipt, ...attachments)(story);
    const root = await rootIn(story.canvasElement);
    root.querySelector<HTMLElement>('.primary')?.click();
    await until(() => root.querySelector('#result'), 'the result');
  };
}

/** Somebody chooses the files. */
function chosen(receipt: string, ...attachments: File[]): NonNullable<CheckStory['play']> {
  return async ({ canvasElement }) => {
    const element = await until(
      () => canvasElement.querySelector<TaafiReceiptCheck>('taafi-receipt-check'),
      'the element',
    );
    await element.updateComplete;
    const root = element.shadowRoot;
    const choose = (id: string, files: readonly File[]) => {
      const chosen = new DataTransfer();
      for (const file of files) chosen.items.add(file);
      const input = root?.querySelector<HTMLInputElement>(`#${id}`);
      if (!input) return;
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose('receipt', [new File([receipt], 'receipt.json', { type: 'application/json' })]);
    await element.updateComplete;
    if (attachments.length > 0) choose('attachments', attachments);
    await element.updateComplete;
  };
}

/** Chosen, and not yet checked. */
export const Chosen: CheckStory = { play: chosen(json, new File([card], 'card.pdf')) };

/** The button was pressed without a file. */
export const NothingChosen: CheckStory = {
  play: async ({ canvasElement }) => {
    const root = await rootIn(canvasElement);
    root.querySelector<HTMLElement>('.primary')?.click();
    await until(() => root.querySelector('[aria-invalid="true"], .error'), 'the error');
  },
};

/** The public keys are on their way: a receipt can be chosen meanwhile. */
export const Loading: CheckStory = {
  render: (_args, { globals }) =>
    html`<taafi-receipt-check lang=${String(globals.language)} keys=${silentAddress()}></taafi-receipt-check>`,
};

/** The public keys could not be brought: what was sealed can be checked, and not by whom. */
export const Offline: CheckStory = {
  render: (_args, { globals }) =>
    html`<taafi-receipt-check lang=${String(globals.language)} keys="./no-such-keys"></taafi-receipt-check>`,
  play: async ({ canvasElement }) => {
    const root = await rootIn(canvasElement);
    await until(() => root.querySelector('.keys-missing'), 'the sentence');
  },
};

export const LongContent: CheckStory = {
  play: checked(json, new File([card], `${'صورة_الهوية_'.repeat(12)}.pdf`)),
};

async function rootIn(canvas: ParentNode): Promise<ShadowRoot> {
  const element = await until(
    () => canvas.querySelector<TaafiReceiptCheck>('taafi-receipt-check'),
    'the element',
  );
  await element.updateComplete;
  return until(() => element.shadowRoot, 'its root');
}
