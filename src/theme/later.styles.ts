import { answers } from './answers.styles.js';
import { boxes } from './boxes.styles.js';
import { dialog } from './dialog.styles.js';
import { drafting } from './drafting.styles.js';
import { kept } from './kept.styles.js';
import { numerals } from './numerals.styles.js';
import { paper } from './paper.styles.js';
import { told } from './told.styles.js';

/** How that looks which nobody sees on the first page. */
export const laterStyles = [boxes, paper, told, answers, dialog, numerals, kept, drafting];
