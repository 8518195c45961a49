/**
 * Makes dist/: JavaScript and types by `tsc -b`, the files it does not compile, the JSON Schemas of forms and processes, the
 * two browser builds, the themes as style sheets, compressed twins and hashes, the manifest of the elements, what editors and
 * frameworks are told by it, the bill of materials, and the WordPress plugin. `--clean` starts from nothing.
 */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { describeElements, writeIntegrity } from './describe-elements.js';
import { makePolicyIndex } from './make-policy-index.js';
import { root, runTool } from './run-tool.js';
import { writeSbom } from './sbom.js';
import { makeWordpressPlugin } from './wordpress-plugin.js';

const dist = join(root, 'dist');
const compiledRoots = ['src', 'test', 'stories'];
const compiledEndings = /\.(js|js\.map|d\.ts|d\.ts\.map)$/;

class BuildError extends Error {}

/** @param {string} folder @returns {string[]} paths of the files below it, from the repository's root */
function filesBelow(folder) {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** @param {string} path */
const isAsset = (path) => !path.endsWith('.ts') && !/(^|\/)tsconfig[^/]*\.json$/.test(path);

/** Whether a file of dist/src, dist/test or dist/stories still has its source. @param {string} path */
function hasSource(path) {
  const source = path.replace(/^dist\//, '').replace(/\.(br|gz)$/, '');
  if (existsSync(join(root, source)) && isAsset(source)) return true;
  return compiledEndings.test(source) && existsSync(join(root, source.replace(compiledEndings, '.ts')));
}

/** A test whose source is gone would otherwise run for ever. @returns {number} how many files went */
function removeStale() {
  const stale = compiledRoots
    .flatMap((folder) => filesBelow(`dist/${folder}`))
    .filter((path) => !hasSource(path));
  for (const path of stale) rmSync(join(root, path));
  for (const made of [
    'browser',
    'frameworks',
    'themes',
    'taafi.js',
    'taafi.js.map',
    'custom-elements.json',
    'sri.json',
  ]) {
    rmSync(join(dist, made), { recursive: true, force: true });
  }
  return stale.length;
}

async function compile() {
  await mustRun('tsc', ['-b']);
  // `tsc -b` believes its own notes: after somebody emptied a folder of dist it makes nothing, and says nothing.
  if (uncompiled().length > 0) await mustRun('tsc', ['-b', '--force']);
  const left = uncompiled();
  if (left.length > 0)
    throw new BuildError(`No tsconfig.json of the build includes:\n  ${left.join('\n  ')}`);
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const path of Object.values(bin)) {
    if (!existsSync(join(root, path)))
      throw new BuildError(`package.json names ${path} in "bin", and it is not there.`);
    chmodSync(join(root, path), 0o755);
  }
}

function uncompiled() {
  return compiledRoots
    .flatMap(filesBelow)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .filter((path) => !existsSync(join(dist, path.replace(/\.ts$/, '.js'))));
}

/** @returns {Promise<number>} how many files were copied */
async function copyAssets() {
  const assets = compiledRoots.flatMap(filesBelow).filter(isAsset);
  for (const path of assets) {
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await copyFile(join(root, path), join(dist, path));
  }
  return assets.length;
}

async function writeSchemas() {
  const { definitionJsonSchema } = await importBuilt(
    'dist/src/core/definition-schema.js',
    'definitionJsonSchema',
  );
  const { catalog } = await importBuilt('dist/src/fields/catalog.js', 'catalog');
  const { processJsonSchema } = await importBuilt(
    'dist/src/core/process/process-schema.js',
    'processJsonSchema',
  );
  await writeSchema('form-definition.schema.json', definitionJsonSchema(catalog));
  await writeSchema('process.schema.json', processJsonSchema());
}

/** A style sheet of each theme, beside the tokens it is made from. @returns {Promise<number>} how many there are */
async function writeThemes() {
  const { readTheme } = await importBuilt('dist/src/core/theme/theme-file.js', 'readTheme');
  const { themeCss } = await importBuilt('dist/src/core/theme/theme-css.js', 'themeCss');
  const files = filesBelow('src/theme').filter((path) => path.endsWith('.tokens.json'));
  await mkdir(join(dist, 'themes'), { recursive: true });
  for (const path of files) {
    const name = basename(path, '.tokens.json');
    const text = await readFile(join(root, path), 'utf8');
    await writeFile(join(dist, 'themes', `${name}.css`), themeCss(readTheme(name, JSON.parse(text))));
    await writeFile(join(dist, 'themes', `${name}.tokens.json`), text);
  }
  return files.length;
}

/**
 * @param {string} name
 * @param {object} schema
 */
async function writeSchema(name, schema) {
  await writeFile(join(dist, name), `${JSON.stringify(schema, null, 2)}\n`);
}

/**
 * @param {string} path
 * @param {string} name an export the build needs
 */
async function importBuilt(path, name) {
  if (!existsSync(join(root, path)))
    throw new BuildError(`${path} is not there: the build needs its "${name}".`);
  const module = await import(pathToFileURL(join(root, path)).href);
  if (!(name in module)) throw new BuildError(`${path} does not export "${name}", which the build needs.`);
  return module;
}

/** @returns {Promise<string[]>} the tags it describes */
async function writeElementsManifest() {
  await mustRun('cem', ['analyze', '--quiet']);
  const path = join(dist, 'custom-elements.json');
  if (!existsSync(path)) throw new BuildError('cem analyze wrote no dist/custom-elements.json.');
  return describeElements();
}

/** Twins for servers that send them as they are. @returns {Promise<number>} how many files have them now */
async function compressAll() {
  const files = [
    'dist/taafi.js',
    ...filesBelow('dist/browser').filter((path) => path.endsWith('.js')),
    ...filesBelow('dist/themes').filter((path) => /\.(css|json)$/.test(path)),
    ...filesBelow('dist/src/packs').filter((path) => path.endsWith('.json')),
    ...filesBelow('dist/src/demo').filter((path) => /\.(html|css|js|json|svg)$/.test(path)),
  ];
  await Promise.all(files.map(compressOne));
  return files.length;
}

/** @param {string} path */
async function compressOne(path) {
  const content = await readFile(join(root, path));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(join(root, `${path}.br`), br), writeFile(join(root, `${path}.gz`), gz)]);
}

