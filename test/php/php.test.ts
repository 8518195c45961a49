import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { lintPhp, Php, runPhpCommand } from './php.js';
import { startPhpSite } from './php-site.js';

describe('PHP in tests', () => {
  it('answers a request as a server would: form, query, headers, environment, status', async () => {
    const php = await Php.start({
      '/site/take.php': `<?php
        header('Location: /thanks.html?of=' . $_GET['step'], true, 303);
        file_put_contents(__DIR__ . '/taken.txt', $_POST['fullName'] . '|' . getenv('OWNER') . '|' . $_SERVER['HTTP_X_OF']);
        error_log('written');`,
    });
    const answer = await php.request('/site/take.php', {
      uri: '/take.php?step=2',
      body: new URLSearchParams({ fullName: 'مريم المثالية' }),
      headers: { 'x-of': 'a test' },
      env: { OWNER: 'taafi' },
    });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, '/thanks.html?of=2');
    assert.equal(answer.errors.trim(), 'written');
    assert.equal(php.read('/site/taken.txt'), 'مريم المثالية|taafi|a test');
  });

  it('takes files that are uploaded, and JSON as it is', async () => {
    const php = await Php.start({
      '/site/take.php': `<?php
        echo isset($_FILES['letter'])
          ? $_FILES['letter']['name'] . ' ' . file_get_contents($_FILES['letter']['tmp_name'])
          : file_get_contents('php://input');`,
    });
    const form = new FormData();
    form.set('letter', new File(['خطاب'], 'letter.txt', { type: 'text/plain' }));
    assert.equal((await php.request('/site/take.php', { body: form })).body, 'letter.txt خطاب');
    const json = await php.request('/site/take.php', {
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(json.body, '{"a":1}');
  });

  it('says what went wrong, instead of throwing', async () => {
    const php = await Php.start({ '/site/broken.php': '<?php nobodyDefinedThis();' });
    const answer = await php.request('/site/broken.php');
    assert.match(answer.errors, /undefined function nobodyDefinedThis/);
  });

  it('runs commands with arguments, input and environment', async () => {
    const ran = await runPhpCommand(['/site/say.php', 'one'], {
      files: {
        '/site/say.php':
          '<?php echo $argv[1], stream_get_contents(STDIN), getenv("WHO"); fwrite(STDERR, "hm"); exit(3);',
      },
      input: ' نعم ',
      env: { WHO: 'taafi' },
    });
    assert.deepEqual(ran, { code: 3, out: 'one نعم taafi', err: 'hm' });
  });

  it('finds what does not compile, and runs nothing', async () => {
    const fine = '<?php declare(strict_types=1); namespace A; throw new \\Exception();';
    assert.equal(await lintPhp({ '/site/fine.php': fine }), '');
    const found = await lintPhp({
      '/site/fine.php': fine,
      '/site/twice.php': '<?php function a() {} function a() {}',
      '/site/open.php': '<?php if (true) {',
    });
    assert.match(found, /Cannot redeclare a\(\).*twice\.php/);
    assert.doesNotMatch(found, /fine\.php/);
  });

  it('signs with what stands in for sodium, and Node agrees', async () => {
    const { code, out, err } = await runPhpCommand(['/site/sign.php'], {
      files: {
        '/site/sign.php': `<?php
          $pair = sodium_crypto_sign_seed_keypair(str_repeat("\\x07", 32));
          $signature = sodium_crypto_sign_detached('مرحبا', sodium_crypto_sign_secretkey($pair));
          $url = SODIUM_BASE64_VARIANT_URLSAFE_NO_PADDING;
          echo json_encode([
            'key' => sodium_bin2base64(sodium_crypto_sign_publickey($pair), $url),
            'signature' => sodium_bin2base64($signature, $url),
            'right' => sodium_crypto_sign_verify_detached($signature, 'مرحبا', sodium_crypto_sign_publickey($pair)),
            'wrong' => sodium_crypto_sign_verify_detached($signature, 'مرحبا!', sodium_crypto_sign_publickey($pair)),
          ]);`,
      },
    });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    const told = JSON.parse(out) as { key: string; signature: string; right: boolean; wrong: boolean };
    assert.deepEqual([told.right, told.wrong], [true, false]);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: told.key }, format: 'jwk' });
    assert.equal(verify(null, Buffer.from('مرحبا'), key, Buffer.from(told.signature, 'base64url')), true);
  });

  it('serves a site to a browser: pages with PHP, files as they are, forms that are sent', async (test) => {
    const site = await startPhpSite(test, {
      '/site/index.php':
        '<?php echo $_SERVER["REQUEST_METHOD"], " ", $_POST["a"] ?? $_GET["a"] ?? "", " ", $_COOKIE["of"] ?? "";',
      '/site/kit/taafi.js': 'export {};',
    });
    site.headers = { 'content-security-policy': "default-src 'none'" };
    const page = await fetch(`${site.url}/?a=1`, { headers: { cookie: 'of=me' } });
    assert.equal(await page.text(), 'GET 1 me');
    assert.equal(page.headers.get('content-security-policy'), "default-src 'none'");
    const script = await fetch(`${site.url}/kit/taafi.js`);
    assert.match(script.headers.get('content-type') ?? '', /javascript/);
    const sent = await fetch(site.url, { method: 'POST', body: new URLSearchParams({ a: 'نعم' }) });
    assert.equal(await sent.text(), 'POST نعم ');
    assert.equal((await fetch(`${site.url}/no.php`)).status, 404);
    assert.equal(site.errors(), '');
  });
});
