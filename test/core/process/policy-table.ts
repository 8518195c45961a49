const officer = 'relationsOfficer';
const researcher = 'socialResearcher';
const committee = 'researchCommittee';
const administrator = 'administrator';
const applicant = 'applicant';
export const everybody = [applicant, officer, researcher, committee, administrator];

export type Condition = 'verified' | 'complete' | 'list' | 'reason' | 'service' | 'twoWeeks';
export type Row = readonly [
  move: string,
  to: string,
  by: readonly string[],
  conditions?: readonly Condition[],
];

const withdraw: Row = ['withdraw', 'withdrawn', [applicant]];
const close: Row = ['close', 'closed', [officer, administrator], ['reason']];
const object: Row = ['object', 'grievance', [applicant], ['reason']];
const refer: Row = ['refer', 'referred', [officer, researcher]];
const returnIt: Row = ['returnForCompletion', 'returned', [officer, researcher], ['list']];

/**
 * The policy «سياسة تنظيم العلاقة مع المستفيدين», its seven steps of handling a request, written down by hand once more:
 * from which state who may do what, and what must be there.
 */
export const policy: Readonly<Record<string, readonly Row[]>> = {
  submitted: [['beginVerification', 'dataVerification', [officer]], refer, withdraw, close],
  dataVerification: [
    returnIt,
    refer,
    ['raiseToCommittee', 'underCommittee', [officer, researcher], ['verified', 'complete']],
    withdraw,
    close,
  ],
  returned: [['completed', 'dataVerification', [officer], ['complete']], refer, withdraw, close],
  referred: [['endReferral', 'where it was', [researcher]], withdraw, close],
  underCommittee: [
    returnIt,
    refer,
    ['accept', 'accepted', [committee], ['twoWeeks']],
    ['reject', 'rejected', [committee], ['reason', 'twoWeeks']],
    withdraw,
  ],
  accepted: [
    ['askForRegistration', 'accepted', [officer, researcher], ['list']],
    ['completeRegistration', 'registrationCompleted', [officer], ['complete']],
    withdraw,
    close,
  ],
  rejected: [object],
  grievance: [
    ['studyAgain', 'underCommittee', [committee]],
    ['upholdDecision', 'upheld', [committee], ['reason']],
    withdraw,
  ],
  registrationCompleted: [
    ['recordService', 'serviceDelivered', [officer, researcher], ['service']],
    withdraw,
    close,
  ],
  serviceDelivered: [],
  withdrawn: [],
  closed: [object],
  upheld: [],
};

/** Where a referral can have come from. */
export const referredFrom = ['submitted', 'dataVerification', 'returned', 'underCommittee'];

export const moveIds = [
  ...new Set(Object.values(policy).flatMap((rows) => rows.map(([move]) => move))),
  'approve',
];

/** Where the policy lets somebody lead a request from the end of its way. */
export function allowed(way: readonly string[], move: string, actor: string): string | undefined {
  const row = policy[way.at(-1) ?? '']?.find(([id, , by]) => id === move && by.includes(actor));
  return row?.[1] === 'where it was' ? way.at(-2) : row?.[1];
}

/** Moves from the start to each state, found along the table. */
export function ways(): ReadonlyMap<string, readonly (readonly [move: string, actor: string])[]> {
  const found = new Map<string, readonly (readonly [string, string])[]>([['submitted', []]]);
  for (const [state, way] of found)
    for (const [move, to, [actor = '']] of policy[state] ?? [])
      if (to !== 'where it was' && !found.has(to)) found.set(to, [...way, [move, actor]]);
  // A referral leads back to where it came from: each is a configuration of its own.
  found.delete('referred');
  for (const from of referredFrom)
    found.set(`referred from ${from}`, [...(found.get(from) ?? []), ['refer', 'relationsOfficer']]);
  return found;
}
