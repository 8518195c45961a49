import type { Change } from './change.js';

/** What the changes of a form ask of its version (`major.minor.patch`). */
export interface VersionStep {
  /** Whether there is more than words: requests of both kinds could not be told apart by their version. */
  readonly mustRise: boolean;
  readonly hasRisen: boolean;
  /** The least version that says what has changed: the first number for answers that no longer hold. */
  readonly suggested: string;
}

/** How far the version of a form has to go on, and whether it has. */
export function versionStep(from: string, to: string, changes: readonly Change[]): VersionStep {
  const [major = 0, minor = 0, patch = 0] = from.split('.').map(Number);
  const has = (effect: Change['effect']) => changes.some((change) => change.effect === effect);
  const suggested = has('invalid')
    ? [major + 1, 0, 0]
    : has('asked') || has('other')
      ? [major, minor + 1, 0]
      : has('wording')
        ? [major, minor, patch + 1]
        : [major, minor, patch];
  return {
    mustRise: has('invalid') || has('asked') || has('other'),
    hasRisen: isAbove(to.split('.').map(Number), [major, minor, patch]),
    suggested: suggested.join('.'),
  };
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((part, index) => part !== other[index]);
  return place >= 0 && (one[place] ?? 0) > (other[place] ?? 0);
}
