import { parseReference } from '../core/reference.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';
import { requestLines } from './request-lines.js';
import type { Answered } from './staff-line.js';
import { StaffLine } from './staff-line.js';
import { writeOut } from './write-out.js';

type Values = CommandLine['values'];

/** What can be done with one request: what stands after its reference, and what is asked for it. */
const actions: Readonly<
  Record<
    string,
    {
      readonly words: number;
      readonly body: (words: readonly string[], values: Values, version: unknown) => [string, object];
    }
  >
> = {
  move: { words: 1, body: ([move], values, version) => ['moves', moveBody(String(move), values, version)] },
  found: {
    words: 2,
    body: ([field, finding], { method = 'seen', note }) => [
      'verifications',
      { field, finding, method, ...(note !== undefined && { note }) },
    ],
  },
  answer: { words: 1, body: ([question], { text }) => ['answers', { question, text: wanted(text, 'text') }] },
  item: { words: 1, body: ([item], { reopen = false }) => ['items', { item, isOpen: reopen }] },
  right: {
    words: 1,
    body: ([right], { note }) => ['rights', { right, ...(note !== undefined && { note }) }],
  },
};

/** `taafi request <reference> …`: reads one request, or does something with it. */
export const requestCommand: Command = {
  options: {
    language: { type: 'string' },
    reason: { type: 'string' },
    missing: { type: 'string' },
    ask: { type: 'string' },
    note: { type: 'string' },
    service: { type: 'string' },
    on: { type: 'string' },
    override: { type: 'string' },
    method: { type: 'string' },
    text: { type: 'string' },
    reopen: { type: 'boolean' },
    out: { type: 'string' },
  },
  words: { least: 1, most: 4, name: 'the reference of the request' },
  async run({ values, positionals: [text = '', action, ...words] }: CommandLine, terminal: Terminal) {
    const reference = parseReference(text);
    if (reference === undefined) throw new UsageError(`${JSON.stringify(text)} is no reference number.`);
    const { language } = values;
    if (language !== undefined && language !== 'ar' && language !== 'en') {
      throw new UsageError('--language must be ar or en.');
    }
    const line = new StaffLine(terminal);
    const query = language === undefined ? '' : `?language=${language}`;
    const path = `requests/${reference}`;
    if (action === 'file') return file(line, path, words, values, terminal);
    const known = action === undefined ? undefined : actions[action];
    if (action !== undefined && known === undefined) {
      throw new UsageError(`a request is followed by file, ${Object.keys(actions).join(', ')} or nothing.`);
    }
    if (known !== undefined && words.length !== known.words) {
      throw new UsageError(
        `${action} is followed by ${known.words === 1 ? 'one word' : `${known.words} words`}.`,
      );
    }
    if (known === undefined) return tell(await line.get(`${path}${query}`), language, terminal);
    // The version is that of this moment: who changes it in between makes the receiver refuse.
    const { version } = action === 'move' ? await line.get(path) : { version: undefined };
    const [to, body] = known.body(words, values, version);
    return tell(await line.post(`${path}/${to}${query}`, body), language, terminal);
  },
};

async function tell(request: Answered, language: string | undefined, { out }: Terminal): Promise<number> {
  for (const text of requestLines(request, language)) await out(`${text}\n`);
  return 0;
}

async function file(
  line: StaffLine,
  path: string,
  [id, ...more]: readonly string[],
  { out }: Values,
  terminal: Terminal,
): Promise<number> {
  if (id === undefined || more.length > 0) throw new UsageError('file is followed by the id of one file.');
  if (typeof out !== 'string') throw new UsageError('name the file to write with --out.');
  await writeOut(line.bytes(`${path}/files/${encodeURIComponent(id)}`), out, terminal);
  return 0;
}

function moveBody(move: string, values: Values, version: unknown): object {
  const { reason, missing, ask, note, service, on, override } = values;
  const items = [
    ...String(missing ?? '')
      .split(',')
      .map((field) => field.trim())
      .filter((field) => field !== '')
      .map((field) => ({ field })),
    ...(ask === undefined ? [] : [{ title: ask }]),
  ].map((item) => (note === undefined ? item : { ...item, note }));
  if ((service === undefined) !== (on === undefined)) {
    throw new UsageError('--service says what was given, --on the day: both or neither.');
  }
  return {
    move,
    version,
    ...(reason !== undefined && { reason }),
    ...(items.length > 0 && { missing: items }),
    ...(service !== undefined && { service: { type: service, on } }),
    ...(override !== undefined && { override }),
  };
}

function wanted(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new UsageError(`say it with --${name}.`);
  return value;
}
