import type { Meta, StoryObj } from '@storybook/web-components';
import { html } from 'lit';
import '../../src/elements/embed/define.js';
import { until } from '../support/until.js';

interface EmbedArgs {
  /** Seconds until the page's own content gets a link to the form. */
  patience: number;
}

type EmbedStory = StoryObj<EmbedArgs>;

/**
 * A form of the association on the page of a partner. The form itself comes from a receiver, which no story has: these
 * are what people see until it is here, and where it does not come.
 */
export default {
  title: 'Embed',
  component: 'taafi-embed',
  render: ({ patience }, { globals }) => {
    const isArabic = globals.language === 'ar';
    return html`<taafi-embed src=${`${location.origin}/no-receiver/`} partner="example" patience=${patience}>
      <p>
        ${isArabic ? 'يمكنك أيضًا الاتصال بالجمعية لتقديم طلبك.' : 'You can also call the association to apply.'}
      </p>
    </taafi-embed>`;
  },
} satisfies Meta<EmbedArgs>;

/** The page's own words, until the form is ready. */
export const Waiting: EmbedStory = { args: { patience: 3600 } };

/** The frame was refused, or the line is down: the page's own words stay, with a way to the form. */
export const NotShown: EmbedStory = {
  args: { patience: 0 },
  play: async ({ canvasElement }) => {
    await until(() => canvasElement.querySelector('taafi-embed')?.shadowRoot?.querySelector('a'), 'the link');
  },
};
