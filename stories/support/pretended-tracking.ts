import type { TrackedView } from '../../src/transport/tracked-view.js';
import type { Line } from '../../src/transport/world.js';

/** A request to a pretended receiver. */
export interface Asked {
  readonly method: string;
  /** After the receiver's base: `api/track/items`. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What it answers; nothing where the line is dead. */
export type Answer = Response | undefined;

/** JSON as a receiver answers it. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(status === 304 ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  return answer(status, { type: `urn:taafi-kit:problem:${code}`, status }, headers);
}

/** A request that is open from now on. */
export function opened(view: TrackedView): Response {
  return answer(
    200,
    { session: 'a-session', until: '2026-12-01T00:00:00.000Z', view },
    { 'Retry-After': '60' },
  );
}

/** A world whose network is a function, and in which nothing is waited for. Nothing leaves the page. */
export function pretendedWorld(respond: (asked: Asked) => Answer | Promise<Answer>): Partial<Line> {
  return {
    fetch: async (input, init) => {
      const { body } = init ?? {};
      const answered = await respond({
        method: init?.method ?? 'GET',
        path: String(input).replace(/^.*?(?=api\/)/, ''),
        headers: new Headers(init?.headers),
        body: typeof body === 'string' ? JSON.parse(body) : body,
      });
      if (answered === undefined) throw new TypeError('the line is dead');
      // What is made by hand has no address.
      const url = new URL(String(input), document.baseURI).href;
      return Object.defineProperty(answered, 'url', { value: url });
    },
    wait: () => new Promise(() => undefined),
    random: () => 0,
  };
}
