/**
 * Writes what is made from the elements' manifest and from the finished scripts: data for editors, types for frameworks,
 * hashes. By itself it does so for a dist that is there.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { elementsOf, vscodeCssData, vscodeHtmlData, webTypes } from './editor-data.js';
import { elementTypes } from './framework-types.js';
import { integrityManifest } from './integrity.js';
import { root } from './run-tool.js';

const dist = join(root, 'dist');
const templates = join(root, 'scripts/framework-types');

/** @returns {Promise<string[]>} the tags that are described */
export async function describeElements() {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const elements = elementsOf(JSON.parse(await readFile(join(dist, 'custom-elements.json'), 'utf8')));
  await writeJson('web-types.json', webTypes(elements, version));
  await writeJson('vscode.html-custom-data.json', vscodeHtmlData(elements));
  await writeJson('vscode.css-custom-data.json', vscodeCssData(elements));
  const folder = join(dist, 'frameworks');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(templates)) await copyFile(join(templates, name), join(folder, name));
  await writeFile(join(folder, 'elements.d.ts'), elementTypes(elements));
  // Whoever imports the types as if they were a module finds one that does nothing.
  await writeFile(join(folder, 'types-only.js'), 'export {};\n');
  return elements.map(({ tagName }) => tagName);
}

/** To be called when every script is as it will be published. */
export async function writeIntegrity() {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await writeJson('sri.json', integrityManifest(version, await publishedScripts()));
}

/** @returns {Promise<Map<string, Buffer>>} */
async function publishedScripts() {
  const browser = join(dist, 'browser');
  const entries = await readdir(browser, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const kit = await Promise.all(
    paths.map(
      async (path) =>
        /** @type {const} */ ([`kit/${relative(browser, path).replaceAll(sep, '/')}`, await readFile(path)]),
    ),
  );
  return new Map([['taafi.js', await readFile(join(dist, 'taafi.js'))], ...kit]);
}

/** @param {string} name @param {object} content */
async function writeJson(name, content) {
  await writeFile(join(dist, name), `${JSON.stringify(content, null, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await describeElements();
  await writeIntegrity();
}
