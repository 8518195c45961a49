/** What opens the way to keep answers; the other words come when it is pressed. */
export const draftingTitle: Readonly<Record<string, string>> = {
  ar: 'احفظ وأكمل لاحقًا',
  en: 'Save and come back later',
};
