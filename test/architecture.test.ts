import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { circles } from './import-circles.js';
import type { Import, SourceFile } from './source-files.js';
import { exists, filesBelow, lineOf, namesIn, nodesIn, sourceFiles, textOf } from './source-files.js';

const source = sourceFiles('src');
const written = [...source, ...sourceFiles('test'), ...sourceFiles('stories')];
const fieldTypes = namesIn('src/fields', 'folders');

const pure =
  /^src\/(core\/|evidence\/|sealing\/|fields\/(catalog|usual-types)\.ts$|fields\/[^/]+\/[^/]+\.(type|sentences)\.ts$)/;
const nodeOnly = /^src\/(receiver|cli)\//;
const drawn = /^src\/(elements\/|fields\/(?!(catalog|usual-types)\.ts$|[^/]+\/[^/]+\.(type|sentences)\.ts$))/;
const services = /^src\/(locale|transport|theme)\//;

const pureFiles = source.filter(({ path }) => pure.test(path));
const browserFiles = source.filter(({ path }) => !nodeOnly.test(path));

/** Fails with the places that break a rule, under a sentence that says how to mend them. */
function none(places: readonly string[], mend: string): void {
  assert.ok(places.length === 0, `${mend}\n${places.map((place) => `  ${place}`).join('\n')}\n`);
}

function importsWhere(files: readonly SourceFile[], isWrong: (found: Import) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter(isWrong).map(({ line, specifier }) => `${path}:${line} imports ${specifier}`),
  );
}

function nodesWhere(files: readonly SourceFile[], isWrong: (node: ts.Node) => boolean): string[] {
  return files.flatMap(({ tree, path }) =>
    [...nodesIn(tree)]
      .filter(isWrong)
      .map((node) => `${path}:${lineOf(node)} ${node.getText().slice(0, 60)}`),
  );
}

describe('layers', () => {
  it('keeps core and field types pure', () => {
    const isWrong = ({ file, specifier }: Import) => (file ? !pure.test(file) : specifier !== 'zod/mini');
    none(
      importsWhere(pureFiles, isWrong),
      'src/core, src/evidence, *.type.ts and *.sentences.ts import only each other and zod/mini. Pass in what comes from elsewhere.',
    );
  });

  it('keeps locale, transport and theme below the elements', () => {
    const files = source.filter(({ path }) => services.test(path));
    none(
      importsWhere(files, ({ file }) => file !== undefined && drawn.test(file)),
      'src/locale, src/transport and src/theme know no element and no view: turn the import round.',
    );
  });

  it('keeps Node out of the browser', () => {
    const isWrong = ({ file, isNode }: Import) => isNode || (file !== undefined && nodeOnly.test(file));
    none(
      importsWhere(browserFiles, isWrong),
      'Only src/receiver and src/cli may import node:* or each other: move what both sides need into src/core.',
    );
  });

  it('keeps classic zod out of the browser', () => {
    none(
      importsWhere(browserFiles, ({ specifier }) => /^zod(\/v[34](\/classic)?)?$/.test(specifier)),
      'Import from zod/mini: classic zod is four times the size, and a strict CSP reports it.',
    );
  });

  it('keeps Lit and the elements out of the receiver', () => {
    const isWrong = ({ file, specifier }: Import) =>
      file ? drawn.test(file) : /^(@?lit|lit-html|lit-element)(\/|$)/.test(specifier);
    none(
      importsWhere(
        source.filter(({ path }) => nodeOnly.test(path)),
        isWrong,
      ),
      'src/receiver and src/cli run where there is no DOM: take the rule from src/core instead.',
    );
  });

  it('has no imports in circles', () => {
    none(
      circles(source),
      'Move what two files need of each other into a third one. (Type-only imports may go in circles.)',
    );
  });
});

describe('purity', () => {
  it('passes time and randomness in', () => {
    const clocks = new Set(['Date.now', 'Math.random', 'performance.now', 'Temporal.Now']);
    const isWrong = (node: ts.Node) => {
      if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
      if (ts.isCallExpression(node)) return node.expression.getText() === 'Date';
      if (ts.isPropertyAccessExpression(node)) return clocks.has(node.getText());
      return ts.isIdentifier(node) && node.text === 'crypto' && ts.isPropertyAccessExpression(node.parent);
    };
    none(
      nodesWhere(pureFiles, isWrong),
      'src/core and *.type.ts have no clock and no dice: take the value as a parameter.',
    );
  });

  it('does nothing on import', () => {
    const startsSomething = /^src\/(define\.ts|cli\/.*|preview\/(page|frame)\.ts)$/;
    const isWrong = (node: ts.Node) => ts.isExpressionStatement(node) && ts.isSourceFile(node.parent);
    none(
      nodesWhere(
        source.filter(({ path }) => !startsSomething.test(path)),
        isWrong,
      ),
      'Only src/define.ts, src/cli and the pages of src/preview act when they are imported: put this into a function.',
    );
  });
});

