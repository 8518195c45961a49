/*
 * A text as it stands, with its numbers in Arabic-Indic digits. Two things are left alone: what stands between U+2068 and
 * U+2069, which is somebody's own (the name of a file), and words with Latin letters, which are addresses, codes and names.
 *
 * Arabic-Indic digits are of the bidi class AN: between two of them a space or a hyphen runs from right to left, so that the
 * groups of a telephone number change places, also inside an isolate (UAX #9, N1). Such numbers are put into an override.
 */

const OVERRIDE = '\u202d';
const END_OF_OVERRIDE = '\u202c';

/** Somebody's own; what the kit has run from left to right; all else. */
const PARTS = /\u2068[^\u2069]*\u2069?|\u2066[^\u2069]*\u2069?|[^\u2066\u2068]+/g;

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+\.\d+$/;

/** Numbers that belong together in a part that runs from left to right, whatever joins them. */
const JOINED = /[+-]?[٠-٩]+(?:[^\p{L}٠-٩]{1,3}[٠-٩]+)+/gu;

/** What may be a telephone number or a reference in the middle of a sentence, with as many digits as one has at least. */
const SPACED = /\+?[٠-٩]+(?:[ \xa0-][٠-٩]+)+/g;
const SHORTEST = 7;

/** The text with Arabic-Indic digits, `٬` and `٫` in numbers, and `٪` after them. Applied again it changes nothing. */
export function inArabDigits(text: string): string {
  return text.replace(PARTS, (part) => {
    if (part.startsWith('\u2068')) return part;
    const written = part.replace(/[^\s\u2066\u2069]+/g, inWord).replace(/([٠-٩])%/g, '$1٪');
    return part.startsWith('\u2066')
      ? part.includes(OVERRIDE)
        ? written
        : written.replace(JOINED, overridden)
      : written.replace(SPACED, (run) =>
          run.replace(/[^٠-٩]/g, '').length < SHORTEST ? run : `\u2066${overridden(run)}\u2069`,
        );
  });
}

function inWord(word: string): string {
  return /[a-z@]/i.test(word) ? word : word.replace(/\d+(?:[.,]\d+)*/g, inNumber);
}

function inNumber(number: string): string {
  const separated = GROUPED.test(number) ? number.replaceAll(',', '٬').replace('.', '٫') : number;
  return separated.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x630));
}

function overridden(run: string): string {
  return OVERRIDE + run + END_OF_OVERRIDE;
}
