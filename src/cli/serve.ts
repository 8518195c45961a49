import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { worldWithLog } from '../receiver/log-lines.js';
import { createReceiver } from '../receiver/receiver.js';
import type { Settings } from '../receiver/settings.js';
import { settingsFrom } from '../receiver/settings.js';
import { masterKeySource } from '../receiver/vault/master-key-source.js';
import { realWorld } from '../receiver/world.js';
import type { Command } from './command.js';
import { untilStopped } from './until-stopped.js';

/** How long what is being answered may take after somebody asked to stop, in milliseconds. */
const FAREWELL = 10_000;

/** `taafi serve`: the receiver, until it is told to stop. */
export const serveCommand: Command = {
  options: {},
  words: { least: 0, most: 0 },
  async run(_line, terminal) {
    const { settings, errors, warnings } = settingsFrom(terminal.environment);
    for (const warning of warnings) terminal.err(`taafi: ${warning}\n`);
    for (const error of errors) terminal.err(`taafi: ${error}\n`);
    if (errors.length > 0) return 1;
    let app: FastifyInstance | undefined;
    let isStopping = false;
    const tell = (text: string) =>
      terminal.out(settings.log === 'json' ? `${jsonLine(text)}\n` : `${text}\n`);
    try {
      const masterKeys = masterKeySource(settings.dataDir, terminal.environment);
      app = await createReceiver({
        ...settings,
        masterKeys,
        isStopping: () => isStopping,
        print: (line) => terminal.out(`${line}\n`),
      });
      const stopped = untilStopped();
      await app.listen({ port: settings.port, host: settings.host });
      tell(welcome(settings, app.server.address() as AddressInfo));
      await stopped;
    } catch (error) {
      terminal.err(`taafi: ${reason(error, settings)}\n`);
      await app?.close();
      return 1;
    }
    tell('Stopping.');
    isStopping = true;
    // Until the load balancer has noticed, what comes is answered as ever.
    await setTimeout(settings.drain * 1_000);
    await close(app);
    return 0;
  },
};

/** Lets what is under way finish, but not for ever. */
async function close(app: FastifyInstance): Promise<void> {
  const patience = new AbortController();
  const farewell = setTimeout(FAREWELL, undefined, { signal: patience.signal })
    .then(() => app.server.closeAllConnections())
    .catch(() => {});
  await app.close();
  patience.abort();
  await farewell;
}

function welcome({ host, dataDir }: Settings, { port }: AddressInfo): string {
  const anywhere = host === '0.0.0.0' || host === '::';
  const lan = Object.values(networkInterfaces())
    .flat()
    .filter((network) => network !== undefined && !network.internal && network.family === 'IPv4')
    .map((network) => `http://${network?.address}:${port}`);
  const addresses = anywhere ? [`http://localhost:${port}`, ...lan] : [`http://${host}:${port}`];
  return [
    'The receiver is ready:',
    ...addresses.map((address) => `  ${address}`),
    `Its data is in ${dataDir}; your own forms go into ${dataDir}/forms and are listed at ${addresses[0]}/forms/`,
  ].join('\n');
}

/** What the command itself says, as the receiver writes its own lines. */
function jsonLine(text: string): string {
  let line = '';
  const print = (one: string) => {
    line = one;
  };
  worldWithLog({ ...realWorld, print }, 'json').print(text);
  return line;
}

/** Why it could not start, and what helps. */
function reason(error: unknown, { port, host, dataDir }: Settings): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that, or choose another: PORT=${port + 1} taafi serve`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return port < 1024 && message.includes('listen')
        ? `Port ${port} is only for the system's own programs. Choose one from 1024 on.`
        : `Nothing may be written to ${dataDir}. Set TAAFI_DATA to a folder of yours.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${host} is no address of this machine.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${dataDir} is not a folder. Set TAAFI_DATA to one.`;
    default:
      return `It could not start: ${message}`;
  }
}
