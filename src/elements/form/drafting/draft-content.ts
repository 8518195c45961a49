import type { FieldNode } from '../../../core/nodes.js';
import { isKept, keptAnswers } from '../../../core/taking-up.js';
import type { FileAnswer } from '../../../fields/file/file.type.js';
import type { DraftContent } from '../../../transport/drafts/drafts.js';
import type { Runner } from '../runner.js';
import { signs } from '../signing.js';

/** All that is kept of a form on a device: answers, what is half typed, and where the person was. */
export function contentOf({ session, loaded, besides }: Runner): DraftContent {
  const { engine } = session;
  const { id, version } = loaded.definition;
  const typed: Record<string, unknown> = {};
  for (const node of engine.shownFields()) {
    const isHalf = isKept(node) && node.answer === undefined && node.field.kind !== 'list';
    if (isHalf && !isSame(node.input, node.type.empty)) typed[node.path] = node.input;
  }
  return {
    form: { id, version },
    answers: keptAnswers(engine, (node) => isKept(node) || isFiles(node)),
    typed,
    page: session.nameOf(session.page),
    besides,
  };
}

/** The files among the answers in sight. */
export function filesIn({ session }: Runner): readonly FileAnswer[] {
  return [...session.engine.shownFields()]
    .filter((node) => isFiles(node) && node.answer !== undefined)
    .flatMap((node) => node.answer as readonly FileAnswer[]);
}

/** Puts back what was half typed, as far as the fields take it. */
export function typeAgain({ session: { engine } }: Runner, typed: DraftContent['typed']): void {
  engine.batch(() => {
    for (const [path, input] of Object.entries(typed)) {
      const node = engine.find(path);
      if (node === undefined || node.path !== path || !isKept(node) || !isLike(input, node.type.empty))
        continue;
      try {
        engine.input(node, input);
      } catch {
        engine.input(node, node.type.empty);
      }
    }
  });
}

/** A signature may be a file too, and is given anew. */
function isFiles(node: FieldNode): boolean {
  return node.field.kind === 'files' && !signs(node);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether controls that hold `empty` at first can hold this: the definition may have changed since. */
function isLike(input: unknown, empty: unknown): boolean {
  if (typeof empty !== 'object' || empty === null) return typeof input === typeof empty;
  if (typeof input !== 'object' || input === null || Array.isArray(input) !== Array.isArray(empty))
    return false;
  return Object.keys(empty).every((name) => Object.hasOwn(input, name));
}
