import { fileStyles } from '../../fields/file/file.styles.js';
import { laterStyles as theme } from '../../theme/later.styles.js';

/** How that looks which nobody sees on the first page; files are chosen also where no field asks for one. */
export const laterStyles = [...theme, fileStyles];
