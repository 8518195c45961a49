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
      origins: [],
      trustProxy: false,
    });
  });

  it('are taken as they are set', () => {
    const { settings, errors } = settingsFrom({
      PORT: '0',
      HOST: '127.0.0.1',
      TAAFI_DATA: '/srv/taafi',
      TAAFI_ORIGINS: ' https://a.example , http://localhost:3000,https://b.example:8443,',
      TAAFI_TRUST_PROXY: 'yes',
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(settings, {
      port: 0,
      host: '127.0.0.1',
      dataDir: '/srv/taafi',
      origins: ['https://a.example', 'http://localhost:3000', 'https://b.example:8443'],
      trustProxy: true,
    });
  });

  it('are refused with a sentence that names them', () => {
    const wrong: Record<string, string[]> = {
      PORT: ['x', '-1', '65536', '80.5', '0x50', '8080 '],
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

  it('are told apart from what is misspelt', () => {
    assert.match(
      settingsFrom({ TAAFI_ORIGIN: 'x' }).warnings[0] ?? '',
      /TAAFI_ORIGIN; did you mean TAAFI_ORIGINS/,
    );
  });
});
