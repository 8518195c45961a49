import { randomBytes } from 'node:crypto';
import { isStaffToken } from '../receiver/staff/authentication.js';
import type { Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { plainLine } from './plain-text.js';
import { receiverAddress } from './receiver-address.js';

/** What a receiver answers: JSON, of which nothing is trusted that is shown. */
export type Answered = Readonly<Record<string, unknown>>;

/** How long a receiver may take, in milliseconds. */
const PATIENCE = 60_000;

/** The line of one member of staff to a receiver: `TAAFI_RECEIVER` says where, `TAAFI_STAFF_TOKEN` who. */
export class StaffLine {
  readonly #base: string;
  readonly #token: string;

  /** @throws UsageError where the environment does not say who. */
  constructor({ environment }: Pick<Terminal, 'environment'>) {
    const { TAAFI_STAFF_TOKEN = '' } = environment;
    const base = receiverAddress(environment);
    if (!isStaffToken(TAAFI_STAFF_TOKEN)) {
      throw new UsageError('put your token into TAAFI_STAFF_TOKEN; taafi staff add makes one.');
    }
    this.#base = base;
    this.#token = TAAFI_STAFF_TOKEN;
  }

  /** @throws CommandError with what the receiver says against it. */
  async get(path: string): Promise<Answered> {
    return (await (await this.#ask(path, {})).json()) as Answered;
  }

  /** The bytes of a file. @throws CommandError */
  async *bytes(path: string): AsyncGenerator<Uint8Array> {
    const { body } = await this.#ask(path, {});
    if (body !== null) yield* body;
  }

  /** Asks for something to be done, once. @throws CommandError */
  async post(path: string, content: object): Promise<Answered> {
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${randomBytes(16).toString('base64url')}"`,
    };
    return (await (
      await this.#ask(path, { method: 'POST', headers, body: JSON.stringify(content) })
    ).json()) as Answered;
  }

  async #ask(path: string, request: RequestInit): Promise<Response> {
    const headers = { ...request.headers, Authorization: `Bearer ${this.#token}` };
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(`${this.#base}api/staff/${path}`, {
      ...request,
      headers,
      signal,
      redirect: 'error',
    }).catch((error: Error) => {
      throw new CommandError(
        `no receiver answers at ${this.#base}: ${plainLine(String(error.cause ?? error))}`,
      );
    });
    if (response.ok) return response;
    const problem = (await response.json().catch(() => ({}))) as Answered;
    throw new CommandError(refusal(response.status, problem));
  }
}

/** What a problem document says, as a sentence of somebody who can do something about it. */
function refusal(status: number, problem: Answered): string {
  const { type, title, detail, why, state, possible, notBefore, mayOverride, fields, word, need } = problem;
  const code = String(type ?? '').replace('urn:taafi-kit:problem:', '');
  const names = (list: unknown): string =>
    Array.isArray(list) ? list.map((name) => plainLine(String(name))).join(', ') : '';
  if (code === 'move') {
    const others = names(possible);
    const could = `The request is in the state ${state}. ${others === '' ? 'You can make no move from there.' : `You can: ${others}.`}`;
    if (why === 'changed') return `somebody has changed the request meanwhile. Read it again. ${could}`;
    if (why === 'too-early') {
      const override =
        mayOverride === true
          ? ' With --override and a reason it is done all the same, and the log tells why.'
          : '';
      return `it is too early: not before ${notBefore}.${override}`;
    }
    if (why === 'not-ready' && need === 'verified')
      return names(fields) === ''
        ? 'something that is withheld from your roles was not yet found matched.'
        : `these were not yet found matched: ${names(fields)}.`;
    if (why === 'not-ready') return 'something that was asked for has not come yet.';
    return `this move cannot be made now. ${could}`;
  }
  if (code === 'never-say') {
    return `the text says ${JSON.stringify(plainLine(String(word)))}, which others could read over the applicant’s shoulder. Say it another way.`;
  }
  if (code === 'role') return 'this is for other roles than yours.';
  if (code === 'staff')
    return detail === undefined
      ? 'nobody who works here has this token.'
      : 'the time of your token is over: whoever runs the receiver makes another one.';
  if (code === 'unknown-request') return 'there is no request of that reference.';
  if (need !== undefined) return `this move needs --${need}.`;
  return plainLine(
    `${String(title ?? `the receiver answered ${status}`)}${detail === undefined ? '.' : `: ${String(detail)}`}`,
  );
}
