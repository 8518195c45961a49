import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import type { SourceFile } from './source-files.js';
import { lineOf, nodesIn, sourceFiles, textOf } from './source-files.js';

const source = sourceFiles('src');
const receiver = source.filter(({ path }) => path.startsWith('src/receiver/'));

/** Every call of a function of one of these names, as `src/a.ts:1 name(first argument)`. */
function callsOf(files: readonly SourceFile[], names: ReadonlySet<string>): string[] {
  return files.flatMap(({ path, tree }) =>
    [...nodesIn(tree)].flatMap((node) => {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
      const { expression, arguments: given } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
      if (!names.has(name)) return [];
      return [{ place: `${path}:${lineOf(node)}`, name, first: given?.[0]?.getText() ?? '' }].map(
        ({ place, first }) => `${place} ${name}(${first})`,
      );
    }),
  );
}

/** What `none` prints is what has to be mended. */
function none(found: readonly string[], mend: string): void {
  assert.ok(found.length === 0, `${mend}\n${found.join('\n')}`);
}

/** Where the files of a rule are, each once. */
const filesOf = (calls: readonly string[]): string[] => [
  ...new Set(calls.map((call) => call.split(':')[0] ?? '')),
];

describe('cryptography', () => {
  it('is of the algorithms in docs/security.md, and of no other', () => {
    const names = new Set([
      'createHash',
      'createHmac',
      'createCipheriv',
      'createDecipheriv',
      'generateKeyPairSync',
      'generateKeyPair',
      'createSign',
      'createVerify',
      'pbkdf2Sync',
      'scryptSync',
      'createECDH',
      'createDiffieHellman',
    ]);
    const approved = /\((['"]sha256['"]|['"]aes-256-gcm['"]|['"]ed25519['"]|['"]ec['"])\)$/;
    const calls = callsOf(source, names);
    assert.ok(calls.length > 10, String(calls.length));
    none(
      calls.filter((call) => !approved.test(call)),
      'Only SHA-256, HMAC-SHA-256, AES-256-GCM, Ed25519 and, to seal sections, P-256 are used: see docs/security.md#keys-and-algorithms.',
    );
    const curves = filesOf(calls.filter((call) => call.includes("'ec'")));
    assert.deepEqual(curves, ['src/cli/sealing-keys.ts']);
    const browser = source.flatMap(({ path }) =>
      [
        ...textOf(path).matchAll(
          /name: '((?:AES|RSA|EC|HKDF|HMAC|PBKDF|SHA|Ed|X25)[\w-]*)'|hash: '([\w-]+)'/g,
        ),
      ].map(([, name, hash]) => name ?? hash),
    );
    assert.deepEqual([...new Set(browser)].sort(), ['AES-GCM', 'ECDH', 'HKDF', 'HMAC', 'SHA-256']);
    const named = source.flatMap(({ path }) =>
      [...textOf(path).matchAll(/namedCurve: '([\w-]+)'/g)].map(([, curve]) => curve),
    );
    assert.deepEqual([...new Set(named)], ['P-256']);
    const inventory = textOf('docs/security.md');
    for (const algorithm of ['SHA-256', 'HMAC-SHA-256', 'AES-256-GCM', 'Ed25519', 'HKDF', 'HPKE', 'P-256'])
      assert.ok(inventory.includes(algorithm), algorithm);
  });

  it('takes what nobody may guess from the generator of the system', () => {
    const weak = callsOf(source, new Set(['random'])).filter((call) => call.includes('random()'));
    const spread = source
      .filter(({ path }) => /\bMath\.random\b/.test(textOf(path)))
      .map(({ path }) => path)
      .sort();
    // Both spread attempts over time; neither makes a name or a key.
    assert.deepEqual(spread, ['src/receiver/storage/in-transaction.ts', 'src/transport/world.ts']);
    none(
      filesOf(weak).filter((path) => /key|token|secret|vault|draft|reference/.test(path)),
      'Math.random can be guessed: use the random bytes of the world.',
    );
    none(callsOf(source, new Set(['randomUUID'])), 'A UUID has 122 random bits: use randomName.');
  });

  it('compares what is secret in a time that tells nothing', () => {
    // Whatever comes from outside and is worked out from the secret goes through isCode or isSame.
    const codes = callsOf(receiver, new Set(['code'])).filter(
      (call) => !call.startsWith('src/receiver/link-secret.ts'),
    );
    assert.ok(codes.length > 3);
    const compared = receiver.flatMap(({ path, tree }) =>
      [...nodesIn(tree)]
        .filter(
          (node) =>
            ts.isBinaryExpression(node) &&
            /^[!=]==?$/.test(node.operatorToken.getText()) &&
            /\.(code|factorOf)\(/.test(node.getText()),
        )
        .map((node) => `${path}:${lineOf(node)} ${node.getText().slice(0, 60)}`),
    );
    none(compared, 'Compare codes with isSame or isCode of link-secret.ts.');
  });
});

describe('the receiver', () => {
  it('connects to what its settings name, and to nothing that a request names', () => {
    const imports = receiver.flatMap(({ path, imports: found }) =>
      found
        .filter(
          ({ specifier, isTypeOnly }) =>
            !isTypeOnly &&
            /^(node:)?(http2?|https|net|tls|dgram|dns|child_process|worker_threads|vm)$/.test(specifier),
        )
        .map(({ specifier }) => `${path} ${specifier}`),
    );
    assert.deepEqual(
      [...new Set(imports)].sort(),
      [
        'src/receiver/http/client.ts node:net',
        'src/receiver/scanning/clamd.ts node:net',
        'src/receiver/scanning/scan-command.ts node:child_process',
        'src/receiver/settings.ts node:net',
      ],
      'Whatever leaves the receiver is named in docs/security.md#what-goes-out.',
    );
    const outward = new Set(['fetch', 'connect', 'spawn', 'exec', 'execFile', 'fork']);
    const asked = receiver.filter(({ tree }) =>
      [...nodesIn(tree)].some((node) => ts.isCallExpression(node) && outward.has(node.expression.getText())),
    );
    assert.deepEqual(asked.map(({ path }) => path).sort(), [
      'src/receiver/notifications/webhook.ts',
      'src/receiver/scanning/clamd.ts',
      'src/receiver/scanning/scan-command.ts',
    ]);
    const spawned = textOf('src/receiver/scanning/scan-command.ts');
    assert.ok(!/shell:\s*true/.test(spawned));
    assert.match(textOf('src/receiver/notifications/webhook.ts'), /redirect: 'error'/);
  });

  it('runs no code that comes as text, and builds no query of pieces', () => {
    none(
      callsOf(
        source,
        new Set(['eval', 'Function', 'runInContext', 'runInNewContext', 'unserialize', 'deserialize']),
      ),
      'No text is run.',
    );
    const raw = receiver.flatMap(({ path }) =>
      [...textOf(path).matchAll(/\bsql\.(raw|lit)\(([^)]*)/g)].map(
        ([, what, given]) => `${path} sql.${what}(${given})`,
      ),
    );
    none(
      raw.filter((call) => !/sql\.(raw|lit)\((['"`][^$]*['"`]?|[A-Z_]+\))$/.test(call)),
      'Values go into queries as parameters, by the template sql, and never by sql.raw.',
    );
    none(
      source
        .filter(({ path }) => /DOMParser|XMLHttpRequest|libxml|xml2js/.test(textOf(path)))
        .map(({ path }) => path),
      'No parser of XML: say in docs/asvs.md (1.5.1) how it is kept from what the document names.',
    );
  });
});
