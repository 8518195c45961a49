/**
 * Does some work until it is done, `outer` is aborted or `timeout` milliseconds are over, whether or not the work
 * listens to the signal it gets. That signal is aborted when the work is done too, so that nothing goes on listening
 * or ticking behind it.
 *
 * @throws what the work throws, and something in the other two cases; `outer.aborted` tells them apart.
 */
export async function within<T>(
  outer: AbortSignal | undefined,
  work: (inner: AbortSignal) => Promise<T>,
  timeout?: number,
): Promise<T> {
  outer?.throwIfAborted();
  const inner = new AbortController();
  const stop = () => inner.abort();
  const timer = timeout === undefined ? undefined : setTimeout(stop, timeout);
  outer?.addEventListener('abort', stop);
  try {
    const stopped = new Promise<never>((_, reject) => inner.signal.addEventListener('abort', reject));
    return await Promise.race([work(inner.signal), stopped]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
    stop();
  }
}
