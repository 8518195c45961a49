/** The first way round that leads from one thing to the next and back to itself, from its beginning; undefined where there is none. */
export function roundIn<Thing>(
  starts: Iterable<Thing>,
  nextOf: (thing: Thing) => readonly Thing[],
): readonly Thing[] | undefined {
  const done = new Set<Thing>();
  for (const start of starts) {
    if (done.has(start)) continue;
    // A stack of its own: a chain of a thousand must not exhaust the engine's.
    const trail = [{ thing: start, rest: [...nextOf(start)] }];
    const open = new Set([start]);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        done.add(top.thing);
        open.delete(top.thing);
        trail.pop();
      } else if (open.has(next)) {
        const things = trail.map(({ thing }) => thing);
        return things.slice(things.indexOf(next));
      } else if (!done.has(next)) {
        open.add(next);
        trail.push({ thing: next, rest: [...nextOf(next)] });
      }
    }
  }
  return undefined;
}
