import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { repository } from './example.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Described {
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly (Named & { fieldName: string })[];
  readonly members: readonly Named[];
  readonly events: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}

const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const readJson = (path: string) => JSON.parse(read(path)) as unknown;

const manifest = readJson('dist/custom-elements.json') as { modules: { declarations: Described[] }[] };
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);
const tags = elements.map(({ tagName }) => tagName).sort();

const sources = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));
const manual = readdirSync(join(repository, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => read(`docs/${name}`))
  .join('\n');

/** The element whose shadow tree a file draws in: fields are drawn in forms, and so are what is made of a form. */
function drawnIn(path: string): string {
  const [, folder = 'form'] = /^src\/elements\/([\w-]+)\//.exec(path) ?? [];
  return tags.includes(`taafi-${folder}`) ? `taafi-${folder}` : 'taafi-form';
}

/** All that a pattern's first group finds in the sources, with where it was found. */
function found(pattern: RegExp): { path: string; text: string }[] {
  return sources.flatMap((path) =>
    [...read(path).matchAll(pattern)].map(([, text = '']) => ({ path, text })),
  );
}

describe('the manifest of the elements', () => {
  it('describes every attribute, property, method, event, slot, part and custom property', () => {
    const kinds = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'] as const;
    const silent = elements.flatMap((element) =>
      kinds.flatMap((kind) =>
        (element[kind] ?? [])
          .filter(({ description }) => !description)
          .map(({ name }) => `${element.tagName} ${kind} ${name}`),
      ),
    );
    assert.deepEqual(silent, []);
    assert.deepEqual(
      elements.filter(({ description }) => !description),
      [],
    );
    const untyped = elements.flatMap(({ tagName, attributes }) =>
      attributes.filter(({ type }) => !type).map(({ name }) => `${tagName} ${name}`),
    );
    assert.deepEqual(untyped, []);
  });

  it('knows every tag that is registered', () => {
    const registered = new Set(found(/'(taafi-[\w-]+)': Taafi/g).map(({ text }) => text));
    for (const tag of registered)
      if (!tag.match(/-(ready|change|page|submit|sent|problem|checked)$/)) assert.ok(tags.includes(tag), tag);
  });

  it('names every part that a template has, and so does the documentation', () => {
    const missing = found(/\bpart="([^"$]+)"/g).flatMap(({ path, text }) => {
      const element = elements.find(({ tagName }) => tagName === drawnIn(path));
      return text
        .split(' ')
        .filter(
          (part) => !element?.cssParts.some(({ name }) => name === part) || !manual.includes(`\`${part}\``),
        )
        .map((part) => `${path}: ${part}`);
    });
    assert.deepEqual(missing, [], 'name them by @csspart in the element and in docs/embedding.md');
  });

  it('names every token and every event, and so does the documentation', () => {
    const [element] = elements;
    for (const { text } of found(/var\((--taafi-[\w-]+)/g)) {
      assert.ok(
        element?.cssProperties.some(({ name }) => name === text),
        `${text} by @cssprop`,
      );
      assert.ok(manual.includes(`\`${text}\``), text);
    }
    const events = new Set(elements.flatMap((one) => one.events.map(({ name }) => name)));
    for (const { text } of found(/super\('(taafi-[\w-]+)'/g)) {
      assert.ok(events.has(text), `${text} by @fires`);
      assert.ok(manual.includes(`\`${text}\``), text);
    }
  });
});

describe('what is made from the manifest', () => {
  it('tells JetBrains and VS Code every tag and attribute, and the words an attribute may be', () => {
    const webTypes = readJson('dist/web-types.json') as {
      contributions: {
        html: { elements: { name: string; attributes: { name: string; value: { type: string } }[] }[] };
      };
    };
    const vscode = readJson('dist/vscode.html-custom-data.json') as {
      tags: { name: string; attributes: { name: string; values?: { name: string }[] }[] }[];
    };
    for (const { tagName, attributes } of elements) {
      const names = attributes.map(({ name }) => name);
      const inWebTypes = webTypes.contributions.html.elements.find(({ name }) => name === tagName);
      const inVscode = vscode.tags.find(({ name }) => name === tagName);
      assert.deepEqual(
        inWebTypes?.attributes.map(({ name }) => name),
        names,
      );
      assert.deepEqual(
        inVscode?.attributes.map(({ name }) => name),
        names,
      );
    }
    const history = (list: { name: string }[] | undefined) => list?.find(({ name }) => name === 'history');
    const form = vscode.tags.find(({ name }) => name === 'taafi-form');
    assert.deepEqual(history(form?.attributes), {
      name: 'history',
      description: "`off` leaves the browser's back button to the page.",
      values: [{ name: 'on' }, { name: 'off' }],
    });
  });

  it('is in the package, where package.json says', () => {
    const manifestOfPackage = readJson('package.json') as {
      exports: Record<string, string | { types: string; default: string }>;
      files: string[];
      customElements: string;
      'web-types': string;
    };
    const { exports: exported, files, customElements, 'web-types': webTypes } = manifestOfPackage;
    const named = [
      customElements,
      webTypes,
      ...Object.values(exported).flatMap((one) => (typeof one === 'string' ? one : Object.values(one))),
    ];
    for (const path of named.filter((one) => !one.includes('*') && !one.endsWith('package.json'))) {
      assert.ok(existsSync(join(repository, path)), path);
      const isPublished = files.some((pattern) =>
        new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(/|$)`).test(
          path.replace('./', ''),
        ),
      );
      assert.ok(isPublished, `${path} is not in "files"`);
    }
  });
});
