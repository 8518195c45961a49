import { canonicalJson } from '../../core/canonical-json.js';
import type { Engine } from '../../core/engine.js';
import { answersIn } from '../../core/node-search.js';
import type { FieldNode } from '../../core/nodes.js';

/** Canonical JSON of every answer in sight but the signatures: what they are under. */
function signedContent({ root }: Engine): string {
  return canonicalJson(answersIn(root, ({ visible, field }) => visible && field.kind !== 'signature'));
}

/** Keeps signatures true: one holds for what it was given under, and for nothing that is changed later. */
export class Signing {
  readonly #engine: Engine;
  /** What each signature is under. */
  readonly #signed = new Map<FieldNode, string>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** A person has signed, or has taken it back. */
  record(node: FieldNode): void {
    if (node.answer === undefined) this.#signed.delete(node);
    else this.#signed.set(node, signedContent(this.#engine));
  }

  /** To be called when answers have changed: makes void what was given under others, and gives it. */
  voided(): readonly FieldNode[] {
    if (this.#signed.size === 0) return [];
    const content = signedContent(this.#engine);
    const nodes = [...this.#signed].filter(([, signed]) => signed !== content).map(([node]) => node);
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
