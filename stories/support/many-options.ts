/** Names that districts have in many cities. */
const names = [
  ['الأندلس', 'Al Andalus'],
  ['الإسكان', 'Al Iskan'],
  ['الربوة', 'Ar Rabwah'],
  ['المنتزه', 'Al Muntazah'],
  ['النخيل', 'An Nakheel'],
  ['الواحة', 'Al Wahah'],
  ['قرطبة', 'Qurtubah'],
  ['المصطفى', 'Al Mustafa'],
] as const;

/** As many options as are wanted, each with its own words. */
export function manyOptions(count: number): { value: string; ar: string; en: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const [ar, en] = names[index % names.length] ?? names[0];
    const number = Math.floor(index / names.length) + 1;
    return { value: `district${index}`, ar: `حي ${ar} ${number}`, en: `${en} district ${number}` };
  });
}

/** The address of a file with options, which is no file: nothing is asked of any network. */
export function listAddress(options: readonly object[]): string {
  return URL.createObjectURL(new Blob([JSON.stringify(options)], { type: 'application/json' }));
}
