/** The forms of a counted phrase; a language uses those its rules know and `other` for the rest. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rules = new Map<string, Intl.PluralRules>();

/**
 * The form for `count` things, `{n}` being the number in Latin digits. Arabic has six forms (CLDR): zero, one, two,
 * few (3–10), many (11–99) and other.
 */
export function plural(language: string, count: number, forms: PluralForms): string {
  let rule = rules.get(language);
  if (rule === undefined) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  return (forms[rule.select(count)] ?? forms.other).replace('{n}', String(count));
}
