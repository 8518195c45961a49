/** @typedef {import('./browser.js').CDPSession} CDPSession */

/**
 * @typedef {object} Loaded one request of a page
 * @property {string} path
 * @property {string} type what the browser takes it for: Document, Script, Stylesheet, Fetch …
 * @property {number} bytes of the body as it was transferred
 */

/**
 * Lists what a page asks for, in order, from now on. Compressed with gzip, which everybody can serve.
 * @param {CDPSession} session
 * @returns {Promise<() => Loaded[]>}
 */
export async function watchRequests(session) {
  /** @type {Map<string, Loaded>} */
  const requests = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const { pathname, protocol } = new URL(request.url);
    if (protocol.startsWith('http')) requests.set(requestId, { path: pathname, type: type ?? '', bytes: 0 });
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const request = requests.get(requestId);
    const length = response.headers['content-length'] ?? response.headers['Content-Length'];
    if (request) request.bytes = Number(length ?? 0);
  });
  await session.send('Network.enable');
  await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
  return () => [...requests.values()];
}

/**
 * Never answers requests for one path.
 * @param {CDPSession} session
 * @param {string} path
 */
export async function holdBack(session, path) {
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    if (new URL(request.url).pathname !== path) void session.send('Fetch.continueRequest', { requestId });
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${path}*` }] });
}
