import type { ListMessages } from './messages.js';

/** What lists say in English. */
export const enList: ListMessages = {
  list: {
    add: 'Add',
    addAnother: 'Add another',
    remove: (item) => `Remove ${item}`,
    removeShort: 'Remove',
    moveUp: (item) => `Move ${item} up`,
    moveDown: (item) => `Move ${item} down`,
    added: (item) => `${item} added`,
    removed: (item, left) => `${item} removed. ${left} left`,
    moved: (item, position, total) => `${item} is now ${position} of ${total}`,
    undo: 'Undo removal',
    none: 'Nothing added yet',
    full: (most) => `You have added the most there can be: ${most}`,
    inItem: (item, sentence) => `${item}: ${sentence}`,
  },
};
