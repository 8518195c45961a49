/**
 * Writes dist/sbom.cdx.json, a software bill of materials in CycloneDX 1.6: every package that ships in the scripts for browsers or is
 * installed with the receiver, with its version, licence, digest and what it depends on. All of it is in package-lock.json and in the
 * lists of licences that the bundler wrote; the same sources give the same file, to the byte.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-tool.js';

/**
 * @typedef {object} Locked a package in package-lock.json
 * @property {string} version
 * @property {string} [license]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { optional?: boolean }>} [peerDependenciesMeta]
 */

/** What a package of ours is for. @typedef {'browser' | 'receiver' | 'receiver-on-postgresql'} Part */

/** Lists of what each bundle holds, where the bundler writes them. @returns {string[]} */
function licenceLists() {
  const list = 'THIRD-PARTY-LICENCES.txt';
  const browser = join(root, 'dist/browser');
  const split = existsSync(browser) ? readdirSync(browser, { recursive: true, encoding: 'utf8' }) : [];
  return [
    join(root, 'dist', list),
    ...split.filter((path) => path.endsWith(list)).map((path) => join(browser, path)),
  ].filter(existsSync);
}

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * Where Node finds a package that is asked for by another one.
 * @param {Record<string, Locked>} packages
 * @param {string} from
 * @param {string} name
 */
function found(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder && `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}

/**
 * Places of what a package needs, also where only some platforms need it.
 * @param {Record<string, Locked>} packages
 * @param {string} from
 */
function needs(packages, from) {
  const { dependencies = {}, optionalDependencies = {} } = /** @type {Locked} */ (packages[from]);
  return Object.keys({ ...dependencies, ...optionalDependencies })
    .map((name) => {
      const path = found(packages, from, name);
      if (path === undefined && !(name in optionalDependencies))
        throw new Error(`package-lock.json lacks ${name}, which ${from || 'the kit'} needs.`);
      return path;
    })
    .filter((path) => path !== undefined);
}

/**
 * @param {Record<string, Locked>} packages
 * @param {readonly string[]} starts
 */
function closure(packages, starts) {
  const all = new Set(starts);
  for (const path of all) for (const other of needs(packages, path)) all.add(other);
  return all;
}

/** Places of the packages whose code is in the scripts for browsers. @param {Record<string, Locked>} packages */
function bundled(packages) {
  const texts = licenceLists();
  if (texts.length === 0) throw new Error('The bundler wrote no list of licences.');
  const lines = texts.flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/^(?<name>(?:@[\w.-]+\/)?[\w.-]+) (?<version>\d\S*) \(.+\)$/gm),
  ]);
  return new Set(
    lines.map(({ groups: { name = '', version = '' } = {} }) => {
      const path = Object.keys(packages).find(
        (one) => one !== '' && nameOf(one) === name && packages[one]?.version === version,
      );
      if (path === undefined)
        throw new Error(`package-lock.json lacks ${name} ${version}, which is in a bundle.`);
      return path;
    }),
  );
}

/** @param {string} name @param {string} version */
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {string} license as SPDX has it: one id, or several in an expression */
const licences = (license) =>
  /[ ()]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];

/** @param {string} integrity */
function hashes(integrity) {
  const [, digest = ''] = /^sha512-(\S+)$/.exec(integrity) ?? [];
  if (digest === '') throw new Error(`package-lock.json has no SHA-512 in ${integrity}.`);
  return [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }];
}

/**
 * @param {string} path
 * @param {Locked} locked
 * @param {readonly Part[]} parts
 */
function component(path, { version, license, integrity, optional = false }, parts) {
  const name = nameOf(path);
  if (license === undefined || integrity === undefined)
    throw new Error(`package-lock.json says nothing of the ${license ? 'digest' : 'licence'} of ${name}.`);
  const isOptional = optional || parts.every((part) => part === 'receiver-on-postgresql');
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    scope: isOptional ? 'optional' : 'required',
    hashes: hashes(integrity),
    licenses: licences(license),
    purl: purl(name, version),
    properties: parts.map((value) => ({ name: 'taafi-kit:part', value })),
  };
}

/** An id that is as random as the content is: RFC 9562, version 8. @param {string} text */
function serialNumber(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @returns {number} how many packages it lists */
export function writeSbom() {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const asked = (/** @type {Record<string, string>} */ list) =>
    Object.keys(list).map((name) => found(packages, '', name) ?? `node_modules/${name}`);
  const receiver = closure(packages, asked(own.dependencies));
  const postgresql = closure(packages, asked(own.peerDependencies ?? {}));
  const browser = bundled(packages);
  const paths = [...new Set([...receiver, ...postgresql, ...browser])].sort();
  /** @type {Map<string, ReturnType<typeof component>>} */
  const components = new Map();
  /** @type {Map<string, Set<string>>} */
  const dependencies = new Map();
  for (const path of paths) {
    /** @type {Part[]} */
    const parts = [];
    if (browser.has(path)) parts.push('browser');
    if (receiver.has(path)) parts.push('receiver');
    else if (postgresql.has(path)) parts.push('receiver-on-postgresql');
    const one = component(path, /** @type {Locked} */ (packages[path]), parts);
    const refs = needs(packages, path).map((other) => purl(nameOf(other), packages[other]?.version ?? ''));
    // The same version may stand in two places.
    components.set(one.purl, components.get(one.purl) ?? one);
    dependencies.set(one.purl, new Set([...(dependencies.get(one.purl) ?? []), ...refs]));
  }
  const kit = purl(own.name, own.version);
  const direct = [...asked(own.dependencies), ...asked(own.peerDependencies ?? {})];
  dependencies.set(kit, new Set(direct.map((path) => purl(nameOf(path), packages[path]?.version ?? ''))));
  const content = {
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': kit,
        name: own.name,
        version: own.version,
        licenses: licences(own.license),
        purl: kit,
      },
    },
    components: [...components.values()],
    dependencies: [...dependencies].map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })),
  };
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(JSON.stringify(content)),
    ...content,
  };
  writeFileSync(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  return components.size;
}
