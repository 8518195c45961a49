import { canonicalJson } from '../../core/canonical-json.js';
import type { Answers, Engine } from '../../core/engine.js';
import { answersIn } from '../../core/node-search.js';
import type { FieldNode } from '../../core/nodes.js';

/** How a signature came about. Times are ISO 8601 in UTC. */
export interface Signing {
  readonly language: string;
  readonly shownAt: string;
  readonly signedAt: string;
}

/** Every answer in sight that was given, but the signatures: what they are under. */
export function signedAnswers({ root }: Engine): Answers {
  return answersIn(root, (node) => node.visible && !node.computed && !signs(node));
}

/** Whether the answer to a field signs the others. */
export function signs({ type, definition }: FieldNode): boolean {
  // Only the type itself knows its definitions.
  return type.signs?.(definition as never) ?? false;
}

/** Keeps signatures true: one holds for what it was given under, and for nothing that is changed later. */
export class Signings {
  readonly #engine: Engine;
  readonly #given = new Map<FieldNode, Signing & { readonly content: string }>();
  #shownAt = '';

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** How a signature was given. */
  of(node: FieldNode): Signing | undefined {
    return this.#given.get(node);
  }

  /** A page is shown to the person. */
  shown(at: string): void {
    this.#shownAt = at;
  }

  /** A person has answered: where that was signing, or taking a signature back, it is noted. */
  record(node: FieldNode, language: string, signedAt: string): void {
    if (!signs(node)) return;
    if (node.answer === undefined) this.#given.delete(node);
    else {
      const content = canonicalJson(signedAnswers(this.#engine));
      this.#given.set(node, { content, language, shownAt: this.#shownAt || signedAt, signedAt });
    }
  }

  /** To be called when answers have changed: makes void what was given under others, and gives it. */
  voided(): readonly FieldNode[] {
    if (this.#given.size === 0) return [];
    const now = canonicalJson(signedAnswers(this.#engine));
    const nodes = [...this.#given].filter(([, { content }]) => content !== now).map(([node]) => node);
    this.#engine.batch(() => {
      for (const node of nodes) {
        this.#given.delete(node);
        this.#engine.input(node, node.type.empty);
        this.#engine.reportIssue(node, 'changed');
      }
    });
    return nodes;
  }
}
