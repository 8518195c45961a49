import type { NetConnectOpts, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Scanner, Verdict } from './scanner.js';

/** Milliseconds in which nothing happens, after which nobody is there. */
const SILENCE = 60_000;
/** Characters of an answer. */
const LONGEST_ANSWER = 4_096;

/**
 * clamd over a socket (man clamd, INSTREAM): pieces with their length before each, an empty one at the end, and one line as
 * the answer.
 */
export function clamd(to: NetConnectOpts): Scanner {
  return (pieces) =>
    new Promise<Verdict>((resolve, reject) => {
      const socket = connect(to);
      let answer = '';
      const fail = (error: Error) => {
        socket.destroy();
        reject(error);
      };
      socket.setTimeout(SILENCE, () => fail(new Error('the scanner is silent')));
      socket.on('error', fail);
      socket.on('data', (data) => {
        answer += data.toString('latin1');
        if (!answer.includes('\0') && answer.length < LONGEST_ANSWER) return;
        socket.destroy();
        settle(answer, resolve, reject);
      });
      socket.on('close', () => reject(new Error('the scanner has hung up')));
      send(socket, pieces).catch(fail);
    });
}

async function send(socket: Socket, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await written(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of pieces) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await written(socket, Buffer.concat([length, piece]));
  }
  await written(socket, Buffer.alloc(4));
}

/** Resolves when more may be written. */
function written(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) reject(new Error('the scanner has hung up'));
    else socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function settle(answer: string, resolve: (verdict: Verdict) => void, reject: (error: Error) => void): void {
  if (/^stream: OK\0/.test(answer)) resolve('clean');
  else if (/^stream: .+ FOUND\0/.test(answer)) resolve('infected');
  else reject(new Error('the scanner could not look at it'));
}
