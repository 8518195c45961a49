/** An element whose form stands in an association's pack where the page names no other. */
export interface PackHost {
  receiver: string | undefined;
  definition: string | object | undefined;
  association: string | object | undefined;
}

/** Gives an element the addresses of a pack, and others where the page changes its mind; what the page has set stays. */
export class PackAddress {
  #definition: string | undefined;
  #association: string | undefined;

  /** To be called before each drawing. `form` is the name of the form in the pack. */
  give(host: PackHost, pack: string, form: string): void {
    host.receiver ??= '/';
    const base = `${host.receiver.replace(/\/?$/, '/')}packs/${pack}`;
    const { definition, association } = host;
    if (definition === undefined || definition === this.#definition)
      host.definition = this.#definition = `${base}/${form}.json`;
    if (association === undefined || association === this.#association)
      host.association = this.#association = `${base}/association.json`;
  }
}
