/** What a pretended receiver answers about a link: nothing of it is asked for anywhere. */
const answers = {
  signed: [200, { isSigned: true }],
  unknown: [404, {}],
  busy: [429, {}],
  down: [503, {}],
} as const;

/** The address of a receiver that gives such an answer to whoever asks for the data of a request. */
export function pretendedReceiver(answer: keyof typeof answers): string {
  pretend();
  return `/pretended/${answer}/`;
}

let isPretending = false;

function pretend(): void {
  if (isPretending) return;
  isPretending = true;
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const name = /\/pretended\/(\w+)\/api\/requests\/data$/.exec(String(input))?.[1];
    const answer = answers[name as keyof typeof answers];
    if (answer === undefined) return fetch(input, init);
    const [status, body] = answer;
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  };
}
