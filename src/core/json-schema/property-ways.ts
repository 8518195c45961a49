import type { Guard, Layer, Switch } from './layers.js';
import type { Found, Report } from './schema-view.js';
import { isObject } from './schema-view.js';
import type { Test } from './tests.js';
import { namesIn } from './tests.js';

/** More ways in which one property may be asked than these nobody has meant. */
const MOST_WAYS = 24;

/** Conditions that decide together about one property. */
const MOST_SWITCHES = 5;

/** That one of some combinations holds, or none of the others; whichever is said in fewer words. */
export interface When {
  readonly isNone: boolean;
  readonly combinations: readonly (readonly Guard[])[];
}

/** One way in which a property is asked: what it is then, and when. */
export interface Way {
  readonly found: readonly Found[];
  readonly required: boolean;
  /** Combinations under which it is asked; undefined where it is asked always. */
  readonly when: When | undefined;
}

/** The ways in which the properties of an object are asked. Each is to be wanted once, in the order they are asked in. */
export class PropertyWays {
  readonly #layers: readonly Layer[];
  readonly #report: Report;
  /** Which properties a property is asked by. */
  readonly #asks = new Map<string, ReadonlySet<string>>();

  constructor(layers: readonly Layer[], report: Report) {
    this.#layers = layers;
    this.#report = report;
  }

  /** The ways in which a property is asked, by what each of the conditions around it comes to. */
  of(name: string): readonly Way[] {
    const layers = this.#withoutCircles(
      name,
      this.#layers.filter(
        ({ source: { json } }) =>
          ownProperty(json.properties, name) !== undefined || namesIn(json.required).includes(name),
      ),
    );
    const leaves = combinations(layers);
    if (leaves.length > MOST_WAYS) {
      for (const { guards } of layers)
        for (const { on } of guards) this.#report(on.path, 'schema-too-many-ways', { value: name });
      return this.#waysOf(name, combinations(layers.filter(({ guards }) => guards.length === 0)));
    }
    return this.#waysOf(name, leaves);
  }

  #waysOf(name: string, leaves: readonly Leaf[]): readonly Way[] {
    const groups = new Map<string, Pick<Way, 'found' | 'required'> & { readonly own: Leaf[] }>();
    for (const leaf of leaves) {
      const { active } = leaf;
      const found = active.flatMap(({ source: { json, path, trail } }): Found[] => {
        const own = ownProperty(json.properties, name);
        return own === undefined ? [] : [{ value: own.value, path: [...path, 'properties', name], trail }];
      });
      const required = active.some(({ source }) => namesIn(source.json.required).includes(name));
      if (found.length === 0 && !required) continue;
      if (found.length === 0) {
        // What must be there is asked, although nothing is known of it.
        const [at] = active;
        found.push({ value: {}, path: [...(at?.source.path ?? []), 'required'], trail: new Set() });
      }
      if (found.some(({ value }) => value === false)) continue;
      const key = JSON.stringify([found.map(({ path }) => path), required]);
      const group = groups.get(key) ?? { found, required, own: [] };
      group.own.push(leaf);
      groups.set(key, group);
    }
    return [...groups.values()].map(({ found, required, own }) => ({
      found,
      required,
      when: whenOf(own, leaves),
    }));
  }

  /** Without what asks the property only by itself, or by something that is asked by it. */
  #withoutCircles(name: string, layers: readonly Layer[]): readonly Layer[] {
    const kept = layers.filter(({ guards }) => {
      const looked = new Set(guards.flatMap(({ on }) => on.cases.flatMap(propertiesOf)));
      if (!this.#leads(looked, name, new Set())) return true;
      for (const { on } of guards) this.#report(on.path, 'schema-circle', { value: name });
      return false;
    });
    const asked = kept.flatMap(({ guards }) => guards.flatMap(({ on }) => on.cases.flatMap(propertiesOf)));
    this.#asks.set(name, new Set(asked));
    return kept;
  }

  #leads(from: ReadonlySet<string>, to: string, seen: Set<string>): boolean {
    for (const name of from) {
      if (name === to) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      if (this.#leads(this.#asks.get(name) ?? new Set(), to, seen)) return true;
    }
    return false;
  }
}

function ownProperty(properties: unknown, name: string): { readonly value: unknown } | undefined {
  return isObject(properties) && Object.hasOwn(properties, name) ? { value: properties[name] } : undefined;
}

/** When one of some leaves is the one that counts. */
function whenOf(own: readonly Leaf[], all: readonly Leaf[]): When | undefined {
  const others = all.filter((leaf) => !own.includes(leaf));
  if (others.length === 0) return undefined;
  const isNone = others.length < own.length;
  return { isNone, combinations: (isNone ? others : own).map(({ guards }) => guards) };
}

/** The properties of the object that a test looks at. */
function propertiesOf(test: Test): readonly string[] {
  if ('all' in test) return test.all.flatMap(propertiesOf);
  if ('any' in test) return test.any.flatMap(propertiesOf);
  if ('not' in test) return propertiesOf(test.not);
  const way = 'present' in test ? test.present : 'filled' in test ? test.filled : test.at;
  return way.slice(0, 1);
}

/** One combination of what the conditions come to, and what holds of the object then. */
interface Leaf {
  readonly active: readonly Layer[];
  readonly guards: readonly Guard[];
}

function combinations(
  layers: readonly Layer[],
  taken: ReadonlyMap<Switch, number> = new Map(),
  guards: readonly Guard[] = [],
): readonly Leaf[] {
  if (taken.size > MOST_SWITCHES)
    return Array.from({ length: MOST_WAYS + 1 }, () => ({ active: [], guards }));
  const on = nextSwitch(layers, taken);
  if (on === undefined) {
    const active = layers.filter((layer) =>
      layer.guards.every((guard) => taken.get(guard.on) === guard.index),
    );
    return [{ active, guards }];
  }
  const indexes = [...on.cases.keys(), ...(on.isComplete ? [] : [-1])];
  return indexes.flatMap((index) =>
    combinations(layers, new Map(taken).set(on, index), [...guards, { on, index }]),
  );
}

/** The first condition that is still open and decides about something. */
function nextSwitch(layers: readonly Layer[], taken: ReadonlyMap<Switch, number>): Switch | undefined {
  for (const { guards } of layers)
    for (const { on, index } of guards) {
      if (!taken.has(on)) return on;
      if (taken.get(on) !== index) break;
    }
  return undefined;
}
