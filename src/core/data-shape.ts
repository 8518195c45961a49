import type { Answers } from './engine.js';

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * The shape in which a form's answers are handed on, as a template of it: where fields stand in the data of whoever
 * gets them. Answers themselves are flat, by the ids of the fields.
 */
export type DataShape =
  | FieldShape
  | { readonly object: Readonly<Record<string, DataShape>>; readonly required?: true | undefined }
  | { readonly array: readonly DataShape[] }
  /** Always the same, and never asked. */
  | { readonly value: Json }
  /** A day and a time as one RFC 3339 text, in the time of Riyadh. */
  | { readonly dateTime: readonly [day: string, time: string] }
  /** The first of them that has an answer: one question asked in several ways, each under a condition. */
  | { readonly any: readonly DataShape[] };

/** The answer to one field. */
export interface FieldShape {
  readonly field: string;
  /** What stands for the values of its options. */
  readonly values?: Readonly<Record<string, Json>> | undefined;
  /** What stands there where there is no answer; otherwise nothing does. */
  readonly empty?: Json | undefined;
  /** Shape of the items of a list. */
  readonly items?: DataShape | undefined;
  /** How it is written: a day as its ISO date, a time with that of Riyadh, a file or files as `data:` addresses. */
  readonly as?: 'date' | 'time' | 'file' | 'files' | undefined;
}

/** Riyadh is three hours ahead all the year. */
const RIYADH = '+03:00';

/** The bytes of a file of an answer as base64; undefined where they are not at hand. */
export type FileContent = (id: string) => string | undefined;

/** Data of the shape, made of answers. Files are left out where their bytes are not at hand. */
export function dataFrom(shape: DataShape, answers: Answers, content: FileContent = () => undefined): Json {
  return written(shape, answers, content).data ?? {};
}

/** A part of the data, and whether anybody has answered anything in it. */
interface Written {
  readonly data?: Json | undefined;
  readonly isAnswered: boolean;
}

const nothing: Written = { isAnswered: false };

function written(shape: DataShape, answers: Answers, content: FileContent): Written {
  if ('field' in shape) return writtenField(shape, answers[shape.field], content);
  if ('value' in shape) return { data: shape.value, isAnswered: false };
  if ('any' in shape) {
    const all = shape.any.map((one) => written(one, answers, content));
    return all.find(({ isAnswered }) => isAnswered) ?? all.find(({ data }) => data !== undefined) ?? nothing;
  }
  if ('dateTime' in shape) {
    const [day, time] = shape.dateTime.map((id) => answers[id]);
    if (day === undefined || time === undefined) return nothing;
    return { data: `${(day as { date: string }).date}T${String(time)}:00${RIYADH}`, isAnswered: true };
  }
  if ('array' in shape) {
    const all = shape.array.map((one) => written(one, answers, content));
    const end = all.map(({ isAnswered }) => isAnswered).lastIndexOf(true) + 1;
    return end === 0 ? nothing : { data: all.slice(0, end).map(({ data = null }) => data), isAnswered: true };
  }
  const entries = Object.entries(shape.object).map(
    ([name, inner]) => [name, written(inner, answers, content)] as const,
  );
  const isAnswered = entries.some(([, inner]) => inner.isAnswered);
  // What nobody has answered is not there, although parts of it are always the same.
  if (!isAnswered && shape.required !== true) return nothing;
  const data = entries.flatMap(([name, inner]) => (inner.data === undefined ? [] : [[name, inner.data]]));
  return { data: Object.fromEntries(data) as Json, isAnswered };
}

function writtenField(shape: FieldShape, answer: unknown, content: FileContent): Written {
  if (answer === undefined) return { data: shape.empty, isAnswered: false };
  return { data: writtenAnswer(shape, answer, content), isAnswered: true };
}

