import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import { definitionOf } from './pages/definition.js';
import { kitPage } from './pages/kit-page.js';
import { plainForm, plainPage } from './pages/plain-page.js';

/** @typedef {{ type: string, body: Buffer }} Answer */
/** @typedef {import('./pages/definition.js').Size} Size */
/** @typedef {{ origin: string, close: () => void }} Server */

const pages = fileURLToPath(new URL('./pages/', import.meta.url));

/** @type {Record<string, string>} */
const types = { js: 'text/javascript', css: 'text/css', html: 'text/html', json: 'application/json' };

/**
 * Serves both pages the same way: gzip -9 made once, nothing cached by the browser. A form's address says its size:
 * `/1000+100/kit.html` has 1,000 questions and 100 conditional ones; `/empty/kit.html` has no form.
 * @param {string} kit folder of the kit's script, with its slash
 * @returns {Promise<Server>}
 */
export function serve(kit = fileURLToPath(new URL('../dist/browser/', import.meta.url))) {
  /** @type {Map<string, Answer | undefined>} */
  const answers = new Map();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!answers.has(path)) answers.set(path, answerOf(path, kit));
    const answer = answers.get(path);
    if (answer === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { type, body } = answer;
    response.writeHead(200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Encoding': 'gzip',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      // A page that is alone with itself is given a fine clock.
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ origin: `http://127.0.0.1:${address.port}`, close });
    });
  });
}

/**
 * Where a page of some size is.
 * @param {import('./compare.js').Side} side
 * @param {Size | undefined} size
 */
export function pathOf(side, size) {
  return `/${size === undefined ? 'empty' : sizeName(size)}/${side}.html`;
}

/** @param {Size} size */
export function sizeName({ fields, conditional = 0 }) {
  return `${fields}+${conditional}`;
}

/**
 * @param {string} path
 * @param {string} kit
 * @returns {Answer | undefined}
 */
function answerOf(path, kit) {
  const type = types[path.slice(path.lastIndexOf('.') + 1)];
  const text = made(path) ?? read(path, kit);
  if (type === undefined || text === undefined) return undefined;
  return { type, body: gzipSync(text, { level: constants.Z_BEST_COMPRESSION }) };
}

/** @param {string} path */
function made(path) {
  if (path === '/survey.json') return packSurvey();
  if (path === '/ten-thousand.json') return tenThousandOptions();
  const [, size, name] = /^\/(empty|\d+\+\d+)\/([\w-]+\.\w+)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const [fields, conditional] = size.split('+').map(Number);
  const definition = size === 'empty' ? undefined : definitionOf({ fields, conditional });
  switch (name) {
    case 'kit.html':
      return kitPage(definition && `/${size}/definition.json`);
    case 'plain.html':
      return plainPage(definition);
    case 'definition.json':
      return definition && JSON.stringify(definition);
    case 'form.html':
      return definition && plainForm(definition);
    default:
      return undefined;
  }
}

/** A list as long as that of all districts of a country: the names come again and again, the numbers do not. */
function tenThousandOptions() {
  const names = [
    ['الأندلس', 'Al Andalus'],
    ['الإسكان', 'Al Iskan'],
    ['الربوة', 'Ar Rabwah'],
    ['المنتزه', 'Al Muntazah'],
    ['النخيل', 'An Nakheel'],
    ['المصطفى', 'Al Mustafa'],
  ];
  const options = Array.from({ length: 10_000 }, (_none, at) => {
    const [ar, en] = names[at % names.length];
    return { value: `district${at}`, ar: `حي ${ar} ${at}`, en: `${en} district ${at}` };
  });
  return JSON.stringify(options);
}

/** The pack's survey as it is served, but for the invitation that it would ask for. */
function packSurvey() {
  const file = fileURLToPath(new URL('../src/packs/taafi/satisfaction.json', import.meta.url));
  const survey = JSON.parse(readFileSync(file, 'utf8'));
  return JSON.stringify({ ...survey, survey: { ...survey.survey, access: 'open' } });
}

/**
 * A file of the kit or of the pages.
 * @param {string} path
 * @param {string} kit
 */
function read(path, kit) {
  const file = path.startsWith('/kit/') ? kit + path.slice('/kit/'.length) : pages + path.slice(1);
  return path.includes('..') || !existsSync(file) ? undefined : readFileSync(file);
}
