import type { Answers } from './engine.js';
import { parseJson } from './json-source.js';

/**
 * Answers as a person takes them with him in a file, and goes on from it later, or elsewhere. Not sealed: whoever has the
 * file can read it.
 */
export interface AnswersFile {
  /** Version of this format. */
  readonly taafiAnswers: 1;
  readonly form: { readonly id: string; readonly version: string };
  /** BCP 47 code of the language the form was filled in. */
  readonly language: string;
  /** In their stored form. */
  readonly answers: Answers;
}

/** Why a file cannot be gone on from. */
export type AnswersFileFault =
  | 'too-large'
  /** It is no JSON, or JSON that no program should take: cut off, a name twice, `__proto__`. */
  | 'broken'
  /** Something else than answers. */
  | 'no-answers'
  /** Of a format that came after this one. */
  | 'newer'
  /** Of another form. */
  | 'other-form';

/** More UTF-16 code units than the answers of any form have, for what is sent may have no more bytes. */
const LONGEST = 1_000_000;

/** The same as a largest size, in bytes: each code unit may take three. */
export const LARGEST_ANSWERS_FILE = 3 * LONGEST;

/** The text of a file. */
export function answersFileText(form: AnswersFile['form'], language: string, answers: Answers): string {
  const { id, version } = form;
  return JSON.stringify({ taafiAnswers: 1, form: { id, version }, language, answers } satisfies AnswersFile);
}

/** Reads such a text for a form; says why where it is none, or none of this form. Takes linear time, never throws. */
export function readAnswersFile(text: string, formId: string): AnswersFile | AnswersFileFault {
  const read = parseJson(text, { characters: LONGEST });
  if ('code' in read) return read.code === 'too-large' ? 'too-large' : 'broken';
  const { value } = read;
  if (!isRecord(value) || typeof value.taafiAnswers !== 'number') return 'no-answers';
  if (value.taafiAnswers > 1) return 'newer';
  const { taafiAnswers, form, language, answers } = value;
  if (taafiAnswers !== 1 || !isRecord(form) || !isRecord(answers)) return 'no-answers';
  const { id, version } = form;
  if (typeof id !== 'string' || typeof version !== 'string' || typeof language !== 'string')
    return 'no-answers';
  return id === formId ? { taafiAnswers, form: { id, version }, language, answers } : 'other-form';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
