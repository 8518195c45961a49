import { enFirst } from './en-first.js';
import { enLater } from './en-later.js';
import type { Messages } from './messages.js';

/** English, as complete as the Arabic it stands beside. */
export const en: Messages = { ...enFirst, ...enLater };
