import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { settingsFrom } from '../../src/receiver/settings.js';

describe('settings', () => {
  it('need not be set', () => {
    const { settings, errors, warnings } = settingsFrom({ PORT: '', TAAFI_ORIGINS: '' });
    assert.deepEqual([errors, warnings], [[], []]);
    assert.deepEqual(settings, {
      port: 8080,
      host: '0.0.0.0',
      dataDir: join(process.cwd(), 'data'),
      database: undefined,
      origins: [],
      trustProxy: false,
      tracker: undefined,
      survey: undefined,
      guard: [],
      webhook: undefined,
      scanner: undefined,
      demo: true,
      log: 'text',
      drain: 0,
    });
  });

  it('are taken as they are set', () => {
    const { settings, errors } = settingsFrom({
      PORT: '0',
      HOST: '127.0.0.1',
      TAAFI_DATA: '/srv/taafi',
      TAAFI_ORIGINS: ' https://a.example , http://localhost:3000,https://b.example:8443,',
      TAAFI_TRUST_PROXY: 'yes',
      TAAFI_TRACKER: 'https://a.example/track?x=1',
      TAAFI_SURVEY: 'https://a.example/survey',
      TAAFI_WEBHOOK: 'http://localhost:9000/sms',
      TAAFI_WEBHOOK_SECRET: `whsec_${'A'.repeat(32)}`,
      TAAFI_DEMO: 'no',
      TAAFI_LOG: 'json',
      TAAFI_DRAIN: '15',
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(settings, {
      port: 0,
      host: '127.0.0.1',
      dataDir: '/srv/taafi',
      database: undefined,
      origins: ['https://a.example', 'http://localhost:3000', 'https://b.example:8443'],
      trustProxy: true,
      tracker: 'https://a.example/track?x=1',
      survey: 'https://a.example/survey',
      guard: [],
      webhook: { url: 'http://localhost:9000/sms', secret: `whsec_${'A'.repeat(32)}` },
      scanner: undefined,
      demo: false,
      log: 'json',
      drain: 15,
    });
  });

  it('are refused with a sentence that names them', () => {
    const wrong: Record<string, string[]> = {
      PORT: ['x', '-1', '65536', '80.5', '0x50', '8080 '],
      TAAFI_SCANNER: ['clamscan', 'clamd:', 'clamd:host', 'clamd:x:99999', '[]', '["a", 1]', '[""]', '{'],
      HOST: ['http://x', 'a b', '::1]', '-x'],
      TAAFI_ORIGINS: [
        '*',
        'null',
        'example.org',
        'https://a.example/',
        'https://a.example/x',
        'ftp://a.example',
        'https://*.a.example/',
        'https://a.example https://b.example',
        'HTTPS://a.example',
      ],
      TAAFI_TRUST_PROXY: ['1', 'true', 'YES'],
      TAAFI_DEMO: ['1', 'off'],
      TAAFI_LOG: ['JSON', 'yes'],
      TAAFI_DRAIN: ['-1', '301', '1.5', 'x'],
      TAAFI_TRACKER: [
        'track.html',
        'http://a.example/track',
        'https://a.example/#track',
        'https://a:b@a.example/',
      ],
      TAAFI_SURVEY: ['survey.html', 'https://a.example/#survey'],
      TAAFI_WEBHOOK: ['x', 'http://a.example/', 'ftp://localhost/', 'https://a:b@a.example/'],
      TAAFI_WEBHOOK_SECRET: ['secret', 'whsec_', 'whsec_AAAA', `whsec_${'A'.repeat(200)}`],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        const { errors } = settingsFrom({ [name]: value });
        assert.equal(errors.length, 1, `${name}=${value}`);
        assert.ok(errors[0]?.startsWith(name), errors[0]);
      }
    }
    assert.equal(settingsFrom({ PORT: 'x', HOST: ' ', TAAFI_ORIGINS: '*,null' }).errors.length, 4);
    assert.match(
      settingsFrom({ TAAFI_ORIGINS: 'https://a.example/' }).errors[0] ?? '',
      /Did you mean https:\/\/a\.example\?/,
    );
  });

  it('say where files would go over a line without encryption', () => {
    const warningsOf = (TAAFI_SCANNER: string) => settingsFrom({ TAAFI_SCANNER }).warnings;
    for (const near of ['clamd:/run/clamd.ctl', 'clamd:127.0.0.1:3310', 'clamd:[::1]:3310', '["clamscan"]'])
      assert.deepEqual(warningsOf(near), [], near);
    for (const far of ['clamd:clamav:3310', 'clamd:10.0.0.7:3310', 'clamd:[fd00::1]:3310'])
      assert.match(warningsOf(far).join(), /another machine/, far);
  });

  it('are told apart from what is misspelt', () => {
    assert.match(
      settingsFrom({ TAAFI_ORIGIN: 'x' }).warnings[0] ?? '',
      /TAAFI_ORIGIN; did you mean TAAFI_ORIGINS/,
    );
  });
});
