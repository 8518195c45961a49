import { count } from './en-count.js';
import type { LengthMessages } from './messages.js';
import type { PluralForms } from './plural.js';

export const characters: PluralForms = { one: '{n} character', other: '{n} characters' };

/** What boxes for long texts say in English. */
export const enLength: LengthMessages = {
  charactersLeft: (n) => `You have ${count(n, characters)} left`,
  charactersOver: (n) => `You are ${count(n, characters)} over the limit`,
};
