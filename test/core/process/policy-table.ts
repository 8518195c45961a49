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
