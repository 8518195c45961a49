/**
 * Brings a real WordPress for `npm run test:wordpress` into a cache: versions, SQLite for its database and the files of
 * its pages, all from one npm package of the WordPress project. Fetches about 160 MB once, and leaves about 150 MB there.
 *
 * WordPress is GPL software of others. It is a tool of the tests and no part of what is published.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './run-tool.js';

const builds = { name: '@wp-playground/wordpress-builds', version: '0.9.19' };

/** Names of the versions in that package, and what they are. */
export const wordpressVersions = { 'wp-6.5': '6.5.5', 'wp-nightly': '6.7-alpha' };

/**
 * @returns {Promise<string>} a folder with `<version>.zip`, `<version>/` (files that browsers ask for) and `sqlite.zip`
 * @throws {Error} where npm cannot bring the package
 */
export async function ensureWordpress() {
  const home = join(root, 'node_modules/.cache/wordpress', builds.version);
  if (existsSync(home)) return home;
  const folder = `${home}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  // A package.json of its own, or npm would look for one further up and change ours.
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const npm = process.env.npm_execpath
    ? { file: process.execPath, first: [process.env.npm_execpath] }
    : { file: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
  console.log(`fetching ${builds.name}@${builds.version}, about 160 MB, once`);
  const wanted = `${builds.name}@${builds.version}`;
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefer-offline'];
  await promisify(execFile)(npm.file, [...npm.first, 'install', ...options, wanted], { cwd: folder });
  const unpacked = join(folder, 'node_modules', builds.name);
  const kept = `${folder}.kept`;
  for (const version of Object.keys(wordpressVersions)) {
    cpSync(join(unpacked, 'src/wordpress', `${version}.zip`), join(kept, `${version}.zip`));
    cpSync(join(unpacked, 'public', version), join(kept, version), { recursive: true });
  }
  const sqlite = 'src/sqlite-database-integration/sqlite-database-integration.zip';
  cpSync(join(unpacked, sqlite), join(kept, 'sqlite.zip'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(kept, home);
  return home;
}
