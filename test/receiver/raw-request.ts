import { connect } from 'node:net';

/** What came back over a bare socket until it was closed, or until `milliseconds` were over. */
export function rawRequest(
  port: number,
  pieces: readonly (string | Buffer)[],
  milliseconds = 20_000,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(end, milliseconds);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('close', end).on('error', () => undefined);
    for (const piece of pieces) socket.write(piece);
  });
}
