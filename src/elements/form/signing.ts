import { canonicalJson } from '../../core/canonical-json.js';
import type { Engine } from '../../core/engine.js';
import { answersIn } from '../../core/node-search.js';
import type { FieldNode, StepNode } from '../../core/nodes.js';

/** One signature, and what it is under. */
export interface Signed {
  readonly language: string;
  /** When what is signed was first shown, and when it was signed: ISO 8601, UTC. */
  readonly shownAt: string;
  readonly at: string;
  /** Canonical JSON of all other answers. */
  readonly content: string;
}

/** Canonical JSON of every answer in sight but the signatures: what they are under. */
export function signedContent({ root }: Engine): string {
  return canonicalJson(answersIn(root, ({ visible, field }) => visible && field.kind !== 'signature'));
}

/** Keeps signatures true: one holds for what it was given under, and for nothing that is changed later. */
export class Signing {
  readonly #engine: Engine;
  readonly #shown = new Map<StepNode, string>();
  readonly #signed = new Map<FieldNode, Signed>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** A step has come before the person. */
  shown(step: StepNode, at: string): void {
    if (!this.#shown.has(step)) this.#shown.set(step, at);
  }

  /** A person has signed, or has taken it back. */
  record(node: FieldNode, language: string, at: string): void {
    if (node.answer === undefined) this.#signed.delete(node);
    else {
      const shownAt = this.#shown.get(node.step) ?? at;
      this.#signed.set(node, { language, shownAt, at, content: signedContent(this.#engine) });
    }
  }

  of(node: FieldNode): Signed | undefined {
    return this.#signed.get(node);
  }

  /** To be called when answers have changed: makes void what was given under others, and gives it. */
  voided(): readonly FieldNode[] {
    if (this.#signed.size === 0) return [];
    const content = signedContent(this.#engine);
    const nodes = [...this.#signed].filter(([, signed]) => signed.content !== content).map(([node]) => node);
    this.#engine.batch(() => {
      for (const node of nodes) {
        this.#signed.delete(node);
        this.#engine.input(node, node.type.empty);
        this.#engine.reportIssue(node, 'changed');
      }
    });
    return nodes;
  }
}
