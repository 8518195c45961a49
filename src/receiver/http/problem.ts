/** What can go wrong with a request: the status and the title of each code of docs/http-contract.md. */
const kinds = {
  malformed: [400, 'The request has not the shape of the contract'],
  session: [401, 'The session is over, or none'],
  staff: [401, 'Nobody who works here has this token'],
  partner: [401, 'No partner has signed this'],
  role: [403, 'This is for other roles'],
  'draft-code': [403, 'This is not the code of the draft'],
  origin: [403, 'Requests from this origin are not taken'],
  'not-found': [404, 'There is nothing here'],
  'unknown-form': [404, 'No form of that id is served here'],
  'unknown-request': [404, 'No request of that reference and token'],
  'unknown-draft': [404, 'There is no such draft, or no more'],
  'unknown-invitation': [404, 'There is no such invitation to use'],
  'unknown-upload': [404, 'There is no such upload'],
  method: [405, 'This method is not for this address'],
  timeout: [408, 'The request took too long'],
  'form-changed': [409, 'This version of the form is not known here'],
  move: [409, 'The request cannot be moved so now'],
  'in-progress': [409, 'The same key is being worked on'],
  offset: [409, 'The upload goes on at another offset'],
  'already-signed': [422, 'The data of this request are signed already'],
  claimed: [409, 'The file belongs to a request'],
  'file-waiting': [409, 'The file has not been looked at by the scanner'],
  infected: [403, 'The scanner has found something harmful in the file'],
  survey: [409, 'Answers to a survey go to its own address'],
  'link-expired': [410, 'The time of this link is over'],
  'tus-version': [412, 'Only tus 1.0.0 is spoken here'],
  'too-large': [413, 'Too large'],
  'media-type': [415, 'This media type or encoding is not taken here'],
  'file-type': [415, 'Files of this kind are not taken'],
  answers: [422, 'Answers were refused'],
  'never-say': [422, 'The text says what others must not read'],
  referral: [422, 'This referral cannot be used'],
  receipt: [422, 'This is no receipt of what is stored here'],
  'key-reused': [422, 'The key was used for something else'],
  'too-many': [429, 'Too much from this address waits for its request'],
  'too-many-tries': [429, 'Too many tries from this address'],
  'headers-too-large': [431, 'The headers are too large'],
  internal: [500, 'A fault of the receiver'],
  busy: [503, 'Try again later'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof kinds;

/** One answer that was refused: an RFC 6901 pointer into `answers`, and why. */
export interface RefusedAnswer {
  readonly pointer: string;
  readonly code: string;
}

export interface ProblemOptions {
  /** A sentence for a developer. Never holds anything that was sent. */
  readonly detail?: string;
  readonly errors?: readonly RefusedAnswer[];
  /** Members that a kind of problem has besides. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a request was not done. Thrown by handlers; the error handler sends it as an RFC 9457 document. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #options: ProblemOptions;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(kinds[code][1]);
    this.code = code;
    this.status = kinds[code][0];
    this.headers = options.headers ?? {};
    this.#options = options;
  }

  /** The problem document. */
  toJSON(): Readonly<Record<string, unknown>> {
    const { detail, errors, members } = this.#options;
    return {
      type: `urn:taafi-kit:problem:${this.code}`,
      title: this.message,
      status: this.status,
      ...(detail !== undefined && { detail }),
      ...(errors !== undefined && { errors }),
      ...members,
    };
  }
}

/** The problem that asks to come back after some seconds. */
export function busy(seconds: number, detail?: string): Problem {
  return new Problem('busy', {
    headers: { 'Retry-After': String(seconds) },
    ...(detail !== undefined && { detail }),
  });
}

/** The problem that asks one client, and nobody else, to come back after some seconds. */
export function tooMany(seconds: number): Problem {
  return new Problem('too-many', { headers: { 'Retry-After': String(seconds) } });
}
