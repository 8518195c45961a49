/** What is needed only after the first page. */
export type Later = typeof import('./later.js');
