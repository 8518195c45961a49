/** What a page needs to load a file of the kit only as it was published: its hash, as browsers compare it. */
import { createHash } from 'node:crypto';

/**
 * @param {import('node:crypto').BinaryLike} content
 * @returns {string} for an `integrity` attribute or an import map
 */
export const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * The content of `sri.json`. Paths are those under a receiver, which are also those under dist but for `kit/`, which is
 * `dist/browser/`.
 *
 * An `integrity` on a script protects that file and nothing it imports. `alone` are the scripts for pages that import
 * nothing; every other page needs all of `integrity` in an import map.
 * @param {string} version of the package
 * @param {ReadonlyMap<string, Buffer>} files scripts by their paths under a receiver
 */
export function integrityManifest(version, files) {
  const scripts = [...files].sort(([one], [other]) => one.localeCompare(other, 'en'));
  return {
    version,
    alone: scripts
      .filter(([path, content]) => isForPages(path) && !importing.test(String(content)))
      .map(([path]) => path),
    integrity: Object.fromEntries(scripts.map(([path, content]) => [path, integrityOf(content)])),
  };
}

const importing = /\bimport\s*\(|\bimport\s*["'{*]|\bfrom\s*["']\.\//;

/** What is only imported is not named after an element. @param {string} path */
const isForPages = (path) => /(^|\/)taafi[\w-]*\.js$/.test(path);
