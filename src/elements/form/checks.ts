// The rules, and all that makes them: loaded while the person reads the first question.
export { judgeFor, judgeIn } from '../../core/answer-rule.js';
export { associationSchema } from '../../core/association.js';
export { rulesAtHand } from '../../fields/rules-at-hand.js';
export { logProblems, problemsOf } from './definition-faults.js';
export { errorSummary } from './error-summary.js';
export { faultList } from './fault-list.js';
export { expectPhotos, takeFiles } from './photos.js';
