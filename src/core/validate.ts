import * as z from 'zod/mini';
import type { Judge } from './answer-rule.js';
import { AnswerRules, judgeIn } from './answer-rule.js';
import type { FormDefinition } from './definition.js';
import type { Answers } from './engine.js';
import { Engine } from './engine.js';
import type { Catalog, Context, FieldType } from './field-type.js';
import { withInner } from './node-search.js';
import type { FieldNode, Group } from './nodes.js';
import { pathOf, pointerOf } from './pointer.js';

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
  const filling = new Filling(new Engine(definition, catalog, context));
  const { engine, problems } = filling;
  engine.batch(() => filling.fill(engine.root, answers, []));
  const rules = new AnswerRules(context, catalog);
  const judge = judgeIn(context, catalog);
  for (const node of filling.nodes()) {
    const code = node.visible ? shownProblem(node, judge, rules) : hiddenProblem(node);
    if (code !== undefined) filling.report(node.path.split('.'), code);
  }
  return problems.length > 0 ? { problems } : { answers: engine.answers() };
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
        ctx.issues.push({ code: 'custom', message: code, input: value, path: pathOf(pointer) });
      }
      return answers ?? {};
    }),
  );
}

/** Puts answers in their nodes as they are, right or wrong, and gathers what is wrong: one problem for each place. */
class Filling {
  readonly engine: Engine;
  readonly problems: AnswerProblem[] = [];
  readonly #told = new Set<string>();
  /** What came in place of the answers of these groups holds none, so none of them can be asked for. */
  readonly #unreadable = new Set<Group>();

  constructor(engine: Engine) {
    this.engine = engine;
  }

  fill(group: Group, json: unknown, path: readonly PropertyKey[]): void {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      this.report(path, 'type');
      this.#unreadable.add(group);
      return;
    }
    for (const [id, answer] of Object.entries(json)) {
      const field = group.scope.fields.get(id);
      const node = field && group.nodes.get(field);
      const at = [...path, id];
      if (node === undefined || node.field.kind === 'none') this.report(at, 'unknown');
      else if (Array.isArray(answer) && answer.length === 0) this.report(at, 'unnormalised');
      else if (node.field.kind !== 'list') this.engine.place(node, answer);
      else if (!Array.isArray(answer)) this.report(at, 'type');
      else this.#fillItems(node, answer, at);
    }
  }

  /** All fields whose answers can be judged. */
  *nodes(): Generator<FieldNode> {
    for (const { fields } of this.engine.steps) {
      for (const node of withInner(fields)) if (!this.#unreadable.has(node.group)) yield node;
    }
  }

  report(path: readonly PropertyKey[], code: string): void {
    const pointer = pointerOf(path);
    if (!this.#told.has(pointer)) this.problems.push({ pointer, code });
    this.#told.add(pointer);
  }

  /** An item more than a list may hold is enough to refuse it: the rest need not be built. */
  #fillItems(list: FieldNode, items: readonly unknown[], path: readonly PropertyKey[]): void {
    // The list's own type says how many are too many; the catalogue has forgotten its definitions.
    const type = list.type as unknown as FieldType<FieldNode['definition'], unknown, unknown>;
    const { most } = type.limits?.(list.definition, this.engine.context, 'too-many') ?? {};
    const enough = typeof most === 'number' ? most + 1 : items.length;
    for (const [index, item] of items.slice(0, enough).entries()) {
      this.fill(this.engine.addItem(list), item, [...path, index]);
    }
  }
}

/** A computed value is overwritten, but what was sent for it must be of its kind. */
function shownProblem(node: FieldNode, judge: Judge, rules: AnswerRules): string | undefined {
  if (!node.computed) return judge(node);
  return node.sent === undefined ? undefined : rules.problem(node, node.sent);
}

/** What is in a hidden list is hidden with it: that is told once. */
function hiddenProblem(node: FieldNode): string | undefined {
  if (node.group.list?.visible === false) return undefined;
  const sent = node.computed ? node.sent : node.answer;
  return node.items.length > 0 || sent !== undefined ? 'hidden' : undefined;
}
