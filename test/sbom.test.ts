import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly scope: 'required' | 'optional';
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license?: { readonly id: string } }[];
  readonly properties: readonly { readonly value: string }[];
}

interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const sbom = JSON.parse(readFileSync(join(root, 'dist/sbom.cdx.json'), 'utf8')) as Sbom;

/** Licences that ask for nothing but to be handed on. A package under another one is a decision, not an update. */
const allowed = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

const ofPart = (part: string) =>
  sbom.components.filter(({ properties }) => properties.some(({ value }) => value === part));

describe('the bill of materials', () => {
  it('says of every package its version, its licence, which is one of the allowed, and its digest', () => {
    assert.deepEqual([sbom.bomFormat, sbom.specVersion], ['CycloneDX', '1.6']);
    assert.match(
      sbom.serialNumber,
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    assert.ok(sbom.components.length > 50);
    for (const { name, version, purl, hashes, licenses } of sbom.components) {
      assert.match(version, /^\d+\.\d+\.\d+/, name);
      assert.equal(purl, `pkg:npm/${name.replace('@', '%40')}@${version}`);
      assert.ok(allowed.includes(licenses[0]?.license?.id ?? ''), `${name}: ${JSON.stringify(licenses)}`);
      assert.equal(licenses.length, 1, name);
      assert.match(hashes[0]?.content ?? '', /^[0-9a-f]{128}$/, name);
    }
  });

  it('has what is installed: every package of the receiver, in the version that runs, and its licence', () => {
    const load = createRequire(import.meta.url);
    let compared = 0;
    for (const { name, version, licenses } of ofPart('receiver')) {
      const manifest = join(root, 'node_modules', name, 'package.json');
      if (!existsSync(manifest)) continue;
      const own = load(manifest) as { version: string; license: string };
      // Another version of it may stand there for a tool, and this one beside whoever needs it.
      if (own.version !== version) continue;
      assert.equal(licenses[0]?.license?.id, own.license, name);
      compared += 1;
    }
    assert.ok(compared > 50, String(compared));
  });

  it('has all that package.json asks for, and what that asks for', () => {
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      peerDependencies: Record<string, string>;
    };
    const names = new Set(ofPart('receiver').map(({ name }) => name));
    for (const name of Object.keys(own.dependencies)) assert.ok(names.has(name), name);
    for (const name of Object.keys(own.peerDependencies))
      assert.ok(
        ofPart('receiver-on-postgresql').some((one) => one.name === name && one.scope === 'optional'),
        name,
      );
    const refs = new Set([...sbom.components.map(({ purl }) => purl)]);
    for (const { dependsOn } of sbom.dependencies) for (const ref of dependsOn) assert.ok(refs.has(ref), ref);
  });

  it('has all whose code is in the scripts for browsers', () => {
    const names = ofPart('browser').map(({ name }) => name);
    for (const name of ['lit-html', 'lit-element', '@lit/reactive-element', 'zod'])
      assert.ok(names.includes(name), name);
    const map = JSON.parse(readFileSync(join(root, 'dist/taafi.js.map'), 'utf8')) as { sources: string[] };
    for (const source of map.sources) {
      const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
      if (name !== undefined) assert.ok(names.includes(name), name);
    }
  });
});
