/** Names that are taken in one scope: the form itself, or the items of a list. */
export class Names {
  readonly #taken = new Set<string>();
  /** From which number on a name may be free. */
  readonly #numbers = new Map<string, number>();

  /** A name of the format for a property, that of what it stands in put before it where it is taken already. */
  take(name: string, around: readonly string[]): string {
    const own = identifierOf(name);
    // More words than these nobody reads.
    const longer = [around.slice(-1), around.slice(-2)].map((words) =>
      identifierOf([...words, name].join(' ')),
    );
    const candidates = [own, ...longer].map((one) => one.slice(0, 60));
    for (const candidate of candidates) if (this.#isFree(candidate)) return this.#keep(candidate);
    let number = this.#numbers.get(own) ?? 2;
    while (!this.#isFree(`${candidates[0]}${number}`)) number += 1;
    this.#numbers.set(own, number + 1);
    return this.#keep(`${candidates[0]}${number}`);
  }

  #isFree(name: string): boolean {
    return !this.#taken.has(name) && !(name in Object.prototype);
  }

  #keep(name: string): string {
    this.#taken.add(name);
    return name;
  }
}

/** `First name`, `first_name` and `FirstName` are `firstName`; `field` where there are no Latin letters. */
function identifierOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, index) => {
      const rest = /^[A-Z\d]+$/.test(word) ? word.slice(1).toLowerCase() : word.slice(1);
      return (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + rest;
    })
    .join('');
  if (joined === '') return 'field';
  return /^[a-z]/.test(joined) ? joined : `field${joined}`;
}

/** The id of a form from the name of its file, its address or its title. */
export function formIdOf(...names: readonly (string | undefined)[]): string {
  for (const name of names) {
    const id = (name ?? '')
      .replace(/[?#].*$/s, '')
      .replace(/^.*[/\\:](?=.)/s, '')
      .replace(/(\.schema)?\.json$/i, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+/, '')
      .slice(0, 64)
      .replace(/-+$/, '');
    if (id !== '') return id;
  }
  return 'form';
}

/** The id of a step, which are names of their own. */
export function stepIdOf(name: string, taken: Set<string>): string {
  let id = name;
  for (let number = 2; taken.has(id); number += 1) id = `${name}${number}`;
  taken.add(id);
  return id;
}
