import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { newPartnerKey } from '../../src/cli/partner-key.js';
import { readToken } from '../../src/receiver/partners/signed-token.js';
import { filesOf, Php } from '../php/php.js';
import { newKey } from '../receiver/running-receiver.js';
import { repository } from './example.js';

const folder = (name: string) => filesOf(join(repository, 'examples', name));

describe('examples/partner/refer.php', () => {
  it('signs a referral that the receiver takes for the partner’s', async () => {
    const key = newPartnerKey(newKey());
    const php = await Php.start({ ...folder('partner'), '/site/key.json': JSON.stringify(key) });
    const page = await php.request('/site/refer.php', {
      env: { PARTNER_KEY: '/site/key.json', RECEIVER: 'https://forms.example.org' },
    });
    assert.equal(page.errors, '');
    assert.equal(page.status, 200);
    assert.match(page.body, /action="https:\/\/forms\.example\.org\/refer\/support-request"/);
    const token = readToken(/name="referral" value="([^"]+)"/.exec(page.body)?.[1] ?? '');
    assert.deepEqual([token?.keyId, token?.type], [key.kid, 'taafi-referral+jwt']);
    assert.equal(token?.isSignedBy(key.x), true);
    assert.equal(token?.isSignedBy(newPartnerKey(key.kid).x), false);
    const { iss, jti, iat, exp, ...rest } = (token?.claims ?? {}) as Record<string, string | number>;
    assert.equal(iss, key.kid);
    assert.match(String(jti), /^[\w-]{22}$/);
    assert.equal(Number(exp) - Number(iat), 24 * 3600);
    assert.deepEqual(rest, {
      form: 'support-request',
      answers: { firstName: 'سالم', familyName: 'المثالي', mobile: '0501234567' },
    });
    assert.match(page.headers['referrer-policy'] ?? '', /^strict-origin$/);
  });
});

describe('examples/own-endpoint/take.php', () => {
  const letter = new Uint8Array([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82,
  ]);

  /** What a browser sends of the form. */
  function posted(changes: Record<string, string> = {}): FormData {
    const form = new FormData();
    const entries = {
      fullName: 'سالم المثالي',
      birthDate: '1990-05-21',
      'birthDate.calendar': 'gregory',
      ...changes,
    };
    for (const [name, value] of Object.entries(entries)) form.set(name, value);
    form.append('needs[]', 'rent');
    form.append('needs[]', 'study');
    form.append('letters', new File([letter], 'خطاب.png', { type: 'image/png' }));
    return form;
  }

  async function endpoint() {
    const php = await Php.start(folder('own-endpoint'));
    const send = (options: object) =>
      php.request('/site/take.php', { method: 'POST', env: { VISITS_FOLDER: '/kept' }, ...options });
    return { php, send };
  }

  it('keeps a date, several choices, a file and Arabic, and leads on', async () => {
    const { php, send } = await endpoint();
    const answer = await send({ body: posted() });
    assert.equal(answer.errors, '');
    assert.deepEqual([answer.status, answer.headers.location], [303, 'thanks.html']);
    const [name = ''] = php.runtime.listFiles('/kept').filter((file) => file.endsWith('.json'));
    const { receivedAt, letters, ...visit } = JSON.parse(php.read(`/kept/${name}`)) as Record<
      string,
      unknown
    >;
    assert.match(String(receivedAt), /^\d{4}-\d\d-\d\dT/);
    assert.deepEqual(visit, {
      fullName: 'سالم المثالي',
      birthDate: '1990-05-21',
      birthDateCalendar: 'gregory',
      needs: ['rent', 'study'],
    });
    const [kept] = letters as { file: string; name: string }[];
    assert.equal(kept?.name, 'خطاب.png');
    assert.deepEqual(php.runtime.readFileAsBuffer(`/kept/${kept?.file}`), letter);
  });

  it('refuses what is not complete, other methods and other sites, and repeats nothing of it', async () => {
    const { send } = await endpoint();
    const typed = '<script>alert(1)</script>';
    assert.equal((await send({ body: posted({ birthDate: '1990-02-31' }) })).status, 422);
    const refused = await send({ body: posted({ fullName: typed, birthDate: typed }) });
    assert.deepEqual([refused.status, refused.body.includes(typed)], [422, false]);
    assert.equal((await send({ method: 'GET' })).status, 405);
    const other = await send({ body: posted(), headers: { 'sec-fetch-site': 'cross-site' } });
    assert.equal(other.status, 403);
  });
});
