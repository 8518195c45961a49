import type * as z from 'zod/mini';
import type { Context, FieldDefinition, FieldType } from './field-type.js';
import type { FieldNode } from './nodes.js';

/** Rules made so far: making one costs more than asking it, and most answers are asked about more than once. */
const rules = new WeakMap<Context, WeakMap<FieldDefinition, z.ZodMiniType>>();

/** The zod rule for the stored form of a field's answer. */
export function answerRule(node: FieldNode, context: Context): z.ZodMiniType {
  let made = rules.get(context);
  if (made === undefined) {
    made = new WeakMap();
    rules.set(context, made);
  }
  let rule = made.get(node.definition);
  if (rule === undefined) {
    // Each type makes the rule for its own definitions; the catalogue has forgotten which those are.
    const type = node.type as unknown as FieldType<FieldDefinition, unknown, unknown>;
    rule = type.answer(node.definition, context);
    made.set(node.definition, rule);
  }
  return rule;
}

/** The code of what is wrong with the answer of a field that is shown: what the reading says, then the rule. */
export function answerProblem(node: FieldNode, context: Context): string | undefined {
  if (node.problem !== undefined) return node.problem;
  const answer = node.field.kind === 'list' ? node.items : node.answer;
  if (isEmpty(answer)) return node.definition.required ? 'required' : emptyProblem(node);
  if (node.computed) return undefined;
  const result = answerRule(node, context).safeParse(answer);
  return result.success ? undefined : (result.error.issues[0]?.message ?? 'format');
}

/** A list that wants items wants them although it is not called required. */
function emptyProblem(node: FieldNode): string | undefined {
  const { minItems } = node.definition as { minItems?: number };
  return node.field.kind === 'list' && minItems !== undefined && minItems > 0 ? 'too-few' : undefined;
}

/** Whether there is nothing to speak of: a list without items, or no answer. */
export function isEmpty(answer: unknown): boolean {
  return answer === undefined || (Array.isArray(answer) && answer.length === 0);
}
