import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalog } from '../src/fields/catalog.js';
import type { SeenStates } from '../stories/states.js';
import { elementStates, fieldStates, states } from '../stories/states.js';
import { sourceFiles, textOf } from './source-files.js';

/** The script stands outside of what is compiled. */
const { listStories } = (await import(new URL('../../scripts/list-stories.js', import.meta.url).href)) as {
  listStories(): { id: string; title: string }[];
};

const stories = new Set(listStories().map(({ id }) => id));

/** Tags as each element's file says them, in `HTMLElementTagNameMap`: the manifest is made of the same. */
const tags = sourceFiles('src/elements').flatMap(({ path }) => {
  const map = /interface HTMLElementTagNameMap \{([^}]*)\}/.exec(textOf(path))?.[1] ?? '';
  return [...map.matchAll(/'([a-z-]+)':/g)].map(([, tag = '']) => tag);
});

describe('stories/states.ts', () => {
  it('has a line for every element, and for nothing else', () => {
    assert.ok(tags.length > 0);
    assert.deepEqual(Object.keys(elementStates).sort(), tags.sort());
  });

  it('has a line for every type of field, and for nothing else', () => {
    assert.deepEqual(Object.keys(fieldStates).sort(), [...catalog.keys()].sort());
  });

  it('names for every state a story that there is, or says why there is none', () => {
    const wrong = Object.entries({ ...elementStates, ...fieldStates }).flatMap(([name, seen]) =>
      faultsOf(name, seen),
    );
    assert.deepEqual(wrong, [], 'Add the story, or say in stories/states.ts why the state cannot exist.');
  });
});

function faultsOf(name: string, seen: SeenStates): string[] {
  return states.flatMap((state) => {
    const place = seen[state];
    if (typeof place === 'string') return stories.has(place) ? [] : [`${name}: ${state}: no story ${place}`];
    const named = /see ([a-z-]+--[a-z-]+)/.exec(place.none)?.[1];
    if (place.none.length < 20) return [`${name}: ${state}: no reason`];
    return named === undefined || stories.has(named) ? [] : [`${name}: ${state}: no story ${named}`];
  });
}
