import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuseOtherMethods } from './methods.js';

/** Names with the hash of what they hold: another content has another name. */
const hashed = /-[\w-]{8,}\.js(\.map)?(\.br|\.gz)?$/;

/** The script with `<taafi-embed>`, which holds nothing of a form. */
const EMBED = '/kit/embed/taafi-embed.js';

/**
 * What `npm run build` made: the demonstration at `/`, the split build under `/kit/`, the themes
 * under `/themes/`, the one file `/taafi.js`. With compressed twins where the build made them.
 *
 * @param dist folder of the build; what is not there is not served.
 * @param hasDemo whether the demonstration is served; a receiver for people has pages of its own.
 */
export async function serveStaticFiles(app: FastifyInstance, dist: string, hasDemo: boolean): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('Vary', 'Origin, Accept-Encoding');
      // Partners are known by the register, and who may show a form the form's own page says: the tag is anybody's.
      if (request.url.startsWith(EMBED)) reply.header('Access-Control-Allow-Origin', '*');
      // Other sites may embed the kit; what it may send here is another matter.
      reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
      reply.removeHeader('Cache-Control');
    });
    const options = {
      preCompressed: true,
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders: (response: { setHeader(name: string, value: string): void }, path: string) => {
        const isLasting = hashed.test(path) && path.startsWith(join(dist, 'browser'));
        response.setHeader('Cache-Control', isLasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    } as const;
    await scope.register(fastifyStatic, { ...options, root: dist, serve: false });
    const shared = { ...options, decorateReply: false };
    for (const [folder, prefix] of [
      ...(hasDemo ? ([['src/demo', '/']] as const) : []),
      ['browser', '/kit/'],
      ['themes', '/themes/'],
    ] as const) {
      const root = join(dist, folder);
      if (existsSync(root))
        await scope.register(fastifyStatic, { ...shared, root, prefix, index: ['index.html'] });
    }
    // With compressed files beside it, an index is found only by its own name.
    if (hasDemo) {
      scope.get('/', (_request, reply) => reply.sendFile('index.html', join(dist, 'src/demo')));
      refuseOtherMethods(scope, '/', ['GET']);
    }
    for (const file of ['taafi.js', 'taafi.js.map', 'form-definition.schema.json', 'process.schema.json']) {
      scope.get(`/${file}`, (_request, reply) => reply.sendFile(file, dist));
      refuseOtherMethods(scope, `/${file}`, ['GET']);
    }
  });
}
