/**
 * Two faces of the same entry: one file for a site that pastes a single script tag, and split chunks for a site that
 * wants only what a page uses. Both are made from the JavaScript that `tsc -b` wrote, and that the tests ran.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

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

/**
 * Takes comments and layout out of the style sheets: they are text to every other minifier.
 * @returns {import('rollup').Plugin}
 */
const minifiedStyles = () => ({
  name: 'minified-styles',
  transform(code, id) {
    if (!id.endsWith('.styles.js')) return null;
    const literals = code.replaceAll(/(?<=\bcss ?`)[^`]*(?=`)/g, (styles) =>
      styles
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/ ?([{};,]) ?/g, '$1')
        .replaceAll(/: (?=[^{}]*[;}])/g, ':')
        .replaceAll(';}', '}'),
    );
    return { code: literals, map: { mappings: '' } };
  },
});

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

const shared = {
  input: { taafi: 'dist/src/define.js' },
  plugins: [sourceMaps(), minifiedStyles(), nodeResolve({ exportConditions: ['production'] })],
  onwarn,
};

/** @returns {import('rollup').Plugin} */
const minified = () =>
  // Arabic stays Arabic: escaped, each letter costs six bytes.
  terser({ ecma: 2022, module: true, format: { ascii_only: false, comments: false } });

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    ...shared,
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
