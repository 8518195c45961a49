// What keeps requests on the device until they can be sent: brought where there may be something to keep or something kept.
export { answersFileText } from '../../core/answers-file.js';
export { keepOffer } from './keep-offer.js';
export { arrivedSentence, isSameForm, removedSentence, saveKeptReceipt } from './kept-receipt.js';
export { keptRequests, titleId } from './kept-requests.js';
export { letterOf } from './letter-of.js';
export { isShownIn, outboxOfPage } from './outbox-of-page.js';
export { fateOf, putBack } from './put-back.js';
export { saveFile } from './save-file.js';
