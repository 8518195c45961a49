// What is needed only after the first page: loaded while the person reads it.
export { httpTransport } from '../../transport/http-transport.js';
export { surveyTransport } from '../../transport/survey-transport.js';
export { Correspondence } from './correspondence.js';
export { guarded, watchOver } from './guard.js';
export { Keeping } from './keeping.js';
export { laterStyles } from './later-styles.js';
export { receiptPage } from './receipt-page.js';
export { ReferralDialog } from './referral-dialog.js';
export { reviewPage } from './review-page.js';
export { Sender } from './sender.js';
export { signingElsewhere } from './signing-elsewhere.js';
export { aboutAssociation } from './surroundings.js';
export { thanksPage } from './thanks-page.js';
