import { formatReference, GROUP_LENGTHS, isReference, suspectGroups } from '../../core/reference.js';
import { digitsOnly, stripInvisible, toAsciiDigits } from '../../core/typed-numbers.js';
import type { GroupOfDigits, TrackerWords } from '../../locale/tracker-words.js';

/** A reference as it is written, or what a page has set in its place. */
export function shownReference(reference: string | null): string {
  const digits = digitsOnly(reference ?? '');
  return isReference(digits) ? formatReference(digits) : (reference ?? '');
}

/** What is wrong with what was typed, for a person to be told; undefined where nothing is. */
export function referenceProblem(typed: string, { lookUp: words }: TrackerWords): string | undefined {
  const digits = digitsOnly(typed);
  if (digits === '') return words.referenceMissing;
  if (/\D/.test(digits)) return words.referenceLetters;
  if (digits.length !== LENGTH) return words.referenceLength(digits.length, oddGroup(typed));
  if (isReference(digits)) return undefined;
  const suspects = suspectGroups(digits);
  return words.referenceWrong(
    suspects.length === GROUP_LENGTHS.length ? [] : suspects.map((group) => groupOf(digits, group)),
  );
}

/** What a process asks for beside the reference, where that is not what the charity asks for. */
export interface AskedFactor {
  /** Empty where it is the last digits of the mobile number or the year of birth. */
  readonly label: string;
  readonly digits: number;
}

/** The same for what shows that the request is the person's own. */
export function factorProblem(
  typed: string,
  { lookUp: words }: TrackerWords,
  { label, digits: count }: AskedFactor,
): string | undefined {
  const digits = digitsOnly(typed);
  if (/^\d+$/.test(digits) && digits.length === count) return undefined;
  if (label !== '') return words.factorOther(label, count);
  return digits === '' ? words.factorMissing : words.factorLength;
}

const LENGTH = GROUP_LENGTHS.reduce((sum, length) => sum + length, 0);

/** The only group that is not as long as it should be, where the number was typed in its groups. */
function oddGroup(typed: string): GroupOfDigits | undefined {
  const groups = toAsciiDigits(stripInvisible(typed))
    .split(/[^\d]+/)
    .filter((group) => group !== '');
  if (groups.length !== GROUP_LENGTHS.length) return undefined;
  const odd = groups
    .map((digits, index) => ({ group: index + 1, digits }))
    .filter(({ digits, group }) => digits.length !== GROUP_LENGTHS[group - 1]);
  return odd.length === 1 ? odd[0] : undefined;
}

function groupOf(digits: string, group: number): GroupOfDigits {
  return { group, digits: digits.slice((group - 1) * 4, group * 4) };
}
