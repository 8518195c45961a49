import { cleanLine, isolateLtr } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { stripInvisible, toAsciiDigits } from '../../core/typed-numbers.js';
import { urlSentences } from './url.sentences.js';

const LONGEST = 2000;

/** A name of a site: labels of Latin letters, the last of them a word. Addresses of numbers are no sites of people. */
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = `(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\\d{1,5})?`;
const REST = "[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]*";
const PATTERN = `^https?://${HOST}(?:[/?#]${REST})?$`;
const ADDRESS = new RegExp(PATTERN);

/** What a person means by an address, and what only wants to run or to be read on his own machine. */
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i;

/** The address of a site, `https://` where nothing is said. Nobody asks the network whether it is there. */
export const url = defineFieldType<FieldDefinition, string, string>({
  type: 'url',
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
  unstated: () => ['a name of a site that is not written in another script (punycode)'],
  display: isolateLtr,
  problems: ['space', 'scheme', 'userinfo', 'not-latin', 'host', 'signs', 'too-long'],
  sentences: urlSentences,
});

/** With its scheme, scheme and host in small letters; what is not ASCII behind the host is written in per cent (RFC 3986). */
function tidy(input: string): string {
  const typed = stripInvisible(cleanLine(input))
    .replace(/[،؛\s]+$/, '')
    .trim();
  if (typed === '' || OTHER_SCHEME.test(typed)) return typed;
  const [, scheme, host = '', rest = ''] = /^(?:(https?):\/*)?([^/?#]*)(.*)$/isu.exec(typed) ?? [];
  return `${(scheme ?? 'https').toLowerCase()}://${toAsciiDigits(host).toLowerCase()}${inPercent(rest)}`;
}

function inPercent(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, encodeURIComponent);
}

function problemOf(address: string): string | undefined {
  if (address.length > LONGEST) return 'too-long';
  if (OTHER_SCHEME.test(address)) return 'scheme';
  const [, host = ''] = /^https?:\/\/([^/?#]*)/.exec(address) ?? [];
  // A name before @ is shown like a site and leads to another.
  if (host.includes('@')) return 'userinfo';
  if (/\s/.test(address)) return 'space';
  if (/[^\x21-\x7e]|(?:^|\.)xn--/.test(host)) return 'not-latin';
  if (!ADDRESS.test(`https://${host}`)) return 'host';
  return ADDRESS.test(address) ? undefined : 'signs';
}
