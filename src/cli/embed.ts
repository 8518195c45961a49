import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Command, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';

/** What `sri.json` says of the scripts, by their paths under a receiver. */
interface PublishedScripts {
  readonly integrity: Readonly<Record<string, string>>;
}

/**
 * `taafi embed`: the lines for a page that is to have a form. The browser runs the script only as this package has it;
 * until it runs, and where it does not, people see what stands inside the tag.
 */
export const embedCommand: Command = {
  options: { receiver: { type: 'string' }, script: { type: 'string' }, split: { type: 'boolean' } },
  words: { least: 1, most: 1, name: 'the form, by its id' },
  async run({ values, positionals: [form = ''] }, terminal) {
    const receiver = addressOf(String(values.receiver ?? 'http://localhost:8080/'), '--receiver');
    const { integrity } = publishedScripts();
    if (!/^[A-Za-z][\w-]*$/.test(form)) throw new UsageError('a form is named by its id, such as visit.');
    if (values.split === true) {
      if (values.script !== undefined) throw new UsageError('--script is for the script in one file.');
      terminal.out(splitScript(receiver, integrity));
    } else {
      const script =
        values.script === undefined
          ? `${receiver}taafi.js`
          : addressOf(String(values.script), '--script', false);
      terminal.out(
        `<script type="module" src="${script}"\n  integrity="${integrity['taafi.js']}" crossorigin="anonymous"></script>\n`,
      );
    }
    terminal.out(element(form, receiver));
    tellWhatElse(values.split === true ? importMap(receiver, integrity) : undefined, terminal);
    return 0;
  },
};

function publishedScripts(): PublishedScripts {
  try {
    return JSON.parse(readFileSync(new URL('../../sri.json', import.meta.url), 'utf8')) as PublishedScripts;
  } catch {
    throw new CommandError('sri.json is not there: npm run build makes it.');
  }
}

/** An address that may stand between the quotes of an attribute; as that of a receiver it ends in a slash. */
function addressOf(given: string, option: string, isFolder = true): string {
  const isOfThisSite = given.startsWith('/') && !given.startsWith('//');
  const base = isOfThisSite ? 'http://here' : undefined;
  if (!URL.canParse(given, base))
    throw new UsageError(`${option} must be an address, such as https://forms.example.org/`);
  const { protocol, origin, pathname } = new URL(given, base);
  if (!/^https?:$/.test(protocol)) throw new UsageError(`${option} must begin with https:// or http://`);
  const path = isFolder && !pathname.endsWith('/') ? `${pathname}/` : pathname;
  return isOfThisSite ? path : origin + path;
}

/** One line, for its hash is that of every byte. */
function importMap(receiver: string, integrity: PublishedScripts['integrity']): string {
  const needed = Object.entries(integrity).filter(([path]) => /^kit\/[^/]+$/.test(path));
  return JSON.stringify({
    integrity: Object.fromEntries(needed.map(([path, hash]) => [receiver + path, hash])),
  });
}

function splitScript(receiver: string, integrity: PublishedScripts['integrity']): string {
  return `<script type="importmap">${importMap(receiver, integrity)}</script>
<script type="module" src="${receiver}kit/taafi.js"
  integrity="${integrity['kit/taafi.js']}" crossorigin="anonymous"></script>
`;
}

const element = (form: string, receiver: string) => `
<taafi-form definition="${receiver}forms/${form}.json" receiver="${receiver}">
  <p>إذا لم يفتح النموذج فاتصل بنا. If the form does not open, call us.</p>
</taafi-form>
`;

/** What the lines alone do not do, for whoever pastes them. */
function tellWhatElse(map: string | undefined, { err }: Terminal): void {
  err(`
Change the line inside: people see it until the form is ready, and where it cannot be.
The site of the page is named when the receiver starts: TAAFI_ORIGINS=https://www.example.org taafi serve
After an update of taafi-kit this command gives another integrity: change the page in the same hour, or keep
a copy of dist/taafi.js under a name with its version and give its address with --script.
`);
  if (map === undefined) return;
  const hash = createHash('sha256').update(map).digest('base64');
  err(`
With a Content-Security-Policy the import map needs, in script-src: 'sha256-${hash}'
The map must come before every other module of the page.
`);
}
