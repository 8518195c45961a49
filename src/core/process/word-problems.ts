import type { DefinitionProblem } from '../definition.js';
import { errorAt, warningAt } from '../problem-at.js';
import type { Text } from '../text.js';
import { wordFinder } from './never-say.js';
import type { ProcessDefinition } from './process.js';
import { APPLICANT } from './process.js';

/** A text that the applicant reads, or an onlooker beside him, in one language. */
interface Told {
  readonly text: string;
  readonly path: readonly PropertyKey[];
}

/** What no message can put in its place stays as it is and is read so. */
const PLACEHOLDER = /\{([^{}]*)\}/gu;

/** Words that must not be read by others, and placeholders that nothing is put in for. */
export function wordProblems(process: ProcessDefinition): DefinitionProblem[] {
  const { neverSay = [], messages } = process;
  const forbiddenWordIn = wordFinder(neverSay);
  return [
    ...[...toldBy(process)].flatMap(({ text, path }) => {
      const value = forbiddenWordIn(text);
      return value === undefined ? [] : [errorAt(path, 'forbidden-word', { value })];
    }),
    ...Object.entries(messages).flatMap(([id, text]) =>
      [...inLanguages(text, ['messages', id])].flatMap(({ text, path }) =>
        strangePlaceholders(text).map((value) => errorAt(path, 'unknown-placeholder', { value })),
      ),
    ),
    ...neverSay.flatMap((value, index) => {
      const other = forbiddenWordIn(value);
      if (other === undefined) return [errorAt(['neverSay', index], 'no-word', { value })];
      const isFirst = neverSay.indexOf(other) === index;
      return isFirst ? [] : [warningAt(['neverSay', index], 'word-covered', { value, other })];
    }),
  ];
}

function strangePlaceholders(text: string): readonly string[] {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'reference');
}

function* toldBy(process: ProcessDefinition): Generator<Told> {
  const { states, moves, stages, roles, verify = [], messages } = process;
  for (const [index, { title, text, next }] of states.entries()) {
    yield* inLanguages(title, ['states', index, 'title']);
    yield* inLanguages(text, ['states', index, 'text']);
    yield* inLanguages(next, ['states', index, 'next']);
  }
  for (const [index, { label, by, confirm }] of moves.entries()) {
    // What officers do is named to officers alone.
    if (by.includes(APPLICANT)) yield* inLanguages(label, ['moves', index, 'label']);
    yield* inLanguages(confirm, ['moves', index, 'confirm']);
  }
  for (const [index, { title }] of stages.entries()) yield* inLanguages(title, ['stages', index, 'title']);
  for (const [index, { name }] of roles.entries()) yield* inLanguages(name, ['roles', index, 'name']);
  for (const [index, { name }] of verify.entries()) yield* inLanguages(name, ['verify', index, 'name']);
  for (const [id, text] of Object.entries(messages)) yield* inLanguages(text, ['messages', id]);
}

function* inLanguages(text: Text | undefined, path: Told['path']): Generator<Told> {
  if (typeof text === 'string') yield { text, path };
  for (const [language, one] of Object.entries(typeof text === 'object' ? text : {}))
    yield { text: one, path: [...path, language] };
}
