import type { DefinitionProblem } from '../definition.js';
import { errorAt } from '../problem-at.js';
import { colourFrom, hexOf, over } from '../theme/colour.js';
import type { Judged } from '../theme/pairs.js';
import { judgePairs, neededBy, pairs, ratioOf } from '../theme/pairs.js';
import type { ColourName, Mode, Palette, Theme } from '../theme/theme.js';
import { modes } from '../theme/theme.js';
import { readTheme, themeFaults } from '../theme/theme-file.js';

/** Steps between a colour and black or white. */
const STEPS = 64;

/** Whether a document is a theme: its colours stand in a group of that name, and it has no steps. */
export function isTheme(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'color' in json && !('steps' in json);
}

/** What is wrong with a theme: tokens that are missing or of another type, then colours that are too much alike to be read. */
export function lintTheme(
  name: string,
  json: unknown,
): {
  readonly theme: Theme | undefined;
  readonly problems: readonly DefinitionProblem[];
} {
  const faults = themeFaults(json);
  if (faults.length > 0) {
    // What leads back to itself has no value either: of one token the first is enough.
    const first = faults.filter(
      ({ place }, index) => faults.findIndex((other) => other.place === place) === index,
    );
    const problems = first.map(({ place, code }) => errorAt(place.split('.'), code));
    return { theme: undefined, problems };
  }
  const theme = readTheme(name, json);
  const problems = modes.flatMap((mode) =>
    judgePairs(theme.colours[mode], mode)
      .filter(({ holds }) => !holds)
      .map((judged) => contrastProblem(judged, theme.colours[mode], mode)),
  );
  return { theme: problems.length === 0 ? theme : undefined, problems };
}

function contrastProblem({ pair, ratio, needed }: Judged, palette: Palette, mode: Mode): DefinitionProblem {
  const better = readable(pair.seen, palette, mode);
  return errorAt(['color', mode, pair.seen], better === undefined ? 'low-contrast' : 'low-contrast-better', {
    value: pair.seen,
    other: pair.on,
    // Rounded down: what is told is never what would have been enough.
    ratio: Math.floor(ratio * 100) / 100,
    needed,
    ...(better !== undefined && { better }),
  });
}

/** The colour nearest to the one that is there with which every pair it is seen in holds; undefined where none does. */
function readable(name: ColourName, palette: Palette, mode: Mode): string | undefined {
  const colour = colourFrom(palette[name]);
  if (colour === undefined) return undefined;
  const seen = pairs.filter((pair) => pair.seen === name);
  for (let step = 1; step <= STEPS; step += 1) {
    for (const end of [0, 255]) {
      const hex = hexOf(over([end, end, end], step / STEPS, colour));
      const changed = { ...palette, [name]: hex };
      if (seen.every((pair) => ratioOf(pair, changed) >= neededBy(pair, mode))) return hex;
    }
  }
  return undefined;
}
