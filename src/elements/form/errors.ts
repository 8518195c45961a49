import type { PageHost } from './page-host.js';
import { slot } from './slot.js';

/** Where the summary of what is wrong stands; what draws it comes with the rules, before which nothing is wrong. */
export function errors(host: PageHost): unknown {
  const { context, slots } = host;
  return slot({ key: 'errors', slots, stamp: context, draw: () => host.drawErrors() });
}
