import { isOfKind } from './answer-kind.js';
import { AnswerRules } from './answer-rule.js';
import type { Answers, Engine } from './engine.js';
import type { Catalog, FieldType } from './field-type.js';
import { answersIn } from './node-search.js';
import type { FieldNode, Group } from './nodes.js';

/**
 * Why an answer that was kept is not taken up again: the form does not ask for it any more (`gone`), it fits no more
 * (`unfit`), the person gives it anew as his own act (`anew`), or its files are not here (`files`).
 */
export type NotTaken = 'gone' | 'unfit' | 'anew' | 'files';

/** One answer that was not taken up; `node` is its field, where the form still has it. */
export interface LeftOut {
  readonly path: string;
  readonly node?: FieldNode;
  readonly why: NotTaken;
}

/** Whether an answer is kept: not what only the person himself can give, what the page gives, or what is worked out. */
export function isKept({ type, computed }: FieldNode): boolean {
  return !type.neverPrefilled && !type.isUnseen && !computed;
}

/** The answers in sight that can be kept; `isTaken` may add others, such as files. */
export function keptAnswers({ root }: Engine, isTaken = isKept): Answers {
  return answersIn(root, (node) => node.visible && isTaken(node));
}

/**
 * Puts answers that were kept into a form, which may have become another one since: what fits is taken, and all else is
 * named. They may come from anybody's file. Files are taken where `hasFile` knows every one of them.
 * @param catalog the types with their rules
 */
export function takeUp(
  engine: Engine,
  answers: Answers,
  catalog: Catalog,
  hasFile: (id: string) => boolean = () => false,
): readonly LeftOut[] {
  const taking = new Taking(engine, catalog, hasFile);
  engine.batch(() => taking.group(engine.root, answers));
  return taking.leftOut;
}

class Taking {
  readonly leftOut: LeftOut[] = [];
  readonly #engine: Engine;
  readonly #rules: AnswerRules;
  readonly #hasFile: (id: string) => boolean;

  constructor(engine: Engine, catalog: Catalog, hasFile: (id: string) => boolean) {
    this.#engine = engine;
    this.#rules = new AnswerRules(engine.context, catalog);
    this.#hasFile = hasFile;
  }

  group(group: Group, answers: Answers): void {
    for (const [id, answer] of Object.entries(answers)) {
      const field = group.scope.fields.get(id);
      const node = field && group.nodes.get(field);
      if (node === undefined || node.field.kind === 'none')
        this.leftOut.push({ path: group.prefix + id, why: 'gone' });
      else {
        const why = this.#whyNot(node, answer);
        if (why !== undefined) this.leftOut.push({ path: node.path, node, why });
      }
    }
  }

  /** Takes one answer up; why not, where it cannot be. What the page gives or is worked out is passed over. */
  #whyNot(node: FieldNode, answer: unknown): NotTaken | undefined {
    const { kind } = node.field;
    const isFile = kind === 'files' && !node.type.signs?.(node.definition as never);
    if (!isKept(node) && !isFile) return node.type.isUnseen || node.computed ? undefined : 'anew';
    if (!isOfKind(answer, kind)) return 'unfit';
    if (kind === 'list') return this.#items(node, answer as readonly Answers[]);
    if (isFile && !(answer as readonly { id: string }[]).every(({ id }) => this.#hasFile(id))) return 'files';
    const problem = this.#rules.problem(node, answer);
    // What is too long or too late stands where the person sees it and can mend it; this could not even be shown.
    if (problem === 'type' || problem === 'not-an-option') return 'unfit';
    try {
      this.#engine.answer(node, answer);
    } catch {
      this.#engine.input(node, node.type.empty);
      return 'unfit';
    }
    return undefined;
  }

  #items(list: FieldNode, items: readonly Answers[]): NotTaken | undefined {
    // The list's own type says how many it holds; the catalogue has forgotten its definitions.
    const type = list.type as unknown as FieldType<FieldNode['definition'], unknown, unknown>;
    const { most } = type.limits?.(list.definition, this.#engine.context, 'too-many') ?? {};
    const taken = typeof most === 'number' ? items.slice(0, most) : items;
    for (const item of [...list.items]) this.#engine.removeItem(list, item);
    for (const item of taken) this.group(this.#engine.addItem(list), item);
    return taken.length < items.length ? 'unfit' : undefined;
  }
}
