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
