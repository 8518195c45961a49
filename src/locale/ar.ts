import { arFirst } from './ar-first.js';
import { arLater } from './ar-later.js';
import type { Messages } from './messages.js';

/** Arabic: the source of every sentence. Second person, present, short. */
export const ar: Messages = { ...arFirst, ...arLater };
