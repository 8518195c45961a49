/** Room in which a chart is drawn, in CSS pixels. All places across count from where the language starts. */
export class Plot {
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';

  constructor(width: number, direction: 'ltr' | 'rtl') {
    this.width = width;
    this.direction = direction;
  }

  /** A place across as a coordinate of the drawing. */
  x(fromStart: number): number {
    return round(this.direction === 'rtl' ? this.width - fromStart : fromStart);
  }

  /** The left edge of what lies between two places across, and how wide it is. */
  span(one: number, other: number): { readonly x: number; readonly width: number } {
    const [first, second] = [this.x(one), this.x(other)];
    return { x: Math.min(first, second), width: round(Math.abs(first - second)) };
  }
}

/** Tenths of a pixel: nobody sees more, and the markup stays short. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** The numbers that a chart reaches from and to. */
export interface Scale {
  readonly least: number;
  readonly most: number;
}

export const percentScale: Scale = { least: 0, most: 100 };
export const scoreScale: Scale = { least: -100, most: 100 };

/**
 * Mean width of a letter of a size in either script, on the wide side, and what a person's own style sheet may put between
 * letters and words (WCAG 1.4.12): what does not fit would be cut off.
 */
const LETTER = 0.56 + 0.12 + 0.03;

/** A text in lines that fit into a width, at most `most` of them; what is left out is told by three dots. */
export function linesOf(text: string, width: number, size: number, most = 4): string[] {
  const longest = Math.max(4, Math.floor(width / (size * LETTER)));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((word) => partsOf(word, longest))) {
    if (line !== '' && line.length + word.length + 1 > longest) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, longest - 1)}…`];
}

function partsOf(word: string, longest: number): string[] {
  return word.match(new RegExp(`.{1,${longest}}`, 'gu')) ?? [word];
}