function writtenAnswer(
  { as, items, values }: FieldShape,
  answer: unknown,
  content: FileContent,
): Json | undefined {
  switch (as) {
    case 'date':
      return (answer as { date: string }).date;
    case 'time':
      return `${String(answer)}:00${RIYADH}`;
    case 'file':
      return dataAddresses(answer, content)[0];
    case 'files':
      return dataAddresses(answer, content);
  }
  if (items !== undefined)
    return (answer as readonly Answers[]).map((item) => written(items, item, content).data ?? null);
  const one = (value: unknown): Json =>
    values !== undefined && Object.hasOwn(values, String(value))
      ? (values[String(value)] as Json)
      : (value as Json);
  return Array.isArray(answer) ? answer.map(one) : one(answer);
}

function dataAddresses(answer: unknown, content: FileContent): string[] {
  const files = answer as readonly { id: string; name: string; type: string }[];
  return files.flatMap(({ id, name, type }) => {
    const base64 = content(id);
    return base64 === undefined ? [] : `data:${type};name=${encodeURIComponent(name)};base64,${base64}`;
  });
}

/**
 * The answers that data of the shape holds, to begin a form with: what leads nowhere is left out, and so are files.
 * Where one question is asked in several ways, each of them gets the answer.
 */
export function answersFrom(shape: DataShape, data: unknown): Answers {
  const answers: Record<string, unknown> = {};
  readInto(answers, shape, data);
  return answers;
}

function readInto(answers: Record<string, unknown>, shape: DataShape, data: unknown): void {
  if (data === undefined || data === null) return;
  if ('field' in shape) {
    const answer = readField(shape, data);
    if (answer !== undefined) answers[shape.field] = answer;
  } else if ('any' in shape) for (const one of shape.any) readInto(answers, one, data);
  else if ('dateTime' in shape) readDateTime(answers, shape.dateTime, data);
  else if ('array' in shape) {
    if (Array.isArray(data))
      for (const [index, one] of shape.array.entries()) readInto(answers, one, data[index]);
  } else if ('object' in shape && typeof data === 'object')
    for (const [name, inner] of Object.entries(shape.object))
      if (Object.hasOwn(data, name)) readInto(answers, inner, (data as Record<string, unknown>)[name]);
}

function readDateTime(
  answers: Record<string, unknown>,
  [day, time]: readonly [string, string],
  data: unknown,
): void {
  const [, date, clock] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(String(data)) ?? [];
  if (date === undefined) return;
  answers[day] = { date, calendar: 'gregory' };
  answers[time] = clock;
}

function readField({ as, items, values, empty }: FieldShape, data: unknown): unknown {
  if (as === 'file' || as === 'files' || isSame(data, empty)) return undefined;
  if (as === 'date') return typeof data === 'string' ? { date: data, calendar: 'gregory' } : undefined;
  if (as === 'time') return typeof data === 'string' ? data.slice(0, 5) : undefined;
  if (items !== undefined)
    return Array.isArray(data) ? data.map((item) => answersFrom(items, item)) : undefined;
  const one = (value: unknown): unknown =>
    values === undefined
      ? value
      : (Object.entries(values).find(([, written]) => isSame(written, value))?.[0] ?? value);
  return Array.isArray(data) ? data.map(one) : one(data);
}

/** Whether two values of JSON are the same, written in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Every field that a shape names, with where it stands; items are of the list around them. */
export function* fieldsIn(
  shape: DataShape,
  path: readonly PropertyKey[],
  lists: readonly string[] = [],
): Generator<{
  readonly name: string;
  readonly path: readonly PropertyKey[];
  readonly lists: readonly string[];
}> {
  if ('field' in shape) {
    yield { name: shape.field, path: [...path, 'field'], lists };
    if (shape.items !== undefined) yield* fieldsIn(shape.items, [...path, 'items'], [...lists, shape.field]);
  } else if ('dateTime' in shape)
    for (const [index, name] of shape.dateTime.entries())
      yield { name, path: [...path, 'dateTime', index], lists };
  else if ('any' in shape)
    for (const [index, one] of shape.any.entries()) yield* fieldsIn(one, [...path, 'any', index], lists);
  else if ('array' in shape)
    for (const [index, one] of shape.array.entries()) yield* fieldsIn(one, [...path, 'array', index], lists);
  else if ('object' in shape)
    for (const [name, inner] of Object.entries(shape.object))
      yield* fieldsIn(inner, [...path, 'object', name], lists);
}
