/** The languages the kit speaks, the source first, each with its own name for itself. */
export const languageNames: Readonly<Record<string, string>> = { ar: 'العربية', en: 'English' };

/** The nearest language the kit speaks to a BCP 47 code: `en` for `en-GB`; Arabic where there is none. */
export function spokenLanguage(code: string): string {
  const base = code.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(languageNames, base) ? base : 'ar';
}
