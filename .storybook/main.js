/**
 * Reads the JavaScript that `tsc -b` wrote: Vite's own compiler leaves decorators as they are, without an error.
 * @type {import('@storybook/web-components-vite').StorybookConfig}
 */
export default {
  framework: '@storybook/web-components-vite',
  stories: ['../dist/stories/**/*.stories.js'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [{ from: '../dist/src/packs', to: '/packs' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};
