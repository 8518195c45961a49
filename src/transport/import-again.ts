/*
 * A browser remembers that a script could not be had, and never asks for it again as long as the page is open: what was
 * missing while the line was broken would be missing for ever, and with it all that the person has typed. Under another
 * address it asks anew.
 *
 * The build has every later part of a script brought this way: `importsAgain` in `rollup.config.js`. What such a part
 * imports itself keeps its address: if the line breaks just then, only loading the page again helps.
 */

/** How what could not be had is to be asked for next. */
const anew = new Map<string, string>();

/** Has something bring a module by its path beside this one. Rejects where it cannot be had; asked again, it tries again. */
export function importAgain<Module>(
  bringing: (bring: typeof broughtFrom) => Promise<Module>,
): Promise<Module> {
  return bringing(broughtFrom);
}

async function broughtFrom(path: string): Promise<object> {
  try {
    return await import(anew.get(path) ?? path);
  } catch (error) {
    anew.set(path, `${path}?${Date.now()}`);
    throw error;
  }
}
