import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from './source-files.js';

interface Described {
  readonly name?: string;
  readonly description?: string;
}

type Parts = 'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties';

interface Declared extends Partial<Record<Parts, readonly Described[]>> {
  readonly tagName?: string;
  readonly description?: string;
}

const { modules } = JSON.parse(textOf('dist/custom-elements.json')) as {
  modules: { declarations?: Declared[] }[];
};
const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

describe('dist/custom-elements.json', () => {
  it('describes every element, and whatever can be set on it or heard of it', () => {
    assert.ok(elements.length > 0);
    const silent = elements.flatMap((element) => [
      ...(element.description ? [] : [`${element.tagName}`]),
      ...(['attributes', 'events', 'slots', 'cssParts', 'cssProperties'] as const).flatMap((part) =>
        (element[part] ?? [])
          .filter(({ name, description }) => name === undefined || !description)
          .map(({ name }) => `${element.tagName}: ${part}: ${name}`),
      ),
    ]);
    assert.deepEqual(silent, []);
  });

  it('names for every element every token of a theme', () => {
    const inStyles = [...textOf('src/theme/tokens.styles.ts').matchAll(/var\((--taafi-[a-z-]+)/g)];
    // The typefaces are set where text is: src/theme/form.styles.ts.
    const expected = [...new Set([...inStyles.map(([, name]) => name), '--taafi-font'])].sort();
    for (const { tagName, cssProperties = [] } of elements)
      assert.deepEqual(cssProperties.map(({ name }) => name).sort(), expected, tagName);
  });
});
