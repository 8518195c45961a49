import { SendError } from './transport.js';
import { within } from './within.js';
import type { Line } from './world.js';

/** What was answered. `body` is a JSON value; undefined where there is none, or not the whole of it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The absolute address that answered. */
  readonly url: string;
  readonly body: unknown;
}

/**
 * Asks once, and waits for the whole answer.
 * @throws SendError `offline` or `unreachable`, also when `signal` is aborted.
 */
export async function exchange(
  line: Line,
  url: string,
  request: RequestInit,
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  const ask = async (inner: AbortSignal): Promise<HttpAnswer> => {
    const response = await line.fetch(url, {
      cache: 'no-store',
      ...request,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: inner,
    });
    const isJson = /^application\/(problem\+)?json\b/i.test(response.headers.get('Content-Type') ?? '');
    // A proxy's page is not read at all. What is cut off or no JSON is as good as no body.
    const body: unknown = isJson ? await response.json().catch(() => undefined) : undefined;
    return { status: response.status, headers: response.headers, url: response.url || url, body };
  };
  try {
    return await within(signal, ask, line.timeout);
  } catch (cause) {
    throw new SendError(line.online() ? 'unreachable' : 'offline', { cause });
  }
}
