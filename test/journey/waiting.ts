/** How long anything may take on a slow machine, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Asks again and again until the answer is neither undefined nor false, and gives it.
 * @param what completes the sentence `waited in vain until …`; called when it was in vain.
 */
export async function until<T>(
  ask: () => Promise<T | undefined | false>,
  what: string | (() => Promise<string>),
): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const answer = await ask().catch(unlessLeaving);
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain until ${typeof what === 'string' ? what : await what()}`);
}

/** A page that is being left for another one answers nothing: the next one will. */
function unlessLeaving(error: Error): undefined {
  if (!/context was destroyed|Cannot find context|detached/i.test(error.message)) throw error;
}
