/*
 * What is written into and ticked on paper. Boxes are 7 mm wide, lines 9 mm apart: a hand that shakes has room.
 */

/** For one answer of several. */
export const circle = '<i class="circle"></i>';

/** For each that applies. */
export const square = '<i class="square"></i>';

/** A box for each character, in groups, from left to right in every language; `printed` stands in the first of them. */
export function boxes(groups: readonly number[], printed = ''): string {
  let at = 0;
  const drawn = groups.map((count) => {
    const inside = Array.from({ length: count }, () => `<i>${printed[at++] ?? ''}</i>`);
    return `<span>${inside.join('')}</span>`;
  });
  return `<span class="boxes" dir="ltr">${drawn.join('')}</span>`;
}

/** A line to write on. */
export function line(length: 'whole' | 'short' = 'whole'): string {
  return `<span class="line ${length}"></span>`;
}

/** Several of them. */
export function lines(count: number): string {
  return line().repeat(count);
}

/** Boxes for day, month and year, in the order of the language. */
export const dayBoxes = `<span class="day">${[2, 2, 4].map((count) => boxes([count])).join('')}</span>`;
