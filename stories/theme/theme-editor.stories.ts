import type { Meta, StoryObj } from '@storybook/web-components';
import { html } from 'lit';
import type { Theme } from '../../src/core/theme/theme.js';
import { until } from '../support/until.js';
import type { ThemeEditor } from './theme-editor.js';
import { registerThemeEditor } from './theme-editor.js';
import type { ThemeName } from './theme-list.js';
import { loadThemes } from './theme-list.js';

type EditorStory = StoryObj;
type Play = NonNullable<EditorStory['play']>;

let themes: ReturnType<typeof loadThemes> | undefined;

/** Change the tokens, see everything, copy the CSS. */
export default {
  title: 'Theme/Editor',
  parameters: { controls: { disable: true } },
  loaders: [
    async () => {
      registerThemeEditor();
      themes ??= loadThemes();
      return { themes: await themes };
    },
  ],
  render: (_args, { globals, loaded }) =>
    html`<theme-editor
      .language=${globals.language === 'en' ? 'en' : 'ar'}
      .themes=${loaded.themes as Readonly<Record<ThemeName, Theme>>}
    ></theme-editor>`,
} satisfies Meta;

/** From the theme of the association. */
export const Editor: EditorStory = {
  play: async (context) => {
    await shown(context);
  },
};

async function shown({ canvasElement }: Parameters<Play>[0]): Promise<ThemeEditor> {
  const editor = await until(() => canvasElement.querySelector('theme-editor'), 'the editor');
  await editor.ready;
  // The examples have taken the focus along: the reader begins at the top.
  let focused: Element | null | undefined = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  (focused as HTMLElement | null)?.blur();
  scrollTo({ top: 0 });
  return editor;
}
