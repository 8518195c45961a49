/**
 * Takes the token of an invitation out of the page's address, so that who looks at the address bar, or goes back to this
 * page, does not get it. Empty for what begins as one and is none; undefined where there is nothing of the kind.
 */
export function takeInvitation({ location, history }: Window): string | undefined {
  if (!location.hash.startsWith('#survey=')) return undefined;
  const token = /^#survey=([\w-]{22})$/.exec(location.hash)?.[1] ?? '';
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
