// What keeps requests on the device until they can be sent: brought where there may be something to keep or something kept.
export { keepOffer } from './keep-offer.js';
export { KeptPanel } from './kept-panel.js';
export { titleId } from './kept-requests.js';
export { letterOf } from './letter-of.js';
export { outboxOfPage } from './outbox-of-page.js';
