import { foldArabic } from './characters.js';

/** A name as its parts. */
export interface NameParts {
  readonly first: string;
  readonly father?: string | undefined;
  readonly grandfather?: string | undefined;
  readonly family: string;
}

/** A name in one line. */
export function wholeName({ first, father, grandfather, family }: NameParts): string {
  return [first, father, grandfather, family].filter(Boolean).join(' ');
}

/**
 * Whether two names are the same to people: أ إ آ as ا, ى as ي, ة as ه, without marks, tatweel and spaces («عبد الله» is
 * «عبدالله»), in Latin letters without capitals and accents.
 */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return foldArabic(name).replaceAll(' ', '');
}
