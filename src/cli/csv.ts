export { CSV_START, csvRow, textCell } from '../core/csv.js';
