/** What a pretended receiver answers about a link or a referral: nothing of it is asked for anywhere. */
const answers = {
  referred: [
    200,
    {
      partner: {
        id: 'example',
        name: { ar: 'جمعية المثال لرعاية الأسرة', en: 'Example Family Care Association' },
      },
      ticket: 'a-ticket',
      answers: {
        firstName: 'سالم',
        familyName: 'المثالي',
        nationality: 'saudi',
        birthDate: { date: '1988-11-05', calendar: 'islamic-umalqura' },
        mobile: '0501234567',
        region: 'SA-02',
      },
    },
  ],
  referredOnly: [
    200,
    { partner: { id: 'example', name: 'Example Association' }, ticket: 'a-ticket', answers: {} },
  ],
  expired: [422, { type: 'urn:taafi-kit:problem:referral', reason: 'expired' }],
  changed: [422, { type: 'urn:taafi-kit:problem:referral', reason: 'changed' }],
  signed: [200, { isSigned: true }],
  unknown: [404, {}],
  busy: [429, {}],
  down: [503, {}],
  /** Down, and not to be asked again for so long that nobody waits for it. */
  downForLong: [503, {}, { 'Retry-After': '3600' }],
} as const;

/** The address of a receiver that gives such an answer to whoever asks for the data of a request, opens a referral, or sends. */
export function pretendedReceiver(answer: keyof typeof answers): string {
  pretend();
  return `/pretended/${answer}/`;
}

/** The code of every draft at {@link pretendedHalves}. */
export const pretendedCode = '083641';

/** The address of a receiver of which every draft has the same half and the same code; or of one without a connection. */
export function pretendedHalves(state: 'halves' | 'noHalves' = 'halves'): string {
  pretend();
  return `/pretended/${state}/`;
}

/** What is answered about halves of drafts; undefined where it is about something else. */
function halfFor(address: string, body: unknown): Response | undefined {
  const [, state, path = ''] = /\/pretended\/(halves|noHalves)\/api\/drafts(\/\w+)?$/.exec(address) ?? [];
  if (state === undefined) return undefined;
  const half = 'A'.repeat(43);
  const answer = (status: number, content: object) =>
    new Response(JSON.stringify(content), { status, headers: { 'Content-Type': 'application/json' } });
  if (state === 'noHalves') return answer(503, {});
  if (path === '/deletion') return new Response(null, { status: 204 });
  if (path === '') {
    const until = new Date(Date.now() + 7 * 86_400_000).toISOString();
    return answer(201, { id: 'A'.repeat(22), half, code: pretendedCode, until });
  }
  return String(body).includes(pretendedCode)
    ? answer(200, { half })
    : answer(403, { type: 'urn:taafi-kit:problem:draft-code', triesLeft: 4 });
}

/** The address of something that never arrives, as over a line that has died without a word. */
export function silentAddress(): string {
  pretend();
  return SILENCE;
}

const SILENCE = '/pretended/silence.json';

let isPretending = false;

function pretend(): void {
  if (isPretending) return;
  isPretending = true;
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (String(input) === SILENCE) return new Promise(() => undefined);
    const half = halfFor(String(input), init?.body);
    if (half !== undefined) return half;
    const name = /\/pretended\/(\w+)\/api\/(requests\/data|partner-referrals|submissions)$/.exec(
      String(input),
    )?.[1];
    const answer = answers[name as keyof typeof answers];
    if (answer === undefined) return fetch(input, init);
    const [status, body, headers = {}] = answer;
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  };
}
