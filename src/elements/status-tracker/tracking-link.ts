/** The link of a request as it stands in an address, after the `#`. */
export interface TrackingLink {
  readonly reference: string;
  readonly token: string;
}

/**
 * Takes a link out of the page's address, so that who looks at the address bar, or goes back to this page, does not
 * get it. `broken` for what begins as one and is none; undefined where there is nothing of the kind.
 */
export function takeLink({ location, history }: Window): TrackingLink | 'broken' | undefined {
  if (!location.hash.startsWith('#track=')) return undefined;
  const [, reference, token] = /^#track=(\d{14})\.([\w.-]+)$/.exec(location.hash) ?? [];
  history.replaceState(history.state, '', location.pathname + location.search);
  return reference === undefined || token === undefined ? 'broken' : { reference, token };
}
