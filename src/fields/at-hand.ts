import type { CSSResult } from 'lit';
import type { FormDefinition } from '../core/definition.js';
import type { AnyFieldType, Catalog, FieldDefinition } from '../core/field-type.js';
import { addMessages } from '../locale/by-parts.js';
import type { FieldView } from './field-view.js';

/*
 * The types of field that are on this page now. A script brings with it those that its forms usually have; what else a
 * definition uses comes when it is opened, so that nobody waits for what no form of his page asks.
 */

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

/** Adds types to those that are here. */
export function addFields(added: readonly FieldView[]): void {
  for (const view of added) {
    const { type } = view.type;
    views.set(type, view);
    // A view names the very type it draws.
    types.set(type, view.type as AnyFieldType);
    for (const [language, words] of Object.entries(view.words ?? {})) addMessages(language, words);
  }
}

/** What the types come in, each time with all that a form may have of its kind. */
const sets = [
  async () => (await import('./views.js')).usualViews,
  async () => (await import('./survey-views.js')).surveyViews,
  async () => (await import('./seldom-views.js')).seldomViews,
];

/**
 * Brings the types that are not here yet; nothing to wait for where all are. Of a name that no type has nothing comes:
 * the checks of the definition say so. Throws where they cannot be brought; asked again, it tries again.
 */
export function bringFields(names: ReadonlySet<string>): Promise<void> | undefined {
  return isComplete(names) ? undefined : bring(names);
}

async function bring(names: ReadonlySet<string>): Promise<void> {
  for (const set of sets) if (!isComplete(names)) addFields(await set());
}

function isComplete(names: ReadonlySet<string>): boolean {
  return [...names].every((name) => views.has(name));
}

/** The names of the types that a definition uses, those inside sections and lists among them. */
export function typesIn({ steps }: FormDefinition): ReadonlySet<string> {
  const names = new Set<string>();
  const add = ({ type, fields }: FieldDefinition): void => {
    names.add(type);
    fields?.forEach(add);
  };
  for (const { fields } of steps) fields.forEach(add);
  return names;
}

/** Whether some of the types say in this language what comes later than the first page. */
export function sayMore(names: ReadonlySet<string>, language: string): boolean {
  return [...names].some((name) => {
    const words = viewOf(name)?.words;
    return words !== undefined && !Object.hasOwn(words, language);
  });
}
