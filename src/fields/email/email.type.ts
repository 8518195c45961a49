import { cleanLine, isolateLtr } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { stripInvisible, toAsciiDigits } from '../../core/typed-numbers.js';
import { emailSentences } from './email.sentences.js';

/** Longest address that mail programs carry (RFC 5321, with the erratum on its paths). */
const LONGEST = 254;

/** Atoms parted by dots, and a domain of at least two labels; no quotes and no addresses in brackets, which nobody has. */
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const PATTERN = `^(?=.{1,64}@)${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$`;
const ADDRESS = new RegExp(PATTERN);

/** An e-mail address, its domain in small letters. That anybody reads what is sent there nobody can tell from it. */
export const email = defineFieldType<FieldDefinition, string, string>({
  type: 'email',
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
  jsonSchema: () => ({ type: 'string', format: 'email', pattern: PATTERN, maxLength: LONGEST }),
  display: isolateLtr,
  problems: ['no-at', 'two-ats', 'space', 'not-latin', 'domain', 'format', 'too-long'],
  sentences: emailSentences,
});

/** Without what came along with a paste: a name, `mailto:`, brackets, a full stop at the end; the domain in small letters. */
function tidy(input: string): string {
  const typed = toAsciiDigits(stripInvisible(cleanLine(input)))
    .replaceAll('＠', '@')
    .replace(/^[^<>@]*<([^<>]*)>$/, '$1')
    .replace(/^(?:mailto:|[<\s])+|[>.,،\s]+$/gi, '');
  const at = typed.lastIndexOf('@');
  return at < 0 ? typed : typed.slice(0, at) + typed.slice(at).toLowerCase();
}

function problemOf(address: string): string | undefined {
  if (address.length > LONGEST) return 'too-long';
  if (/@.*@/.test(address)) return 'two-ats';
  if (/\s/.test(address)) return 'space';
  if (/[^\x21-\x7e]/.test(address)) return 'not-latin';
  const [local, domain] = address.split('@');
  if (domain === undefined) return 'no-at';
  if (ADDRESS.test(address)) return undefined;
  return local !== '' && ADDRESS.test(`name@${domain}`) ? 'format' : 'domain';
}
