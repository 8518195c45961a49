import { readFileSync } from 'node:fs';

/** Answers in their stored form. */
export type Answers = Record<string, unknown>;

/** A file as an answer names it. */
export interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface DateAnswer {
  readonly date: string;
  readonly calendar: string;
}

/** One of the examples of test/packs. */
export function exampleAnswers(name: string): Answers {
  const file = new URL(`../packs/${name}.answers.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Answers;
}

/** The answer at a path such as `dependants.0.name`. */
export function answerAt(answers: Answers, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (Object(at) as Answers)[key], answers);
}

export function isDate(answer: unknown): answer is DateAnswer {
  return typeof answer === 'object' && answer !== null && 'calendar' in answer;
}

export function isFiles(answer: unknown): answer is FileAnswer[] {
  return Array.isArray(answer) && answer.length > 0 && typeof Object(answer[0]).size === 'number';
}

/** Everything in answers that a person typed or chose a name for: what must appear nowhere else. */
export function typedTexts(answers: unknown): string[] {
  if (typeof answers === 'string') return [answers];
  if (typeof answers === 'number') return [String(answers)];
  if (typeof answers !== 'object' || answers === null) return [];
  return Object.values(answers).flatMap(typedTexts);
}

/** The texts among answers that say something about a person by themselves; names of options do not. */
export function secretsIn(answers: Answers): string[] {
  const plain = /^([a-z][A-Za-z]*|SA-\d\d|islamic-umalqura|[a-z]+\/[a-z]+|[\w-]{22}|\d{1,4}(\.\d+)?)$/;
  return typedTexts(answers).filter((text) => !plain.test(text));
}

/** The same answers with files as they come of this machine: other ids, sizes of their own. */
export function withFiles(
  answers: Answers,
  sizeOf: (name: string) => number,
  ids: (path: string, index: number) => string,
): Answers {
  const replaced = Object.entries(answers).map(([path, answer]) => {
    if (!isFiles(answer)) return [path, answer];
    return [path, answer.map((file, index) => ({ ...file, id: ids(path, index), size: sizeOf(file.name) }))];
  });
  return Object.fromEntries(replaced) as Answers;
}
