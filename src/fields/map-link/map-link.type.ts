import { cleanParagraphs, isolateLtr } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { stripInvisible, toAsciiDigits } from '../../core/typed-numbers.js';
import { mapLinkSentences } from './map-link.sentences.js';

const LONGEST = 2000;

/** Hosts of the maps that people share places from, with the start of the path where they have more than maps. */
const MAPS = [
  'maps\\.app\\.goo\\.gl/',
  'goo\\.gl/maps/',
  'maps\\.google\\.[a-z]{2,3}(?:\\.[a-z]{2})?/',
  '(?:www\\.)?google\\.[a-z]{2,3}(?:\\.[a-z]{2})?/maps[/?]',
  'maps\\.apple(?:\\.com)?/',
  '(?:www\\.)?openstreetmap\\.org/',
  'osm\\.org/',
];
const REST = "[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+";
const LINK = `https://(?:${MAPS.join('|')})${REST}`;
const NUMBER = '-?\\d{1,3}(?:\\.\\d{1,15})?';
const PATTERN = `^(?:${LINK}|${NUMBER},${NUMBER})$`;
const STORED = new RegExp(PATTERN);

/**
 * Where a place is: the link that a map on a phone shares, or latitude and longitude in degrees as `24.7136,46.6753`. Nobody follows the
 * link: a request would tell the maps who asks for help.
 */
export const mapLink = defineFieldType<FieldDefinition, string, string>({
  type: 'map-link',
  kind: 'text',
  definition: (z) => z.strictObject(z.comparedBase),
  empty: '',
  read(input) {
    const answer = tidy(input);
    if (answer === '') return {};
    const problem = problemOf(answer);
    return problem === undefined ? { answer } : { problem };
  },
  write: (answer) => answer,
  answer: (z) =>
    z.string('type').check((ctx) => {
      const message = tidy(ctx.value) === ctx.value ? problemOf(ctx.value) : 'unnormalised';
      if (message !== undefined) ctx.issues.push({ code: 'custom', message, input: ctx.value });
    }),
  jsonSchema: () => ({ type: 'string', pattern: PATTERN, maxLength: LONGEST }),
  unstated: () => ['latitude up to 90 degrees and longitude up to 180'],
  display: isolateLtr,
  problems: ['not-a-map', 'no-place', 'no-such-place', 'too-long'],
  sentences: mapLinkSentences,
});

/** A latitude and a longitude with what people and phones put around them. */
const COORDINATES =
  /^(?:geo:)?[([]?\s*([-\u2212]?\d{1,3}(?:[.٫]\d{1,15})?)\s*(?:[,،;]\s*|\s)([-\u2212]?\d{1,3}(?:[.٫]\d{1,15})?)\s*[)\]]?(?:\?.*)?$/;

/** A link to one of the maps, with or without its scheme, somewhere in a text. */
const SHARED = new RegExp(`(?:^|[\\s/(])((?:${MAPS.join('|')})\\S+)`, 'i');

/** A link to a map and to nothing on it. */
const WHOLE_MAP = new RegExp(`^(?:https?://)?(?:${MAPS.join('|')})/*$`, 'i');

/** The link out of what was shared, or the coordinates; what holds neither stays as it is. */
function tidy(input: string): string {
  const typed = toAsciiDigits(stripInvisible(cleanParagraphs(input))).trim();
  const coordinates = COORDINATES.exec(typed);
  if (coordinates !== null) return coordinates.slice(1, 3).map(degrees).join(',');
  // Phones put the name of the place before the link, or its address behind.
  const [, link] = SHARED.exec(typed) ?? [];
  if (link === undefined) return typed;
  const [, host = '', rest = ''] = /^([^/]+)(.*)$/s.exec(link) ?? [];
  return `https://${host.toLowerCase()}${rest.replace(/[^\x20-\x7e]/gu, encodeURIComponent)}`;
}

/** A number of degrees without what says nothing: zeros in front and at the end. */
function degrees(typed: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^([-\u2212]?)0*(\d+)(?:[.٫](\d*?)0*)?$/.exec(typed) ?? [];
  const size = decimals === '' ? whole : `${whole}.${decimals}`;
  return sign === '' || size === '0' ? size : `-${size}`;
}

function problemOf(answer: string): string | undefined {
  if (answer.length > LONGEST) return 'too-long';
  if (STORED.test(answer)) {
    if (answer.startsWith('https:')) return undefined;
    const [latitude = 0, longitude = 0] = answer.split(',').map(Number);
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? undefined : 'no-such-place';
  }
  return WHOLE_MAP.test(`${answer}/`) ? 'no-place' : 'not-a-map';
}
