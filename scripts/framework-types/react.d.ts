import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { TaafiElements, TaafiListeners } from './jsx.js';

type Described<Tag extends keyof TaafiElements> = Omit<
  DetailedHTMLProps<HTMLAttributes<TaafiElements[Tag]['element']>, TaafiElements[Tag]['element']>,
  keyof TaafiElements[Tag]['props']
> &
  TaafiElements[Tag]['props'] &
  TaafiListeners<TaafiElements[Tag]['events']>;

type Tags = { [Tag in keyof TaafiElements]: Described<Tag> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
