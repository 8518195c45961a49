/**
 * The same two endpoints in Node, without any framework: `node server.js`, then http://localhost:8090/host-form.html.
 * It keeps everything in a folder, VISITS_FOLDER or ./visits.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = process.env.VISITS_FOLDER ?? join(here, 'visits');
const kit = process.env.KIT ?? join(here, 'node_modules/taafi-kit/dist/taafi.js');
const LARGEST = 25_000_000;
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};
mkdirSync(join(folder, 'files'), { recursive: true, mode: 0o700 });

const server = createServer(async (request, response) => {
  try {
    const { status, type = 'text/plain; charset=utf-8', body = '', location } = await answerTo(request);
    response
      .writeHead(status, {
        'Content-Type': type,
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
        'Referrer-Policy': 'no-referrer',
        ...(location && { Location: location }),
      })
      .end(body);
  } catch {
    // Nothing that a person typed goes into a log.
    response.writeHead(500).end();
  }
});

async function answerTo(request) {
  const { pathname } = new URL(request.url, 'http://here');
  if (request.method === 'GET') return page(pathname);
  if (!['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'])) return { status: 403 };
  const bytes = await bodyOf(request);
  if (bytes === undefined) return { status: 413 };
  if (request.method === 'POST' && pathname === '/take.php')
    return takeForm(request.headers['content-type'], bytes);
  const [, kind, id] = /^\/visits\/(?:(files|questions)\/)?([\w-]{22})$/.exec(pathname) ?? [];
  if (request.method !== 'PUT' || id === undefined) return { status: 404 };
  if (kind === 'files') return keep(join('files', id), bytes, { status: 204 });
  if (kind === 'questions') return keep(`question-${id}.json`, bytes, { status: 204 });
  return takeAnswers(id, bytes);
}

/** A form post as browsers make it: Node reads it by what it has for `fetch`. */
async function takeForm(type, bytes) {
  const data = await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
  const all = (name) => [...data.getAll(name), ...data.getAll(`${name}[]`)];
  const visit = {
    receivedAt: new Date().toISOString(),
    fullName: data.get('fullName'),
    birthDate: data.get('birthDate'),
    birthDateCalendar: data.get('birthDate.calendar'),
    needs: all('needs').filter((need) => ['rent', 'work', 'study'].includes(need)),
    letters: [],
  };
  // The kit has checked this in the browser, which anybody can go round.
  if (
    typeof visit.fullName !== 'string' ||
    visit.fullName === '' ||
    !/^\d{4}-\d\d-\d\d$/.test(visit.birthDate)
  )
    return { status: 422, body: 'The answers are not complete.' };
  const id = randomBytes(8).toString('hex');
  for (const [index, file] of all('letters').entries()) {
    // A name of our own: the one that was given is only kept as a text.
    writeFileSync(join(folder, 'files', `${id}-${index}`), Buffer.from(await file.arrayBuffer()));
    visit.letters.push({ file: `${id}-${index}`, name: file.name });
  }
  // After a redirect, loading the page again sends nothing again.
  return keep(`${id}.json`, JSON.stringify(visit), { status: 303, location: 'thanks.html' });
}

/** What the transport sends. The key is the name: sent again, the same receipt is given again. */
function takeAnswers(key, bytes) {
  const { answers } = JSON.parse(bytes.toString('utf8'));
  if (typeof answers?.fullName !== 'string')
    return json(422, { errors: [{ pointer: '/fullName', code: 'required' }] });
  const path = join(folder, `${key}.json`);
  if (!existsSync(path)) {
    // Any text that a person can write down and say.
    const receipt = {
      reference: `Z-${randomBytes(3).toString('hex')}`,
      receivedAt: new Date().toISOString(),
    };
    writeFileSync(path, JSON.stringify({ receipt, answers }), { mode: 0o600 });
  }
  return json(200, JSON.parse(readFileSync(path, 'utf8')).receipt);
}

function keep(name, bytes, answer) {
  writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  return answer;
}

const json = (status, content) => ({ status, type: 'application/json', body: JSON.stringify(content) });

function page(pathname) {
  const isOurs = /^\/[\w-]+\.(html|js|json)$/.test(pathname) && pathname !== '/server.js';
  const path = pathname === '/taafi.js' ? kit : join(here, pathname);
  if (!isOurs || !existsSync(path)) return { status: 404 };
  return { status: 200, type: types[extname(path)], body: readFileSync(path) };
}

/** The whole body, or undefined where it is too large. */
async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size <= LARGEST) parts.push(part);
  }
  return size > LARGEST ? undefined : Buffer.concat(parts);
}

server.listen(Number(process.env.PORT ?? 8090), () =>
  console.log(`http://localhost:${server.address().port}`),
);
