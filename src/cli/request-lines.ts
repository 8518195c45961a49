import { formatReference } from '../core/reference.js';
import type { Text } from '../core/text.js';
import { pickText } from '../core/text.js';
import { dayOf } from '../receiver/world.js';
import { plainLine, plainLines } from './plain-text.js';
import type { Answered } from './staff-line.js';

type Entries = readonly Answered[];

/**
 * A request as an officer reads it on a terminal: where it stands, what waits for him, what was answered.
 * @param language that of the texts of the process; that of the request where nothing is said.
 */
export function* requestLines(request: Answered, language = String(request.language)): Generator<string> {
  const { reference, state, version, receivedAt, notBefore } = request;
  const say = (text: unknown): string => plainLine(pickText((text ?? '') as Text, language, ['ar', 'en']));
  const promised = notBefore === undefined ? '' : `, no answer before ${notBefore}`;
  yield plainLine(
    `${formatReference(String(reference))}  ${state}, version ${version}, received ${dayOf(String(receivedAt))}${promised}`,
  );
  if (request.partner !== undefined) yield `referred by ${say((request.partner as Answered).name)}`;
  yield '';
  for (const { label, value } of request.lines as Entries) {
    const lines = plainLines(String(value ?? ''));
    if (value === undefined) yield `${plainLine(String(label))}`;
    else yield `  ${plainLine(String(label))}: ${lines.join(' / ')}`;
  }
  yield* section(
    'Withheld from your roles',
    (request.withheld as readonly string[]).map((field) => plainLine(field)),
  );
  yield* section(
    'Compared with their sources',
    (request.verifications as Entries).map(({ field, finding }) =>
      plainLine(`${field}: ${finding ?? 'not yet'}`),
    ),
  );
  yield* section(
    'Files',
    (request.files as Entries).map(({ id, path, name, size }) =>
      plainLine(`${id}  ${path}  ${name}  ${size} bytes`),
    ),
  );
  yield* section(
    'Asked of the applicant',
    (request.items as Entries).map(
      ({ id, title, isOpen, texts }) =>
        `${plainLine(String(id))}  ${isOpen === true ? 'open' : 'has come'}  ${say(title)}${given(texts)}`,
    ),
  );
  yield* section(
    'Questions',
    (request.questions as Entries).map(
      ({ id, text, answer }) =>
        `${plainLine(String(id))}  ${answer === undefined ? 'WAITS' : 'answered'}  ${plainLine(String(text))}`,
    ),
  );
  yield* section(
    'About his data',
    (request.rights as Entries).map(({ id, right, askedOn, doneOn }) =>
      plainLine(`${id}  ${right}, asked ${askedOn}, ${doneOn === undefined ? 'WAITS' : `done ${doneOn}`}`),
    ),
  );
  yield* section(
    'What has happened',
    (request.history as Entries).map((entry) => happened(entry, say)),
  );
  yield* section(
    'You can',
    (request.moves as Entries).map(({ id, label, needs, notBefore: day }) => {
      const asks = (needs as readonly string[]).join(', ');
      return plainLine(
        `${id}  ${say(label)}${asks === '' ? '' : `  needs ${asks}`}${day === undefined ? '' : `  not before ${day}`}`,
      );
    }),
  );
}

function* section(title: string, lines: readonly string[]): Generator<string> {
  if (lines.length === 0) return;
  yield '';
  yield title;
  for (const text of lines) yield `  ${text}`;
}

function given(texts: unknown): string {
  return Array.isArray(texts) && texts.length > 0 ? `: ${plainLine(texts.join(' / '))}` : '';
}

/** One line of the history: when, who, what, and the words that came with it. */
function happened(entry: Answered, say: (text: unknown) => string): string {
  const {
    at,
    by,
    name = by,
    kind,
    move,
    to,
    field,
    finding,
    about,
    item,
    reason,
    override,
    note,
    text,
    service,
  } = entry;
  const { type, on } = (service ?? {}) as Answered;
  const what = [kind === 'moved' ? `${move} → ${to}` : kind, field, finding, about, item]
    .filter(Boolean)
    .join(' ');
  const words = [reason, text, note, type].filter((one) => one !== undefined).map(say);
  const early = override === undefined ? [] : [`before its time: ${String(override)}`];
  return plainLine(
    [`${dayOf(String(at))}  ${name}  ${what}`, ...words, ...(on === undefined ? [] : [on]), ...early].join(
      '  ',
    ),
  );
}
