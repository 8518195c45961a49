import { count } from './ar-count.js';
import { charactersAfter } from './ar-plural.js';
import type { LengthMessages } from './messages.js';

/** What boxes for long texts say in Arabic. */
export const arLength: LengthMessages = {
  charactersLeft: (n) =>
    count(n, {
      zero: 'لم يبق لك أي حرف',
      one: 'بقي لك حرف واحد',
      two: 'بقي لك حرفان',
      few: 'بقي لك {n} أحرف',
      many: 'بقي لك {n} حرفًا',
      other: 'بقي لك {n} حرف',
    }),
  charactersOver: (n) => `زدت على الحد بمقدار ${count(n, charactersAfter)}`,
};
