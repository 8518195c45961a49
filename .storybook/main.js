/**
 * Reads the JavaScript that `tsc -b` wrote: Vite's own compiler leaves decorators as they are, without an error.
 * @type {import('@storybook/web-components-vite').StorybookConfig}
 */
export default {
  framework: '@storybook/web-components-vite',
  stories: ['../dist/stories/**/*.stories.js'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [
    { from: '../dist/src/packs', to: '/packs' },
    { from: '../dist/themes', to: '/themes' },
  ],
  // A font written into a style sheet would be one that no strict policy allows.
  viteFinal: (config) => ({ ...config, build: { ...config.build, assetsInlineLimit: 0 } }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};
