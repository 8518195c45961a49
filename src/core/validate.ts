import * as z from 'zod/mini';
import { AnswerRules, judgeIn } from './answer-rule.js';
import type { FormDefinition } from './definition.js';
import type { Answers } from './engine.js';
import { answersIn, Engine, withInner } from './engine.js';
import type { Catalog, Context } from './field-type.js';
import type { FieldNode, Group } from './nodes.js';
import { pointerOf } from './pointer.js';

/** One reason why answers were refused; `pointer` is the RFC 6901 pointer of the answer. */
export interface AnswerProblem {
  readonly pointer: string;
  readonly code: string;
}

/** What became of untrusted answers: the same with computed values put in, or the reasons. */
export type ValidationResult =
  | { readonly answers: Answers; readonly problems?: undefined }
  | { readonly answers?: undefined; readonly problems: readonly AnswerProblem[] };

/**
 * Checks answers in their stored form against a definition, as the receiver must: keys that are unknown, answers
 * that are hidden and forms that are not the stored one are refused; computed values are worked out anew, whatever
 * was sent. Codes: `type`, `unknown`, `hidden`, `unnormalised`, `required`, and those of the field types.
 */
export function validateAnswers(
  definition: FormDefinition,
  answers: unknown,
  catalog: Catalog,
  context: Context,
): ValidationResult {
  const engine = new Engine(definition, catalog, context);
  const rules = new AnswerRules(context);
  engine.judge = judgeIn(context);
  const problems: AnswerProblem[] = [];
  engine.batch(() => fill(engine, engine.root, answers, [], problems));
  for (const step of engine.steps) {
    for (const node of withInner(step.fields)) {
      const code = nodeProblem(engine, node, rules);
      if (code !== undefined) problems.push({ pointer: pointerOf(node.path.split('.')), code });
    }
  }
  return problems.length > 0 ? { problems } : { answers: answersIn(engine.root, (node) => node.visible) };
}

/** The same as a zod schema: what parses comes out with its computed values; issues carry the codes as messages. */
export function answersSchema(
  definition: FormDefinition,
  catalog: Catalog,
  context: Context,
): z.ZodMiniType<Answers> {
  return z.pipe(
    z.unknown(),
    z.transform((value, ctx) => {
      const { answers, problems } = validateAnswers(definition, value, catalog, context);
      for (const { pointer, code } of problems ?? []) {
        ctx.issues.push({ code: 'custom', message: code, input: value, path: pointer.split('/').slice(1) });
      }
      return answers ?? {};
    }),
  );
}

/** Puts answers in their nodes as they are, right or wrong, and reports what fits nowhere. */
function fill(
  engine: Engine,
  group: Group,
  json: unknown,
  path: readonly PropertyKey[],
  problems: AnswerProblem[],
) {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    problems.push({ pointer: pointerOf(path), code: 'type' });
    return;
  }
  for (const [id, answer] of Object.entries(json)) {
    const field = group.scope.fields.get(id);
    const node = field && group.nodes.get(field);
    const at = [...path, id];
    if (node === undefined || node.field.kind === 'none')
      problems.push({ pointer: pointerOf(at), code: 'unknown' });
    else if (Array.isArray(answer) && answer.length === 0)
      problems.push({ pointer: pointerOf(at), code: 'unnormalised' });
    else if (node.field.kind !== 'list') engine.place(node, answer);
    else if (!Array.isArray(answer)) problems.push({ pointer: pointerOf(at), code: 'type' });
    else fillItems(engine, node, answer, at, problems);
  }
}

/** An item more than a list may hold is enough to refuse it: the rest need not be built. */
function fillItems(
  engine: Engine,
  list: FieldNode,
  items: readonly unknown[],
  path: readonly PropertyKey[],
  problems: AnswerProblem[],
): void {
  const { maxItems = items.length } = list.definition as { maxItems?: number };
  for (const [index, item] of items.slice(0, maxItems + 1).entries()) {
    fill(engine, engine.addItem(list), item, [...path, index], problems);
  }
}

function nodeProblem(engine: Engine, node: FieldNode, rules: AnswerRules): string | undefined {
  if (node.visible) return node.computed ? computedProblem(node, rules) : engine.judge?.(node);
  const sent =
    node.field.kind === 'list' ? node.items.length > 0 : node.answer !== undefined && !node.computed;
  return sent || (node.computed && node.sent !== undefined) ? 'hidden' : undefined;
}

/** A computed value is overwritten, but what was sent for it must be of its kind. */
function computedProblem(node: FieldNode, rules: AnswerRules): string | undefined {
  return node.sent === undefined ? undefined : rules.problem(node, node.sent);
}
