/**
 * Sends a form to an endpoint of one's own. TypeScript checks it against the kit's type, although it is plain JavaScript
 * that a page can load as it is.
 *
 * @typedef {import('taafi-kit').Transport} Transport
 * @typedef {import('taafi-kit').SendFailure} SendFailure
 * @typedef {import('taafi-kit').RefusedAnswer} RefusedAnswer
 */

/**
 * @param {string} base address of the endpoint, without a slash at the end
 * @returns {Transport}
 */
export function ownTransport(base) {
  return {
    async submit(submission, { key, signal }) {
      // The same key on every try: the endpoint stores one request for it, and answers again with its receipt.
      const answer = await ask(`${base}/${key}`, 'PUT', JSON.stringify(submission), signal);
      const { reference, receivedAt } = /** @type {{ reference?: unknown, receivedAt?: unknown }} */ (
        await answer.json().catch(() => ({}))
      );
      // Something that answers 200 need not be our endpoint: a hotel's sign-in page does so too.
      if (typeof reference !== 'string' || typeof receivedAt !== 'string') throw failed('unexpected');
      return { reference, receivedAt, form: submission.form, answersSha256: '' };
    },

    async refer(referral, { key, signal }) {
      await ask(`${base}/questions/${key}`, 'PUT', JSON.stringify(referral), signal);
      return { id: key, receivedAt: new Date().toISOString() };
    },

    // The answers name each file by its id; it is sent before them.
    async upload(file, { id }, { signal, onProgress }) {
      await ask(`${base}/files/${id}`, 'PUT', file, signal);
      onProgress?.(file.size);
    },
  };
}

/**
 * @param {string} url
 * @param {string} method
 * @param {string | Blob} body
 * @param {AbortSignal} signal
 */
async function ask(url, method, body, signal) {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  let answer;
  try {
    answer = await fetch(url, { method, body, signal, headers: { 'Content-Type': type } });
  } catch {
    throw failed(signal.aborted ? 'cancelled' : navigator.onLine ? 'unreachable' : 'offline');
  }
  if (answer.ok) return answer;
  if (answer.status === 422) throw failed('refused', await refusedIn(answer));
  if (answer.status === 413) throw failed('too-large');
  throw failed(answer.status === 429 || answer.status === 503 ? 'busy' : 'failing');
}

/** @param {Response} answer @returns {Promise<RefusedAnswer[]>} */
const refusedIn = async (answer) => (await answer.json().catch(() => ({}))).errors ?? [];

/**
 * What the person is told follows from `failure`. With a bundler `new SendError(failure, { problems })` is the same.
 * @param {SendFailure} failure
 * @param {RefusedAnswer[]} [problems]
 */
const failed = (failure, problems = []) => Object.assign(new Error(failure), { failure, problems });
