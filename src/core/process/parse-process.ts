import type * as z from 'zod/mini';
import type { DefinitionProblem } from '../definition.js';
import { hazardIn } from '../hazard.js';
import { MOST_PROBLEMS } from '../problem-at.js';
import { shapeProblems } from '../shape-problems.js';
import { textProblems } from '../text-problems.js';
import { calendarProblems } from './calendar-problems.js';
import { nameProblems } from './name-problems.js';
import type { ProcessDefinition } from './process.js';
import { processSchema } from './process-shape.js';
import { wayProblems } from './way-problems.js';
import { wordProblems } from './word-problems.js';

/** What became of a document: a process with what could be better, or the reasons why it is none. */
export type ProcessParseResult =
  | { readonly process: ProcessDefinition; readonly problems: readonly DefinitionProblem[] }
  | { readonly process?: undefined; readonly problems: readonly DefinitionProblem[] };

/**
 * Reads an untrusted JSON value as a process. Never throws: each fault is a problem with the pointer of the value at
 * fault. Of a process that is taken, every name leads somewhere, every state can be reached, and every request can
 * come to an end whatever was done to it before.
 */
export function parseProcess(json: unknown): ProcessParseResult {
  const hazard = hazardIn(json);
  if (hazard !== undefined) return { problems: [hazard] };
  const shaped = processSchema.safeParse(json);
  if (!shaped.success) {
    const problems = shapeProblems(shaped.error.issues, json, [], keysAt);
    return { problems: problems.slice(0, MOST_PROBLEMS) };
  }
  const process = shaped.data;
  const names = nameProblems(process);
  // Where a way leads nowhere because of a slip in a name, the slip is all there is to say about it.
  const ways = names.some(({ severity }) => severity === 'error') ? [] : wayProblems(process);
  const problems = [
    ...names,
    ...ways,
    ...calendarProblems(process),
    ...wordProblems(process),
    ...textProblems(json, process.languages),
  ];
  const errors = problems.filter(({ severity }) => severity === 'error');
  // Warnings are for whoever has a process: beside errors they would only hide them.
  if (errors.length > 0) return { problems: errors.slice(0, MOST_PROBLEMS) };
  return { process, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** The keys that the shape of a process knows at a place. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: z.ZodMiniType | undefined = processSchema;
  for (const key of path) schema = schema && within(schema, key);
  return Object.keys((schema && partsOf(schema).shape) ?? {});
}

/** What shapes are made of, as far as a way leads into them. */
interface Parts {
  readonly shape?: Readonly<Record<PropertyKey, z.ZodMiniType>>;
  readonly element?: z.ZodMiniType;
}

function within(schema: z.ZodMiniType, key: PropertyKey): z.ZodMiniType | undefined {
  const { shape, element } = partsOf(schema);
  return shape?.[key] ?? element;
}

function partsOf(schema: z.ZodMiniType): Parts {
  // Of the kinds of shapes in a process only these have parts with names of ours.
  const { innerType, ...parts } = schema._zod.def as Parts & { readonly innerType?: z.ZodMiniType };
  return innerType === undefined ? parts : partsOf(innerType);
}
