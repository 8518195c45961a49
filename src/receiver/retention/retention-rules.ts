import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** How long something is kept, and from when on. */
export interface RetentionRule {
  /** ISO 8601: years, months and days, such as `P5Y`. */
  readonly keep: string;
  /** `end`: from the last change of a request whose process has ended. `received`: from when it came. */
  readonly after: 'end' | 'received';
}

/** What is destroyed when. What no rule is about is kept. */
export interface RetentionRules {
  /** By the id of the form. */
  readonly requests: Readonly<Record<string, RetentionRule>>;
  /** Questions to the officer; always from when they came. */
  readonly questions?: RetentionRule | undefined;
}

/** The file of the rules in the folder of all that is kept. */
export const RETENTION_FILE = 'retention.json';

/** The shortest time, in days: so long a phone may send the same again, and must find that it was received. */
const SHORTEST = 30;

const PERIOD = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;

const rule = z.strictObject({
  keep: z.string().check(
    z.refine((text) => daysIn(text) >= SHORTEST, {
      message: `must be a time such as P5Y, P18M or P90D, of ${SHORTEST} days at least`,
    }),
  ),
  after: z._default(z.enum(['end', 'received']), 'end'),
});

const shape = z.strictObject({
  requests: z._default(z.record(z.string(), rule), {}),
  questions: z.optional(z.strictObject({ keep: rule.shape.keep })),
});

/**
 * The rules of the association; none where there is no file of them, and then nothing is ever destroyed.
 * @throws Error with a sentence where the file is none: a rule that nobody can read must destroy nothing
 */
export async function retentionRules(dataDir: string): Promise<RetentionRules> {
  const path = join(dataDir, RETENTION_FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const { success, data, error } = shape.safeParse(jsonIn(text, path));
  if (success) {
    const { requests, questions } = data;
    return { requests, questions: questions && { ...questions, after: 'received' } };
  }
  const [first] = error.issues;
  throw new Error(`${path}: /${first?.path.join('/') ?? ''} ${first?.message ?? 'is wrong'}.`);
}

/** A rule as it stands in the log, such as `P5Y after end`. */
export function ruleText({ keep, after }: RetentionRule): string {
  return `${keep} after ${after}`;
}

/** What is from before this moment (ISO) has been kept long enough. `now` in milliseconds. */
export function keptSince({ keep }: RetentionRule, now: number): string {
  const [years, months, days] = partsOf(keep);
  const moment = new Date(now);
  const day = moment.getUTCDate();
  moment.setUTCDate(1);
  moment.setUTCMonth(moment.getUTCMonth() - 12 * years - months);
  // The thirty-first of a month that has thirty days is its last: never a day earlier than promised.
  const last = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0)).getUTCDate();
  moment.setUTCDate(Math.min(day, last) - days);
  return moment.toISOString();
}

function daysIn(text: string): number {
  if (!PERIOD.test(text)) return 0;
  const [years, months, days] = partsOf(text);
  return years * 365 + months * 30 + days;
}

function partsOf(text: string): readonly [number, number, number] {
  const [, years = '0', months = '0', days = '0'] = PERIOD.exec(text) ?? [];
  return [Number(years), Number(months), Number(days)];
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON.`);
  }
}