/** Where each clause of the association's policy is honoured, for Storybook. */
async function writePolicyIndex() {
  try {
    await makePolicyIndex();
  } catch (error) {
    throw new BuildError(/** @type {Error} */ (error).message);
  }
}

/**
 * @param {Parameters<typeof runTool>[0]} tool
 * @param {string[]} args
 */
async function mustRun(tool, args) {
  const { code, output } = await runTool(tool, args, { capture: true });
  if (code !== 0) throw new BuildError(`${tool} ${args.join(' ')} failed:\n${output.trim()}`);
  return output.trim();
}

/** @param {string[]} paths */
function sizes(paths) {
  const total = (/** @type {string} */ ending) =>
    paths.reduce((sum, path) => sum + statSync(join(root, path + ending)).size, 0);
  const [raw, gz, br] = ['', '.gz', '.br'].map((ending) => total(ending).toLocaleString('en').padStart(9));
  return `${raw} B ${gz} gz ${br} br`;
}

async function build() {
  const start = performance.now();
  if (process.argv.includes('--clean')) rmSync(dist, { recursive: true, force: true });
  const stale = removeStale();
  await compile();
  const assets = await copyAssets();
  await writeSchemas();
  await writePolicyIndex();
  const themes = await writeThemes();
  const [warnings, tags] = await Promise.all([mustRun('rollup', ['-c']), writeElementsManifest()]);
  await writeIntegrity();
  const packages = writeSbom();
  const compressed = await compressAll();
  const pluginSize = makeWordpressPlugin();
  const chunks = filesBelow('dist/browser').filter(
    (path) => path.endsWith('.js') && path !== 'dist/browser/taafi.js',
  );
  if (warnings.includes('(!)')) console.log(warnings);
  console.log(
    [
      `dist/taafi.js         ${sizes(['dist/taafi.js'])}`,
      `dist/browser/taafi.js ${sizes(['dist/browser/taafi.js'])}`,
      `  and ${String(chunks.length).padStart(2)} chunks       ${sizes(chunks)}`,
      `dist/wordpress/taafi-kit.zip ${pluginSize.toLocaleString('en')} B`,
      `${packages} packages in dist/sbom.cdx.json`,
      `${tags.length} elements in the manifest: ${tags.join(', ') || 'none'}`,
      `${themes} themes, ${assets} files copied, ${compressed} compressed, ${stale} stale ones removed`,
      `built in ${((performance.now() - start) / 1000).toFixed(1)} s`,
    ].join('\n'),
  );
}

try {
  await build();
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