describe('language', () => {
  it('has no default exports', () => {
    const isWrong = (node: ts.Node) =>
      ts.isExportAssignment(node) ||
      (ts.isExportSpecifier(node) && node.name.text === 'default') ||
      (ts.canHaveModifiers(node) &&
        ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true);
    none(nodesWhere(source, isWrong), 'Export it under its name.');
  });

  it('has no any', () => {
    none(
      nodesWhere(written, (node) => node.kind === ts.SyntaxKind.AnyKeyword),
      'Say the type, or `unknown` and look at the value before using it.',
    );
  });

  it('runs under a strict CSP and Trusted Types', () => {
    const names = /^(styleMap|unsafeHTML|unsafeSVG|innerHTML|outerHTML|insertAdjacentHTML|eval)$/;
    const isWrong = (node: ts.Node) =>
      (ts.isIdentifier(node) && names.test(node.text)) ||
      (ts.isNewExpression(node) && node.expression.getText() === 'Function') ||
      (isTemplate(node, 'html') && /\sstyle\s*=/.test(node.template.getText()));
    none(
      nodesWhere(
        source.filter(({ path }) => !nodeOnly.test(path)),
        isWrong,
      ),
      'Draw it with a template, and style it with a class or a custom property.',
    );
  });

  it('has only logical directions in its styles', () => {
    const templates = source.flatMap(({ path, tree }) =>
      [...nodesIn(tree)]
        .filter((node) => isTemplate(node, 'css'))
        .flatMap((node) => physicalIn(node.template.getText(), path, lineOf(node))),
    );
    const sheets = filesBelow('src')
      .filter((path) => path.endsWith('.css'))
      .flatMap((path) => physicalIn(textOf(path), path, 1));
    none(
      [...templates, ...sheets],
      'Write margin-inline-start, inset-inline, text-align: start, inline-size: Arabic runs the other way.',
    );
  });
});

describe('names', () => {
  it('names files after what is in them', () => {
    const vague = /(^|\/)(utils?|helpers?|common|types|misc|shared|lib)(\.|\/|$)/;
    none(
      [...filesBelow('src'), ...filesBelow('test'), ...filesBelow('stories')].filter((path) =>
        vague.test(path),
      ),
      'Name the file after the one idea in it.',
    );
  });
});

describe('every field type', () => {
  const parts = {
    'its rules': (type: string) => `src/fields/${type}/${type}.type.ts`,
    'its view': (type: string) => `src/fields/${type}/${type}.view.ts`,
    'a story': (type: string) => `stories/fields/${type}.stories.ts`,
    'a test': (type: string) => `test/fields/${type}.test.ts`,
  };
  for (const [part, pathFor] of Object.entries(parts)) {
    it(`has ${part}`, () => {
      const missing = fieldTypes.map(pathFor).filter((path) => !exists(path));
      none(missing, 'A field type is a folder, a view, a story and a test. Not there:');
    });
  }

  for (const [list, part] of [
    ['src/fields/catalog.ts or usual-types.ts', 'type'],
    ['src/fields/field-sources.ts or views.ts or survey-views.ts', 'view'],
  ] as const) {
    it(`has its line in ${list}`, () => {
      const lists = list.split(' or ').map((name) => (name.includes('/') ? name : `src/fields/${name}`));
      const imports = source.filter(({ path }) => lists.includes(path)).flatMap((file) => file.imports);
      const missing = fieldTypes
        .map((type) => `src/fields/${type}/${type}.${part}.ts`)
        .filter((path) => !imports.some(({ file }) => file === path));
      none(missing, `Import it in ${list} and add it to the list there:`);
    });
  }
});

function isTemplate(node: ts.Node, tag: string): node is ts.TaggedTemplateExpression {
  return ts.isTaggedTemplateExpression(node) && node.tag.getText() === tag;
}

/** Declarations that name a side of the screen. Conditions of media queries are not declarations. */
function physicalIn(css: string, path: string, firstLine: number): string[] {
  const sides = '(?:left|right|top|bottom)';
  const property = [
    sides,
    `(?:scroll-)?(?:margin|padding)-${sides}`,
    `border-${sides}(?:-[a-z]+)*`,
    '(?:min-|max-)?(?:width|height)',
  ].join('|');
  const value = '(?:text-align|float|clear)\\s*:\\s*(?:left|right)';
  const declaration = new RegExp(`(?<=[;{}\`]\\s*)(?:(?:${property})\\s*:|${value})`, 'g');
  const plain = css.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...plain.matchAll(declaration)].map(({ 0: found, index }) => {
    const line = firstLine + plain.slice(0, index).split('\n').length - 1;
    return `${path}:${line} ${found}`;
  });
}
