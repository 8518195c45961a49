/** Does something when the page has nothing better to do; browsers without idle time do it shortly after. */
export function whenIdle(action: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(action, { timeout: 2000 });
  else setTimeout(action, 200);
}
