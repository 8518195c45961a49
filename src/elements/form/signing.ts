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

/** Whether the answer to a field stands up for the others: it signs them, or declares them right under the review. */
export function vouches(node: FieldNode): boolean {
  return signs(node) || (node.definition.type === 'statement' && node.step.definition.at !== undefined);
}

/** Keeps true what stands up for other answers: it holds for what it was given under, and for nothing changed later. */
export class Signings {
  readonly #engine: Engine;
  readonly #given = new Map<FieldNode, Signing & { readonly content: string }>();
  #shownAt = '';
  /** Whether the answers have been shown to who signs since they last changed. */
  #isSeen = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** How a signature was given. */
  of(node: FieldNode): Signing | undefined {
    return this.#given.get(node);
  }

  /** A page is shown on which something is to be signed. */
  shown(at: string): void {
    if (!this.#isSeen) this.#shownAt = at;
    this.#isSeen = true;
  }

  /** A person has answered: what stands up for other answers is noted; those have not been seen before now. */
  record(node: FieldNode, language: string, at: string): void {
    if (!vouches(node)) {
      if (node.step.definition.at === undefined) this.changed(at);
    } else if (node.answer === undefined) this.#given.delete(node);
    else {
      const content = this.#contentFor(node);
      this.#given.set(node, { content, language, shownAt: this.#shownAt || at, signedAt: at });
    }
  }

  /** What is to be signed is new from now on. */
  changed(at: string): void {
    this.#shownAt = at;
    this.#isSeen = false;
  }

  /** To be called when answers have changed: makes void what was given under others, and gives it. */
  voided(): readonly FieldNode[] {
    if (this.#given.size === 0) return [];
    const nodes = [...this.#given].filter(([node, { content }]) => content !== this.#contentFor(node));
    this.#engine.batch(() => {
      for (const [node] of nodes) {
        this.#given.delete(node);
        this.#engine.input(node, node.type.empty);
        this.#engine.reportIssue(node, signs(node) ? 'changed' : 'required');
      }
    });
    return nodes.map(([node]) => node);
  }

  /** A signature is under everything else, a statement under what stands above its step. */
  #contentFor(node: FieldNode): string {
    const isOwn = signs(node) ? signs : ({ step }: FieldNode) => step === node.step;
    const { root } = this.#engine;
    // Compared only with itself: answers stand in the order of the form.
    return JSON.stringify(answersIn(root, (other) => other.visible && !other.computed && !isOwn(other)));
  }
}
