import { setCustomElementsManifest } from '@storybook/web-components';
import { html } from 'lit';
import '@fontsource/ibm-plex-sans-arabic/400.css';
import '@fontsource/ibm-plex-sans-arabic/600.css';
import manifest from '../dist/custom-elements.json';
import './preview.css';

setCustomElementsManifest(manifest);

const directions = { ar: 'rtl', en: 'ltr' };

/** @type {import('@storybook/web-components').Decorator} */
const inLanguageAndTheme = (story, { globals, viewMode }) => {
  const { language, theme } = globals;
  const direction = directions[/** @type {keyof typeof directions} */ (language)];
  // On a documentation page the root belongs to Storybook: turned round, its own text would be mirrored.
  if (viewMode === 'story') Object.assign(document.documentElement, { dir: direction, lang: language });
  document.documentElement.dataset.theme = theme;
  return html`<div class="story" dir=${direction} lang=${language} data-theme=${theme}>${story()}</div>`;
};

/** @type {import('@storybook/web-components').Preview} */
export default {
  tags: ['autodocs'],
  decorators: [inLanguageAndTheme],
  globalTypes: {
    language: {
      description: 'Language and direction',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'ar', title: 'العربية', right: 'RTL' },
          { value: 'en', title: 'English', right: 'LTR' },
        ],
      },
    },
    numerals: {
      description: 'Digits of the numbers shown in Arabic',
      toolbar: {
        icon: 'listordered',
        dynamicTitle: true,
        items: [
          { value: 'latn', title: '123', right: 'latn' },
          { value: 'arab', title: '١٢٣', right: 'arab' },
        ],
      },
    },
    calendar: {
      description: 'The calendar that comes first',
      toolbar: {
        icon: 'calendar',
        dynamicTitle: true,
        items: [
          { value: 'usual', title: 'Usual calendar' },
          { value: 'islamic-umalqura', title: 'Hijri first', right: 'islamic-umalqura' },
          { value: 'gregory', title: 'Gregorian first', right: 'gregory' },
        ],
      },
    },
    theme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { language: 'ar', theme: 'light', numerals: 'latn', calendar: 'usual' },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        // Off in axe unless asked for by name.
        rules: { 'target-size': { enabled: true } },
      },
    },
  },
};
