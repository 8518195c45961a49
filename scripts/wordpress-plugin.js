/**
 * Makes dist/wordpress/: the folder of the WordPress plugin and taafi-kit.zip of it, byte for byte the same each time.
 *
 * What the plugin knows of the elements is read from their manifest, so that it cannot differ from the kit it carries.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run-tool.js';
import { zipOf } from './zip.js';

/**
 * @typedef {{ name: string, kind: string, values?: string[], label: { ar: string, en: string } }} Attribute
 * @typedef {{ script: string, title: object, about: object, needs: string[], attributes: Attribute[] }} Element
 */

const source = join(root, 'wordpress/taafi-kit');
const made = join(root, 'dist/wordpress');

/** @returns {number} bytes of the zip */
export function makeWordpressPlugin() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const path of filesIn(source)) files.set(path, readFileSync(join(source, path)));
  files.set('LICENSE', readFileSync(join(root, 'LICENSE')));
  const kit = kitFiles();
  const folder = `kit/${fingerprint(kit)}`;
  for (const [path, content] of kit) files.set(`${folder}/${path}`, content);
  const elements = describedElements();
  const scripts = [...new Set(Object.values(elements).map(({ script }) => script))].sort();
  const integrity = Object.fromEntries(scripts.map((script) => [script, sri(kit.get(script))]));
  files.set('made/kit.php', phpFile({ folder, integrity, elements }));
  files.set('made/elements.js', Buffer.from(`window.taafiKitElements = ${JSON.stringify(elements)};\n`));
  rmSync(made, { recursive: true, force: true });
  for (const [path, content] of files) {
    const target = join(made, 'taafi-kit', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  const zip = zipOf([...files].map(([path, content]) => ({ path: `taafi-kit/${path}`, content })));
  writeFileSync(join(made, 'taafi-kit.zip'), zip);
  return zip.length;
}

/**
 * Tags, attributes and scripts, in the order of the manifest: what a page may set, and what it means.
 * @returns {Record<string, Element>}
 */
export function describedElements() {
  const { elements, kinds, labels } = JSON.parse(readFileSync(join(root, 'wordpress/elements.json'), 'utf8'));
  const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  const declared = modules.flatMap((/** @type {any} */ { declarations = [] }) => declarations);
  /** @type {Record<string, Element>} */
  const described = {};
  for (const { tagName, attributes = [] } of declared) {
    // One that is new has no script yet: a test says so.
    if (!tagName || !(tagName in elements)) continue;
    described[tagName] = {
      ...elements[tagName],
      attributes: attributes
        .filter((/** @type {any} */ { name }) => !kinds.left.includes(`${tagName} ${name}`))
        .map((/** @type {any} */ { name, type }) => ({
          name,
          ...kindOf(kinds, tagName, name, type?.text ?? 'string'),
          label: labels[`${tagName} ${name}`] ?? labels[name] ?? { ar: name, en: name },
        })),
    };
  }
  return Object.fromEntries(
    Object.entries(described).sort(([a], [b]) => order(elements, a) - order(elements, b)),
  );
}

/** @param {object} elements @param {string} tag */
const order = (elements, tag) => Object.keys(elements).indexOf(tag);

/**
 * @param {any} kinds
 * @param {string} tag
 * @param {string} name
 * @param {string} type as TypeScript writes it
 */
function kindOf(kinds, tag, name, type) {
  for (const kind of ['source', 'link']) {
    if (kinds[kind].includes(name) || kinds[kind].includes(`${tag} ${name}`)) return { kind };
  }
  const literals = [...type.matchAll(/'([^']*)'/g)].map(([, value]) => value);
  const values = kinds.choice[name] ?? (/^'[^']*'( \| '[^']*')+$/.test(type) ? literals : undefined);
  if (values) return { kind: 'choice', values };
  if (type === 'boolean') return { kind: 'flag' };
  return { kind: type === 'number' ? 'number' : 'text' };
}

/** The kit in pieces: a person on an old phone waits for what he needs and no more. @returns {Map<string, Buffer>} */
function kitFiles() {
  const built = join(root, 'dist/browser');
  const pieces = filesIn(built).filter((path) => path.endsWith('.js'));
  if (pieces.length === 0)
    throw new Error('dist/browser is empty: the plugin carries the kit, which is built first.');
  const files = new Map(pieces.map((path) => [path, withoutMap(readFileSync(join(built, path)))]));
  const licences = join(root, 'dist/THIRD-PARTY-LICENCES.txt');
  if (existsSync(licences)) files.set('THIRD-PARTY-LICENCES.txt', readFileSync(licences));
  return files;
}

/** The maps stay behind. @param {Buffer} script */
const withoutMap = (script) =>
  Buffer.from(script.toString('utf8').replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '\n'));

/**
 * The folder's name changes with what is in it, for `?ver=` would make two modules of one: pieces import the first
 * script by its bare name.
 * @param {Map<string, Buffer>} files
 */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const [path, content] of files) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex').slice(0, 12);
}

/** @param {Buffer | undefined} content */
function sri(content) {
  if (content === undefined)
    throw new Error('wordpress/elements.json names a script that is not in dist/browser.');
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

/** @param {object} value */
function phpFile(value) {
  return Buffer.from(
    `<?php\n/**\n * Made by scripts/wordpress-plugin.js from the manifest of the elements.\n *\n * @package taafi-kit\n */\n\ndefined( 'ABSPATH' ) || exit;\n\nreturn ${phpOf(value)};\n`,
  );
}

/** @param {unknown} value @param {string} [indent] @returns {string} */
function phpOf(value, indent = '') {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const inner = `${indent}\t`;
  const entries = Array.isArray(value)
    ? value.map((item) => phpOf(item, inner))
    : Object.entries(/** @type {object} */ (value)).map(
        ([key, item]) => `${phpOf(key)} => ${phpOf(item, inner)}`,
      );
  return `array(\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${indent})`;
}

/** @param {string} folder @returns {string[]} paths of its files from there, sorted */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}
