/**
 * The first value that is something, looked for again and again.
 * @throws Error naming `what` where there is none within some seconds
 */
export async function until<Found>(
  look: () => Found | undefined | null | false,
  what: string,
): Promise<Found> {
  const end = performance.now() + MOST_MILLISECONDS;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const MOST_MILLISECONDS = 8000;
