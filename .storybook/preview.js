import { setCustomElementsManifest } from '@storybook/web-components';
import { html } from 'lit';
import '@fontsource/ibm-plex-sans-arabic/400.css';
import '@fontsource/ibm-plex-sans-arabic/600.css';
import manifest from '../dist/custom-elements.json';
import './preview.css';
import { addressOf, themes } from './themes.js';

setCustomElementsManifest(manifest);

const directions = { ar: 'rtl', en: 'ltr' };

/** @type {import('@storybook/web-components').Decorator} */
const inLanguageAndTheme = (story, { globals, viewMode }) => {
  const { language } = globals;
  const direction = directions[/** @type {keyof typeof directions} */ (language)];
  // On a documentation page the root belongs to Storybook: turned round, its own text would be mirrored.
  if (viewMode === 'story') Object.assign(document.documentElement, { dir: direction, lang: language });
  wear(globals.theme);
  return html`<div class="story" dir=${direction} lang=${language}>${story()}</div>`;
};

/** Puts a theme on the page, and takes the one before it off. @param {string} name */
function wear(name) {
  const theme = themes.find(({ value }) => value === name) ?? themes[0];
  const { value, scheme, contrast = 'usual' } = theme;
  Object.assign(document.documentElement.dataset, { theme: value, scheme, taafiContrast: contrast });
  const worn = document.querySelector('link[data-theme]');
  if (theme.sheet === undefined) return worn?.remove();
  const link = worn ?? document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: addressOf(theme.sheet) });
  link.setAttribute('data-theme', '');
  if (worn === null) document.head.append(link);
}

/** The narrowest phone, most phones, a tablet held upright, a desktop. */
const widths = Object.fromEntries(
  [320, 360, 768, 1280].map((width) => [
    `w${width}`,
    { name: `${width} px`, styles: { width: `${width}px`, height: '100%' } },
  ]),
);

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
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: themes.map(({ value, title }) => ({ value, title })),
      },
    },
  },
  initialGlobals: { language: 'ar', theme: 'light', numerals: 'latn', calendar: 'usual' },
  parameters: {
    layout: 'fullscreen',
    viewport: { options: widths },
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
