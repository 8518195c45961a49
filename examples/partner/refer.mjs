/**
 * A partner's page that refers a person to the association's form. No packages: Node 20 or newer.
 *
 *   PARTNER_KEY=key.json RECEIVER=https://forms.example.org PORT=3000 node refer.mjs
 *
 * The key is the file that `taafi partner add` wrote. Keep it where your pages cannot be asked for it.
 */
import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { PARTNER_KEY = 'key.json', RECEIVER = 'http://localhost:8080', PORT = '3000' } = process.env;
const key = JSON.parse(readFileSync(PARTNER_KEY, 'utf8'));
const privateKey = createPrivateKey({ key, format: 'jwk' });

/** One part of a token. */
const encoded = (content) => Buffer.from(JSON.stringify(content)).toString('base64url');

/** A referral: good for a day and for one request. `id` is your own name for it, and never the person's. */
export function referral({ id, form, answers }) {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'EdDSA', typ: 'taafi-referral+jwt', kid: key.kid };
  const claims = { iss: key.kid, jti: id, iat: now, exp: now + 24 * 3600, form, answers };
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}

// What your own system knows of the person who is signed in.
const person = { firstName: 'سالم', familyName: 'المثالي', mobile: '0501234567' };

createServer((_request, response) => {
  const token = referral({
    id: randomBytes(16).toString('base64url'),
    form: 'support-request',
    answers: person,
  });
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // Not `no-referrer`: the receiver must be told which site the form was posted from.
    'Referrer-Policy': 'strict-origin',
  });
  response.end(`<!doctype html>
<html lang="ar" dir="rtl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>خدماتنا</title>
<h1>طلب الدعم من جمعية تعافي</h1>
<p>ننقلك إلى نموذج الجمعية، وتراجع هناك ما كتبناه عنك قبل أن يُستخدم.</p>
<form method="post" action="${RECEIVER}/refer/support-request">
  <input type="hidden" name="referral" value="${token}">
  <button>انتقل إلى النموذج</button>
</form>
</html>`);
}).listen(Number(PORT), '127.0.0.1', function () {
  console.log(`http://localhost:${this.address().port}/`);
});
