import type { World } from './world.js';
import { instant } from './world.js';

/** How lines for the person who runs the receiver are written: to be read, or each as a JSON object for programs that collect them. */
export type LogFormat = 'text' | 'json';

/** Line ends of other systems begin no line of their own in a log. */
const plain = (text: string): string => text.replaceAll('\r', ' ');

/**
 * The same world, with lines in a format. As JSON each has `at` and `kind`: `request` with method, route, status and milliseconds,
 * `fault` and `message` with a `text`. No line holds a value that was sent: no answer, name, number, reference or token.
 */
export function worldWithLog(world: World, format: LogFormat): World {
  if (format === 'text') return world;
  const print = (line: string) => {
    const isFault = line.startsWith('fault: ');
    const text = plain(isFault ? line.slice('fault: '.length) : line);
    world.print(JSON.stringify({ at: instant(world), kind: isFault ? 'fault' : 'message', text }));
  };
  return { ...world, print };
}
