import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets closing wait for what is being answered and for nothing else. Node and Fastify close the connections that are idle
 * when closing begins, and no others:
 *
 * - those over which nothing has come yet, as browsers and proxies open them ahead of need, count as busy;
 * - those that are answered meanwhile stay open for a next request.
 *
 * Each would hold up a restart until it has been silent for too long.
 */
export function closeWithoutDelay(app: FastifyInstance): void {
  const open = new Set<Socket>();
  let isClosing = false;
  app.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  });
  app.addHook('onResponse', async () => {
    if (isClosing) setImmediate(() => app.server.closeIdleConnections());
  });
}
