import type { Answers, Engine } from '../../core/engine.js';
import type { Session } from './session.js';

/**
 * Fills in what a form may begin with: what the definition says under `prefill.values`, what the page gives for the fields named under `prefill.host`, and what the
 * address gives for those under `prefill.url`. Texts are read as if they had been typed; all else that is given is
 * left out, and so is what makes no answer. What a person has begun to fill in is his.
 */
export function prefill({ engine, touched }: Session, host: Answers = {}): void {
  if (touched) {
    console.warn('The form is being filled in: `prefill` comes too late.');
    return;
  }
  const { host: fromHost = [], url = [], values: own = {} } = engine.definition.prefill ?? {};
  const given = new URLSearchParams(globalThis.location.search);
  const values = new Map(Object.entries(own));
  for (const id of url) if (given.has(id)) values.set(id, given.get(id));
  for (const id of fromHost) if (Object.hasOwn(host, id)) values.set(id, host[id]);
  engine.batch(() => {
    for (const [id, value] of values) fillIn(engine, id, value);
  });
}

/** Puts one answer in its place, a text as if it had been typed; what makes no answer is left out. */
export function fillIn(engine: Engine, id: string, value: unknown): void {
  const node = engine.find(id);
  if (node === undefined) return;
  try {
    if (typeof value === 'string' && typeof node.type.empty === 'string') engine.input(node, value);
    else engine.restore({ [id]: value });
  } catch {
    console.warn(`The value given for ${id} makes no answer and was left out.`);
  }
}
