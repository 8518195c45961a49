/** How long it makes sense to wait for a word about an invitation, in milliseconds: nobody waits for it. */
const PATIENCE = 20_000;

/** What the receiver is asked and told of one invitation. */
export class InvitationLine {
  readonly #address: string;
  readonly #token: string;
  readonly #fetch: typeof fetch;
  readonly #told = new Set<string>();

  /** `base` is the address of the receiver, with or without a slash at the end. */
  constructor(base: string, survey: string, token: string, fetching: typeof fetch) {
    this.#address = `${base.replace(/([^/])$/, '$1/')}api/surveys/${survey}`;
    this.#token = token;
    this.#fetch = fetching;
  }

  /** Whether it is sure that the invitation opens nothing. Where nobody knows, the person may as well begin. */
  async isRefused(): Promise<boolean> {
    const response = await this.#post('invitation', { token: this.#token });
    return response?.status === 404;
  }

  /** Tells, once for each page, how far the person has come, and nothing he has answered. Where that fails, one is counted less. */
  async tell(page: string): Promise<void> {
    if (this.#told.has(page)) return;
    this.#told.add(page);
    await this.#post('pages', { token: this.#token, page });
  }

  async #post(name: string, body: object): Promise<Response | undefined> {
    try {
      const response = await this.#fetch(`${this.#address}/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      // What nobody reads keeps the line open.
      await response.arrayBuffer();
      return response;
    } catch {
      return undefined;
    }
  }
}
