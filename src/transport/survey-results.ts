import type { SurveyFilter, SurveyResults } from '../core/survey/survey.js';
import { exchange } from './exchange.js';
import { secondsToWait } from './failure.js';
import { membersOf } from './receipts.js';
import { SendError } from './transport.js';
import type { Line } from './world.js';

/** Why the results did not come. */
export type ResultsTrouble =
  /** The device says it has no connection. */
  | 'offline'
  /** No answer came, or not in time. */
  | 'unreachable'
  /** The receiver has a fault, or asks to come back later. */
  | 'busy'
  | 'tooMany'
  /** Nobody has this token, or not any more. */
  | 'token'
  /** Who has it may not see results. */
  | 'role'
  /** There is no such survey. */
  | 'unknown'
  | 'refused'
  /** Something answered that is not a receiver. */
  | 'unexpected';

/** Why the results did not come. The message is for developers; it holds no token. */
export class ResultsError extends Error {
  readonly trouble: ResultsTrouble;
  /** How many seconds the receiver asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(trouble: ResultsTrouble, about: { retryAfter?: number | undefined; cause?: unknown } = {}) {
    super(`No results: ${trouble}`, { cause: about.cause });
    this.name = 'ResultsError';
    this.trouble = trouble;
    this.retryAfter = about.retryAfter;
  }
}

/** Where the results of a survey are. */
export interface ResultsPlace {
  /** Address of the receiver, with or without a slash at the end. */
  readonly receiver: string;
  /** The id of the survey. */
  readonly survey: string;
}

/**
 * Asks a receiver for results. The token goes in a header, and nowhere else.
 * @throws ResultsError
 */
export async function askForResults(
  { receiver, survey }: ResultsPlace,
  token: string,
  filter: SurveyFilter,
  line: Line,
  signal: AbortSignal,
): Promise<SurveyResults> {
  const base = receiver.replace(/([^/])$/, '$1/');
  const url = `${base}api/staff/surveys/${encodeURIComponent(survey)}/results${queryOf(filter)}`;
  const request = { headers: { Authorization: `Bearer ${token}` } };
  const { status, headers, body } = await exchange(line, url, request, signal).catch((cause: unknown) => {
    const isOffline = cause instanceof SendError && cause.failure === 'offline';
    throw new ResultsError(isOffline ? 'offline' : 'unreachable', { cause });
  });
  if (status >= 200 && status < 300) {
    if (isResults(body)) return body;
    throw new ResultsError('unexpected');
  }
  const retryAfter = secondsToWait(headers.get('Retry-After'), line.now());
  throw new ResultsError(troubleOf(status), { retryAfter });
}

function queryOf({ from, to, step, dimensions }: SurveyFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ from, to, step, ...dimensions }))
    if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function troubleOf(status: number): ResultsTrouble {
  if (status === 401) return 'token';
  if (status === 403) return 'role';
  if (status === 404) return 'unknown';
  if (status === 429) return 'tooMany';
  if (status < 400) return 'unexpected';
  return status >= 500 || status === 408 || status === 425 ? 'busy' : 'refused';
}

/** Whether an answer is what a receiver of this version gives: whatever stands in between may answer as well. */
function isResults(body: unknown): body is SurveyResults {
  const { survey, filter, measures, months, steps, dimensions, comments } = membersOf(body);
  const lists = [measures, months, steps, dimensions, comments, membersOf(survey).languages];
  return lists.every(Array.isArray) && typeof filter === 'object' && 'title' in membersOf(survey);
}
