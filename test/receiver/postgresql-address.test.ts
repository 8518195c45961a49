import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { settingsFrom } from '../../src/receiver/settings.js';
import { readAddress } from '../../src/receiver/storage/postgresql/address.js';
import { faultOf } from '../../src/receiver/storage/postgresql/database-fault.js';

const tlsOf = (url: string) => readAddress(url).address?.tls;

describe('TAAFI_DATABASE_URL', () => {
  it('to another machine is encrypted, and its certificate checked, unless it says otherwise', () => {
    for (const mode of ['', '?sslmode=prefer', '?sslmode=require', '?sslmode=verify-full'])
      assert.deepEqual(
        tlsOf(`postgres://a:b@db.example.org/taafi${mode}`),
        { rejectUnauthorized: true },
        mode,
      );
    for (const here of ['localhost', '127.0.0.1:5433', '[::1]'])
      assert.equal(tlsOf(`postgresql://a:b@${here}/taafi`), false);
    assert.equal(tlsOf('postgresql:///taafi?host=/var/run/postgresql'), false);
    for (const mode of ['disable', 'no-verify'])
      assert.equal(
        readAddress(`postgres://a:b@db.example.org/taafi?sslmode=${mode}`).warnings.length,
        1,
        mode,
      );
  });

  it('that is wrong is told without what it holds', () => {
    for (const url of [
      'mysql://name:secret@host/db',
      'postgres://name:secret@host',
      'postgres://name:secret@host/',
      'name:secret@host/db',
      'postgres://name:secret@host/db?sslmode=maybe',
      'postgres://name:secret@host/db?sslrootcert=/nowhere.pem',
    ]) {
      const { settings, errors } = settingsFrom({ TAAFI_DATABASE_URL: url });
      assert.equal(errors.length, 1, url);
      assert.equal(settings.database, undefined);
      assert.doesNotMatch(errors.join(), /secret/);
    }
    assert.equal(settingsFrom({ TAAFI_DATABASE_POOL: '0' }).errors.length, 1);
    assert.equal(settingsFrom({ TAAFI_DATABASE_POOL: '1000' }).errors.length, 1);
  });

  it('is shown by host and name, whatever the password', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }).map(encodeURIComponent), (password) => {
        const { address } = readAddress(`postgres://u:${password}@db.example.org:6432/taafi`);
        assert.equal(address?.shown, 'taafi at db.example.org:6432');
      }),
    );
  });
});

describe('a fault of the database', () => {
  it('keeps the code and nothing of what was in the row', () => {
    const error = Object.assign(new Error('Key (name)=(سالم) exists'), { code: '23505', detail: 'سالم' });
    assert.equal(faultOf(error).code, 'PG_23505');
    assert.doesNotMatch(JSON.stringify(faultOf(error)) + faultOf(error).message, /سالم/);
  });

  it('without a code of SQL came from the line', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', undefined])
      assert.equal(faultOf(Object.assign(new Error('away'), { code })).code, 'PG_AWAY', code);
  });
});
