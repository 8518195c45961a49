/** Names of a sheet as ids of the format: `first_name` is `firstName`. Of two that come to the same the second has a number. */
export class Ids {
  readonly #taken = new Set<string>();

  /** @param otherwise what it is called where nothing is left of the name. */
  take(name: string, otherwise: string): string {
    const words = name
      .normalize('NFKD')
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word !== '');
    const joined = words
      .map((word, index) =>
        index === 0
          ? word.charAt(0).toLowerCase() + word.slice(1)
          : word.charAt(0).toUpperCase() + word.slice(1),
      )
      .join('')
      .replace(/^[^a-z]+/, '');
    const id = (joined in Object.prototype ? '' : joined).slice(0, 60) || otherwise;
    let free = id;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${id}${number}`;
    this.#taken.add(free);
    return free;
  }
}
