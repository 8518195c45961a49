import type { HTMLAttributes } from 'svelte/elements';
import type { TaafiElements, TaafiListeners } from './jsx.js';

type Described<Tag extends keyof TaafiElements> = Omit<
  HTMLAttributes<TaafiElements[Tag]['element']>,
  keyof TaafiElements[Tag]['props']
> &
  TaafiElements[Tag]['props'] &
  TaafiListeners<TaafiElements[Tag]['events']>;

type Tags = { [Tag in keyof TaafiElements]: Described<Tag> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
