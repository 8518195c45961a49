import type { PluralForms } from './plural.js';
import { plural } from './plural.js';

/** A number of things in Arabic. */
export const count = (n: number, forms: PluralForms): string => plural('ar', n, forms);
