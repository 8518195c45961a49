import * as z from 'zod/mini';
import { isIsoDate } from '../calendar.js';
import { identifier, languageCode, text, whole } from '../shapes.js';

/** ISO 8601 duration in whole days, such as `P14D`. */
const days = z.string().check(z.regex(/^P\d{1,3}D$/, 'duration'));

const formId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/, 'form-id'));

/** A day of this century or the next: what lies outside is a slip of the keyboard. */
const isoDate = z.string().check(z.refine((iso) => isIsoDate(iso) && /^2[01]/.test(iso), 'iso-date'));

/** Days of the week, by their English names; which of them are no working days is the association's to say. */
export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const calendarSchema = z.strictObject({
  /** Six at most: an association works on one day at least. */
  weekend: z.array(z.enum(weekdays)).check(z.maxLength(6)),
  /** First and last day of each, both included. */
  holidays: z.optional(
    z
      .array(z.strictObject({ from: isoDate, to: z.optional(isoDate), name: z.optional(text) }))
      .check(z.maxLength(500)),
  ),
});

/** Before which day a move is too early. */
const deadlineSchema = z.strictObject({
  notBefore: days,
  /** `calendar` where nothing is said. Either way the day is put off to the next working day. */
  count: z.optional(z.enum(['calendar', 'working'])),
  /** The state that is counted from: the day it was first entered. */
  from: identifier,
  /** `warn`: who says why may do it earlier. `block`: nobody may. */
  mode: z.enum(['warn', 'block']),
});

/** What a move may ask for. Each is a fact of the request, or something that is given with the move. */
export const needs = [
  /** Each field of `verify` that was answered has been found matched. */
  'verified',
  /** Nothing that was asked for is still open. */
  'nothingMissing',
  /** A list of what is missing comes with the move. */
  'missing',
  /** A reason in plain words comes with the move. */
  'reason',
  /** What was given, and on which day, comes with the move. */
  'service',
] as const;

const stateSchema = z.strictObject({
  id: identifier,
  /** What the applicant reads: where his request is, what happens now and what comes then. */
  title: text,
  text: text,
  next: z.optional(text),
  /** Who acts now: a role, or `applicant`. */
  actor: z.optional(identifier),
  /** The stage of the timeline it belongs to; a state without one is shown in that of the state before it. */
  stage: z.optional(identifier),
  /** Nothing comes after it of necessity. */
  end: z.optional(z.literal(true)),
});

const moveSchema = z.strictObject({
  id: identifier,
  label: text,
  from: z.array(identifier).check(z.minLength(1), z.maxLength(60)),
  /** The state it leads to. Or `back`: to the one that the present one was entered from. */
  to: z.optional(identifier),
  back: z.optional(z.literal(true)),
  /** Roles, `applicant`, or both. */
  by: z.array(identifier).check(z.minLength(1), z.maxLength(50)),
  needs: z.optional(z.array(z.enum(needs))),
  notBefore: z.optional(deadlineSchema),
  /** `provided`: it is made by itself as soon as the applicant has brought all that was missing. */
  on: z.optional(z.literal('provided')),
  /** What the applicant reads before he makes it himself. */
  confirm: z.optional(text),
  /** The message the applicant gets: a key of `messages`. */
  message: identifier,
  /** He is asked afterwards how it was: by which survey, for which of its steps, and with which message. */
  invite: z.optional(z.strictObject({ survey: formId, step: identifier, message: identifier })),
});

/** What is asked when somebody looks up his request with its reference: any one of these. */
const factorSchema = z.union([
  z.strictObject({ field: identifier, last: whole(3, 8) }),
  z.strictObject({ field: identifier, part: z.literal('year') }),
]);

/**
 * How requests are handled: the states a request can be in, who may move it from which to which, what each move needs
 * and what the applicant is told of it.
 */
export const processSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: formId,
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, 'version')),
  languages: z.array(languageCode).check(z.minLength(1), z.maxLength(50)),
  /** Ids of the forms whose requests are handled so. */
  forms: z.array(formId).check(z.minLength(1), z.maxLength(100)),
  roles: z.array(z.strictObject({ id: identifier, name: text })).check(z.minLength(1), z.maxLength(50)),
  calendar: calendarSchema,
  stages: z.array(z.strictObject({ id: identifier, title: text })).check(z.minLength(1), z.maxLength(20)),
  /** The state every request begins in. */
  start: identifier,
  states: z.array(stateSchema).check(z.minLength(1), z.maxLength(60)),
  moves: z.array(moveSchema).check(z.maxLength(300)),
  /** What is compared with its source: fields and documents, with a name that tells an onlooker nothing. */
  verify: z.optional(z.array(z.strictObject({ field: identifier, name: text })).check(z.maxLength(200))),
  /** Fields that only some roles may read. A section stands for all in it. */
  confined: z.optional(
    z.array(z.strictObject({ fields: z.array(identifier).check(z.minLength(1)), to: z.array(identifier) })),
  ),
  /** Which roles answer questions, settle what was asked for, and say that a data right is done: all where nothing is said. */
  tasks: z.optional(
    z.strictObject({
      answer: z.optional(z.array(identifier).check(z.minLength(1))),
      settle: z.optional(z.array(identifier).check(z.minLength(1))),
      rights: z.optional(z.array(identifier).check(z.minLength(1))),
    }),
  ),
  lookUp: z.strictObject({
    factors: z.array(factorSchema).check(z.minLength(1)),
    /** How long after it was sent a request can be opened by its link. */
    linkLasts: days,
  }),
  /** Where the applicant is reached: the first field of `phone` that was answered, if he ticked `consent`. */
  contact: z.optional(
    z.strictObject({
      phone: z.array(identifier).check(z.minLength(1)),
      consent: z.optional(identifier),
      channel: z.optional(identifier),
      times: z.optional(identifier),
    }),
  ),
  /** What the applicant is sent. `{reference}` is put in; the link to his request follows by itself. */
  messages: z.record(identifier, text),
  /** Messages about what is no move: a request has come, a question was answered, a copy or deletion is done. */
  notices: z.optional(
    z.strictObject({
      received: z.optional(identifier),
      answered: z.optional(identifier),
      rightsDone: z.optional(identifier),
    }),
  ),
  /** Words that no sentence to the applicant may hold, for others may read it: of health, of the kind of help. */
  neverSay: z.optional(z.array(z.string().check(z.minLength(2), z.maxLength(60))).check(z.maxLength(1_000))),
});
