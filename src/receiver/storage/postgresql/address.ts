import { readFileSync } from 'node:fs';

/** Where a database is, and how the line to it is protected. */
export interface DatabaseAddress {
  /** Without what it says about TLS, which stands in `tls`. Holds the password: never to be shown. */
  readonly url: string;
  /** Whether the line is encrypted, and whose word is believed about who is at the other end. */
  readonly tls: false | { readonly rejectUnauthorized: boolean; readonly ca?: string };
  /** Host and name, to be shown to whoever runs the receiver. */
  readonly shown: string;
}

/** An address, and sentences about what is wrong or odd with it. With an error there is none to go by. */
export interface ReadAddress {
  readonly address: DatabaseAddress | undefined;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

const modes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/**
 * Reads an address such as `postgres://taafi:secret@db.example.org/taafi?sslmode=verify-full`. To another machine the line is
 * encrypted and the certificate checked unless the address says otherwise: what `sslmode` leaves open elsewhere
 * (`prefer`, `require`) is read as the strict kind.
 */
export function readAddress(text: string): ReadAddress {
  const wrong = (sentence: string): ReadAddress => ({ address: undefined, errors: [sentence], warnings: [] });
  // The text is not repeated: it may hold a password.
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text))
    return wrong('TAAFI_DATABASE_URL must be such as postgres://name:password@host:5432/database.');
  const url = new URL(text);
  const host = url.searchParams.get('host') ?? url.hostname;
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === '') return wrong('TAAFI_DATABASE_URL names no database: it ends with /name.');
  const isHere = ['', 'localhost', '127.0.0.1', '[::1]', '::1'].includes(host) || host.startsWith('/');
  const mode = url.searchParams.get('sslmode') ?? (isHere ? 'disable' : 'verify-full');
  if (!modes.includes(mode))
    return wrong(`sslmode in TAAFI_DATABASE_URL must be one of ${modes.join(', ')}.`);
  const rootFile = url.searchParams.get('sslrootcert');
  let ca: string | undefined;
  try {
    if (rootFile !== null && rootFile !== 'system') ca = readFileSync(rootFile, 'utf8');
  } catch {
    return wrong(`The file that sslrootcert names in TAAFI_DATABASE_URL cannot be read.`);
  }
  for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name);
  const warnings = isHere ? [] : warningsAbout(mode);
  const tls =
    mode === 'disable'
      ? false
      : { rejectUnauthorized: mode !== 'no-verify', ...(ca !== undefined && { ca }) };
  const port = url.port === '' ? '' : `:${url.port}`;
  const shown = `${database} at ${host === '' ? 'this machine' : host}${port}`;
  return { address: { url: url.href, tls, shown }, errors: [], warnings };
}

function warningsAbout(mode: string): readonly string[] {
  if (mode === 'disable')
    return [
      'The line to the database is not encrypted (sslmode=disable): whoever is on it reads all requests.',
    ];
  if (mode === 'no-verify')
    return [
      'Nobody checks who answers as the database (sslmode=no-verify): name its certificate by sslrootcert.',
    ];
  return [];
}
