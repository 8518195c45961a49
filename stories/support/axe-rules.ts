import type { RunOptions } from 'axe-core';

/** WCAG 2.2 A and AA, and beyond it what a name or a heading needs to be of use. */
export const axeRules: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: Object.fromEntries(
    [
      'target-size',
      'label-title-only',
      'empty-heading',
      'heading-order',
      'aria-dialog-name',
      'aria-text',
      'presentation-role-conflict',
      'tabindex',
      'accesskeys',
      'summary-name',
    ].map((rule) => [rule, { enabled: true }]),
  ),
};

/** What depends on colours, and on nothing that a scheme leaves as it is. */
export const colourRules: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};
