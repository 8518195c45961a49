import type * as z from 'zod/mini';
import type { Engine } from './engine.js';
import type { Catalog, Context, FieldDefinition, FieldType } from './field-type.js';
import { nodeNamed } from './node-search.js';
import type { FieldNode } from './nodes.js';
import { watchRelations } from './relation-watch.js';
import { relationProblem } from './relations.js';
import * as shapes from './shapes.js';

/** Says what is wrong with the answer of a field that is shown, as the code of a problem. */
export type Judge = (node: FieldNode) => string | undefined;

/**
 * A judge of answers by the rules of their types: what the reading says first, then the rule for the stored form. The
 * rules are those of the catalogue: the types that an engine works with in a browser have come without.
 */
export function judgeIn(context: Context, catalog: Catalog): Judge {
  const rules = new AnswerRules(context, catalog);
  return (node) => {
    if (node.problem !== undefined) return node.problem;
    const answer = node.field.kind === 'list' ? node.items : node.answer;
    if (isEmpty(answer)) return node.definition.required ? 'required' : emptyProblem(node);
    if (node.computed) return undefined;
    return rules.problem(node, answer) ?? disagreement(node, answer) ?? relationProblem(node);
  };
}

/** The judge of a form that is being filled in: what an answer is judged beside is kept in sight. */
export function judgeFor(engine: Engine, catalog: Catalog): Judge {
  watchRelations(engine, catalog);
  return judgeIn(engine.context, catalog);
}

/** The zod rules of fields, each made when it is first asked: making one costs more than asking it. */
export class AnswerRules {
  readonly #context: Context;
  readonly #catalog: Catalog;
  readonly #rules = new WeakMap<FieldDefinition, z.ZodMiniType>();

  constructor(context: Context, catalog: Catalog) {
    this.#context = context;
    this.#catalog = catalog;
  }

  /** The code of what is wrong with an answer of this field; undefined where it is right. */
  problem(node: FieldNode, answer: unknown): string | undefined {
    const result = this.#rule(node).safeParse(answer);
    return result.success ? undefined : (result.error.issues[0]?.message ?? 'type');
  }

  #rule({ definition }: FieldNode): z.ZodMiniType {
    let rule = this.#rules.get(definition);
    if (rule === undefined) {
      // Each type makes the rule for its own definitions; the catalogue has forgotten which those are.
      const own = this.#catalog.get(definition.type) as unknown as FieldType<
        FieldDefinition,
        unknown,
        unknown
      >;
      rule = own.answer(shapes, definition, this.#context);
      this.#rules.set(definition, rule);
    }
    return rule;
  }
}

/** What is wrong with an answer beside those of other fields. */
function disagreement(node: FieldNode, answer: unknown): string | undefined {
  const { agrees } = node.type as unknown as FieldType<FieldDefinition, unknown, unknown>;
  return agrees?.(answer, node.definition, (name) => nodeNamed(name, node.group)?.value);
}

/** A list that wants items wants them although it is not called required. */
function emptyProblem(node: FieldNode): string | undefined {
  const { minItems } = node.definition as { minItems?: number };
  return node.field.kind === 'list' && minItems !== undefined && minItems > 0 ? 'too-few' : undefined;
}

function isEmpty(answer: unknown): boolean {
  return answer === undefined || (Array.isArray(answer) && answer.length === 0);
}
