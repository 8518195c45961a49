/** What `npm run load` is held against: takes JSON and appends it to `FILE`, with `SYNC` waiting for the disk. */
import { open } from 'node:fs/promises';
import fastify from 'fastify';

const { FILE = '', SYNC = '' } = process.env;
const file = await open(FILE, 'a');
const app = fastify();
app.post('/api/submissions', async (request, reply) => {
  await file.appendFile(`${JSON.stringify(request.body)}\n`);
  if (SYNC !== '') await file.datasync();
  return reply.code(201).send({ stored: true });
});
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = /** @type {import('node:net').AddressInfo} */ (app.server.address());
console.log(`http://127.0.0.1:${port}`);
process.on('SIGTERM', () => void app.close().then(() => file.close()));
