import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mapLink } from '../../src/fields/map-link/map-link.type.js';
import { keepsOneForm, pasted, TrialField, typedText } from './trial-field.js';

const field = new TrialField(mapLink);

const degrees = (most: number) =>
  fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((units) => String(units / 10_000));
const place = fc.oneof(
  fc.tuple(degrees(90), degrees(180)).map((both) => both.join(',')),
  fc
    .tuple(
      fc.constantFrom(
        'https://maps.app.goo.gl/',
        'https://maps.google.com/?q=',
        'https://maps.apple.com/?ll=',
        'https://osm.org/go/',
      ),
      fc.stringMatching(/^[A-Za-z0-9.,_-]{1,12}$/),
    )
    .map((parts) => parts.join('')),
);

describe('map-link', () => {
  it('takes what the maps of phones share', () => {
    const shared = {
      'https://maps.app.goo.gl/AbC123xyz?g_st=iw': 'https://maps.app.goo.gl/AbC123xyz?g_st=iw',
      'http://goo.gl/maps/AbC12': 'https://goo.gl/maps/AbC12',
      'https://maps.google.com/?q=24.7136,46.6753': 'https://maps.google.com/?q=24.7136,46.6753',
      'https://www.google.com/maps/@24.7136,46.6753,17z': 'https://www.google.com/maps/@24.7136,46.6753,17z',
      'https://www.google.com.sa/maps?q=24.7,46.6': 'https://www.google.com.sa/maps?q=24.7,46.6',
      'https://maps.apple.com/?ll=24.7136,46.6753&q=Home':
        'https://maps.apple.com/?ll=24.7136,46.6753&q=Home',
      'https://maps.apple/p/AbC12~x': 'https://maps.apple/p/AbC12~x',
      'https://www.openstreetmap.org/#map=17/24.7136/46.6753':
        'https://www.openstreetmap.org/#map=17/24.7136/46.6753',
      'https://osm.org/go/yFeOQ7?m': 'https://osm.org/go/yFeOQ7?m',
      'maps.app.goo.gl/AbC123': 'https://maps.app.goo.gl/AbC123',
      'حديقة الحي\nhttps://maps.app.goo.gl/AbC123': 'https://maps.app.goo.gl/AbC123',
      'موقعي: https://Maps.App.Goo.gl/AbC123 شكرا': 'https://maps.app.goo.gl/AbC123',
      'https://www.google.com/maps/place/الرياض/@24.7,46.6,17z': `https://www.google.com/maps/place/${encodeURIComponent('الرياض')}/@24.7,46.6,17z`,
    };
    for (const [typed, answer] of Object.entries(shared))
      assert.deepEqual(field.read(typed), { answer }, typed);
  });

  it('takes latitude and longitude in every way they are written', () => {
    for (const typed of [
      '24.7136, 46.6753',
      '24.7136,46.6753',
      '24.7136 46.6753',
      '(24.7136, 46.6753)',
      '٢٤٫٧١٣٦، ٤٦٫٦٧٥٣',
      '24.71360; 046.6753',
      'geo:24.7136,46.6753?z=17',
      '\u200e24.7136, 46.6753\u200f',
    ])
      assert.deepEqual(field.read(typed), { answer: '24.7136,46.6753' }, typed);
    assert.deepEqual(field.read('-33.9, −70'), { answer: '-33.9,-70' });
    for (const typed of ['', ' ', '\u200f', '\n']) assert.deepEqual(field.read(typed), {}, typed);
  });

  it('has one sentence for each cause', () => {
    const wrong = {
      'not-a-map': [
        'حي النخيل، شارع 12',
        'https://example.com/maps/here',
        'https://maps.google.com.example.com/?q=1',
        'https://evilmaps.apple.com/?ll=1,2',
        'https://user@maps.google.com/?q=1',
        'javascript:alert(1)',
        'RRRD2929',
        '24.7136',
        'https://maps.apple.com/?q=<b>',
      ],
      'no-place': [
        'https://maps.google.com',
        'https://www.google.com/maps',
        'https://maps.apple.com/',
        'maps.app.goo.gl',
      ],
      'no-such-place': ['91, 46', '24.7, 181'],
      'too-long': [`https://maps.google.com/?q=${'a'.repeat(2000)}`],
    };
    for (const [problem, texts] of Object.entries(wrong))
      for (const typed of texts) assert.deepEqual(field.read(typed), { problem }, typed);
    assert.match(field.sentence('not-a-map', 'ar'), /^انسخ رابط الموقع/);
    assert.match(field.sentence('no-place', 'en'), /^This is the map itself/);
  });

  it('refuses what is not stored so', () => {
    for (const sent of ['http://maps.google.com/?q=1', '24.7136, 46.6753', '24.0,46', 'geo:1,2'])
      assert.equal(field.problem(sent), 'unnormalised', sent);
    for (const sent of [null, 5, [], {}]) assert.equal(field.problem(sent), 'type');
    assert.ok(field.problem(''));
  });

  it('runs from left to right in any sentence', () => {
    assert.equal(field.show('24.7136,46.6753', 'ar'), '\u206624.7136,46.6753\u2069');
  });

  keepsOneForm(field, {
    typed: fc.oneof(
      typedText,
      place,
      pasted(place),
      fc.tuple(typedText, place).map((parts) => parts.join('\n')),
    ),
    stored: place,
    sent: fc.oneof(
      fc.webUrl(),
      fc.tuple(degrees(100), degrees(200)).map((both) => both.join(',')),
    ),
  });
});
