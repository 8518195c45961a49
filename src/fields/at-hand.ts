import type { CSSResult } from 'lit';
import type { FormDefinition } from '../core/definition.js';
import type { AnyFieldType, Catalog, FieldDefinition } from '../core/field-type.js';
import { addMessages } from '../locale/by-parts.js';
import type { FieldView } from './field-view.js';

/*
 * The types of field that are on this page now. A script brings with it those that its forms usually have; what else a
 * definition uses comes when it is opened, so that nobody waits for what no form of his page asks.
 */

type Steps = FormDefinition['steps'];

const views = new Map<string, FieldView>();
const types = new Map<string, AnyFieldType>();

/** The types that are here. More may come as long as the page is open; none goes. */
export const catalogAtHand: Catalog = types;

/** How a type that is here is drawn. */
export function viewOf(type: string): FieldView | undefined {
  return views.get(type);
}

/** How that looks which only some types have. */
export function stylesAtHand(): CSSResult[] {
  return [...views.values()].flatMap(({ styles = [] }) => styles);
}

/** Adds types that are known and cannot be drawn yet: enough for the pages after the first. */
export function addTypes(added: readonly FieldView['type'][]): void {
  // What goes by less is the very type.
  for (const type of added) types.set(type.type, type as AnyFieldType);
}

/** Adds types, and how they are drawn. */
export function addFields(added: readonly FieldView[]): void {
  addTypes(added.map(({ type }) => type));
  for (const view of added) {
    views.set(view.type.type, view);
    for (const [language, words] of Object.entries(view.words ?? {})) addMessages(language, words);
  }
}

/**
 * Brings what is missing of some steps, of a whole form where it is called with all of them: every type, and how those
 * are drawn that the steps in sight use. Nothing to wait for where all is here. Of a name that no type has nothing comes:
 * the checks of the definition say so. Throws where they cannot be brought; asked again, it tries again.
 */
export function bringFields(steps: Steps, inSight = steps): Promise<void> | undefined {
  const missing = [...missingIn(steps, types), ...missingIn(inSight, views)];
  return missing[0] === undefined ? undefined : bring(missing);
}

async function bring(names: readonly string[]): Promise<void> {
  const { viewsFrom } = await import('./field-sources.js');
  addFields(await viewsFrom(names));
}

/** Whether every field of some steps can be drawn. */
export function canDraw(steps: Steps): boolean {
  return missingIn(steps, views)[0] === undefined;
}

function missingIn(steps: Steps, here: ReadonlyMap<string, unknown>): string[] {
  return [...typesIn(steps)].filter((name) => !here.has(name));
}

/** The names of the types that some steps use, those inside sections and lists among them. */
function typesIn(steps: Steps): ReadonlySet<string> {
  const names = new Set<string>();
  const add = ({ type, fields }: FieldDefinition): void => {
    names.add(type);
    fields?.forEach(add);
  };
  for (const { fields } of steps) fields.forEach(add);
  return names;
}

/** Whether some fields of these steps say in this language what comes later than the first page. */
export function sayMore(steps: Steps, language: string): boolean {
  return [...typesIn(steps)].some((name) => {
    const words = viewOf(name)?.words;
    return words !== undefined && !Object.hasOwn(words, language);
  });
}
