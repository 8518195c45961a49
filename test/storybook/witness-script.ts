import type { HTML_OF_THE_FRAME } from './frame-policy.js';

/** What the check writes down in the page of a story. Sent to the browser as text: it may use nothing from outside. */

export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  readonly sample: string;
  readonly source: string;
}

/** What has been seen of a story in its page. */
export interface Witness {
  readonly violations: Violation[];
  readonly errors: string[];
  isFinished: boolean;
}

declare global {
  var storyWitness: Witness;
}

/** To be run in a new page before any of its scripts. */
export function witnessIn({ exact, filters }: typeof HTML_OF_THE_FRAME): void {
  const witness: Witness = { violations: [], errors: [], isFinished: false };
  globalThis.storyWitness = witness;
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
    witness.violations.push({
      directive: effectiveDirective,
      blocked: blockedURI,
      sample,
      source: `${sourceFile}:${lineNumber}`,
    });
  });
  addEventListener('error', ({ message }) => witness.errors.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => witness.errors.push(`rejection: ${String(reason)}`));
  // Everything else that is given to a sink as a string is refused, and reported.
  const { trustedTypes } = globalThis as unknown as {
    trustedTypes: { createPolicy(name: string, rules: object): unknown };
  };
  trustedTypes.createPolicy('default', {
    createHTML: (html: string) => {
      if (exact.includes(html)) return html;
      return html.startsWith(filters) ? html.replace(/ style="[^"]*"/, '') : null;
    },
  });
  let channel: { on(event: string, listener: (told: unknown) => void): void } | undefined;
  // Storybook puts it here when it starts; what it tells first would be missed by who looks later.
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (made: typeof channel) => {
      channel = made;
      for (const name of [
        'playFunctionThrewException',
        'storyThrewException',
        'storyErrored',
        'storyMissing',
        'unhandledErrorsWhilePlaying',
        'configError',
      ])
        made?.on(name, (told) => {
          const { message, title, description } = (told ?? {}) as Record<string, string | undefined>;
          witness.errors.push([name, title, description, message].filter(Boolean).join(': '));
          witness.isFinished = true;
        });
      made?.on('storyFinished', (told) => {
        const { reporters = [] } = told as { reporters?: { type: string; status: string }[] };
        for (const { type, status } of reporters)
          if (status === 'failed') witness.errors.push(`the panel ${type} failed`);
        witness.isFinished = true;
      });
    },
  });
}
