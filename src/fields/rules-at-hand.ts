import { MOST_LEVELS } from '../core/definition.js';
import type { Catalog } from '../core/field-type.js';
import { addFields, catalogAtHand } from './at-hand.js';
import { fieldSources, viewsFrom } from './field-sources.js';
import { usualTypes } from './usual-types.js';

/** The names of all types there are, also of those that are not here. */
export const allTypeNames: readonly string[] = Object.keys(fieldSources);

const usual = new Map(usualTypes.map((type) => [type.type, type]));

/** The types that are here now with all their rules: those a script begins with have come without. */
export function rulesAtHand(): Catalog {
  return new Map([...catalogAtHand, ...usual]);
}

/** The same, once all that a document names is here, however wrong the document is. Rejects where that cannot be brought. */
export async function rulesFor(json: unknown): Promise<Catalog> {
  // The rules of the usual types are here whether those can be drawn or not.
  const isHere = (name: string) => usual.has(name) || catalogAtHand.has(name);
  addFields(await viewsFrom([...typesNamedIn(json)].filter((name) => !isHere(name))));
  return rulesAtHand();
}

function typesNamedIn(json: unknown): Set<string> {
  const names = new Set<string>();
  const add = (fields: unknown, level: number): void => {
    if (!Array.isArray(fields) || level > MOST_LEVELS) return;
    for (const field of fields as unknown[]) {
      const { type, fields: inner } = (field ?? {}) as { type?: unknown; fields?: unknown };
      if (typeof type === 'string') names.add(type);
      add(inner, level + 1);
    }
  };
  const { steps } = (json ?? {}) as { steps?: unknown };
  if (Array.isArray(steps))
    for (const step of steps as unknown[]) add((step as { fields?: unknown } | null)?.fields, 0);
  return names;
}
