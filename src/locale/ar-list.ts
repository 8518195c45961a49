import { count } from './ar-count.js';
import type { ListMessages } from './messages.js';
import type { PluralForms } from './plural.js';

const items: PluralForms = {
  zero: 'لم يبق شيء',
  one: 'بقي واحد',
  two: 'بقي اثنان',
  few: 'بقي {n}',
  many: 'بقي {n}',
  other: 'بقي {n}',
};

/** What lists say in Arabic. */
export const arList: ListMessages = {
  list: {
    add: 'أضف',
    addAnother: 'أضف آخر',
    remove: (item) => `حذف ${item}`,
    removeShort: 'حذف',
    moveUp: (item) => `انقل ${item} إلى أعلى`,
    moveDown: (item) => `انقل ${item} إلى أسفل`,
    added: (item) => `أُضيف ${item}`,
    removed: (item, left) => `حُذف ${item}. ${count(left, items)}`,
    moved: (item, position, total) => `${item} الآن في الترتيب ${position} من ${total}`,
    undo: 'تراجع عن الحذف',
    none: 'القائمة فارغة الآن',
    full: (most) => `بلغت أكبر عدد يمكن إضافته، وهو ${most}`,
    inItem: (item, sentence) => `${item}: ${sentence}`,
  },
};
