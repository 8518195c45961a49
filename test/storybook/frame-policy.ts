import { createHash } from 'node:crypto';
import { securityHeaders } from '../../src/receiver/http/security-headers.js';

/*
 * What Storybook's own frame needs beside the policy of the receiver. None of it helps our elements: the hashes of the
 * scripts and styles that are written into `iframe.html`, that of one style sheet which Storybook makes, and three
 * strings that Storybook gives to `innerHTML`.
 */

/** Of the style sheet with which Storybook marks elements. A newer Storybook may have another: its report says so. */
const HIGHLIGHT_STYLES = "'sha256-rMak6F0wA1B0RrxIubaAA9iDjokYLo9ADJCviiCIgNg='";

/** What a default policy of trusted types lets through. Whatever else is given to a sink as a string is refused. */
export const HTML_OF_THE_FRAME = {
  /** What is emptied, and what the renderer for web components puts in. */
  exact: ['', '<div id="root-inner"></div>'] as readonly string[],
  /** How the picture of filters for colour blindness begins; its `style` attribute is taken off. */
  filters: '<svg id="storybook-a11y-vision-filters"',
} as const;

/** The policy of the receiver with the exceptions of a page: those of its inline scripts and styles, by their hashes. */
export function policyOfFrame(page: string): string {
  const { 'Content-Security-Policy': strict } = securityHeaders;
  // The page around <taafi-embed> must let its frame in: docs/isolated-embedding.md tells the partner so.
  return `${strict}; frame-src 'self'`
    .split('; ')
    .map((directive) => {
      if (directive.startsWith('script-src ')) return [directive, ...hashesOf(page, 'script')].join(' ');
      if (directive.startsWith('style-src '))
        return [directive, HIGHLIGHT_STYLES, ...hashesOf(page, 'style')].join(' ');
      // The policy with this name is made by the check itself, before any script of the page.
      if (directive.startsWith('trusted-types ')) return `${directive} default`;
      return directive;
    })
    .join('; ');
}

/** The inline elements of a page with this name, as the policy names them. */
function hashesOf(page: string, name: 'script' | 'style'): string[] {
  const inline = new RegExp(`<${name}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${name}>`, 'g');
  return [...page.matchAll(inline)].map(
    // A browser reads line ends as one character, and hashes what it has read.
    ([, text = '']) =>
      `'sha256-${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('base64')}'`,
  );
}
