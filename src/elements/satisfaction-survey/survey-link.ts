/**
 * Takes the token of an invitation out of the page's address, so that who looks at the address bar, or goes back to this
 * page, does not get it. Empty for what begins as one and is none; undefined where there is nothing of the kind.
 */
export function takeInvitation({ location, history }: Window): string | undefined {
  if (!location.hash.startsWith('#survey=')) return undefined;
  // Programs for messages take the full stop of a sentence into the link, and others put marks of their own behind it.
  const token = /^#survey=([\w-]{22})(?![\w-])/.exec(location.hash)?.[1] ?? '';
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
