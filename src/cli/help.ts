/** What `taafi help` says. */
export const help = `taafi: forms from JSON, and the receiver that takes what they send

  taafi serve                    the receiver, until Ctrl+C
  taafi export [options]         what was received, oldest first
    --form <id>                  only this form; CSV needs it where there are several
    --format json|csv            json where nothing is said; in CSV an apostrophe before
                                 digits says that they are a text, as in a spreadsheet
    --out <file>                 into a file that only you may read, not to the terminal
    --shape schema               in JSON, in the shape of the JSON Schema a form was made of
    --referrals                  the questions to the officer, not the requests
    --files <folder>             the files as they were sent, into a folder of yours
    --reference <reference>      only this request
    --definitions                each with its definition, for taafi open on another machine
  taafi new [name]               asks what a form is to be like and writes name.json
    --yes                        asks nothing; what is not said is as usual:
    --title-ar <text>  --title-en <text>  --purpose-ar <text>  --purpose-en <text>
    --fields name,mobile,…  --required name,…  --keep 90-days|1-year|5-years
    --overwrite  --language ar|en
    --receiver <address>         for the completion of editors  http://localhost:8080/
  taafi lint <file.json> …       what is wrong with forms, processes and themes and what could be
                                 better, with line and column; a process beside its forms
    --strict                     warnings are a failure too
    --format text|json           json for programs
    --words <list.json>          words to do without, in place of the pack's
    --language ar|en             that of the terminal (LANG) where nothing is said
  taafi schema <file.json>       the answers of a form as JSON Schema 2020-12;
                                 the rules it cannot state go to stderr
  taafi diff <old.json> <new.json>
                                 what changes for whoever fills a form in; a failure where the
                                 version has to rise for it and has not
    --format text|json  --language ar|en
  taafi types <file.json>        the answers of a form as TypeScript
  taafi fill <file.json>         answers that nobody has given and all rules take, for tests and
                                 demonstrations; files it names are not uploaded
    --seed <number>              the same answers again
    --resident                   those of somebody with an iqama
    --language ar|en             of names and texts             ar
  taafi embed <form>             the lines for a page that is to have this form; the script runs
                                 only as it was published (integrity)
    --receiver <address>         as people reach it             http://localhost:8080/
    --script <address>           of a copy of taafi.js of yours, where there is one
    --split                      the script in pieces, with an import map
  taafi preview <file.json>      the form in a browser while it is written, anew each time it is saved
    --port <number>  --association <file.json>
  taafi paper <file.json>        the form to print on A4 and fill in by hand
    --out <file.html|file.pdf>   a PDF is printed by the Chrome or Edge of this machine
    --language ar|en  --numerals latn|arab  --association <file.json>
  taafi import <file>            a form made of a JSON Schema (.json) or an XLSForm (.xlsx); what
                                 is not in it goes to stderr, by pointer or cell
    --ui <uiSchema.json>         what RJSF knows of the schema besides
    --out <file.json>  --language ar|en
  taafi sealing-key --out <file> a pair of keys: the private one into the file, the public one to be
                                 pasted into a definition
    --id <name>                  what it is called; the start of its digest where nothing is said
  taafi open <reference> --key <file,…>
                                 what is sealed in a request, with the private keys
    --from <export.json>         out of an export with --definitions, not of TAAFI_DATA
    --json  --language ar|en
  taafi verify <receipt.json> [attachment …]
                                 whether a receipt is genuine, without any connection;
                                 attachments are compared with those it names
    --keys <public-keys.json>    the association's public keys, as api/keys gives them;
                                 those in TAAFI_DATA where nothing is said
    --language ar|en             that of the receipt where nothing is said
  taafi verify --stored          whether all that is kept is as it was sealed
  taafi retention                destroys what has been kept long enough by retention.json, as the
                                 receiver does every day
    --dry-run                    only lists it
  taafi retention log            what was destroyed and when, and what is held
  taafi retention hold | release <reference>
                                 keeps a request whatever the rules say
  taafi backup <folder>          all that is kept, while the receiver runs
    --with-keys                  the keys too: whoever has it can read it then
  taafi backup verify <folder>   tries whether a backup can be put back, in a folder of its own
  taafi restore <folder> --data <folder>
                                 puts a backup into an empty folder and looks at all of it
  taafi keys                     the public keys
    --rotate                     a new key from now on; restart the receiver then
    --master                     the master keys that what is kept is sealed with, by their ids
    --rotate-master              a new master key from now on, while the receiver runs
  taafi staff add --name <name> --roles <role,…> [--days <n>]
                                 somebody who works with the requests; shows his token
  taafi staff list | token <id> [--days <n>] | remove <id>
  taafi partner add --name <name> --origins <https://…,…> --key-out <file>
                                 an organisation that may refer people; its key goes into the file
    --name-en <name>             its name in English
    --public-key <base64url>     it has made an Ed25519 key itself, in place of --key-out
  taafi partner list | remove <id> | origins <id> --origins <https://…,…>
  taafi partner refer --key <file> --form <id>
                                 at the partner's: a referral
    --answers <file.json>        what is filled in for the person to confirm
    --lasts <hours>              24 where nothing is said, 168 at most
  taafi partner shared --key <file>
                                 at the partner's: what became of those who let it know
  taafi audit verify             whether the log of what staff read and did is whole
    --noted <what verify told>   and still holds what it held then
  taafi audit list               the log, one JSON object in a line
    --reference <reference>      only what is about this request

  taafi survey invite <survey>   links that are good for once, for whom nobody writes down
    --step <occasion>  --count <number>
    --page <address>             of the page with the survey; without it only tokens
  taafi survey results <survey>  what it has come to; with your token
    --from <month>  --to <month>  --step <occasion>
    --format csv|json  --language ar|en

  taafi requests                 the requests being handled, oldest first; with your token
    --state <state>  --form <id>  --ended no|yes|all  --most <number>
    --open items|questions|rights
                                 only those where something is open
  taafi request <reference>      one request; --language ar|en
  taafi request <reference> found <field> matched|mismatch|expired|unreadable
    --method <how>  --note <text>
  taafi request <reference> move <move>
    --reason <text>              in plain words, for the applicant
    --missing <field,…>  --ask <what>  --note <text>
                                 what he is to bring
    --service <what> --on <day>  what was given, as 2026-12-31
    --override <why>             before its time, and why
  taafi request <reference> answer <question> --text <answer>
  taafi request <reference> item <id>     it has come another way; --reopen: ask again
  taafi request <reference> right <id>    a copy was given, data were deleted; --note <text>
  taafi request <reference> file <id> --out <file>

  taafi move                     what is in the file taafi.db goes to the PostgreSQL of
                                 TAAFI_DATABASE_URL; the receiver is stopped meanwhile

  taafi help [command]
  taafi --version

Settings of the environment
  TAAFI_DATA        folder of all that is kept            ./data
  TAAFI_DATABASE_URL postgres://name:password@host/db    the file taafi.db in that folder
  TAAFI_DATABASE_POOL connections one process opens      10
  PORT              port of the receiver                  8080
  HOST              address it listens at                 0.0.0.0, so that a phone in the same network
                                                          can try it; 127.0.0.1 behind a proxy
  TAAFI_ORIGINS     other sites that may embed forms,     none
                    as https://example.org,https://…
  TAAFI_TRUST_PROXY yes where a proxy sets                no
                    X-Forwarded-For, -Host and -Proto
  TAAFI_TRACKER     address of the page with the        none
                    status tracker, for links in messages
  TAAFI_SURVEY      address of the page with the          none
                    survey, for links in invitations
  TAAFI_GUARD       trap,age,work: marks what programs       none
                    seem to have sent
  TAAFI_WEBHOOK     where messages to applicants go      a file, notifications.jsonl
  TAAFI_WEBHOOK_SECRET whsec_… that signs them           made at the first start
  TAAFI_MASTER_KEY  32 bytes in base64 that seal what    master.key in TAAFI_DATA
                    is kept; earlier ones after a comma
  TAAFI_MASTER_KEY_FILE a file with the same             none
  TAAFI_DEMO        no, where people are served          yes: it is at /
  TAAFI_LOG         text, or json for programs             text
  TAAFI_DRAIN       seconds between api/ready saying no    0
                    and stopping
  TAAFI_BROWSER     the browser that prints a PDF          a Chrome, Chromium or Edge
  TAAFI_RECEIVER    the receiver that staff commands ask http://localhost:8080
  TAAFI_STAFF_TOKEN who you are to it                    none

Exit codes: 0 done, 1 something is wrong with a file or the data, 2 called wrongly.
`;

/** What `taafi help` says of one command; all that it says where that is none. The receiver has its settings besides. */
export function helpOf(name: string): string {
  const [commands = '', ...rest] = help.split('\nSettings of the environment\n');
  // What belongs to a command stands further in than its name.
  const entries = commands.split(/\n(?= {2}taafi )/).filter((entry) => entry.startsWith(`  taafi ${name} `));
  if (entries.length === 0) return help;
  const settings = name === 'serve' ? ['Settings of the environment', ...rest] : [];
  return [
    ...entries.map((entry) => entry.trimEnd()),
    '',
    ...settings,
    'taafi help has all commands.',
    '',
  ].join('\n');
}
