/**
 * Two faces of the same entry: one file for a site that pastes a single script tag, and split chunks for a site that
 * wants only what a page uses. Both are made from the JavaScript that `tsc -b` wrote, and that the tests ran.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';

const inPackages = `${sep}node_modules${sep}`;

/**
 * Hands the maps of `tsc` on, so that a browser's debugger shows TypeScript.
 * @returns {import('rollup').Plugin}
 */
const sourceMaps = () => ({
  name: 'source-maps',
  load(id) {
    if (id.includes(inPackages) || !existsSync(`${id}.map`)) return null;
    return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
  },
});

/**
 * Lists what the bundle holds of other people's work, which their licences ask for.
 * @returns {import('rollup').Plugin}
 */
const licences = () => ({
  name: 'licences',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((output) =>
      output.type === 'chunk' ? Object.entries(output.modules) : [],
    );
    const folders = modules
      .filter(([id, { renderedLength }]) => id.includes(inPackages) && renderedLength > 0)
      .map(([id]) => packageFolder(id));
    const source = [...new Set(folders)]
      .sort()
      .map(licenceOf)
      .join(`\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENCES.txt', source });
  },
});

/** @param {string} id */
function packageFolder(id) {
  const start = id.lastIndexOf(inPackages) + inPackages.length;
  const [scope, name] = id.slice(start).split(sep);
  return id.slice(0, start) + (scope.startsWith('@') ? join(scope, name) : scope);
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} ${version} has no licence file to hand on`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

/** @typedef {{ type: string, start: number, end: number } & Record<string, unknown>} SyntaxNode */

/** What a tag's literals need not carry to a browser. @type {Record<string, (text: string) => string>} */
const minifiers = {
  css: (styles) =>
    styles
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?([{};,]) ?/g, '$1')
      .replaceAll(/: (?=[^{}]*[;}])/g, ':')
      .replaceAll(';}', '}')
      .replaceAll(/(?<![\w.])0\.(?=\d)/g, '.'),
  // A line break with its indentation is one space to a browser, in markup and between attributes.
  html: (markup) => markup.replaceAll(/\s*\n\s*/g, ' '),
};

/**
 * Takes comments and layout out of style sheets and templates: they are text to every other minifier.
 * @returns {import('rollup').Plugin}
 */
const minifiedLiterals = () => ({
  name: 'minified-literals',
  transform(code, id) {
    if (id.includes(inPackages) || !/\b(css|html) ?`/.test(code)) return null;
    const text = new MagicString(code);
    for (const { start, end, minify } of literalsIn(this.parse(code))) {
      if (start < end) text.overwrite(start, end, minify(code.slice(start, end)));
    }
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
});

/** What makes JSON Schema of a type of field: programs of partners ask for that, browsers never do. */
const SCHEMAS = ['jsonSchema', 'unstated'];
/** What judges definitions and answers: not asked before the catalogue of all types is here. */
const RULES = ['definition', 'check', 'answer', 'problems'];
/** Marks a type of field that has its rules. */
const WHOLE = '?whole';

/**
 * Leaves out of the field types what browsers never ask them.
 * @returns {import('rollup').Plugin}
 */
const withoutSchemas = () => ({
  name: 'without-schemas',
  transform(code, id) {
    return isFieldType(id) || isFieldType(id.replace(WHOLE, ''))
      ? without(SCHEMAS, this.parse(code), code)
      : null;
  },
});

/** The list of the types whose rules come together. */
const USUAL = join('fields', 'usual-types.js');

/**
 * Has a script begin with field types that have no rules yet: those come whole with the list of the usual types, after the
 * first page. A type that is not on that list comes by itself, and always whole.
 * @returns {import('rollup').Plugin}
 */
const rulesLater = () => ({
  name: 'rules-later',
  resolveId: (source, importer = '') =>
    importer.endsWith(USUAL) && isFieldType(source) ? join(dirname(importer), source) + WHOLE : null,
  load(id) {
    if (!id.endsWith(WHOLE)) return null;
    const file = id.slice(0, -WHOLE.length);
    return { code: readFileSync(file, 'utf8'), map: JSON.parse(readFileSync(`${file}.map`, 'utf8')) };
  },
  transform(code, id) {
    return isFieldType(id) && isUsual(id) ? without(RULES, this.parse(code), code) : null;
  },
});

const importAgain = resolve('dist/src/transport/import-again.js');

/**
 * Has every later part of a script come by `src/transport/import-again.ts`, which is handed its path: all parts of a
 * script stand in one folder.
 * @returns {import('rollup').Plugin}
 */
const importsAgain = () => ({
  name: 'imports-again',
  transform(code, id) {
    const calls = id === importAgain ? [] : importsIn(this.parse(code));
    if (calls.length === 0) return null;
    const text = new MagicString(code);
    text.prepend(`import { importAgain } from ${JSON.stringify(importAgain)};\n`);
    for (const { start, end } of calls)
      text.appendLeft(start, 'importAgain((bring) => ').appendRight(end, ')');
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
  renderDynamicImport: ({ targetModuleId }) =>
    targetModuleId === null ? null : { left: 'bring(', right: ')' },
});

/** @param {string} id */
const isFieldType = (id) => id.endsWith('.type.js');

/** @param {string} id */
const isUsual = (id) => readFileSync(join('dist', 'src', USUAL), 'utf8').includes(`/${basename(id)}'`);

/**
 * The code of a field type without some of its members.
 * @param {string[]} members
 * @param {unknown} tree
 * @param {string} code
 */
function without(members, tree, code) {
  const text = new MagicString(code);
  for (const { start, end } of membersIn(tree, members)) {
    text.remove(start, code.indexOf(',', end) === end ? end + 1 : end);
  }
  return { code: text.toString(), map: text.generateMap({ hires: true }) };
}

/**
 * Lit's advice to whoever writes style sheets says nothing to whoever reads a page.
 * @returns {import('rollup').Plugin}
 */
const withoutAdvice = () => ({
  name: 'without-advice',
  transform(code, id) {
    if (!id.endsWith(join('@lit', 'reactive-element', 'css-tag.js'))) return null;
    const text = new MagicString(code);
    for (const { start, end } of adviceIn(this.parse(code))) text.overwrite(start, end, '');
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
});

/**
 * What the errors say that a tree throws.
 * @param {unknown} node
 * @returns {SyntaxNode[]}
 */
function adviceIn(node) {
  if (typeof node !== 'object' || node === null) return [];
  const { callee, arguments: said } =
    /** @type {{ callee?: { name?: string }, arguments?: SyntaxNode[] }} */ (node);
  return callee?.name === 'Error' && said !== undefined ? said : Object.values(node).flatMap(adviceIn);
}

/**
 * Of Lit's decorators only the half that `tsc` calls: the other is for decorators as browsers will have them.
 * @returns {import('rollup').Plugin}
 */
const olderDecorators = () => ({
  name: 'older-decorators',
  load: (id) =>
    id.endsWith(join('@lit', 'reactive-element', 'decorators', 'property.js'))
      ? `export const property = (options) => (prototype, name) => {
          const isOwn = Object.hasOwn(prototype, name);
          prototype.constructor.createProperty(name, options);
          return isOwn ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
        };`
      : null,
});

/**
 * Members of these names of the types that are defined in a tree.
 * @param {unknown} node
 * @param {string[]} names
 * @returns {SyntaxNode[]}
 */
function membersIn(node, names) {
  if (typeof node !== 'object' || node === null) return [];
  const { callee, arguments: [defined] = [] } =
    /** @type {{ callee?: { name?: string }, arguments?: { properties?: (SyntaxNode & { key?: { name: string } })[] }[] }} */ (
      node
    );
  return callee?.name === 'defineFieldType'
    ? (defined?.properties ?? []).filter(({ key }) => key !== undefined && names.includes(key.name))
    : Object.values(node).flatMap((inner) => membersIn(inner, names));
}

/**
 * Where something is imported when it is needed.
 * @param {unknown} node
 * @returns {SyntaxNode[]}
 */
function importsIn(node) {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(importsIn);
  const called = /** @type {SyntaxNode} */ (node);
  return called.type === 'ImportExpression' ? [...inner, called] : inner;
}

/**
 * Where the texts of tagged templates stand.
 * @param {unknown} node
 * @returns {{ start: number, end: number, minify: (text: string) => string }[]}
 */
function literalsIn(node) {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(literalsIn);
  const { type, tag, quasi } =
    /** @type {{ type?: string, tag?: { name?: string }, quasi?: { quasis: SyntaxNode[] } }} */ (node);
  const minify = type === 'TaggedTemplateExpression' ? minifiers[tag?.name ?? ''] : undefined;
  if (minify === undefined || quasi === undefined) return inner;
  return [...inner, ...quasi.quasis.map(({ start, end }) => ({ start, end, minify }))];
}

const fatal = ['CIRCULAR_DEPENDENCY', 'UNRESOLVED_IMPORT', 'MISSING_EXPORT'];
// zod's modules import each other in circles, and carry notes for another bundler.
const usualInPackages = ['CIRCULAR_DEPENDENCY', 'INVALID_ANNOTATION'];

/** @type {import('rollup').WarningHandlerWithDefault} */
function onwarn(warning, warn) {
  const code = warning.code ?? '';
  const files = warning.ids ?? [warning.id ?? ''];
  if (usualInPackages.includes(code) && files.every((file) => file.includes(inPackages))) return;
  // The decorator helper of `tsc` begins with `this &&`.
  if (code === 'THIS_IS_UNDEFINED') return;
  if (fatal.includes(code)) throw new Error(warning.message);
  warn(warning);
}

const plugins = [
  sourceMaps(),
  withoutSchemas(),
  olderDecorators(),
  withoutAdvice(),
  minifiedLiterals(),
  nodeResolve({ exportConditions: ['production'] }),
];

const shared = {
  input: { taafi: 'dist/src/define.js' },
  plugins: [rulesLater(), importsAgain(), ...plugins],
  onwarn,
};

/** @returns {import('rollup').Plugin} */
const minified = () =>
  // Arabic stays Arabic: escaped, each letter costs six bytes.
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 3 },
    format: { ascii_only: false, comments: false },
  });

/**
 * A script for pages that have this element and no form.
 * @param {string} element name of its folder
 * @param {string} folder
 * @returns {import('rollup').RollupOptions}
 */
const ownScript = (element, folder) => ({
  ...shared,
  input: { [`taafi-${element}`]: `dist/src/elements/${element}/define.js` },
  output: {
    dir: `dist/browser/${folder}`,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    format: 'es',
    sourcemap: true,
    plugins: [minified(), licences()],
  },
});

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    ...shared,
    // One file: what comes later is here as well.
    plugins,
    output: {
      dir: 'dist',
      entryFileNames: '[name].js',
      format: 'es',
      inlineDynamicImports: true,
      sourcemap: true,
      plugins: [minified(), licences()],
    },
  },
  {
    ...shared,
    input: { 'taafi-signature': 'dist/src/elements/signature/define.js' },
    output: {
      dir: 'dist/browser/signature',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      format: 'es',
      sourcemap: true,
      plugins: [minified()],
    },
  },
  {
    ...shared,
    input: { 'taafi-receipt-check': 'dist/src/elements/receipt-check/define.js' },
    plugins,
    output: {
      dir: 'dist/browser/verify',
      entryFileNames: '[name].js',
      format: 'es',
      // One file: once it is there, checking needs no connection.
      inlineDynamicImports: true,
      sourcemap: true,
      plugins: [minified(), licences()],
    },
  },
  ownScript('embed', 'embed'),
  ownScript('embed-frame', 'embed'),
  ownScript('status-tracker', 'tracker'),
  ownScript('satisfaction-survey', 'survey'),
  ownScript('survey-results', 'results'),
  {
    ...shared,
    output: {
      dir: 'dist/browser',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      format: 'es',
      sourcemap: true,
      plugins: [minified()],
    },
  },
];
