import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Bundles the kit with its functions' own names, for profiles.
 * @returns {Promise<string>} the folder, with its slash
 */
export async function buildReadableKit() {
  const folder = path('../dist/bench/kit/');
  const bundle = await rollup({
    input: { taafi: path('../dist/src/define.js') },
    plugins: [nodeResolve({ exportConditions: ['production'] })],
    onwarn: () => {},
  });
  await bundle.write({ dir: folder, format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' });
  await bundle.close();
  return folder;
}
