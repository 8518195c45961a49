/**
 * Makes package-lock.json whole, so that `npm ci` takes it on every platform: run it after each `npm install`.
 *
 * A registry mirror that lacks the binaries of other platforms makes npm leave them out of the lock file, and then
 * `npm ci` stops at "Missing: … from lock file". An entry needs only its version and its platform: npm asks the
 * registry for the rest on the machine that wants it. Addresses of a mirror are taken out as well.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ version?: string, resolved?: string, optionalDependencies?: Record<string, string>, dev?: boolean }} Entry */

const path = join(fileURLToPath(new URL('..', import.meta.url)), 'package-lock.json');
const systems = 'aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32';
const processors = 'arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64';
const platform = new RegExp(`(?<os>${systems})-(?<cpu>${processors})(?:-(?<libc>musl|gnu))?`);

/**
 * Where Node would find a package asked for from another one.
 * @param {Record<string, Entry>} packages
 * @param {string} from
 * @param {string} name
 */
function isLocked(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder && `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/**
 * @param {string} name
 * @param {string} version
 * @param {boolean | undefined} dev
 */
function entryFor(name, version, dev) {
  const { os, cpu, libc } = platform.exec(name)?.groups ?? {};
  if (!os || !/^\d/.test(version))
    throw new Error(`${name}@${version}: neither platform nor exact version to read.`);
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc ? { libc: [libc === 'gnu' ? 'glibc' : libc] } : {}),
    optional: true,
    os: [os],
  };
}

const lock = JSON.parse(readFileSync(path, 'utf8'));
/** @type {Record<string, Entry>} */
const packages = lock.packages;
let added = 0;
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(packages, from, name)) continue;
    packages[`node_modules/${name}`] = entryFor(name, version, dev);
    added += 1;
  }
}
for (const entry of Object.values(packages)) {
  if (entry.resolved && !entry.resolved.startsWith('https://registry.npmjs.org/')) delete entry.resolved;
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added to package-lock.json`);
