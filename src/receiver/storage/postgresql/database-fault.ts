/**
 * What went wrong at the database. `code` is `PG_` and the SQLSTATE, or `PG_AWAY` where it did not answer at all. The message of the
 * database is not kept: it may quote what somebody wrote.
 */
export class DatabaseFault extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`the database answered ${code}`, options);
    this.name = 'DatabaseFault';
    this.code = code;
  }
}

/** What the driver threw, as a fault. What has no SQLSTATE came from the line, not from the database. */
export function faultOf(error: unknown): DatabaseFault {
  const { code } = Object(error) as { code?: unknown };
  const isState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && code !== 'EPIPE';
  return new DatabaseFault(isState ? `PG_${code}` : 'PG_AWAY');
}

/** Whether the connection is of no use any more after this. */
export function endsConnection({ code }: DatabaseFault): boolean {
  return /^PG_(AWAY|08|57P)/.test(code);
}
