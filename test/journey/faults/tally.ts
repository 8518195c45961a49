/** What a page said of a request once: that it has arrived. */
export interface Claim {
  /** The number it told, without hyphens; undefined where it told none. */
  readonly reference: string | undefined;
  /** Whether the request was committed when the page said so. */
  readonly committed: boolean;
}

/** One run of a fault, as it was from the side of the person. */
export interface Run {
  readonly number: number;
  /** Stands in the answers of this run and in no other's. */
  readonly mark: string;
  /** SHA-256 of the answers but for the files, and of each file. */
  readonly answers: string;
  readonly files: readonly string[];
  readonly claims: readonly Claim[];
  /** The request was neither said to have arrived nor shown as unsent with its answers. */
  readonly vanished: boolean;
  /** From the press of the button until the page said that it had arrived, in milliseconds. */
  readonly milliseconds: number | undefined;
  /** What kept the run from being played to its end. */
  readonly trouble: string | undefined;
}

/** One request as the receiver has it. */
export interface Held {
  readonly mark: string;
  readonly reference: string;
  readonly answers: string;
  readonly files: readonly string[];
}

/** One line of the table. All but the times are numbers of runs. */
export interface Row {
  readonly fault: string;
  readonly runs: number;
  /** Stored, and the page said so. */
  readonly arrived: number;
  readonly lost: number;
  readonly doubled: number;
  readonly falselySent: number;
  /** Stored with other answers or other bytes of a file. */
  readonly damaged: number;
  readonly troubled: number;
  /** Milliseconds; undefined where nothing has arrived. */
  readonly middle: number | undefined;
  readonly longest: number | undefined;
  /** Sentences that name each run that is not as it must be. */
  readonly findings: readonly string[];
}

/** Counts the runs of one fault against what the receiver has in the end. */
export function tally(fault: string, runs: readonly Run[], held: readonly Held[]): Row {
  const findings: string[] = [];
  const counts = { arrived: 0, lost: 0, doubled: 0, falselySent: 0, damaged: 0, troubled: 0 };
  for (const run of runs) {
    const stored = held.filter(({ mark }) => mark === run.mark);
    const found = judged(run, stored);
    for (const name of found) counts[name] += 1;
    if (run.trouble !== undefined) counts.troubled += 1;
    const isRight = found.length === 1 && found[0] === 'arrived' && run.trouble === undefined;
    if (!isRight) findings.push(findingOf(fault, run, stored, found));
  }
  const marks = new Set(runs.map(({ mark }) => mark));
  for (const { mark, reference } of held)
    if (!marks.has(mark)) findings.push(`${fault}: ${reference} is of no run`);
  const times = runs.flatMap(({ milliseconds }) => milliseconds ?? []).sort((one, other) => one - other);
  return {
    fault,
    runs: runs.length,
    ...counts,
    middle: times[Math.floor((times.length - 1) / 2)],
    longest: times.at(-1),
    findings,
  };
}

/** Whether a line of the table is as it must be: everything arrived once, whole, and nothing was said too early. */
export function isClean({ runs, arrived, findings }: Row): boolean {
  return runs > 0 && arrived === runs && findings.length === 0;
}

type Finding = 'arrived' | 'lost' | 'doubled' | 'falselySent' | 'damaged';

function judged(run: Run, stored: readonly Held[]): Finding[] {
  const references = new Set(stored.map(({ reference }) => reference));
  const isWrong = ({ reference, committed }: Claim) =>
    !committed || reference === undefined || !references.has(reference);
  const isOther = ({ answers, files }: Held) =>
    answers !== run.answers || files.join() !== [...run.files].sort().join();
  const found: [Finding, boolean][] = [
    ['arrived', stored.length > 0 && run.claims.length > 0],
    ['lost', stored.length === 0 || run.vanished],
    ['doubled', stored.length > 1],
    ['falselySent', run.claims.some(isWrong)],
    ['damaged', stored.some(isOther)],
  ];
  return found.flatMap(([name, is]) => (is ? [name] : []));
}

const told: Readonly<Record<Exclude<Finding, 'arrived'>, string>> = {
  lost: 'lost',
  doubled: 'doubled',
  falselySent: 'called sent too early',
  damaged: 'stored with other answers or files',
};

function findingOf(fault: string, run: Run, stored: readonly Held[], found: readonly Finding[]): string {
  const what = [
    ...found.flatMap((name) => (name === 'arrived' ? [] : [told[name]])),
    ...(found.includes('arrived') ? [] : ['not told to have arrived']),
    ...(run.vanished ? ['gone from the page'] : []),
    ...(run.trouble === undefined ? [] : [run.trouble]),
  ];
  return `${fault}, run ${run.number}: ${what.join(', ')}; stored ${stored.length} times, told ${run.claims.length} times`;
}
